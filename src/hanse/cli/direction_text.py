"""How does a direction look in a terminal? The words that changed, and what pulled which way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hanse.wording.direction import Direction

SHOWN = 12
"""Changes of one kind that are quoted; how many others there are is said."""
LONGEST = 200
"""Characters of a change that are quoted."""
LEAST = 0.005
"""Shares of the score closer to 0 than this are not worth a word."""


def direction_text(found: Direction, old: str, new: str) -> list[str]:
    """The label and score, what was struck and inserted, and what the measures add to the score, as lines."""
    lines = [f"{found.label} ({found.score:+.2f})"]
    for act, text, spans in (("struck", old, found.words[0]), ("inserted", new, found.words[1])):
        if spans:
            lines.append(f"  {act:<10}{_quoted(text, spans)}")
    return [*lines, f"  {'because':<10}{_because(found)}"]


def _quoted(text: str, spans: Sequence[tuple[int, int]]) -> str:
    words = (" ".join(text[start:end].split()) for start, end in spans[:SHOWN])
    shown = ", ".join(f"“{each[:LONGEST]}{' …' if len(each) > LONGEST else ''}”" for each in words)
    return f"{shown} and {len(spans) - SHOWN} more" if len(spans) > SHOWN else shown


def _because(found: Direction) -> str:
    from hanse.wording.direction_measures import FORMAL_SHARE, parts

    if not found.features:
        return "the two texts are of different languages, whose words cannot be compared"
    if not any(found.words):
        return "no word changed"
    if found.features["formal"] > FORMAL_SHARE:
        return "most of what changed is procedure, definitions or references"
    pulled = sorted(parts(found.features).items(), key=lambda each: -abs(each[1]))
    told = [f"{name} {share:+.2f}" for name, share in pulled if abs(share) >= LEAST]
    return ", ".join(told) or "no measure of force, caveats, duties or rights changed"
