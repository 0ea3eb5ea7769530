"""Which values are told of the same thing? The claim's, other claims', what sources attest, what evidence states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hanse.places.folding import spaced
from hanse.workspace.evidence.models import Evidence
from hanse.workspace.registry.models import Attestation, Claim
from hanse.workspace.registry.said import number

_ASIDE = re.compile(r"\([^)]*\)")
_SMALL = frozenset(re.findall(r"\w+", "of the a an and or in by per de des du la le les el los las y et en"))
_PERCENT = frozenset({"percent", "per cent", "%", "pour cent", "por ciento"})


@dataclass(frozen=True, slots=True)
class Told:
    """A value, who tells it, and where that is written down; ``kind`` claim, attestation or evidence."""

    value: str
    unit: str
    said_by: str
    record: Any
    kind: str
    quote: str = ""
    on: str = ""
    differs: bool = False


def told(claim: Claim, user: Any) -> tuple[Told, ...]:
    """The values side by side, the claim's own first; () where the claim has none or nobody tells another of the same.

    The same is: the same subject, and the same field or the same thing counted; what its evidence states, always.
    """
    if not claim.value:
        return ()
    own = Told(claim.value, claim.unit, str(claim.source), claim, "claim", claim.quote)
    others = [*_evidence(claim, user)]
    if claim.subject_id and claim.subject_type_id:
        others += [*_claims(claim, user), *_attestations(claim, user)]
    return (own, *others) if others else ()


def _claims(claim: Claim, user: Any) -> Iterator[Told]:
    about = {"subject_type": claim.subject_type_id, "subject_id": claim.subject_id}
    found = Claim.objects.all().about_seen(claim.subject, user) if claim.subject else Claim.objects.none()
    for each in found.filter(**about).exclude(pk=claim.pk).exclude(value="").select_related("source"):
        if _of_the_same(claim, each.field, each.unit):
            yield Told(
                each.value, each.unit, str(each.source), each, "claim", each.quote, "", differ(claim, each.value)
            )


def _attestations(claim: Claim, user: Any) -> Iterator[Told]:
    if claim.subject is None:
        return
    found = Attestation.objects.all().about_seen(claim.subject, user).exclude(value="").exclude(field="")
    for each in found.select_related("source"):
        if _of_the_same(claim, each.field, each.unit):
            apart = differ(claim, each.value)
            yield Told(each.value, each.unit, str(each.source), each, "attestation", each.quote, each.on, apart)


def _evidence(claim: Claim, user: Any) -> Iterator[Told]:
    for each in Evidence.objects.of_seen([claim.pk], user).exclude(value=""):
        apart = differ(claim, each.value)
        yield Told(each.value, each.unit, each.source_title, each, "evidence", each.quote, each.date, apart)


def differ(claim: Claim, value: str) -> bool:
    """Whether another value is told than the claim's: by number where both have one, by their words otherwise."""
    one, other = number(claim.value), number(value)
    if one is not None and other is not None:
        return one != other
    return spaced(claim.value) != spaced(value)


def _of_the_same(claim: Claim, field: str, unit: str) -> bool:
    if claim.field and claim.field == field:
        return True
    mine, theirs = counted(claim.unit), counted(unit)
    return bool(mine & theirs) and bool(mine & _PERCENT) == bool(theirs & _PERCENT)


def counted(unit: str) -> frozenset[str]:
    """The things that a unit counts: "cities represented (over)" counts cities, as "city" does."""
    words = spaced(_ASIDE.sub(" ", unit)).split()
    return frozenset(_one(word) for word in words if word not in _SMALL) | ({"%"} if "%" in unit else set())


def _one(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and len(word) > 3 else word
