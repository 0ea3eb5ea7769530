"""What do other programs read of how a claim stands? What its page says, with what is proposed counted apart."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.evidence.judging import judge
from hanse.workspace.evidence.proposing import propose
from hanse.workspace.registry.models import Claim, Source

NONE = {"supports": 0, "contrasts": 0, "mentions": 0, "unsure": 0}


@pytest.fixture
def claims(db) -> list[Any]:
    """Three claims, each with what a book says of it, not judged yet."""
    source, book = (Source.objects.create(title=name, handling=Handling.PUBLIC) for name in ("Yearbook", "Book"))
    made = []
    for number in range(3):
        claim = Claim.objects.create(
            wording=f"{number} towns signed.", source=source, quote=f"{number} signed.", handling=Handling.PUBLIC
        )
        made.append((claim, propose(claim, source=book, quote=f"{number} did.", stance="supports")))
    return made


def test_a_claim_says_how_it_stands_with_judged_and_proposed_apart(visit, claims, rosa, olga, rhea):
    (first, piece), (second, other), _ = claims
    judge(piece, rosa, "contrasts")
    judge(other, rosa, "supports")
    judge(other, olga, "mentions")
    told = {each["id"]: each for each in visit(rhea).get("/api/v1/claims").json()["results"]}
    assert told[first.pk]["state"] == "contrasted"
    assert told[first.pk]["judged"] == {**NONE, "contrasts": 1}
    assert told[first.pk]["proposed"] == NONE
    assert (told[second.pk]["state"], told[second.pk]["disagreed"]) == ("open", 1)
    assert told[claims[2][0].pk]["state"] == "open"
    assert told[claims[2][0].pk]["proposed"] == {**NONE, "supports": 1}
    one = visit(rhea).get(f"/api/v1/claims/{first.pk}").json()
    assert {name: one[name] for name in ("state", "judged", "circular")} == {
        name: told[first.pk][name] for name in ("state", "judged", "circular")
    }


def test_evidence_out_of_sight_is_in_no_state_and_no_count(visit, claims, rosa, rhea):
    claim, piece = claims[0]
    judge(piece, rosa, "supports")
    piece.handling = Handling.RESTRICTED
    piece.save()
    address = f"/api/v1/claims/{claim.pk}"
    assert visit(rosa).get(address).json()["state"] == "supported"
    seen = visit(rhea).get(address).json()
    assert (seen["state"], seen["judged"], seen["proposed"]) == ("open", NONE, NONE)


def test_many_claims_are_asked_for_in_as_many_queries_as_few(visit, claims, rhea):
    client = visit(rhea)
    client.get("/api/v1/claims")
    counts = []
    for size in (1, 3):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert len(client.get(f"/api/v1/claims?page_size={size}").json()["results"]) == size
        counts.append(len(asked))
    assert counts[0] == counts[1]
