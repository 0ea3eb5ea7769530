"""The asks of a statement go to a campaign with one click, with the frozen text as their document."""

from __future__ import annotations

from hanse.workspace.campaigns.models import AskRecord, Campaign
from hanse.workspace.documents.models import Document


def test_the_asks_of_a_statement_are_proposed_in_a_campaign_and_open_onto_its_frozen_text(visit, version, otto):
    version.statement.handling = "internal"
    version.statement.save()
    campaign = Campaign.objects.create(title="Compact of the Bay", owner=otto)
    address = f"/statements/{version.statement_id}/versions/1/asks/"
    assert "call upon States to fund reception in ports" in visit(otto).get(address).content.decode()
    answer = visit(otto).post(address, {"campaign": campaign.pk})
    assert answer.url == f"/campaigns/{campaign.pk}/asks/"
    ask = AskRecord.objects.get(text__contains="fund reception")
    assert ask.proposed
    document = ask.source.document
    assert (document.handling, document.kind, document.title) == (
        "internal",
        "statement",
        "Declaration of the Quiet Harbours",
    )
    held = document.passages.get(pid=ask.passage)
    assert (held.number, held.text[ask.start : ask.end]) == ("1", ask.text)
    visit(otto).post(address, {"campaign": campaign.pk})
    assert Document.objects.count() == 1
    assert AskRecord.objects.filter(text__contains="fund reception").count() == 1


def test_who_makes_no_campaigns_is_not_offered_any(visit, version, tala, rosa):
    address = f"/statements/{version.statement_id}/versions/1/asks/"
    assert visit(tala).get(address).status_code == 404
    assert visit(rosa).post(address).status_code == 404
