"""How much of what a change does to a rule can be measured, and which way?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from types import MappingProxyType

from hanse.text.document import Span
from hanse.wording.caveats import find_caveats
from hanse.wording.clause import read
from hanse.wording.direction_edits import Edits
from hanse.wording.direction_norms import FORMAL, OPENERS, PULL, marks, standing
from hanse.wording.flat import WORD
from hanse.wording.grammar import grammar
from hanse.wording.lexicon import shared
from hanse.wording.shift import shifts
from hanse.wording.strength import strength
from hanse.wording.terms import Term, terms

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"pull": 1.0, "level": 0.35, "directives": 0.25, "caveats": 0.3, "deeds": 0.2, "shifts": 0.35}
)
"""How much each measure says of the direction; of our own judgement."""
PULLED = 0.3
"""What one word of full pull, alone, counts for."""


def measures(old: str, new: str, changed: Edits, language: str) -> dict[str, float]:
    """The measures of a change, from -1 to 1 where they have a direction, else sizes from 0 to 1.

    - ``pull``: 0.3 P / sqrt(1 + |P|), with P the pulls of the classes of the words inserted less those struck, and |P|
      the sum of their sizes; what stands under an exemption does not count, the exemption itself does;
    - ``formal``: share of procedure, definitions and references among the words of any class that changed;
    - ``level``: change of the main clause's force (`hanse.strength`), in fifths;
    - ``directives``, ``deeds``: directive words and graded verbs inserted less those struck, by their level;
    - ``caveats``: caveats struck less those inserted;
    - ``shifts``: gains less losses that `hanse.wording.shift.shifts` finds; a reversal is two losses;
    - ``breadth``: words inserted less those struck, by all that changed; ``negation``: words of denial likewise;
    - ``size``, ``share``, ``struck``, ``inserted``: how many words changed; ``deleted``: nothing is left.
    """
    struck, inserted = changed.spans(language)
    before, after = strength(old, language=language), strength(new, language=language)
    gone, come = (sum(b - a for a, b in runs) for runs in (changed.struck, changed.inserted))
    pull, formal = _pull(changed, language)
    return {
        "pull": pull,
        "formal": formal,
        "level": (after.level - before.level) / 5,
        "directives": _bounded((_levels(new, inserted, language) - _levels(old, struck, language)) / 5),
        "caveats": _bounded((len(find_caveats(read(old), language)) - len(find_caveats(read(new), language))) / 2),
        "deeds": _bounded((_deeds(new, inserted, language) - _deeds(old, struck, language)) / 3),
        "shifts": _shifted(old, new, language),
        "breadth": (come - gone) / max(1, come + gone),
        "negation": _bounded((_negations(new, language) - _negations(old, language)) / 2),
        "size": min(1.0, (gone + come) / 100),
        "share": (gone + come) / max(1, len(changed.old) + len(changed.new)),
        "deleted": float(not changed.new),
        "struck": min(1.0, gone / 50),
        "inserted": min(1.0, come / 50),
    }


def weighed(found: Mapping[str, float]) -> float:
    """The score that measures add up to; 0 where what changed is mostly formal."""
    if found["formal"] > 0.5:
        return 0.0
    return _bounded(sum(weight * found[name] for name, weight in WEIGHTS.items()))


def _pull(changed: Edits, language: str) -> tuple[float, float]:
    total = size = formal = 0.0
    for sign, text, runs in ((-1, changed.old, changed.struck), (1, changed.new, changed.inserted)):
        known = marks(text, language)
        governed = standing(text, known, OPENERS)
        places = {place for first, end in runs for place in range(first, end)}
        for mark in known:
            if mark.first in places:
                formal += FORMAL.get(mark.kind, 0.0)
                size += abs(PULL.get(mark.kind, 0.0))
                if governed[mark.first] != "exemption" or mark.kind == "exemption":
                    total += sign * PULL.get(mark.kind, 0.0)
    return _bounded(PULLED * total / sqrt(1 + size)), formal / (formal + size) if formal else 0.0


def _shifted(old: str, new: str, language: str) -> float:
    effects = {"weakened": -1, "partly": -1, "reversed": -2, "stronger": 1}
    return _bounded(sum(effects[each.effect] for each in shifts(old, new, language=language)) / 2)


def _bounded(value: float) -> float:
    return max(-1.0, min(1.0, value))


def _levels(text: str, spans: Sequence[Span], language: str) -> float:
    """Levels of the directive words in what was struck or inserted, above the middle of the scale."""
    flattened = read(text)
    found = (hit for start, end in spans for hit in grammar(language).directives.find(flattened[start:end]))
    return sum(hit.label[1] - 2.5 for hit in found)


def _deeds(text: str, spans: Sequence[Span], language: str) -> float:
    """Graded verbs in what was struck or inserted: ensuring counts for, considering counts against."""
    levels = next(each["levels"] for each in shared("scales")["scale"] if each["name"] == "action")
    return float(sum(levels[term.key] - 1.5 for term in _within(text, spans, language) if term.key in levels))


def _within(text: str, spans: Sequence[Span], language: str) -> list[Term]:
    return [term for term in terms(text, language) if any(a <= term.start < b for a, b in spans)]


def _negations(text: str, language: str) -> int:
    words = {"en": ("not", "no", "without"), "fr": ("pas", "sans", "nul"), "es": ("no", "sin", "nadie")}
    return sum(word in words.get(language[:2], words["en"]) for word in WORD.findall(read(text)))
