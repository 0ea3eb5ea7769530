"""Does a claim hold? Its state follows from judged evidence; what is only proposed is counted apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from hanse.workspace.evidence.circular import rests_on_claim
from hanse.workspace.evidence.models import Evidence, Judgement, Stance
from hanse.workspace.registry.models import Claim

Label = Literal["open", "supported", "contrasted", "disputed"]
AT_ONCE = 2_000
LABELS: tuple[Label, ...] = ("open", "supported", "contrasted", "disputed")


@dataclass(frozen=True, slots=True)
class Counts:
    """So many pieces of evidence by stance."""

    supports: int = 0
    contrasts: int = 0
    mentions: int = 0
    unsure: int = 0

    @property
    def total(self) -> int:
        return self.supports + self.contrasts + self.mentions + self.unsure


@dataclass(frozen=True, slots=True)
class State:
    """How a claim stands for one reader.

    ``judged`` counts evidence on whose stance all its judges agree, ``proposed`` what nobody has judged, ``disagreed``
    what judges see differently, ``circular`` what is judged to support the claim but rests on the claim's own source.
    """

    label: Label = "open"
    judged: Counts = field(default_factory=Counts)
    proposed: Counts = field(default_factory=Counts)
    disagreed: int = 0
    circular: int = 0

    @property
    def total(self) -> int:
        """All the evidence that there is for this reader."""
        return self.judged.total + self.proposed.total + self.disagreed + self.circular


@dataclass(frozen=True, slots=True)
class Judged:
    """One piece of evidence as the rule sees it: what is proposed, what its judges say, whether it goes in a circle."""

    proposed: str
    judges: tuple[str, ...] = ()
    circular: bool = False

    @property
    def settled(self) -> str:
        """The stance on which all judges agree; "" where nobody judged it, or they differ."""
        return self.judges[0] if len(set(self.judges)) == 1 else ""

    @property
    def disagreed(self) -> bool:
        return len(set(self.judges)) > 1

    @property
    def begs(self) -> bool:
        """Whether it supports the claim with the claim's own source: that is no second voice. One that contradicts
        itself is heard."""
        return self.circular and self.settled == Stance.SUPPORTS


def rule(pieces: Iterable[Judged]) -> State:
    """The state that follows from some pieces of evidence: from what is settled and independent, and nothing else."""
    pieces = list(pieces)
    judged = Counter(each.settled for each in pieces if each.settled and not each.begs)
    proposed = Counter(each.proposed for each in pieces if not each.judges)
    return State(
        _label(judged[Stance.SUPPORTS], judged[Stance.CONTRASTS]),
        Counts(**judged),
        Counts(**proposed),
        sum(each.disagreed for each in pieces),
        sum(each.begs for each in pieces),
    )


def _label(supports: int, contrasts: int) -> Label:
    if supports and contrasts:
        return "disputed"
    return "supported" if supports else "contrasted" if contrasts else "open"


def state(claim: Claim, user: Any) -> State:
    """How a claim that the user is known to see stands, by the evidence that the user may see."""
    return states([claim], user)[claim.pk]


def states(claims: Sequence[Claim], user: Any) -> dict[str, State]:
    """By their keys: how claims that the user is known to see stand. Three queries for each `AT_ONCE` of them."""
    parts = [claims[at : at + AT_ONCE] for at in range(0, len(claims), AT_ONCE)]
    return {pk: each for part in parts for pk, each in _states(part, user).items()}


def _states(claims: Sequence[Claim], user: Any) -> dict[str, State]:
    own = {each.pk: each for each in _with_sources(claims)}
    found = Evidence.objects.of_seen(list(own), user).order_by().select_related("source")
    found = found.only(*_READ)
    said: dict[str, list[str]] = {}
    words = Judgement.objects.standing().filter(evidence__claim__in=list(own)).order_by("made", "id")
    for evidence, stance in words.values_list("evidence_id", "stance"):
        said.setdefault(evidence, []).append(stance)
    pieces: dict[str, list[Judged]] = {pk: [] for pk in own}
    for each in found:
        circular = rests_on_claim(each, own[each.claim_id])
        pieces[each.claim_id].append(Judged(each.stance, tuple(said.get(each.pk, ())), circular))
    return {pk: rule(each) for pk, each in pieces.items()}


_READ = (
    "claim_id",
    "stance",
    "sha256",
    "repeats",
    "document_id",
    "source_id",
    "source__url",
    "source__document_id",
)


def _with_sources(claims: Sequence[Claim]) -> Iterable[Claim]:
    return Claim._base_manager.select_related("source__document").filter(pk__in=[each.pk for each in claims])
