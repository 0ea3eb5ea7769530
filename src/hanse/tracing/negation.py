"""Do an ask and a passage deny in the same places?"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from hanse.text.document import Span
from hanse.tracing.align import Alignment
from hanse.tracing.information import Coded

SAME_BUT_FOR_EDITING = 0.90
"""Share of the ask's information, aligned to the letter, from which two texts differ only by an editor's hand."""
_WORDS = """no not never nor none neither cannot without ne pas jamais sans ni aucun aucune nul nulle nunca sin ningun
ninguna nadie tampoco jamas"""
_NEGATIONS = frozenset(_WORDS.split())
_DENYING = frozenset(["prohibit", "end", "abolish", "refrain", "prevent"])
"""Senses of words that deny as a negation does ("detention is prohibited", "nobody shall be detained")."""
_REFUSING = frozenset(["deny", "exclude", "cancel", "withdraw"])
"""Senses of words that turn round what they are put before."""

Mask = npt.NDArray[np.bool_]


def said_by_denying(text: Coded, aligned: Mask, other: Coded, other_aligned: Mask) -> Mask:
    """Which unaligned words of ``text`` deny, where ``other`` has an unaligned negation: it says the same."""
    said = np.zeros(len(text.tokens), dtype=bool)
    if any(token.form in _NEGATIONS and not other_aligned[j] for j, token in enumerate(other.tokens)):
        for each in text.expressions:
            if each.sense in _DENYING and not aligned[each.first : each.last + 1].any():
                said[each.first : each.last + 1] = True
    return said


def keeps_negation(alignment: Alignment, clause: Span) -> bool:
    """Whether near-identical texts deny in the same places: every negation of either is aligned, and in order.

    Then nothing is turned round, whatever an editor did to the conjunctions between.
    """
    if alignment.coverage * alignment.exact < SAME_BUT_FOR_EDITING or bool((np.diff(alignment.theirs) < 0).any()):
        return False
    ask, passage = alignment.ask, alignment.passage
    kept = set(zip(alignment.mine.tolist(), alignment.theirs.tolist(), strict=True))
    mine = [i for i, token in enumerate(ask.tokens) if token.form in _NEGATIONS]
    theirs = [
        j for j, token in enumerate(passage.tokens) if token.form in _NEGATIONS and clause[0] <= token.start < clause[1]
    ]
    denied = any(
        each.sense in _DENYING | _REFUSING and not any(place in paired for place in range(each.first, each.last + 1))
        for text, paired in ((ask, {i for i, _ in kept}), (passage, {j for _, j in kept}))
        for each in text.expressions
    )
    return not denied and {i for i, _ in kept} >= set(mine) and {j for _, j in kept} >= set(theirs)
