"""What was handed in: by whom, to whom, how, whether in time, and how one knows that it arrived."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from hanse.workspace.engagements.models import Submission
from hanse.workspace.processes.models import Deadline, Process
from tests.workspace.engagements.conftest import PUBLIC, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def deadline(session):
    when = datetime(2026, 6, 10, 16, tzinfo=UTC)
    return Deadline.objects.create(process=session.process, what="Inputs", when=when, **PUBLIC)


@pytest.mark.parametrize(
    ("date", "in_time"),
    [("2026-06-10", True), ("2026-06-11", False), ("2026-06", None), ("2026-05", True), ("", None), ("2027", False)],
)
def test_whether_it_came_in_time_is_told_as_far_as_the_dates_do(deadline, date, in_time):
    assert Submission(deadline=deadline, date=date).in_time is in_time


def test_it_stands_on_the_pages_of_its_process_session_and_deadline(visit, rhea, actors, session, deadline):
    Submission.objects.create(
        title="Our input",
        by=actors["uclg"],
        process=session.process,
        session=session,
        deadline=deadline,
        channel="portal",
        official="official",
        date="2026-06-11",
        **PUBLIC,
    )
    for page in ("/processes/gfmd/", "/sessions/gfmd-12/", f"/deadlines/{deadline.pk}/"):
        told = text(visit(rhea).get(page))
        assert "Our input" in told
        assert "after the deadline" in told
    assert "Our input" in text(visit(rhea).get("/submissions/?channel=portal"))


def test_the_office_records_one_from_a_deadline(visit, otto, actors, session, deadline):
    client = visit(otto)
    assert f"/registry/submissions/add/?deadline={deadline.pk}&amp;process=gfmd" in text(
        client.get(f"/deadlines/{deadline.pk}/")
    )
    client.post(
        "/registry/submissions/add/",
        {
            "title": "Our input",
            "by": "Ecuador",
            "process": "gfmd",
            "deadline": f"Inputs [{deadline.pk}]",
            "channel": "portal",
            "date": "2026-06-09",
            "receipt": "Receipt 12",
            "handling": "internal",
        },
    )
    made = Submission.objects.get()
    assert (made.in_time, made.receipt) == (True, "Receipt 12")
    assert "handed in in time" in text(client.get(f"/submissions/{made.pk}/"))


def test_its_text_keeps_the_handling_that_it_has_as_a_document(visit, otto, rhea, actors, written):
    text_of_it = written("Confidential annex", "One.", handling="restricted")
    made = Submission.objects.create(
        title="Our input", by=actors["uclg"], addressee=actors["ecuador"], document=text_of_it, **PUBLIC
    )
    assert "Confidential annex" in text(visit(otto).get(f"/submissions/{made.pk}/"))
    assert "Confidential annex" not in text(visit(rhea).get(f"/submissions/{made.pk}/"))


def test_an_addressee_and_a_deadline_of_its_process_are_asked_for(actors, session, deadline):
    other = Process.objects.create(title="Another")
    for said in ({}, {"process": other, "deadline": deadline}, {"process": other, "session": session}):
        with pytest.raises(ValidationError):
            Submission(title="Input", by=actors["uclg"], **said).full_clean()
