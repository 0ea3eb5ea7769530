"""How is access of many noted at once? The same session and circumstances for a list of actors, with their evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from hanse.workspace.processes.models import Access, Session
from hanse.workspace.registry.models import Actor, Attestation, Source

SAME = ("item", "route", "delegation", "setting", "function", "decision", "decided_by")
"""What makes two records of access of an actor in a session the same."""
_WORDS = {"route", "setting", "function", "decision"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What every record of a list rests on."""

    source: Source
    quote: str = ""
    locator: str = ""
    confidence: str = "high"


@dataclass(frozen=True, slots=True)
class Recorded:
    """How many records are new, and how many stood there already."""

    added: int
    known: int


def record(
    session: Session,
    actors: Iterable[Actor],
    said: dict[str, Any],
    *,
    handling: str,
    evidence: Evidence | None = None,
    why: str = "",
) -> Recorded:
    """Note the access of ``actors`` in a session; all or none. What stands there already gets the evidence only."""
    added = known = 0
    said = {name: said.get(name) or ("" if name in _WORDS else None) for name in SAME}
    with transaction.atomic():
        for actor in dict.fromkeys(actors):
            access = Access.objects.standing().filter(session=session, actor=actor, **said).first()
            if access is None:
                access = Access(session=session, actor=actor, handling=handling, **said)
                access._change_reason = why or None
                access.save()
                added += 1
            else:
                known += 1
            if evidence is not None:
                _attest(access, evidence, handling, why)
    return Recorded(added, known)


def _attest(access: Access, evidence: Evidence, handling: str, why: str) -> None:
    """Let the source say that the record is so, where it does not yet."""
    said = {"source": evidence.source, "quote": evidence.quote, "locator": evidence.locator, "field": ""}
    if access.attestations.filter(removed=None, **said).exists():
        return
    attestation = Attestation(record=access, confidence=evidence.confidence, handling=handling, **said)
    attestation._change_reason = why or None
    attestation.save()
