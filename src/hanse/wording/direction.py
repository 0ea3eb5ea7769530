"""Did a change make a text stronger or weaker?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from hanse.text.document import Document, Passage, Span
from hanse.text.given import wording
from hanse.text.spoken import spoken
from hanse.wording.direction_edits import edits
from hanse.wording.direction_features import open_features
from hanse.wording.direction_measures import measures, weighed
from hanse.wording.features import Features
from hanse.wording.lexicon import LANGUAGES
from hanse.wording.tongue import tongue

NEUTRAL = 0.08
"""Scores closer to 0 than this are neutral."""


@dataclass(frozen=True, slots=True)
class Direction:
    """Which way a change goes for what the text protects or commands.

    ``score`` from -1 (weaker) to 1 (stronger). ``words``: spans that were struck in the old text and inserted in the
    new one. ``features``: what the change is made of, by readable name, each from -1 to 1: a fixed set of measures
    (`hanse.wording.direction_measures.measures`) and open-ended words and classes of words
    (`hanse.wording.direction_features.open_features`); a name that is missing is 0.
    """

    label: Literal["stronger", "neutral", "weaker"]
    score: float
    words: tuple[tuple[Span, ...], tuple[Span, ...]]
    features: Mapping[str, float] = field(default_factory=Features)


def direction(
    old: str | Passage | Document, new: str | Passage | Document, *, language: str | None = None
) -> Direction:
    """The direction of the change from ``old`` to ``new``, two states of one passage.

    Read from the words that changed: what they do in a rule (oblige, protect, permit, exempt ...), directive words and
    their level, caveats, graded verbs, and the `hanse.wording.shift.shifts` between the two. Changes of procedure,
    definitions and references are neutral; so is one of case, accents or punctuation only, which has no ``words``. An
    empty ``old`` is a passage that was added, an empty ``new`` one that was deleted; of two empty ones nothing changed.
    ``language`` ("en", "fr", "es") is told from the texts where not given; any other counts as English, so that a text
    without English words is neutral, whatever its ``words`` that changed. Spans are offsets into the text given, of a
    Document into its passages joined by line breaks.

    Two texts that are plainly of two languages cannot be compared word by word: neutral, score 0, without words and
    features. Raises HanseError for what is no text.
    """
    before, after = wording(old), wording(new)
    if not language and _foreign(before, after):
        return Direction("neutral", 0.0, ((), ()))
    known = (wording(language) if language else tongue(after if len(after) > len(before) else before))[:2].lower()
    known = known if known in LANGUAGES else "en"
    changed = edits(before, after)
    found = measures(before, after, changed, known)
    score = weighed(found) if changed.pairs else 0.0
    label: Literal["stronger", "neutral", "weaker"] = "neutral"
    if abs(score) >= NEUTRAL:
        label = "stronger" if score > 0 else "weaker"
    return Direction(label, round(score, 6), changed.spans(known), Features(found | open_features(changed, known)))


def _foreign(old: str, new: str) -> bool:
    """Whether two texts are plainly of different languages; False where nothing tells."""
    one, other = spoken(old), spoken(new)
    return bool(one and other and one != other)
