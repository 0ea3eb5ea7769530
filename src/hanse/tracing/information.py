"""How much does each word of a text say? Rare words weigh more, function words next to nothing.

A text is coded once: its tokens as integers that are equal where the words are the same, alike or synonyms, and one
weight each. Weights come from the background and the text alone, so that no other document can move them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from hanse.text.document import Span
from hanse.text.language_marks import FUNCTION_WORDS
from hanse.text.tokens import Token, guess, tokens
from hanse.tracing.background import background
from hanse.tracing.senses import QUANTITY, Expression, expressions, is_quantity

SILENT = 0.04
"""Weight of a function word: it never decides, but an ask made of nothing else still has a whole."""
FLOOR = 0.35
"""Weight of a content word that every speech has; a word that none has weighs 1."""
UNKNOWN = 0.75
"""Weight of a content word in a language of which there is no background."""

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Coded:
    """A text as the aligner reads it; all arrays have one entry per token."""

    text: str
    language: str
    tokens: tuple[Token, ...]
    forms: Ints
    stems: Ints
    senses: Ints
    """Synonym class of the word, or a number of its own where it has none."""
    weights: Floats
    expressions: tuple[Expression, ...]
    """Words and expressions that have synonyms, as token ranges."""

    @cached_property
    def information(self) -> float:
        """The sum of all weights."""
        return float(self.weights.sum())

    @cached_property
    def by_sense(self) -> dict[str, tuple[Expression, ...]]:
        """The expressions of each sense, in order."""
        found: dict[str, list[Expression]] = {}
        for each in self.expressions:
            found.setdefault(each.sense, []).append(each)
        return {sense: tuple(alike) for sense, alike in found.items()}

    @cached_property
    def content(self) -> npt.NDArray[np.bool_]:
        """True where a token is more than a function word."""
        return self.weights > SILENT

    def span(self, first: int, last: int) -> Span:
        """Characters from token ``first`` to token ``last``, both included."""
        return self.tokens[first].start, self.tokens[last].end


@dataclass
class Coder:
    """Numbers words consistently for one trace, and remembers the texts it has coded."""

    _numbers: dict[str, int] = field(default_factory=dict)
    _texts: dict[tuple[str, str], Coded] = field(default_factory=dict)

    def code(self, text: str, language: str = "") -> Coded:
        """``text`` coded; ``language`` as in `hanse.text.tokens.tokens`."""
        known = self._texts.get((text, language))
        if known is None:
            known = self._texts[text, language] = self._coded(text, language)
        return known

    def _coded(self, text: str, language: str) -> Coded:
        spoken = language.split("-")[0]
        if spoken in ("", "und"):
            spoken = guess([token.form for token in tokens(text, "und")])
        words = tokens(text, spoken)
        forms = [token.form for token in words]
        stems = [token.key for token in words]
        found = expressions(stems, spoken)
        single = {each.first: each.sense for each in found if each.first == each.last}
        single |= {i: QUANTITY for i, form in enumerate(forms) if is_quantity(form, spoken)}
        return Coded(
            text=text,
            language=spoken,
            tokens=words,
            forms=self._numbered("form", forms),
            stems=self._numbered("stem", stems),
            senses=np.array(
                [self._number(f"sense {single[i]}" if i in single else f"stem {stem}") for i, stem in enumerate(stems)],
                dtype=np.int32,
            ),
            weights=weights(forms, spoken),
            expressions=found,
        )

    def _numbered(self, kind: str, words: list[str]) -> Ints:
        return np.array([self._number(f"{kind} {word}") for word in words], dtype=np.int32)

    def _number(self, name: str) -> int:
        return self._numbers.setdefault(name, len(self._numbers))


def weights(forms: list[str], language: str) -> Floats:
    """The information of each folded word, between `SILENT` and 1."""
    if language == "en":
        past = background()
        shares = np.log((past.documents + 1) / (past.frequencies(forms) + 1)) / np.log(past.documents + 1)
        told = FLOOR + (1 - FLOOR) * shares
    else:
        told = np.full(len(forms), UNKNOWN)
    silent = FUNCTION_WORDS.get(language, frozenset())
    is_silent = np.array([form in silent or (len(form) == 1 and form.isascii() and form.isalpha()) for form in forms])
    return np.where(is_silent.astype(bool), SILENT, told).astype(np.float32)
