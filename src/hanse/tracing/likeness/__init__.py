"""How alike are two passages?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hanse.text.document import Document, Passage
from hanse.text.given import wording
from hanse.tracing.likeness.features import features
from hanse.tracing.likeness.level import head
from hanse.tracing.likeness.pair import Pair
from hanse.wording.features import Features

Text = str | Passage | Document

ALMOST = 0.999
"""The most that two texts can score whose words are not the same."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two passages are.

    ``score`` from 0 to 1 ranks pairs. ``level``: 0 unrelated, 1 partly related, 2 related, 3 almost identical,
    4 identical. ``features``: what can be measured of the pair, always under the same names.
    """

    score: float
    level: int
    features: Mapping[str, float] = field(default_factory=Features)


def likeness(a: Text, b: Text) -> Likeness:
    """How alike ``a`` and ``b`` are, whichever comes first.

    ``score`` is the mean of three coefficients of Dice (1945), each over the information of the words: that of the
    stems which both texts have, and those of the words standing in runs of two and of three stems which both have.
    The same words in the same order, whatever their case, accents and punctuation, are level 4 and score 1, two empty
    texts too; texts without a common stem are level 0 and score 0. Of a Document the passages are compared,
    furniture aside. Raises HanseError for what is no text.
    """
    pair = Pair.of(wording(a), wording(b))
    found = Features(features(pair))
    if pair.identical:
        return Likeness(1.0, 4, found)
    score = min(ALMOST, (found["words_dice"] + found["runs2_dice"] + found["runs3_dice"]) / 3)
    return Likeness(score, head().level(found) if score else 0, found)
