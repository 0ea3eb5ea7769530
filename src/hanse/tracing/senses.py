"""Which words and expressions of a text mean the same as others of the field?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hanse.text.tokens import tokens
from hanse.wording.synonyms import classes

QUANTITY = "quantity"
"""The sense of every number: two texts that differ in a number speak of one measure."""

_NUMBERS = {
    language: frozenset(token.form for token in tokens(words, language))
    for language, words in {
        "en": "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty "
        "seventy eighty ninety hundred thousand million half third quarter dozen",
        "fr": "deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante "
        "soixante cent mille million moitié tiers quart",
        "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta "
        "sesenta setenta ochenta noventa cien ciento mil millón mitad tercio cuarto",
    }.items()
}

_Entries = dict[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Expression:
    """Tokens ``first`` to ``last``, both included, that have the sense ``sense``."""

    first: int
    last: int
    sense: str


def expressions(stems: Sequence[str], language: str) -> tuple[Expression, ...]:
    """The expressions among ``stems``, longest first match from the left, in order."""
    entries, longest = _entries(language)
    found = []
    i = 0
    while i < len(stems):
        for size in range(min(longest.get(stems[i], 0), len(stems) - i), 0, -1):
            sense = entries.get(tuple(stems[i : i + size]))
            if sense is not None:
                found.append(Expression(i, i + size - 1, sense))
                i += size
                break
        else:
            i += 1
    return tuple(found)


def is_quantity(form: str, language: str) -> bool:
    """Whether a folded word is a number."""
    return form.isdigit() or form in _NUMBERS.get(language, ())


@lru_cache(maxsize=8)
def _entries(language: str) -> tuple[_Entries, dict[str, int]]:
    """Senses by expression, and the length of the longest expression that begins with a stem."""
    entries: _Entries = {}
    for expression, sense in classes(language).items():
        entries.setdefault(tuple(token.key for token in tokens(expression, language)), sense)
    longest: dict[str, int] = {}
    for entry in entries:
        if entry:
            longest[entry[0]] = max(len(entry), longest.get(entry[0], 0))
    return entries, longest
