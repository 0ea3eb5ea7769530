"""Did a change make a text stronger or weaker?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from hanse.text.document import Span
from hanse.wording.caveats import find_caveats
from hanse.wording.clause import read
from hanse.wording.direction_edits import Edits, edits
from hanse.wording.direction_features import open_features
from hanse.wording.flat import WORD
from hanse.wording.grammar import grammar
from hanse.wording.lexicon import shared
from hanse.wording.shift import shifts
from hanse.wording.strength import strength
from hanse.wording.terms import Term, terms
from hanse.wording.tongue import tongue

_WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"level": 0.35, "directives": 0.25, "caveats": 0.3, "deeds": 0.2, "breadth": 0.1, "negation": 0.05, "shifts": 0.35}
)
"""How much each feature says; of our own judgement, not fitted to any corpus."""
NEUTRAL = 0.12
"""Scores closer to 0 than this are neutral."""


@dataclass(frozen=True, slots=True)
class Direction:
    """Which way a change goes for what the text protects or commands.

    ``score`` from -1 (weaker) to 1 (stronger). ``words``: spans that were struck in the old text and inserted in the
    new one. ``features``: what the score was made from, each from -1 to 1 (sizes from 0 to 1).
    """

    label: Literal["stronger", "neutral", "weaker"]
    score: float
    words: tuple[tuple[Span, ...], tuple[Span, ...]]
    features: Mapping[str, float] = field(default_factory=dict)


def direction(old: str, new: str, *, language: str | None = None) -> Direction:
    """The direction of the change from ``old`` to ``new``, two states of one passage.

    Read from the words that changed: directive words and their level, caveats, graded verbs, negations, and the
    `hanse.wording.shift.shifts` between the two. ``language`` is told from the texts where not given.
    """
    known = language or tongue(new if len(new) > len(old) else old)
    changed = edits(old, new)
    if not changed.pairs:
        return Direction("neutral", 0.0, ((), ()), {})
    measures = _measures(old, new, changed, known)
    score = max(-1.0, min(1.0, sum(weight * measures[name] for name, weight in _WEIGHTS.items())))
    label: Literal["stronger", "neutral", "weaker"] = "neutral"
    if abs(score) >= NEUTRAL:
        label = "stronger" if score > 0 else "weaker"
    return Direction(label, round(score, 6), changed.spans, measures | open_features(changed, known))


def _measures(old: str, new: str, changed: Edits, language: str) -> dict[str, float]:
    struck, inserted = changed.spans
    before, after = strength(old, language=language), strength(new, language=language)
    changes = shifts(old, new, language=language)
    lost = sum(each.effect in ("weakened", "partly", "reversed") for each in changes)
    gained = sum(each.effect == "stronger" for each in changes)
    directives = _levels(new, inserted, language) - _levels(old, struck, language)
    caveats = len(find_caveats(read(old), language)) - len(find_caveats(read(new), language))
    deeds = _deeds(new, inserted, language) - _deeds(old, struck, language)
    gone, come = (sum(b - a for a, b in runs) for runs in (changed.struck, changed.inserted))
    return {
        "level": (after.level - before.level) / 5 if before.level or after.level else 0.0,
        "directives": _bounded(directives / 5),
        "caveats": _bounded(caveats / 2),
        "deeds": _bounded(deeds / 3),
        "breadth": (come - gone) / (come + gone),
        "negation": _bounded((_negations(new, language) - _negations(old, language)) / 2),
        "shifts": _bounded((gained - lost) / 2),
        "size": min(1.0, (gone + come) / 100),
        "share": (gone + come) / (len(changed.old) + len(changed.new)),
        "deleted": float(not new.strip()),
        "struck": min(1.0, gone / 50),
        "inserted": min(1.0, come / 50),
    }


def _bounded(value: float) -> float:
    return max(-1.0, min(1.0, value))


def _within(text: str, spans: Sequence[Span], language: str) -> list[Term]:
    return [term for term in terms(text, language) if any(a <= term.start < b for a, b in spans)]


def _levels(text: str, spans: Sequence[Span], language: str) -> float:
    """Levels of the directive words in what was struck or inserted, above the middle of the scale."""
    flattened = read(text)
    total = 0.0
    for start, end in spans:
        total += sum(hit.label[1] - 2.5 for hit in grammar(language).directives.find(flattened[start:end]))
    return total


def _deeds(text: str, spans: Sequence[Span], language: str) -> float:
    """Graded verbs in what was struck or inserted: ensuring counts for, considering counts against."""
    levels = next(each["levels"] for each in shared("scales")["scale"] if each["name"] == "action")
    return float(sum(levels[term.key] - 1.5 for term in _within(text, spans, language) if term.key in levels))


def _negations(text: str, language: str) -> int:
    words = {"en": ("not", "no", "without"), "fr": ("pas", "sans", "nul"), "es": ("no", "sin", "nadie")}
    return sum(word in words.get(language[:2], words["en"]) for word in WORD.findall(read(text)))
