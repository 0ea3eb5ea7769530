"""A corrected file takes a document's place; what is said of it stays, and asks follow their words."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hanse.workspace.campaigns.models import AskRecord, Campaign, CampaignDocument
from hanse.workspace.documents.models import Document, Upload
from hanse.workspace.jobs.models import Job

WORDS = "The municipalities of the coast shall be consulted before any reception centre is opened"
OTHER = "Every harbour town shall have a seat in the committee that hands out the money of the fund"


@pytest.fixture
def statement(written, otto):
    document = written("Statement", f"1. {WORDS}.", f"2. {OTHER}.", "3. Thanks to all.", actor="Port", kind="statement")
    campaign = Campaign.objects.create(title="Accord", owner=otto)
    text = CampaignDocument.objects.create(
        campaign=campaign, document=document, role="statement", path="asks/s.txt", name="s"
    )
    for name, words, passage in (("A1", WORDS, "p1"), ("A2", OTHER, "p2")):
        AskRecord.objects.create(
            campaign=campaign, name=name, text=words, source=text, passage=passage, start=0, end=len(words)
        )
    return document


@pytest.fixture
def correct(visit, otto, work_off):
    def send(document, words, name="corrected.txt"):
        file = SimpleUploadedFile(name, words.encode())
        visit(otto).post(f"/documents/{document.pk}/correct/", {"file": file})
        work_off()
        return Job.objects.first()

    return send


def test_asks_follow_their_words_into_the_corrected_file(statement, correct):
    correct(statement, f"0. A new beginning was added.\n\n1. {OTHER}.\n\n2. {WORDS.replace('any', 'a')}.\n")
    assert Document.objects.count() == 1
    first, second = AskRecord.objects.order_by("name")
    assert statement.passages.get(pid=second.passage).text == f"{OTHER}."
    assert statement.passages.get(pid=first.passage).text.startswith("The municipalities")
    assert (second.start, second.end) == (0, len(OTHER))
    statement.refresh_from_db()
    assert (statement.title, statement.actor, statement.source) == ("Statement", "Port", "corrected.txt")


def test_an_ask_that_lost_its_place_is_named_and_moved_nowhere(statement, correct, visit, otto):
    job = correct(statement, f"1. {WORDS}.\n\n2. Nothing of the kind is said here about boats and birds.\n")
    lost = AskRecord.objects.get(name="A2")
    assert (lost.passage, lost.span, lost.text) == ("", None, OTHER)
    assert "these asks have no place any more: A2" in visit(otto).get(f"/jobs/{job.pk}/").content.decode()


def test_a_file_that_cannot_be_read_changes_nothing(statement, correct):
    before = [(each.pid, each.text) for each in statement.passages.all()]
    correct(statement, "%PDF-1.7 broken", name="broken.pdf")
    assert Upload.objects.get().refused
    assert [(each.pid, each.text) for each in statement.passages.all()] == before


def test_who_may_not_edit_cannot_put_anything_in_its_place(statement, visit, rosa, cem):
    for user in (rosa, cem):
        file = SimpleUploadedFile("a.txt", b"Mine.")
        assert visit(user).post(f"/documents/{statement.pk}/correct/", {"file": file}).status_code == 404
