"""Is what two texts share substance, or the boilerplate that any text of the kind has?

Boilerplate is of two kinds. Formulas of drafting ("is amended to read as follows", "recalling its resolution") are
told by their words, whatever background one has (``formulas.toml``). Phrases that everybody uses ("the purposes and
principles of the Charter") are told by the background: the words of a phrase that many speeches have say little,
however rare each of them may be.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

import numpy as np

from hanse.tracing.align import Alignment
from hanse.tracing.background import LONGEST, background
from hanse.tracing.information import Coded, Floats
from hanse.tracing.senses import is_quantity

EVEN = 1.2
"""Worth of shared words at which substance is as likely as boilerplate: that of two or three telling words."""
SHORTEST_PHRASE = 3
"""Words from which a run counts as a phrase."""
_FILE = Path(__file__).with_name("formulas.toml")


def substance(alignment: Alignment) -> float:
    """How likely what is shared is substance, 0 to 1; it is boilerplate below one half."""
    worth = shared_substance(alignment)
    return worth / (worth + EVEN)


def shared_substance(alignment: Alignment) -> float:
    """The worth of the shared words, 0 or more; it grows with every telling word."""
    return float((telling(alignment.ask)[alignment.mine] * alignment.worth).sum())


def telling(text: Coded) -> Floats:
    """How much each word of a text tells of its substance, 0 to 1: the square of its information, less where it
    stands in a common phrase; nothing for numbers and for words of drafting."""
    formula = formulas(text.language)
    forms = [token.form for token in text.tokens]
    silent = [form in formula or any(map(str.isdigit, form)) or is_quantity(form, text.language) for form in forms]
    told = np.square(text.weights) * _freshness(forms, text.language)
    return np.where(np.array(silent, dtype=bool), np.float32(0), told).astype(np.float32)


@lru_cache(maxsize=16)
def formulas(language: str) -> frozenset[str]:
    """The folded words of drafting of a language; none where nobody has listed them."""
    listed = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return frozenset(word for group in listed.get(language, {}).values() for word in group.split())


def _freshness(forms: list[str], language: str) -> Floats:
    """For every word 1, less the more of the background's speeches have the commonest phrase in which it stands."""
    fresh = np.ones(len(forms), dtype=np.float32)
    if language != "en":
        return fresh
    past = background()
    for size in range(SHORTEST_PHRASE, LONGEST + 1):
        rare = 1 - np.log(past.frequencies(forms, size) + 1) / np.log(past.documents + 1)
        for start in np.flatnonzero(rare < 1).tolist():
            fresh[start : start + size] = np.minimum(fresh[start : start + size], rare[start])
    return fresh
