from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hanse.errors import UndatedDraft
from hanse.workspace.campaigns.models import Campaign
from hanse.workspace.campaigns.models.texts import As
from hanse.workspace.campaigns.texts import take, take_out
from hanse.workspace.jobs.models import Job

from .conftest import files


def test_a_campaign_begins_with_a_title_and_takes_documents_of_the_office(visit, otto, written):
    client = visit(otto)
    said = {"title": "Tide Accord", "forum": "Assembly", "handling": "internal"}
    page = client.post("/campaigns/new/", said, follow=True)
    campaign = Campaign.objects.get()
    assert page.redirect_chain[-1][0] == f"/campaigns/{campaign.pk}/texts/"
    draft = written("Zero draft", "1. Cities shall be heard.", date="2031-03-02")
    client.post(f"/campaigns/{campaign.pk}/texts/take/", {"documents": [draft.pk], "role": "draft"})
    held = campaign.texts.get()
    assert (held.path, held.name) == ("drafts/2031-03-02 Zero draft.txt", "drafts-2031-03-02-zero-draft")


def test_a_draft_without_a_date_is_refused_with_what_to_do(otto, written, db):
    campaign = Campaign.objects.create(title="Tide Accord")
    with pytest.raises(UndatedDraft, match="give it its date"):
        take(campaign, written("Zero draft", "1. Cities shall be heard."), As.DRAFT)


def test_a_text_is_taken_out_and_brought_back(visit, otto, traced):
    campaign = traced()
    client = visit(otto)
    draft = campaign.texts.get(document__title="Revision 1")
    page = client.post(f"/campaigns/{campaign.pk}/texts/{draft.pk}/out/", follow=True).content.decode()
    assert "was taken out" in page
    assert "A text was taken out since the last trace" in client.get(f"/campaigns/{campaign.pk}/").content.decode()
    client.post(f"/campaigns/{campaign.pk}/texts/{draft.pk}/back/")
    assert campaign.texts.standing().count() == 3


def test_two_documents_of_one_title_lie_at_two_places(otto, written, db):
    campaign = Campaign.objects.create(title="Tide Accord")
    first = take(campaign, written("Zero draft", "1. One.", date="2031-03-02"), As.DRAFT)
    second = take(campaign, written("Zero draft", "1. Two.", date="2031-03-02"), As.DRAFT)
    assert first.path != second.path
    assert first.name != second.name
    take_out(first)
    assert campaign.texts.standing().get() == second


def test_a_draft_that_is_uploaded_is_traced_at_once(visit, otto, traced, work_off):
    campaign = traced()
    client = visit(otto)
    text = b"1. The Tide Fund may be open to municipalities.\n\n2. Nothing else.\n"
    said = {"files": SimpleUploadedFile("2031-06-08 Revision 2.txt", text), "role": "draft", "handling": "internal"}
    client.post(f"/campaigns/{campaign.pk}/texts/bring/", said)
    work_off()
    job = Job.objects.get()
    assert (job.state, job.problem) == ("done", "")
    page = client.get(job.result).content.decode()
    assert page.count('<td class="o-') == 2 * 3


def test_a_statement_that_is_uploaded_gives_proposed_asks(visit, otto, traced, work_off):
    campaign = traced()
    text = b"We call on States to publish the replies of municipalities within thirty days.\n"
    said = {
        "files": SimpleUploadedFile("2031-01-20 Tallow Quay.txt", text),
        "role": "statement",
        "handling": "internal",
    }
    visit(otto).post(f"/campaigns/{campaign.pk}/texts/bring/", said)
    work_off()
    ask = campaign.asks.get(proposed=True)
    assert ask.source.document.title == "Tallow Quay"
    assert ask.handling == "internal"


def test_a_file_without_a_date_is_kept_as_a_document_and_refused_as_a_draft(visit, otto, traced, work_off):
    campaign = traced()
    said = {"files": SimpleUploadedFile("Revision 2.txt", b"1. Words."), "role": "draft", "handling": "internal"}
    visit(otto).post(f"/campaigns/{campaign.pk}/texts/bring/", said)
    work_off()
    assert "draft without a date" in Job.objects.get().uploads.get().refused
    assert campaign.texts.standing().count() == 3


def test_what_was_refused_is_listed_for_officers_until_they_have_seen_it(visit, otto, cem, traced):
    campaign = traced(files(**{"record/2030-02-02 Empty.txt": ""}))
    client, base = visit(otto), f"/campaigns/{campaign.pk}/"
    assert "1 thing to look at" in client.get(base).content.decode()
    assert "2030-02-02 Empty.txt" in client.get(f"{base}texts/").content.decode()
    for page in (base, f"{base}texts/"):
        assert "Empty" not in visit(cem).get(page).content.decode()
        assert "to look at" not in visit(cem).get(page).content.decode()
    client.post(f"{base}texts/seen/")
    assert "to look at" not in client.get(base).content.decode()
