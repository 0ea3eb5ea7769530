"""The page of a lineage shows the first passage with the way to it, and to nobody more than he may see."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from hanse.text.document import Proposal
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.jobs.models import Job, State
from hanse.workspace.lineage import searched
from hanse.workspace.lineage.models import TracedLineage
from tests.workspace.campaigns.conftest import example_zip, packed, traced  # noqa: F401

pytestmark = pytest.mark.django_db

PACT = "1. Port towns open tide schools to every child."


@pytest.fixture
def shelf(written):
    """Three texts with the phrase, the oldest of them restricted, and one without it."""
    secret = written("Secret paper", PACT, date="2019-01-01", actor="Rival", handling=Handling.RESTRICTED)
    pact = written(
        "Tide Pact", "1. The sea.", "2. Tide schools for all.", date="2020-02-02", symbol="ALC/4", adopted=True
    )
    late = written(
        "Late note", "1. We ask for tide schools.", date="2021-03-03", actor="Velane", handling=Handling.PUBLIC
    )
    written("Other", "1. Lamps.", date="2018-01-01")
    return {"secret": secret, "pact": pact, "late": late}


def page(client, **said) -> str:
    return client.get("/lineage/", said).content.decode()


def test_the_first_passage_is_quoted_and_leads_to_its_place(visit, cem, shelf):
    shown = page(visit(cem), q="tide schools")
    assert "<mark>Tide schools</mark> for all." in shown
    assert "ALC/4, para. 2" in shown
    assert f'href="/documents/{shelf["pact"].pk}/#2"' in shown
    assert f'<a href="/documents/{shelf["late"].pk}/#1" aria-label=' in shown
    assert "2 of 3 documents have them" in shown
    assert "As of " in shown


def test_what_is_restricted_leaves_no_trace_in_any_count_figure_or_list(visit, cem, rosa, shelf):
    shown = page(visit(cem), q="tide schools")
    assert "Secret" not in shown
    assert "Rival" not in shown
    assert "2019" not in shown
    assert "3 documents that you may see" in shown
    office = page(visit(rosa), q="tide schools")
    assert "3 of 4 documents have them" in office
    assert "Secret paper" in office


def test_the_public_sees_what_is_public_where_the_workspace_is_open(visit, settings, shelf):
    settings.HANSE_OPEN_TO_PUBLIC = True
    shown = page(visit(), q="tide schools")
    assert "1 of 1 document has them" in shown
    assert "Tide Pact" not in shown


def test_a_removed_document_is_gone_from_lineages(visit, otto, shelf):
    shelf["pact"].remove()
    assert "Tide Pact" not in page(visit(otto), q="tide schools")


def test_of_the_whole_office_changed_and_inflected_forms_are_found_too(visit, otto, written):
    written("One", "1. Safe, orderly and regular mooring.", date="2020")
    written("Two", "1. For orderly, safe, regular and responsible moorings.", date="2019")
    shown = page(visit(otto), q="safe, orderly and regular mooring")
    assert "2 of 2 documents have them" in shown
    assert "it stood earlier still" in shown


def test_nothing_asked_teaches_and_no_words_are_told_in_a_sentence(visit, cem, shelf):
    assert 'class="empty"' in page(visit(cem))
    assert "There are no words to look for." in page(visit(cem), q=" — ")
    assert "None of 3 documents has these words." in page(visit(cem), q="unicorns")


def test_words_are_escaped(visit, cem, shelf):
    assert "<script>" not in page(visit(cem), q="<script>alert(1)</script>").split("</header>")[1].split("<footer")[0]


def test_the_cell_of_an_ask_leads_to_where_its_words_come_from(visit, cem, traced):  # noqa: F811
    campaign = traced()
    ask = campaign.asks.get(name="a1")
    client = visit(cem)
    draft = campaign.texts.get(document__title="Zero draft")
    cell = client.get(f"/campaigns/{campaign.pk}/cells/{ask.pk}/{draft.pk}/").content.decode()
    way = f"/lineage/?campaign={campaign.pk}&amp;ask={ask.pk}"
    assert way in cell
    shown = client.get(way.replace("&amp;", "&")).content.decode()
    assert "The Tide Fund shall be open to municipalities directly." in shown
    assert "Ask a1" in shown
    assert "Revision 1" in shown
    assert 'aria-current="page">Lineage' in shown


def test_a_campaign_and_an_ask_that_one_may_not_see_do_not_exist(visit, cem, otto, traced):  # noqa: F811
    campaign = traced(handling="restricted")
    ask = campaign.asks.first().pk
    client = visit(cem)
    assert client.get("/lineage/", {"campaign": campaign.pk, "q": "tide"}).status_code == 404
    assert client.get("/lineage/", {"campaign": campaign.pk, "ask": ask}).status_code == 404
    assert client.get("/lineage/", {"ask": ask}).status_code == 404
    assert campaign.title not in page(client)
    assert client.post("/lineage/search-all/", {"campaign": campaign.pk, "q": "tide"}).status_code == 404
    campaign.asks.filter(pk=ask).update(handling="restricted")
    campaign.handling = "public"
    campaign.save()
    assert client.get("/lineage/", {"campaign": campaign.pk, "ask": ask}).status_code == 404
    assert visit(otto).get("/lineage/", {"campaign": campaign.pk, "ask": ask}).status_code == 200


def test_restricted_texts_of_a_campaign_leave_no_trace(visit, cem, rosa, traced):  # noqa: F811
    campaign = traced()
    campaign.texts.get(document__title="Harbour proposal").document.__class__.objects.filter(
        title="Harbour proposal"
    ).update(handling="restricted")
    said = {"campaign": campaign.pk, "q": "municipalities directly"}
    assert "Harbour proposal" not in page(visit(cem), **said)
    assert "Harbour proposal" in page(visit(rosa), **said)


def test_htmx_gets_the_part_under_the_form(visit, cem, shelf):
    part = visit(cem).get("/lineage/", {"q": "tide schools"}, HTTP_HX_REQUEST="true").content.decode()
    assert "<html" not in part
    assert "Tide Pact" in part


def test_what_takes_long_is_a_job_that_tells_how_far_it_is(visit, cem, rosa, shelf, work_off, monkeypatch):
    monkeypatch.setattr(searched, "AT_ONCE", 10)
    client = visit(cem)
    assert "words must be read for this" in page(client, q="tide schools")
    answer = client.post("/lineage/search-all/", {"q": "tide schools"})
    assert answer.status_code == 302
    work_off()
    job = client.get(answer.headers["Location"]).content.decode()
    address = f"/lineage/of-job/{answer.headers['Location'].strip('/').split('/')[-1]}/"
    assert f'href="{address}"' in job
    shown = client.get(address).content.decode()
    assert "Tide Pact" in shown
    assert visit(rosa).get(address).status_code == 404
    shown = page(client, q="tide schools")
    assert "Tide Pact" in shown
    assert "Secret" not in shown
    assert "words must be read for this" in page(visit(rosa), q="tide schools")
    shelf["pact"].title = "Tide Pact, corrected"
    shelf["pact"].save()
    assert "words must be read for this" in page(client, q="tide schools")
    assert TracedLineage.objects.count() == 1


def test_the_address_of_what_a_job_found_is_short_however_long_the_words(visit, cem, shelf, work_off, monkeypatch):
    monkeypatch.setattr(searched, "AT_ONCE", 10)
    client = visit(cem)
    client.post("/lineage/search-all/", {"q": "潮汐学校 tide schools " * 150})
    work_off()
    job = Job.objects.get()
    assert job.state == State.DONE
    assert len(job.result) < 100
    assert client.get(job.result).status_code == 200


def test_a_job_does_not_search_elsewhere_when_its_campaign_is_gone(visit, cem, traced, work_off, monkeypatch):  # noqa: F811
    monkeypatch.setattr(searched, "AT_ONCE", 10)
    campaign = traced()
    visit(cem).post("/lineage/search-all/", {"q": "tide fund", "campaign": campaign.pk})
    campaign.handling = Handling.RESTRICTED
    campaign.save()
    work_off()
    job = Job.objects.get(kind="lineage.trace")
    assert job.state == State.FAILED
    assert "the campaign is gone" in job.problem


def test_what_is_only_proposed_is_found_in_the_whole_office_too(visit, cem, written):
    document = written("Draft", "1. The sea shall be open.", date="2022-02-02")
    proposal = Proposal(kind="insert", author="Velane", text=" to tide schools", span=(16, 16), tracked=True)
    document.passages.update(proposals=[asdict(proposal)])
    shown = page(visit(cem), q="tide schools")
    assert "1 of 1 document has them" in shown
    assert "only in a tracked insertion by Velane" in shown


def test_outsiders_cannot_start_a_search(visit, settings, shelf):
    settings.HANSE_OPEN_TO_PUBLIC = True
    answer = visit().post("/lineage/search-all/", {"q": "tide schools"})
    assert answer.status_code == 302
    assert "/account/login/" in answer.headers["Location"]


def test_the_office_knows_which_text_a_campaigns_draft_revises_as_far_as_one_sees_the_campaign(visit, cem, traced):  # noqa: F811
    campaign = traced()
    zero, revised = campaign.texts.filter(role="draft")
    revised.parent = zero
    revised.save()
    assert "(a version of it)" in page(visit(cem), q="a reception centre")
    campaign.handling = Handling.RESTRICTED
    campaign.save()
    shown = page(visit(cem), q="a reception centre")
    assert "After" in shown
    assert "(a version of it)" not in shown
