"""The counters of the seeds come out on a set of records that was made to have them, each by its own rule."""

from __future__ import annotations

import pytest

from hanse.workspace.processes.models import Access, Process, Session
from tests.workspace.impact.conftest import PUBLIC

pytestmark = pytest.mark.django_db


def test_seventy_pledges_dialogues_contributions_and_eight_processes(mmc_like, counted):
    assert counted("pledges").number == 70
    assert counted("dialogues").number == 176
    assert counted("contributions").number == 48
    assert counted("processes").number == 8


def test_who_was_refused_or_has_no_function_accessed_no_process(mmc_like, city, counted):
    process = Process.objects.create(title="Ninth", since="2018", **PUBLIC)
    session = Session.objects.create(process=process, title="Meeting", since="2022", **PUBLIC)
    for said in ({"decision": "refused", "function": "speaker"}, {"decision": "asked"}, {"function": "none"}, {}):
        Access.objects.create(actor=city, session=session, **PUBLIC, **said)
    assert counted("processes").number == 8
    Access.objects.create(actor=city, session=session, function="moderator", **PUBLIC)
    assert counted("processes").number == 9
