"""Do the ledger's pages keep the policy and can everybody read them, narrow and wide, light and dark?"""

from __future__ import annotations

import pytest

from hanse.workspace.impact.models import Confirmation, Reply
from hanse.workspace.registry.models import Attestation, Source
from tests.workspace.looks import LOOKS

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_list_position_change_and_form_are_readable_everywhere(
    see, campaign, judged, outside, change, actor, otto, rosa
):
    held = campaign({"record/2030-01-01 Harbour proposal.txt": "1. The Tide Fund shall be open to municipalities.\n"})
    review = judged(held, "a1", rosa)
    outside(review)
    judged(held, "a2", otto)
    league, union, house = actor("League of Harbours"), actor("Union of Ports"), actor("White Harbour", "state")
    made = change("The White Harbour opened a fund", [league, union], [actor("Ministry", "state")], actor=house)
    made.description = "Before, it was for States only.\nNow any port may apply."
    made.save()
    source = Source.objects.create(title="Speech of the First Captain", handling="public")
    Attestation.objects.create(record=made, source=source, quote="Cities may now apply.", handling="public")
    denied = {"settled": "2024-08", "settlement": "They had meant another fund."}
    bank = actor("Harbour Bank", "company")
    Confirmation.objects.create(change=made, by=bank, says="denies", words="It was us.", handling="public", **denied)
    Reply.objects.create(change=made, words="We thank the League.", says="acknowledges", handling="public")
    change("A door opened", [league])
    for look in LOOKS:
        see("/impact/ledger/", otto, look, "ledger")
        see("/impact/ledger/?state=claimed&by=ask", None, look, "claimed")
        see(f"/impact/ledger/{review.ask_id}/{review.draft_id}/", rosa, look, "position")
        see(made.get_absolute_url(), otto, look, "change")
        see("/impact/ledger/new/", otto, look, "new")
