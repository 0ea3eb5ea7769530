"""How does a reader see the evidence of a claim? Each passage in its context, with what people said of it, by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from markupsafe import Markup

from hanse.reports.phrases import share
from hanse.workspace.documents.elsewhere import quotation
from hanse.workspace.documents.models import Passage
from hanse.workspace.documents.quoted import address
from hanse.workspace.evidence.circular import rests_on_claim
from hanse.workspace.evidence.models import Evidence, Judgement, Stance
from hanse.workspace.evidence.quoting import placed
from hanse.workspace.evidence.states import Judged
from hanse.workspace.registry.models import Claim
from hanse.workspace.registry.said import links_of


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence on the page of its claim.

    ``words`` is the passage with the quotation marked, or the quotation alone where the passage cannot be shown;
    ``removed`` tells since when what it was taken from is no longer here; ``lost`` that the text is here without it.
    """

    evidence: Evidence
    judged: Judged
    judgements: tuple[Judgement, ...]
    own: Judgement | None
    words: Markup
    language: str
    link: str
    called: str
    removed: datetime | None = None
    lost: bool = False

    @property
    def side(self) -> str:
        """Where it stands: by what all judges say, else by what was proposed."""
        return self.judged.settled or self.evidence.stance

    @property
    def circular(self) -> bool:
        return self.judged.circular

    @property
    def cues(self) -> tuple[str, ...]:
        """The words that decided what a machine proposed."""
        return tuple(each for each in self.evidence.cues if isinstance(each, str) and each)

    @property
    def confidence(self) -> str:
        """How sure the machine is, as a share; "" for what people found."""
        return "" if self.evidence.confidence is None else share(self.evidence.confidence)


@dataclass(frozen=True, slots=True)
class Sides:
    """The evidence of a claim as its page shows it: two sides, and what takes neither."""

    supports: tuple[Piece, ...]
    contrasts: tuple[Piece, ...]
    others: tuple[Piece, ...]

    @property
    def any(self) -> bool:
        return bool(self.supports or self.contrasts or self.others)


def sides(claim: Claim, user: Any) -> Sides:
    """All the evidence of a claim that the user is known to see: what people judged first, then what is proposed."""
    found = pieces(claim, user)
    found.sort(key=lambda each: (not each.judged.settled, not each.judged.disagreed))
    by_side = {side: tuple(each for each in found if each.side == side) for side in Stance.values}
    others = (*by_side[Stance.MENTIONS], *by_side[Stance.UNSURE])
    return Sides(by_side[Stance.SUPPORTS], by_side[Stance.CONTRASTS], others)


def pieces(claim: Claim, user: Any) -> list[Piece]:
    """Each piece of evidence of a claim that the user may see."""
    claim = Claim._base_manager.select_related("source__document").get(pk=claim.pk)
    held = list(Evidence.objects.of_seen([claim.pk], user).select_related("source__document", "document"))
    said: dict[str, list[Judgement]] = {}
    for word in Judgement.objects.standing().filter(evidence__in=held).select_related("judge"):
        said.setdefault(word.evidence_id, []).append(word)
    passages = _passages(held)
    links = links_of([each.source for each in held if each.source_id], user)
    return [_piece(each, claim, said.get(each.pk, []), passages, links, user) for each in held]


def _passages(held: Sequence[Evidence]) -> dict[tuple[str, str], Passage]:
    placed_in = [each for each in held if each.document_id and each.passage]
    documents, pids = {each.document_id for each in placed_in}, {each.passage for each in placed_in}
    rows = Passage.objects.filter(document__in=documents, pid__in=pids, document__removed=None).select_related(
        "document"
    )
    return {(each.document_id, each.pid): each for each in rows}


def _piece(
    evidence: Evidence,
    claim: Claim,
    said: list[Judgement],
    passages: dict[tuple[str, str], Passage],
    links: dict[str, str],
    user: Any,
) -> Piece:
    passage = passages.get((evidence.document_id or "", evidence.passage))
    place = placed(evidence.quote, [passage]) if passage else None
    removed = gone_since(evidence)
    return Piece(
        evidence,
        Judged(evidence.stance, tuple(each.stance for each in said), rests_on_claim(evidence, claim)),
        tuple(said),
        next((each for each in said if each.judge_id == user.pk), None),
        quotation(place.passage.text, [place.span]) if place else Markup("<mark>{}</mark>").format(evidence.quote),
        evidence.document.language if evidence.document_id else "",
        "" if removed else _link(evidence, passage, links),
        _called(evidence, passage),
        removed,
        bool(evidence.document_id and not removed and place is None),
    )


def gone_since(evidence: Evidence) -> datetime | None:
    """Since when what a passage was taken from is no longer here; None where it is."""
    origin = evidence.document or evidence.source
    return evidence.gone if origin is None else origin.removed


def _link(evidence: Evidence, passage: Passage | None, links: dict[str, str]) -> str:
    if passage is not None:
        return address(passage.get_absolute_url(), evidence.quote, passage.pid)
    if evidence.document_id:
        return evidence.document.get_absolute_url()
    return links.get(evidence.source_id, "")


def _called(evidence: Evidence, passage: Passage | None) -> str:
    return evidence.locator or (passage.number or passage.label if passage else "")
