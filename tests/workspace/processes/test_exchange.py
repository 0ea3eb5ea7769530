"""Do sheets of deadlines and sessions come in and go out as they were?"""

from __future__ import annotations

import pytest
from django.utils import timezone

from hanse.workspace.processes.models import Deadline, Session
from hanse.workspace.registry.exchange.columns import row_of
from hanse.workspace.registry.exchange.taking import take_in
from hanse.workspace.registry.kinds import KINDS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("zone", ["UTC", "Asia/Kathmandu"])
def test_a_deadline_of_a_day_is_meant_to_its_end_where_it_is_read(forum, otto, zone):
    row = {"process": forum.process.pk, "kind": "input", "what": "Inputs", "when": "2030-05-03"}
    with timezone.override(zone):
        assert take_in(KINDS["deadlines"], [row], user=otto).added
        held = Deadline.objects.get(what="Inputs")
        assert timezone.localtime(held.when).isoformat()[:16] == "2030-05-03T23:59"


def test_what_goes_out_comes_in_unchanged(forum, otto, due):
    silence = due("Revision 2", days=2, kind="silence", passed="broken", by="Utopia")
    for kind, record in (("deadlines", silence), ("sessions", forum.first), ("processes", forum.process)):
        taken = take_in(KINDS[kind], [row_of(KINDS[kind], record)], user=otto)
        assert (len(taken.added), len(taken.changed), len(taken.refused)) == (0, 0, 0), kind


def test_a_session_that_comes_in_without_an_end_does_not_go_on_for_ever(forum, otto):
    row = {"process": forum.process.pk, "title": "Fourth", "since": "2011"}
    take_in(KINDS["sessions"], [row], user=otto)
    assert Session.objects.get(title="Fourth").last.year == 2011
