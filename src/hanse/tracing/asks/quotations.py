"""Which words of a sentence are quoted? They are proposed or contested wording, without force of their own."""

from __future__ import annotations

import re
from functools import lru_cache

from hanse.text.document import Span

_QUOTED = re.compile(
    r"“([^”]+)”|„([^“”]+)[“”]|«\s*([^»]+?)\s*»|\"([^\"]+)\"|(?<![\w’])‘(.+?)’(?!\w)|(?<![\w'])'([^']+(?:'\w[^']*)*)'(?!\w)"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
FILLER = "\x1a"
"""Stands for each quoted character, so that no pattern finds a word there."""


@lru_cache(maxsize=16)
def quotations(text: str) -> tuple[Span, ...]:
    """Spans of the words between quotation marks, without the marks and the stop before the closing one."""
    found = []
    for match in _QUOTED.finditer(text):
        group = match.lastindex or 0
        start, end = match.span(group)
        while end > start and text[end - 1] in " ,;":
            end -= 1
        if re.search(r"\w", text[start:end]):
            found.append((start, end))
    return tuple(found)


@lru_cache(maxsize=16)
def masked(text: str) -> str:
    """``text`` with every quoted character, and every web address, replaced; the same length."""
    letters = list(text)
    for start, end in (*quotations(text), *(address.span() for address in _ADDRESS.finditer(text))):
        letters[start:end] = FILLER * (end - start)
    return "".join(letters)
