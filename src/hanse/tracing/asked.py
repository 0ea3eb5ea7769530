"""What is asked, and of which passage, as they are judged?"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from hanse.text.document import Passage, Span
from hanse.text.sentences import sentences
from hanse.tracing.board import AskKind
from hanse.tracing.information import Coded
from hanse.tracing.standing import Standing, struck_by
from hanse.wording.lexicon import LANGUAGES
from hanse.wording.predicates import predicates
from hanse.wording.strength import Strength, strength
from hanse.wording.view import whole

CONTESTED: frozenset[AskKind] = frozenset({"delete", "oppose", "retain"})
"""Kinds of ask that hold words of the text itself, often without a verb."""
LONGEST = 20_000
"""Characters above which an ask is no enumeration of deeds."""
SUBSTANCE = 0.6
"""Share of the ask's information that must be left for a directive word or a bearer to be set aside."""
_VERBS = """shall must should will may can could is are was were has have had does do doit doivent devrait devraient
peut peuvent est sont a ont sera seront debe deben deberia deberian puede pueden es son ha han sera seran"""
_FINITE = frozenset(_VERBS.split())


@dataclass(frozen=True, eq=False)
class Asked:
    """An ask as it is judged: its words, its force, and which of its words are substance."""

    text: str
    coded: Coded
    chapeau: str | None = None
    kind: AskKind = "add"

    @cached_property
    def forceless(self) -> bool:
        """Words of the text that are held up without a verb: they have no force to lose."""
        finite = any(token.form in _FINITE for token in self.coded.tokens)
        return self.kind in CONTESTED and not finite and not self.strength.level

    @cached_property
    def strength(self) -> Strength:
        return strength(self.text, chapeau=self.chapeau, language=self.coded.language)

    @cached_property
    def deeds(self) -> tuple[npt.NDArray[np.bool_], ...]:
        """Where several deeds are asked for, for each the tokens of who is to act and of that deed; else nothing."""
        if self.coded.language not in LANGUAGES or len(self.text) > LONGEST:
            return ()
        view = whole(self.text, self.chapeau, self.coded.language)
        parts = predicates(view)
        starts = np.array([token.start for token in self.coded.tokens])
        masks = ((starts < view.head_end) | ((starts >= start) & (starts < end)) for start, end in parts)
        return tuple(mask for mask in masks if self.coded.weights[mask].sum()) if len(parts) > 1 else ()

    @cached_property
    def substance(self) -> npt.NDArray[np.float32]:
        """Weights with those of the directive word and of who is obliged set to nothing.

        Where the bearer is most of the ask (the subject of a passive), it is substance after all.
        """
        weights = self.coded.weights.copy()
        for span in (self.strength.modal_span, self.strength.bearer_span):
            left = weights.copy()
            for i, token in enumerate(self.coded.tokens):
                if span and span[0] <= token.start < span[1]:
                    left[i] = 0
            if left.sum() >= SUBSTANCE * self.coded.information:
                weights = left
        return weights


@dataclass(frozen=True, eq=False)
class Placed:
    """A passage of a version as it is judged."""

    passage: Passage
    coded: Coded
    chapeau: str | None = None
    below: Passage | None = None
    """The passage after it, which may say that it be deleted."""
    standing: Standing = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "standing", Standing(self.passage, struck_by(self.below)))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return sentences(self.passage.text, self.coded.language)
