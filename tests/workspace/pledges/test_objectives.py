"""Objectives as people write them, and as they are kept."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from hanse.workspace.pledges.models import Pledge
from hanse.workspace.pledges.objectives import canonical, naming, short
from hanse.workspace.registry.models import Instrument, Objective
from tests.workspace.pledges.conftest import PUBLIC

pytestmark = pytest.mark.django_db


@pytest.fixture
def agenda(compact):
    made = Instrument.objects.create(
        pk="agenda-2030", title="Transforming our world", short="2030 Agenda (SDGs)", kind="resolution", **PUBLIC
    )
    for number in (10, 11):
        Objective.objects.create(instrument=made, number=number, title=f"Goal {number}", **PUBLIC)
    return made


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("", ""),
        ("gcm 7", "gcm 7"),
        ("GCM 7, 15; SDG 10", "gcm 7, gcm 15, agenda-2030 10"),
        ("GCM objectives 7 and 15", "gcm 7, gcm 15"),
        ("Compact for Migration 1", "gcm 1"),
        ("SDGs 10-11", "agenda-2030 10, agenda-2030 11"),
        ("agenda-2030 10, gcm 1", "agenda-2030 10, gcm 1"),
        ("GCM7\nODS 11", "gcm 7, agenda-2030 11"),
        ("gcm 7, gcm 7", "gcm 7"),
    ],
)
def test_what_people_write_is_kept_in_one_way(agenda, written, kept):
    assert canonical(written) == kept
    assert canonical(kept) == kept, "and stays so"


@pytest.mark.parametrize("written", ["gcm 24", "7", "GCM", "nonsense 3", "gcm 7-99", "7, gcm 1", "<script>"])
def test_what_names_no_objective_is_refused_with_its_words(agenda, written):
    with pytest.raises(ValidationError, match="names no objective"):
        canonical(written)


def test_a_list_shows_short_codes():
    assert short("gcm 7, agenda-2030 10") == "GCM 7, SDG 10"


def test_one_objective_is_not_taken_for_another_that_begins_like_it(pledge_of, tala):
    pledge_of(tala, toward="gcm 15")
    assert not Pledge.objects.filter(naming("gcm 1")).exists()
    assert Pledge.objects.filter(naming("gcm 15")).exists()
