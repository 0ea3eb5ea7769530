"""What other machines read of a claim: its words, where it appears, and a review where evidence was settled."""

from __future__ import annotations

import json
import re

import pytest

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.evidence.judging import judge


@pytest.fixture(autouse=True)
def open_to_all(settings):
    settings.HANSE_OPEN_TO_PUBLIC = True


def linked(visit, claim, user=None) -> dict:
    page = visit(user).get(f"/claims/{claim.pk}/").content.decode()
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])


def test_an_open_claim_has_no_review(claim, evidence, visit):
    evidence("p3")
    said = linked(visit, claim)
    assert (said["@type"], said["text"]) == ("Claim", claim.wording)
    assert said["appearance"]["url"] == "https://example.org/yearbook"
    assert "review" not in said


def test_a_settled_claim_has_one_as_the_public_sees_it(claim, evidence, written, visit, rosa):
    judge(evidence("p3"), rosa, "supports")
    secret = written("Cable", "1. Only 12 towns signed.", handling=Handling.RESTRICTED)
    judge(evidence("p1", "contrasts", document=secret), rosa, "contrasts")
    review = linked(visit, claim, rosa)["review"]
    assert (review["@type"], review["claimReviewed"]) == ("ClaimReview", claim.wording)
    assert review["reviewRating"]["alternateName"] == "Supported"
    assert "supports: 1 · contrasts: 0" in review["reviewRating"]["ratingExplanation"]
