from __future__ import annotations

import re

from hanse.workspace.campaigns.models import Review

from .conftest import files


def address(client, campaign, ask="a2", draft="Zero draft"):
    """The address of one cell, as the board gives it."""
    key = campaign.asks.get(name=ask).pk
    version = campaign.texts.get(document__title=draft).pk
    found = f"/campaigns/{campaign.pk}/cells/{key}/{version}/"
    assert found in client.get(f"/campaigns/{campaign.pk}/").content.decode()
    return found


def judge(client, where, verdict="confirm", outcome="", note=""):
    page = client.get(where).content.decode()
    judged = re.search(r'name="judged" value="(\w+)"', page).group(1)
    said = {"verdict": verdict, "outcome": outcome, "note": note, "judged": judged}
    return client.post(f"{where}review/", said, follow=True)


def test_a_cell_shows_both_passages_with_what_they_share_and_where_to_read_them(visit, cem, traced):
    campaign = traced()
    client = visit(cem)
    page = client.get(address(client, campaign)).content.decode()
    assert "<mark data-pair=" in page
    assert "as appropriate" in page
    assert "Machine proposed, not yet judged by a person." in page
    draft = campaign.texts.get(document__title="Zero draft").document
    assert f"/documents/{draft.pk}/#2" in page


def test_a_reviewer_overrides_and_board_and_history_say_so(visit, rosa, traced):
    campaign = traced()
    client = visit(rosa)
    where = address(client, campaign)
    page = judge(client, where, "override", "partly reflected", "Only the mayors.").content.decode()
    assert "On a reviewer’s word" in page
    assert "Only the mayors." in page
    board = client.get(f"/campaigns/{campaign.pk}/").content.decode()
    assert 's-overridden">overridden' in board
    assert Review.history.count() == 1


def test_two_reviewers_disagreement_is_kept_and_shown(visit, rosa, otto, traced):
    campaign = traced()
    where = address(visit(rosa), campaign)
    judge(visit(rosa), where, "override", "reversed")
    page = judge(visit(otto), where, "confirm").content.decode()
    assert "Reviewers disagree" in page
    assert Review.objects.count() == 2
    assert "s-disputed" in visit(rosa).get(f"/campaigns/{campaign.pk}/").content.decode()


def test_a_second_verdict_of_the_same_reviewer_changes_the_first_and_both_stay_in_the_history(visit, rosa, traced):
    campaign = traced()
    where = address(visit(rosa), campaign)
    judge(visit(rosa), where, "override", "reversed", "first")
    page = judge(visit(rosa), where, "confirm", note="second").content.decode()
    assert Review.objects.get().verdict == "confirm"
    assert "first" in page
    assert "second" in page


def test_a_verdict_can_be_withdrawn_by_its_reviewer_alone_and_stays_in_the_history(visit, rosa, otto, cem, traced):
    campaign = traced()
    where = address(visit(rosa), campaign)
    assert "Withdraw my verdict" not in visit(rosa).get(where).content.decode()
    judge(visit(rosa), where, "override", "reversed", "first")
    assert "Withdraw my verdict" not in visit(otto).get(where).content.decode()
    visit(otto).post(f"{where}withdraw/")
    assert visit(cem).post(f"{where}withdraw/").status_code == 404
    assert Review.objects.count() == 1
    page = visit(rosa).post(f"{where}withdraw/", follow=True).content.decode()
    assert not Review.objects.exists()
    assert "withdrew a verdict (overridden, reversed)" in page
    assert "Nobody has judged this finding yet." in page


def test_an_override_must_say_what_it_is_instead(visit, rosa, traced):
    campaign = traced()
    page = judge(visit(rosa), address(visit(rosa), campaign), "override").content.decode()
    assert "Say what the outcome is instead." in page
    assert not Review.objects.exists()


def test_a_verdict_on_a_page_that_is_out_of_date_is_refused(visit, rosa, traced):
    campaign = traced()
    where = address(visit(rosa), campaign)
    said = {"verdict": "confirm", "judged": "0" * 64}
    page = visit(rosa).post(f"{where}review/", said).content.decode()
    assert "look again" in page
    assert not Review.objects.exists()


def test_whoever_may_not_review_finds_no_form_and_no_door(visit, cem, traced):
    campaign = traced()
    where = address(visit(cem), campaign)
    assert "Your verdict" not in visit(cem).get(where).content.decode()
    assert visit(cem).post(f"{where}review/", {"verdict": "confirm"}).status_code == 404


def test_a_verdict_outlives_a_new_trace_and_says_when_the_wording_has_changed(visit, rosa, traced):
    from hanse.workspace.campaigns.retracing import retrace

    campaign = traced()
    client = visit(rosa)
    where = address(client, campaign)
    judge(client, where, "override", "reversed", "kept")
    retrace(campaign, lambda share, words: None, lambda: False, whole=True)
    assert "On a reviewer’s word" in client.get(where).content.decode()
    ask = campaign.asks.get(name="a2")
    ask.text = "States shall consult elected mayors before they open a reception centre."
    ask.save()
    retrace(campaign, lambda share, words: None, lambda: False)
    page = client.get(where).content.decode()
    assert "judged on an earlier wording" in page
    assert "kept" in page
    assert "Machine proposed" in page


def test_what_an_ask_says_is_never_run(visit, otto, traced):
    words = "States shall <script>alert(1)</script> consult mayors."
    campaign = traced(files(**{"asks/asks.csv": f"id,actor,date,text\na2,X,2031-01-01,{words}\n"}))
    client = visit(otto)
    assert "<script>alert" not in client.get(address(client, campaign)).content.decode()


def test_a_cell_without_a_passage_quotes_the_draft_in_which_the_ask_last_stood(visit, cem, traced):
    gone = "1. The Parties shall meet every spring.\n"
    campaign = traced(files(**{"drafts/2031-06-08 Revision 2.txt": gone}))
    client = visit(cem)
    page = client.get(address(client, campaign, "a1", "Revision 2")).content.decode()
    assert "It last stood in" in page
    assert address(client, campaign, "a1", "Revision 1") in page
    assert '<blockquote class="former"' in page


def test_the_board_tells_how_those_who_asked_fare_against_the_draft_before(visit, rosa, traced):
    campaign = traced()
    client = visit(rosa)
    base = f"/campaigns/{campaign.pk}/"
    assert "2 better" in client.get(base).content.decode()
    assert "2 of 2 asks" in client.get(f"{base}?moved=better").content.decode()
    assert "No ask fits" in client.get(f"{base}?moved=worse").content.decode()
    judge(client, address(client, campaign, "a2", "Revision 1"), "override", "reversed")
    assert "1 better" in client.get(base).content.decode()
