"""Which values of a field are in conflict, and which only less precise?"""

from __future__ import annotations

import pytest

from hanse.workspace.languages import speaking
from hanse.workspace.registry.agreeing import agree
from hanse.workspace.registry.models import Actor, Funding, Membership, Participation


@pytest.mark.parametrize(
    ("model", "name", "one", "other"),
    [
        (Actor, "since", "2018", "2018-07-11"),
        (Actor, "since", "201X", "2018"),
        (Actor, "since", "1985~", "1985"),
        (Actor, "country", "MAR", "Marokko"),
        (Actor, "name", "İzmir", "IZMIR"),
        (Actor, "tier", "municipality", "Municipality"),
        (Actor, "parent", "Dhaka [dhaka]", "dhaka"),
        (Funding, "committed", "1,000", "1000.00"),
    ],
)
def test_values_that_can_both_be_right_agree(model, name, one, other):
    field = model._meta.get_field(name)
    assert agree(field, one, other)
    assert agree(field, other, one)


@pytest.mark.parametrize(
    ("model", "name", "one", "other"),
    [
        (Actor, "since", "1984", "1985"),
        (Actor, "since", "2018-07", "2018-08-01"),
        (Actor, "since", "in spring", "2018"),
        (Actor, "country", "MAR", "TUN"),
        (Actor, "name", "Dhaka", "Dacca"),
        (Membership, "grade", "member", "observer"),
        (Funding, "committed", "1000", "10000"),
    ],
)
def test_values_that_cannot_both_be_right_conflict(model, name, one, other):
    field = model._meta.get_field(name)
    assert not agree(field, one, other)
    assert not agree(field, other, one)


def test_a_choice_that_is_written_in_english_agrees_whatever_language_is_spoken():
    act = Participation._meta.get_field("act")
    with speaking("fr"):
        assert agree(act, "Voted for", "voted for")
        assert not agree(act, "Voted for", "voted against")
