"""How does a finding go into the database and come back the same? As the contract's JSON, canonical to the byte."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from hanse.text.document import Document, Passage, Proposal
from hanse.tracing.board import Cell, Source, Watch
from hanse.workspace.campaigns.models import FindingRecord

Texts = Mapping[str, Document]
"""Documents by the id that they have on the board."""


def canonical(value: Any) -> str:
    """JSON of one spelling: sorted keys, no escapes, no spaces."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def wordings(asked: str, drafted: str) -> str:
    """Digest of what a reviewer compares: the ask's words and the passage's."""
    return hashlib.sha256(f"{asked}\0{drafted}".encode()).hexdigest()


def record(cell: Cell, asked: str, **keys: Any) -> FindingRecord:
    """An unsaved record of a finding for an ask's words; ``keys`` say campaign, audience, ask and draft."""
    return FindingRecord(
        **keys,
        outcome=cell.outcome,
        provenance=cell.provenance or "",
        met=cell.met,
        reinstated=cell.reinstated,
        how=cell.how or "",
        judged=wordings(asked, cell.passage.text if cell.passage else ""),
        cell=canonical(cell.to_json()),
        shares=[cell.origin.coverage if cell.origin else 0.0, *(rival.coverage for rival in cell.rivals)],
    )


def cell(kept: FindingRecord, texts: Texts) -> Cell:
    """The finding that was recorded. ``texts`` are the campaign's drafts and record, for what the JSON leaves out."""
    said = json.loads(kept.cell)
    strength = said["strength"] or {"ask": None, "draft": None}
    shares = iter(kept.shares)
    origin_share = next(shares, 0.0)
    return Cell(
        ask=said["ask"],
        draft=said["draft"],
        outcome=said["outcome"],
        met=said["met"],
        why=said["why"],
        provenance=said["provenance"],
        reinstated=said["reinstated"],
        how=said["how"],
        coverage=said["coverage"],
        novel=said["novel"],
        expected=said["expected"],
        ask_spans=_spans(said["ask_spans"]),
        draft_spans=_spans(said["draft_spans"]),
        passage=passage(said["draft_passage"], texts.get(said["draft"])),
        nearest=passage(said.get("nearest"), texts.get(said["draft"])),
        ask_strength=strength["ask"],
        draft_strength=strength["draft"],
        caveats=_spans(said["caveats"]),
        origin=source(said["origin"], texts, origin_share) if said["origin"] else None,
        rivals=tuple(source(each, texts, next(shares, 0.0)) for each in said["rivals"]),
    )


def watch(said: str, texts: Texts) -> tuple[Watch, ...]:
    """The watch rows that were recorded as the contract's JSON."""
    return tuple(
        Watch(
            draft=row["draft"],
            change=row["change"],
            passage=_anywhere(row["passage"], row["draft"], texts),
            mentions=_spans(row["mentions"]),
            before=_anywhere(row["before"], "", texts) if row["before"] else None,
            before_mentions=_spans(row["before_mentions"]),
        )
        for row in json.loads(said)
    )


def source(said: dict[str, Any], texts: Texts, share: float) -> Source:
    text = texts.get(said["document"])
    return Source(
        document=said["document"],
        title=said["title"],
        date=said["date"],
        passage=passage(said["passage"], text),
        symbol=said["symbol"],
        actor=said["actor"],
        adopted=bool(text and text.adopted),
        coverage=share,
    )


def passage(said: dict[str, Any] | None, text: Document | None) -> Passage | None:
    """The passage as the text has it now; as it was quoted, where the text was corrected since."""
    if said is None:
        return None
    for each in text.passages if text else ():
        if each.id == said["id"] and each.text == said["text"]:
            return each
    return Passage(
        id=said["id"],
        text=said["text"],
        number=said["number"],
        status=said["status"],
        page=said["page"],
        proposals=tuple(Proposal(each["author"], each["text"]) for each in said["proposals"]),
    )


def _anywhere(said: dict[str, Any], first: str, texts: Texts) -> Passage:
    """A watch row does not say which draft its older passage is from."""
    ordered = sorted(texts.values(), key=lambda each: each.id != first)
    for text in ordered:
        if any(each.id == said["id"] and each.text == said["text"] for each in text.passages):
            return passage(said, text)
    return passage(said, None)


def _spans(said: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in said)
