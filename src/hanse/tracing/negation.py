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

_ALLOWED = """may can could peut peuvent pourra pourront puede pueden podra podran"""
_ALLOWING = frozenset(_ALLOWED.split())
_GRANTING = frozenset(["access", "provide", "ensure", "right", "permit", "include", "accept"])
"""Senses of words that say of what nobody is refused that everybody has it."""
_HAD = {
    "en": "have has having had receive receives received receiving obtain obtains obtained get gets enjoy enjoys "
    "benefit",
    "fr": "avoir ont auront aura recevoir recoivent recoit recevront obtenir obtiennent jouir jouissent beneficier "
    "beneficient",
    "es": "tener tiene tienen tendra tendran recibir reciben recibe recibiran obtener obtienen gozar gozan gozaran",
}
_HAVING = {language: frozenset(words.split()) for language, words in _HAD.items()}
"""What those do who are given something."""

Mask = npt.NDArray[np.bool_]


_APART_WORDS = "out outside away instead rather alone fuera margen lado ecart dehors"
_APART = frozenset(_APART_WORDS.split())
"""Words that set somebody apart where one text has them and the other does not: "leave mayors out of"."""


def _set_apart(text: Coded, aligned: set[int]) -> bool:
    return any(token.form in _APART and i not in aligned for i, token in enumerate(text.tokens))


def said_by_denying(text: Coded, aligned: Mask, other: Coded, other_aligned: Mask) -> Mask:
    """Which unaligned words of ``text`` the unaligned ones of ``other`` say in another way.

    A word that denies, by a negation ("prohibited", "nobody shall"), or allowed, by what is possible ("may"); a word
    that refuses, by the negation before it in ``text`` itself; what one is given, by what the other has.
    """
    said = np.zeros(len(text.tokens), dtype=bool)
    loose = {token.form for j, token in enumerate(other.tokens) if not other_aligned[j]}
    own = {token.form for i, token in enumerate(text.tokens) if not aligned[i]}
    senses: set[str] = set()
    if loose & _NEGATIONS:
        senses |= _DENYING
    if any(e.sense in _DENYING and not other_aligned[e.first] for e in other.expressions):
        senses |= _DENYING | ({"permit"} if own & _NEGATIONS else set())
        said |= np.array([token.form in _NEGATIONS for token in text.tokens], dtype=bool) & ~aligned
    if loose & _ALLOWING:
        senses |= {"prohibit"}
    if own & _NEGATIONS:
        senses |= _REFUSING
    having = _HAVING.get(text.language, frozenset())
    if loose & having:
        senses |= {"provide"}
    if loose & _NEGATIONS and any(e.sense in _REFUSING and not other_aligned[e.first] for e in other.expressions):
        senses |= _GRANTING
    for each in text.expressions:
        if each.sense in senses and not aligned[each.first : each.last + 1].any():
            said[each.first : each.last + 1] = True
    if senses & _GRANTING or any(e.sense == "provide" and not other_aligned[e.first] for e in other.expressions):
        said |= np.array([token.form in having for token in text.tokens], dtype=bool) & ~aligned
    return said


def keeps_negation(alignment: Alignment, clause: Span) -> bool:
    """Whether near-identical texts deny in the same places: every negation of either is aligned, and in order.

    Then nothing is turned round, whatever an editor did to the conjunctions between.
    """
    if alignment.coverage * alignment.exact < SAME_BUT_FOR_EDITING or bool((np.diff(alignment.theirs) < 0).any()):
        return False
    ask, passage = alignment.ask, alignment.passage
    if _set_apart(ask, {int(i) for i in alignment.mine}) or _set_apart(passage, {int(j) for j in alignment.theirs}):
        return False
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
