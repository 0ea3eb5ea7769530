"""How do people correct the asks that were found? Edited, merged, split, discarded; always as new asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hanse.errors import HanseError
from hanse.text.document import strictest
from hanse.tracing.board import Ask

_EDITABLE = {"text", "actor", "date", "kind", "theme", "handling"}


def edited(ask: Ask, **changes: Any) -> Ask:
    """The ask with other words, actor, date, kind, theme or handling; its id and its place in the statement stay.

    Raises HanseError for empty words, TypeError for what cannot be edited.
    """
    if unknown := set(changes) - _EDITABLE:
        raise TypeError(f"an ask's {', '.join(sorted(unknown))} cannot be edited")
    if "text" in changes:
        changes["text"] = " ".join(changes["text"].split())
        if not changes["text"]:
            raise HanseError("an ask needs words", where=ask.id, do="write them, or discard the ask")
    return replace(ask, **changes)


def merged(asks: Sequence[Ask], *, text: str = "") -> Ask:
    """Several asks as one, under the first one's id, kind and place; ``text`` or else all their words in order.

    Actors are joined with "; ", the date is the earliest known, the strictest handling wins. Raises HanseError where
    there are fewer than two, or where their kinds differ.
    """
    if len(asks) < 2:
        raise HanseError("there are fewer than two asks to merge", do="choose two or more")
    if len({ask.kind for ask in asks}) > 1:
        kinds = ", ".join(sorted({ask.kind for ask in asks}))
        raise HanseError(f"asks of different kinds cannot be one ({kinds})", do="give them the same kind first")
    first = asks[0]
    together = next((one for one in asks if all(_holds(one, other) for other in asks)), None)
    words = text or (together.text if together else " ".join(dict.fromkeys(ask.text for ask in asks)))
    same_passage = all((ask.document, ask.passage) == (first.document, first.passage) for ask in asks)
    spans = [ask.span for ask in asks if ask.span]
    return replace(
        edited(first, text=words),
        actor="; ".join(dict.fromkeys(ask.actor for ask in asks if ask.actor)),
        date=min((ask.date for ask in asks if ask.date), default=None),
        theme=next((ask.theme for ask in asks if ask.theme), ""),
        span=(min(spans)[0], max(end for _, end in spans)) if spans and same_passage else first.span,
        handling=strictest(*(ask.handling for ask in asks)),
    )


def _holds(one: Ask, other: Ask) -> bool:
    return other.text.casefold() in one.text.casefold()


def split(ask: Ask, texts: Sequence[str]) -> tuple[Ask, ...]:
    """One ask as several, with ids "<id>.1", "<id>.2"; a part whose words stand in the ask keeps its own place.

    Raises HanseError where there are fewer than two parts, or where one has no words.
    """
    if len(texts) < 2:
        raise HanseError("an ask is split into two or more", where=ask.id, do="give the words of each part")
    parts = []
    for number, text in enumerate(texts, 1):
        part = edited(ask, text=text)
        at = ask.text.find(part.text)
        span = ask.span
        if span and at >= 0 and span[1] - span[0] == len(ask.text):
            span = (span[0] + at, span[0] + at + len(part.text))
        parts.append(replace(part, id=f"{ask.id}.{number}", span=span))
    return tuple(parts)


def discarded(asks: Sequence[Ask], id: str) -> tuple[Ask, ...]:
    """All asks but the one with this id. Raises KeyError where there is none."""
    left = tuple(ask for ask in asks if ask.id != id)
    if len(left) == len(asks):
        raise KeyError(id)
    return left
