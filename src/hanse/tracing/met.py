"""What does an outcome mean to the one who asked? It follows from the kind of ask."""

from __future__ import annotations

from hanse.tracing.board import AskKind, Met, Outcome

_WANTED: dict[Outcome, Met] = {
    "reflected": "yes",
    "weakened": "in part",
    "partly reflected": "in part",
    "pending": "open",
    "reversed": "no",
    "deleted": "no",
    "not reflected": "no",
}
_UNWANTED: dict[Outcome, Met] = {
    "reflected": "no",
    "weakened": "in part",
    "partly reflected": "in part",
    "pending": "open",
    "reversed": "yes",
    "deleted": "yes",
    "not reflected": "yes",
}


def met(kind: AskKind, outcome: Outcome, *, unknown: bool = False) -> Met:
    """Yes, in part, no or open.

    Delete and oppose asks hold the contested words, so their absence is what was asked. A process ask expects no text:
    where the text is silent, whether it was met is open. So it is where the contested words are ``unknown``, because
    the ask only says what is to be done with them (`hanse.tracing.contested`).
    """
    if unknown:
        return "open"
    if kind in ("delete", "oppose"):
        return _UNWANTED[outcome]
    if kind == "process" and outcome in ("not reflected", "deleted"):
        return "open"
    return _WANTED[outcome]
