from __future__ import annotations

from hanse.workspace.campaigns.models import AskRecord

from .conftest import files

STATEMENT = """We call on States to consult mayors before they open a reception centre.

We urge States to open the Tide Fund to municipalities directly.
"""


def names(campaign):
    return [ask.name for ask in campaign.asks.filter(discarded=False)]


def change(client, campaign, doing, *asks):
    chosen = [campaign.asks.get(name=name).pk for name in asks]
    where = f"/campaigns/{campaign.pk}/asks/change/"
    return client.post(where, {"do": doing, "ask": chosen}, follow=True).content.decode()


def test_found_asks_are_proposed_until_a_person_accepts_them(visit, otto, traced):
    found = files(**{"asks/2031-01-20 Statement of Highmere.txt": STATEMENT})
    del found["asks/asks.csv"]
    campaign = traced(found)
    client = visit(otto)
    assert "proposed by the machine" in client.get(f"/campaigns/{campaign.pk}/asks/").content.decode()
    change(client, campaign, "accept", *names(campaign))
    assert not campaign.asks.filter(proposed=True).exists()


def test_asks_are_found_again_without_doubling_those_that_are_there(visit, otto, traced):
    campaign = traced(files(**{"asks/2031-01-20 Statement of Highmere.txt": STATEMENT}))
    client = visit(otto)
    assert "were found" in change(client, campaign, "find")
    number = campaign.asks.count()
    assert number > 2
    assert "No further asks" in change(client, campaign, "find")
    assert campaign.asks.count() == number


def test_an_ask_is_written_by_hand_under_a_name_that_is_free(visit, otto, traced):
    campaign = traced()
    said = {"text": "Cities  shall\nbe heard.", "kind": "add", "actor": "Highmere", "date": "", "handling": "public"}
    visit(otto).post(f"/campaigns/{campaign.pk}/asks/new/", said)
    ask = campaign.asks.get(actor="Highmere", name="A1")
    assert ask.text == "Cities shall be heard."


def test_merging_keeps_the_first_and_discards_the_others(visit, otto, traced):
    campaign = traced()
    change(visit(otto), campaign, "merge", "a1", "a2")
    assert names(campaign) == ["a1"]
    assert "consult mayors" in campaign.asks.get(name="a1").text
    change(visit(otto), campaign, "restore", "a2")
    assert names(campaign) == ["a1", "a2"]


def test_one_ask_cannot_be_merged_with_itself(visit, otto, traced):
    campaign = traced()
    assert "fewer than two" in change(visit(otto), campaign, "merge", "a1")
    assert names(campaign) == ["a1", "a2"]


def test_splitting_gives_parts_with_names_of_their_own(visit, otto, traced):
    campaign = traced()
    ask = campaign.asks.get(name="a2")
    parts = "States shall consult mayors.\n\nThey shall do so before they open a centre."
    visit(otto).post(f"/campaigns/{campaign.pk}/asks/{ask.pk}/split/", {"parts": parts})
    assert names(campaign) == ["a1", "a2.1", "a2.2"]


def test_a_discarded_ask_leaves_the_board_and_comes_back_with_its_verdicts(visit, otto, traced):
    campaign = traced()
    client = visit(otto)
    change(client, campaign, "discard", "a1")
    assert "a1" not in [row.ask.name for row in client.get(f"/campaigns/{campaign.pk}/").context["rows"]]
    change(client, campaign, "restore", "a1")
    assert "a1" in [row.ask.name for row in client.get(f"/campaigns/{campaign.pk}/").context["rows"]]


def test_every_change_of_an_ask_is_kept_with_who_made_it(visit, otto, traced):
    campaign = traced()
    ask = campaign.asks.get(name="a1")
    said = {
        "text": "The Tide Fund shall be open to cities.",
        "kind": "add",
        "actor": "",
        "date": "",
        "handling": "public",
    }
    visit(otto).post(f"/campaigns/{campaign.pk}/asks/{ask.pk}/", said)
    assert AskRecord.history.filter(id=ask.pk).first().history_user == otto


def test_whoever_may_only_read_sees_asks_and_changes_nothing(visit, cem, traced):
    campaign = traced()
    client = visit(cem)
    page = client.get(f"/campaigns/{campaign.pk}/asks/").content.decode()
    assert "Tide Fund" in page
    assert "Write an ask" not in page
    assert client.post(f"/campaigns/{campaign.pk}/asks/change/", {"do": "discard"}).status_code == 404
    assert client.get(f"/campaigns/{campaign.pk}/asks/new/").status_code == 404
