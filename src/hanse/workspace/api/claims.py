"""What does a program learn of a claim beside its columns? How it stands, by the evidence that the reader may see."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from ninja import Field, Schema

from hanse.workspace.evidence.states import Label, states
from hanse.workspace.registry.models import Claim


class EvidenceCounted(Schema):
    """So many pieces of evidence by stance."""

    supports: int
    contrasts: int
    mentions: int
    unsure: int


FIELDS: dict[str, Any] = {
    "state": (Label, Field(description="follows from evidence that people judged, and from nothing else")),
    "judged": (EvidenceCounted, Field(description="evidence on whose stance all its judges agree")),
    "proposed": (EvidenceCounted, Field(description="evidence that nobody has judged yet; it decides nothing")),
    "disagreed": (int, Field(description="pieces of evidence that judges see differently")),
    "circular": (int, Field(description="pieces judged to support it that rest on the claim's own source")),
}


def stood(claims: Sequence[Claim], user: Any) -> dict[str, dict[str, Any]]:
    """By key, how claims that the user is known to see stand. Three queries."""
    return {
        pk: {
            "state": each.label,
            "judged": asdict(each.judged),
            "proposed": asdict(each.proposed),
            "disagreed": each.disagreed,
            "circular": each.circular,
        }
        for pk, each in states(claims, user).items()
    }
