"""What do the ledger's pages show, to whom, and what is done on them?"""

from __future__ import annotations

import csv
import io
import re

import pytest
from openpyxl import load_workbook

from hanse.workspace.impact.models import Change, Claimed, Confirmation, FindingReply, Outside
from hanse.workspace.registry.models import Attestation, Source

pytestmark = pytest.mark.django_db
LEDGER = "/impact/ledger/"
WORDS = "The Tide Fund shall be open to municipalities directly."


def text(response, status=200):
    assert response.status_code == status
    return re.sub(r"\s+", " ", response.content.decode())


def address(review):
    return f"{LEDGER}{review.ask_id}/{review.draft_id}/"


def test_an_empty_ledger_says_how_it_fills(visit, otto):
    assert "It fills itself from" in text(visit(otto).get(LEDGER))
    assert "Nothing is in the ledger yet." in text(visit().get(LEDGER))


def test_the_list_shows_what_counts_and_apart_what_does_not(visit, campaign, judged, outside, rosa):
    held = campaign()
    outside(judged(held, "a1", rosa))
    judged(held, "a2", rosa)
    page = text(visit().get(LEDGER))
    assert "<dt>by document</dt><dd>1</dd>" in page
    assert "Final text, 1" in page
    assert "Confirmed by: <bdi>Institute of Harbours</bdi>" in page
    assert "States shall consult mayors" not in page
    apart = text(visit().get(f"{LEDGER}?state=claimed"))
    assert "Whether those who confirm it stand outside the claimants is not documented." in apart
    assert "The machine proposes it" in text(visit().get(f"{LEDGER}?state=proposed"))
    assert "None." in text(visit().get(f"{LEDGER}?state=disputed"))


def test_the_list_is_narrowed_by_claimant_text_year_region_and_words(visit, campaign, judged, outside, rosa, actor):
    actor("City of Port Velane", "city", country="MAR")
    held = campaign()
    for ask in ("a1", "a2", "a3"):
        outside(judged(held, ask, rosa))
    client = visit()
    for asked, number in (
        ("", 2),
        ("by=ask", 3),
        ("by=ask&claimant=City of Lowmark", 1),
        ("year=2031", 2),
        ("region=Africa", 1),
        ("region=-", 2),
        ("q=reception", 1),
    ):
        page = text(client.get(f"{LEDGER}?{asked}"))
        assert page.split('class="lines positions"')[1].count('<p class="eyebrow">') == number, asked
    assert "No position passes these filters." in text(client.get(f"{LEDGER}?q=nothing"))
    assert "There is no year “1066” here" in text(client.get(f"{LEDGER}?year=1066"))
    assert "are not filtered by colour" in text(client.get(f"{LEDGER}?colour=red"))


def test_a_position_opens_onto_words_passage_and_those_who_confirmed(visit, campaign, judged, outside, rosa, cem):
    review = judged(campaign(), "a1", rosa)
    outside(review, function="Fellow")
    page = text(visit().get(address(review)))
    assert "<mark data-pair=" in page
    assert "outside, of Institute of Harbours, by their own statement" in page
    assert "Others who asked for the same passage" in page
    assert "City of Lowmark" in page
    assert "Rosa" not in page
    assert "(Rosa)" in text(visit(cem).get(address(review)))
    assert "Write down a reply" not in page


def test_a_reviewer_states_where_they_belong_and_takes_it_back(visit, campaign, judged, rosa, otto):
    review = judged(campaign(), "a1", rosa)
    client = visit(rosa)
    assert "You confirmed 1 of these without saying where you belong" in text(client.get(LEDGER))
    page = text(client.get(address(review)))
    assert "Before it counts:" in page
    assert "Say to which organisation you belong" in text(client.post(f"{address(review)}outside/", {}), 422)
    said = {"name": "Institute of Harbours", "function": "Fellow"}
    assert "Your statement is kept." in text(client.post(f"{address(review)}outside/", said, follow=True))
    assert Outside.objects.get().claimants == "City of Port Velane\nCity of Lowmark"
    assert "<dt>by document</dt><dd>1</dd>" in text(client.get(LEDGER))
    assert visit(otto).post(f"{address(review)}outside/", said).status_code == 404
    client.post(f"{address(review)}outside/", {"take_back": "1"})
    assert not Outside.objects.exists()
    assert "<dt>by document</dt><dd>0</dd>" in text(client.get(LEDGER))


def test_whoever_made_the_campaign_is_told_that_their_word_does_not_count(visit, campaign, judged, otto):
    page = text(visit(otto).get(address(judged(campaign(), "a1", otto))))
    assert "I belong to none of the claimants" not in page
    assert "your word confirms the finding, and does not make it count" in page


def test_an_officer_writes_down_a_reply_to_a_finding(visit, campaign, judged, otto, rosa):
    review = judged(campaign(), "a1", rosa)
    said = {"by": "Facilitators", "says": "denies", "words": "It came from us.", "date": "2031", "handling": "internal"}
    assert visit(rosa).post(f"{address(review)}reply/", said).status_code == 404
    page = text(visit(otto).post(f"{address(review)}reply/", said, follow=True))
    assert "It was noted already." in text(visit(otto).post(f"{address(review)}reply/", said, follow=True))
    assert FindingReply.objects.count() == 1
    assert "It came from us." in page
    assert FindingReply.objects.get().author == otto
    assert "It came from us." not in text(visit().get(address(review)))
    wrong = {**said, "words": "", "date": "soon"}
    assert "Write a date as" in text(visit(otto).post(f"{address(review)}reply/", wrong), 422)
    gone = {"take_out": FindingReply.objects.get().pk}
    assert "It came from us." not in text(visit(otto).post(f"{address(review)}reply/", gone, follow=True))
    assert [each.history_type for each in FindingReply.history.all()] == ["-", "+"]


def test_a_restricted_campaign_s_position_does_not_exist_for_others(visit, campaign, judged, outside, rosa, cem):
    review = judged(campaign(handling="restricted"), "a1", rosa)
    outside(review)
    assert visit(rosa).get(address(review)).status_code == 200
    for user in (cem, None):
        assert visit(user).get(address(review)).status_code == 404
        assert "Nothing is in the ledger yet." in text(visit(user).get(LEDGER))


def test_a_change_is_noted_in_one_form_with_claim_source_and_confirmation(visit, otto, actor):
    actor("White Harbour", "state"), actor("League"), actor("Union"), actor("Ministry", "international")
    said = {
        "title": "The White Harbour opened a fund for cities",
        "kind": "fund",
        "date": "2024-05",
        "actor": "White Harbour",
        "description": "Before, it was for States.",
        "claimant": "League",
        "contribution": "We drafted the rules.",
        "claimant_2": "Union",
        "contribution_2": "We asked in public.",
        "source": "Speech of the First Captain",
        "url": "https://example.org/speech",
        "quote": "Cities may now apply.",
        "by": "Ministry",
        "says": "confirms",
        "words": "Without the League it would not have come.",
        "said_on": "2024-06-01",
        "handling": "public",
        "mark": "abcdefghij",
    }
    client = visit(otto)
    assert "Who outside says so" in text(client.get(f"{LEDGER}new/"))
    page = text(client.post(f"{LEDGER}new/", said, follow=True))
    assert "Noted." in page
    for words in ("We drafted the rules.", "We asked in public.", "Cities may now apply.", "Several claim it"):
        assert words in page
    assert "outside: the registry knows of no tie to a claimant" in page
    client.post(f"{LEDGER}new/", said)
    counts = [model.objects.count() for model in (Change, Claimed, Confirmation, Attestation)]
    assert counts == [1, 2, 1, 1]
    public = text(visit().get(LEDGER))
    assert "<dt>changes without a draft</dt><dd>1</dd>" in public
    assert "Confirmed by: <bdi>Ministry</bdi>" in public


def test_what_is_missing_in_the_form_is_said_and_nothing_is_written(visit, otto, rosa, actor):
    actor("League")
    said = {"title": "A fund", "kind": "fund", "claimant": "League", "contribution": "We wrote.", "handling": "public"}
    wrong = {**said, "mark": "abcdefghij", "date": "soon", "quote": "Yes.", "by": "League", "claimant_2": "Nobody"}
    page = text(visit(otto).post(f"{LEDGER}new/", wrong), 422)
    for words in ("Write a date as", "Name the source", "Write what they said", "Nothing here is called “Nobody”"):
        assert words in page
    assert not Change.objects.exists()
    assert visit(rosa).get(f"{LEDGER}new/").status_code == 404
    assert visit(rosa).post(f"{LEDGER}new/", said).status_code == 404


def test_an_address_without_a_title_is_the_source_s_name(visit, otto, actor):
    actor("League")
    said = {"title": "A fund", "kind": "fund", "claimant": "League", "contribution": "We wrote.", "handling": "public"}
    given = {**said, "mark": "abcdefghij", "url": "https://example.org/speech", "quote": "Yes."}
    page = text(visit(otto).post(f"{LEDGER}new/", given, follow=True))
    assert "Noted." in page
    assert Attestation.objects.get().source.title == "https://example.org/speech"


def test_the_page_of_a_change_says_what_is_missing_and_shows_denials(visit, change, actor, otto):
    made = change("A fund opened", [actor("League")])
    assert "One person outside all claimants has to confirm it." in text(visit().get(made.get_absolute_url()))
    bank = actor("Bank", "company")
    Confirmation.objects.create(change=made, by=bank, says="denies", words="No.", handling="public")
    page = text(visit(otto).get(made.get_absolute_url()))
    assert "Denies it" in page
    assert "The denial has to be settled" in page
    assert f"/registry/confirmations/add/?change={made.pk}" in page


def test_a_source_that_a_reader_may_not_see_is_not_named(visit, change, actor, otto):
    letter = Source.objects.create(title="A letter in confidence", handling="internal")
    made = change("A fund opened", [actor("League")], [actor("Ministry", "state")])
    Confirmation.objects.update(source=letter)
    assert "A letter in confidence" in text(visit(otto).get(made.get_absolute_url()))
    assert "A letter in confidence" not in text(visit().get(made.get_absolute_url()))


def test_records_of_one_change_name_one_another(visit, change, actor):
    ministry = actor("Ministry", "state")
    first = change("A fund opened", [actor("League")], [ministry])
    other = change("The fund was opened", [actor("Union")], same_as=first)
    page = text(visit().get(other.get_absolute_url()))
    assert "These records are one change" in page
    assert "A fund opened" in page
    assert "Somebody outside all claimants confirmed it." in page


def test_a_circle_of_same_records_is_refused(change, actor):
    from django.core.exceptions import ValidationError

    first = change("A fund opened", [actor("League")])
    other = change("The fund was opened", [actor("Union")], same_as=first)
    first.same_as = other
    with pytest.raises(ValidationError, match="said to be the same as this one already"):
        first.full_clean()


def test_the_ledger_leaves_as_csv_and_xlsx_with_its_evidence(visit, campaign, judged, outside, change, actor, rosa):
    outside(judged(campaign(), "a1", rosa))
    change("=A fund opened", [actor("League")], [actor("Ministry", "state")])
    client = visit(rosa)
    response = client.get(f"{LEDGER}positions.csv?state=counted")
    rows = list(csv.DictReader(io.StringIO(b"".join(response).decode("utf-8-sig"))))
    assert [row["kind"] for row in rows] == ["finding", "change"]
    assert rows[0]["passage"] == WORDS
    assert "Institute of Harbours" in rows[0]["confirmed"]
    assert rows[1]["what"] == "'=A fund opened"
    book = load_workbook(io.BytesIO(b"".join(client.get(f"{LEDGER}positions.xlsx"))))
    assert book.active.max_row == 5
    assert visit().get(f"{LEDGER}positions.csv").status_code == 302
    assert client.get(f"{LEDGER}positions.pdf").status_code == 404
    assert client.get(f"{LEDGER}positions.csv?state=nothing").status_code == 422


def test_the_export_is_the_same_bytes_in_every_language(visit, change, actor, rosa):
    change("A fund opened", [actor("League")], [actor("Ministry", "state")])
    client = visit(rosa)
    first = b"".join(client.get(f"{LEDGER}positions.csv", headers={"accept-language": "fr"}))
    assert first == b"".join(client.get(f"{LEDGER}positions.csv", headers={"accept-language": "ar"}))


def test_changes_come_and_go_by_sheet_as_every_kind_does(visit, change, actor, otto):
    change("A fund opened", [actor("League")], [actor("Ministry", "state")])
    for kind in ("changes", "claimed-changes", "confirmations", "replies"):
        assert b"id," in b"".join(visit(otto).get(f"/{kind}/export.csv"))
        assert visit(otto).get(f"/{kind}/").status_code == 200
        assert visit(otto).get(f"/registry/{kind}/add/").status_code == 200
