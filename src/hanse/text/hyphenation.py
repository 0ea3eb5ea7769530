"""Was this hyphen the writer's or the line's? Words broken at the end of a line put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from hanse.text.letters import SOFT_HYPHEN, ideographic

HYPHENS = "-\u2010\u2011"
_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011'’][^\W_]+)*", re.UNICODE)
_FIRST = re.compile(r"[^\W\d_]+", re.UNICODE)
_LAST = re.compile(r"([^\s]*?)([^\W_]+)[-\u2010\u2011\u00ad]$", re.UNICODE)
_KEEP_AFTER = frozenset({"non", "self", "well", "cross", "ex", "vice", "quasi", "so"})
"""First parts that English keeps apart by a hyphen and that no syllable rule leaves at a line's end otherwise."""


class Vocabulary:
    """The words of one document, as they stand within its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._count: Counter[str] = Counter()
        for line in lines:
            inner = line.rstrip(HYPHENS + SOFT_HYPHEN) if line and line[-1] in HYPHENS + SOFT_HYPHEN else line
            words = _WORD.findall(inner.casefold())
            self._count.update(words[:-1] if inner is not line else words)

    def __getitem__(self, word: str) -> int:
        return self._count[word.casefold().replace("\u2010", "-").replace("\u2011", "-")]


def joint(before: str, after: str, vocabulary: Vocabulary) -> tuple[int, str]:
    """How two lines are joined: how many characters leave the end of ``before``, and what stands between.

    ``(1, "")`` undoes a hyphenation; ``(0, "")`` keeps a real hyphen, or joins ideographs; ``(0, " ")`` is a space.
    """
    if not before or not after:
        return 0, ""
    last = before[-1]
    if last == SOFT_HYPHEN:
        return 1, ""
    if last in HYPHENS:
        return _hyphen(before, after, vocabulary)
    if last in "\u2013\u2014/" and len(before) > 1 and before[-2] != " ":
        return 0, ""
    if ideographic(last) and ideographic(after[0]):
        return 0, ""
    return 0, " "


def _hyphen(before: str, after: str, vocabulary: Vocabulary) -> tuple[int, str]:
    head, tail = _LAST.search(before), _FIRST.match(after)
    if head is None or not head.group(2):
        return 0, " "
    stem = head.group(2)
    if tail is None:
        return (0, "") if after[0].isdigit() else (0, " ")
    rest = tail.group()
    if rest.casefold() in ("and", "or", "et", "ou", "y", "und", "oder") and not vocabulary[stem + rest]:
        return 0, " "
    hyphenated, whole = vocabulary[f"{stem}-{rest}"], vocabulary[stem + rest]
    if hyphenated or whole:
        return (0, "") if hyphenated > whole else (1, "")
    if head.group(1).endswith(tuple(HYPHENS)) or not stem.isalpha() or stem.casefold() in _KEEP_AFTER:
        return 0, ""
    if not rest[0].islower() or (len(stem) > 1 and stem.isupper()):
        return 0, ""
    return 1, ""
