"""How much of what a change does to a rule can be measured, and which way?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from types import MappingProxyType

from hanse.wording.caveats import find_caveats
from hanse.wording.clause import read
from hanse.wording.direction_edits import Edits, Run, Word
from hanse.wording.direction_norms import FORMAL, OPENERS, PULL, marks, pull, standing
from hanse.wording.flat import WORD
from hanse.wording.grammar import grammar
from hanse.wording.lexicon import shared
from hanse.wording.shift import shifts
from hanse.wording.strength import strength
from hanse.wording.terms import terms

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"pull": 1.0, "level": 0.35, "directives": 0.25, "caveats": 0.3, "deeds": 0.2, "shifts": 0.35}
)
"""How much each measure says of the direction; of our own judgement."""
FORMAL_SHARE = 0.5
"""Share of procedure, definitions and references above which a change has no direction."""
PULLED = 0.3
"""What one word of full pull, alone, counts for."""
PASSAGE = 1000
"""Words of a text at most in which shifts are looked for: they compare clauses, not documents."""


def measures(old: str, new: str, changed: Edits, language: str) -> dict[str, float]:
    """The measures of a change, from -1 to 1 where they have a direction, else sizes from 0 to 1.

    - ``pull``: 0.3 P / sqrt(1 + |P|), with P the pulls of the classes of the words inserted less those struck
      (`hanse.wording.direction_norms.pull`), and |P| the sum of their sizes;
    - ``formal``: share of procedure, definitions and references among the words of any class that changed;
    - ``level``: change of the main clause's force (`hanse.strength`), in fifths; an exemption's counts against;
    - ``directives``, ``deeds``: directive words and graded verbs inserted less those struck, by their level, but for
      those that make an exemption ("shall not apply");
    - ``caveats``: caveats struck less those inserted;
    - ``shifts``: gains less losses that `hanse.wording.shift.shifts` finds; a reversal is two losses; 0 in long texts;
    - ``breadth``: words inserted less those struck, by all that changed; ``negation``: words of denial likewise;
    - ``size``, ``share``, ``struck``, ``inserted``: how many words changed; ``deleted``: nothing is left.
    """
    before = _Side(old, changed.old, changed.struck, language)
    after = _Side(new, changed.new, changed.inserted, language)
    gone, come = before.size, after.size
    weight = before.weight + after.weight
    formal = before.formal + after.formal
    return {
        "pull": _bounded(PULLED * (after.pull - before.pull) / sqrt(1 + weight)),
        "formal": formal / (formal + weight) if formal else 0.0,
        "level": _bounded((after.force - before.force) / 5),
        "directives": _bounded((after.directives - before.directives) / 5),
        "caveats": _bounded((before.caveats - after.caveats) / 2),
        "deeds": _bounded((after.deeds - before.deeds) / 3),
        "shifts": _shifted(old, new, language) if len(changed.old) + len(changed.new) <= 2 * PASSAGE else 0.0,
        "breadth": (come - gone) / max(1, come + gone),
        "negation": _bounded((after.negations - before.negations) / 2),
        "size": min(1.0, (gone + come) / 100),
        "share": (gone + come) / max(1, len(changed.old) + len(changed.new)),
        "deleted": float(bool(changed.old) and not changed.new),
        "struck": min(1.0, gone / 50),
        "inserted": min(1.0, come / 50),
    }


def weighed(found: Mapping[str, float]) -> float:
    """The score that measures add up to; 0 where what changed is mostly formal."""
    return 0.0 if found["formal"] > FORMAL_SHARE else _bounded(sum(parts(found).values()))


def parts(found: Mapping[str, float]) -> dict[str, float]:
    """What each measure adds to the score, before it is bounded."""
    return {name: weight * found.get(name, 0.0) for name, weight in WEIGHTS.items()}


def _shifted(old: str, new: str, language: str) -> float:
    effects = {"weakened": -1, "partly": -1, "reversed": -2, "stronger": 1}
    return _bounded(sum(effects[each.effect] for each in shifts(old, new, language=language)) / 2)


def _bounded(value: float) -> float:
    return max(-1.0, min(1.0, value))


class _Side:
    """One of the two texts, and what there is in the words of it that changed."""

    def __init__(self, text: str, words: Sequence[Word], runs: Sequence[Run], language: str) -> None:
        self.language = language
        self.flattened = read(text)
        self.size = sum(end - first for first, end in runs)
        self._spans = [(words[first].start, words[end - 1].end) for first, end in runs]
        known = marks(words, language)
        self._exempting = [
            (words[mark.first].start, words[mark.end - 1].end) for mark in known if mark.kind == "exemption"
        ]
        places = {place for first, end in runs for place in range(first, end)}
        governed = standing(words, known, OPENERS)
        touched = [mark for mark in known if mark.first in places]
        pulls = [pull(mark.kind, governed[mark.first]) for mark in touched]
        self.pull = sum(pulls)
        self.weight = sum(abs(PULL.get(mark.kind, each)) for mark, each in zip(touched, pulls, strict=True))
        self.formal = sum(FORMAL.get(mark.kind, 0.0) for mark in touched)
        self.caveats = len(find_caveats(self.flattened, language))
        self.force = self._force(text)

    def _force(self, text: str) -> int:
        found = strength(text, language=self.language)
        exempts = found.modal_span is not None and self._exempts(found.modal_span[0])
        return -found.level if exempts else found.level

    def _exempts(self, at: int) -> bool:
        return any(start <= at < end for start, end in self._exempting)

    @property
    def directives(self) -> float:
        """Levels of the directive words among what changed, above the middle of the scale."""
        book = grammar(self.language).directives
        found = ((start, hit) for start, end in self._spans for hit in book.find(self.flattened[start:end]))
        return sum(hit.label[1] - 2.5 for start, hit in found if not self._exempts(start + hit.start))

    @property
    def deeds(self) -> float:
        """Graded verbs among what changed: ensuring counts for, considering counts against."""
        levels = next(each["levels"] for each in shared("scales")["scale"] if each["name"] == "action")
        found = [
            term
            for term in terms(self.flattened, self.language)
            if term.key in levels and any(a <= term.start < b for a, b in self._spans)
        ]
        return float(sum(levels[term.key] - 1.5 for term in found if not self._exempts(term.start)))

    @property
    def negations(self) -> int:
        words = DENIALS.get(self.language[:2], DENIALS["en"])
        return sum(word in words for word in WORD.findall(self.flattened))


DENIALS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"en": ("not", "no", "without"), "fr": ("pas", "sans", "nul"), "es": ("no", "sin", "nadie")}
)
