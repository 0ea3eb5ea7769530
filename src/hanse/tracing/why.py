"""Why this finding? One sentence for a person."""

from __future__ import annotations

from hanse.text.document import Passage
from hanse.tracing.board import How, Outcome, Provenance, Source

_HOW: dict[How, str] = {
    "verbatim": "word for word",
    "close": "in nearly the same words",
    "paraphrase": "in other words",
}
_PROVENANCE: dict[Provenance, str] = {
    "new": "",
    "already there": "it was there before the ask",
    "agreed language": "the words are agreed language",
    "shared": "another actor asked for it too",
}


def name(passage: Passage) -> str:
    """How a sentence calls a passage: by its number, else by its first words."""
    if passage.number:
        return f"paragraph {passage.number}" if passage.number[:1].isdigit() else passage.number
    words = passage.text.split()
    return f"“{' '.join(words[:4])}{' …' if len(words) > 4 else ''}”"


def why(
    outcome: Outcome,
    passage: Passage | None,
    how: How | None,
    reasons: tuple[str, ...],
    *,
    provenance: Provenance | None = None,
    origin: Source | None = None,
    reinstated: bool = False,
    gone_from: tuple[str, Passage] | None = None,
    found_by: str = "",
    remark: str = "",
) -> str:
    """One sentence, with a capital and a full stop."""
    parts = [_main(outcome, passage, how, reasons, gone_from)]
    if reinstated:
        parts.append("it had been deleted and came back")
    if provenance and _PROVENANCE[provenance]:
        cited = f" ({_cited(origin)})" if origin else ""
        parts.append(_PROVENANCE[provenance] + cited)
    if found_by:
        parts.append(found_by)
    if remark:
        parts.append(remark)
    sentence = "; ".join(parts)
    return sentence[0].upper() + sentence[1:] + "."


def _main(
    outcome: Outcome,
    passage: Passage | None,
    how: How | None,
    reasons: tuple[str, ...],
    gone_from: tuple[str, Passage] | None,
) -> str:
    nearest = f"; the nearest is {name(passage)}" if passage else ""
    if outcome == "deleted" and gone_from:
        return f"it stood in {gone_from[0]} ({name(gone_from[1])}) and no passage of this version has it{nearest}"
    if passage is None or outcome in ("not reflected", "deleted"):
        return f"no passage of this version has it{nearest}"
    manner = f" {_HOW[how]}" if how else ""
    because = ", and ".join(reasons[:2])
    where = name(passage)
    if outcome == "reflected":
        return f"{where} has it{manner}" + (f", and {because}" if because else "")
    if outcome == "pending":
        return f"{where} has it{manner}, but it is not agreed: {because}"
    if outcome == "reversed":
        return f"{where} turns it round: {because}"
    if outcome == "partly reflected":
        return f"{where} has only part of it: {because or 'some elements are missing'}"
    return f"{where} has it{manner}, but weaker: {because}"


def _cited(source: Source) -> str:
    number = source.passage.number
    place = f", paragraph {number}" if number[:1].isdigit() else f", {number}" if number else ""
    return f"{source.symbol or source.title or source.document}{place}"
