"""Which words and expressions of a text mean the same as others of the field?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hanse.text.tokens import tokens
from hanse.wording.synonyms import classes

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
        for size in range(min(longest, len(stems) - i), 0, -1):
            sense = entries.get(tuple(stems[i : i + size]))
            if sense is not None:
                found.append(Expression(i, i + size - 1, sense))
                i += size
                break
        else:
            i += 1
    return tuple(found)


@lru_cache(maxsize=8)
def _entries(language: str) -> tuple[_Entries, int]:
    entries: _Entries = {}
    for expression, sense in classes(language).items():
        entries.setdefault(tuple(token.key for token in tokens(expression, language)), sense)
    return entries, max(map(len, entries), default=0)
