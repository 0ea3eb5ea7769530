from __future__ import annotations

from hanse.workspace.campaigns.histories import history


def test_what_came_in_together_is_told_together_and_by_whom(otto, traced):
    campaign = traced()
    told = [(entry.who, entry.what) for entry in history(campaign, otto)]
    assert len(told) == 1
    who, what = told[0]
    assert who == "Otto"
    assert what.startswith("added the campaign, “Zero draft”")
    assert what.endswith("ask a1, ask a2")


def test_each_changed_field_is_told_with_what_stood_there_before(visit, otto, traced):
    campaign = traced()
    ask = campaign.asks.get(name="a1")
    said = {"text": ask.text, "kind": "retain", "actor": ask.actor, "date": ask.date, "handling": "public"}
    visit(otto).post(f"/campaigns/{campaign.pk}/asks/{ask.pk}/", {**said, "theme": "Money"})
    entry = history(campaign, otto)[0]
    assert (entry.who, entry.what, entry.fields) == ("Otto", "changed ask a1", (("kind", "add", "retain"),))


def test_the_public_reads_no_names(visit, settings, otto, traced):
    settings.HANSE_OPEN_TO_PUBLIC = True
    campaign = traced(handling="public")
    page = visit(None).get(f"/campaigns/{campaign.pk}/history/").content.decode()
    assert "Somebody" in page
    assert "Otto" not in page


def test_what_a_campaign_was_called_while_it_was_restricted_stays_there(otto, cem, traced):
    campaign = traced()
    for title, handling in (("Talks at the Lighthouse", "restricted"), ("Small Accord", "public")):
        campaign.title, campaign.handling = title, handling
        campaign.save()
    assert "Lighthouse" in str(history(campaign, otto))
    assert "Lighthouse" not in str(history(campaign, cem))


def test_a_removed_document_is_named_to_those_alone_who_may_bring_it_back(otto, cem, traced):
    campaign = traced()
    assert "Harbour proposal" in str(history(campaign, cem))
    campaign.texts.get(document__title="Harbour proposal").document.remove()
    assert "Harbour proposal" in str(history(campaign, otto))
    assert "Harbour proposal" not in str(history(campaign, cem))
