"""The starting facts bring the library's claims about words, each with what can be counted of it."""

from __future__ import annotations

from hanse.wording.audit import stored
from hanse.workspace.registry.seeding import seed
from hanse.workspace.visibility.models import WordsClaimed


def test_the_library_s_claims_come_with_the_starting_facts(facts, db, visit, otto):
    held = {each.claim_id: each.spec for each in WordsClaimed.objects.select_related("claim")}
    assert len(held) == len(stored())
    assert {each.words for each in held.values()} == {each.words for each in stored()}
    seed()
    assert WordsClaimed.objects.count() == len(stored())
    page = visit(otto).get("/wording/claims/").content.decode()
    assert all(f"/claims/{each}/" in page for each in held)
