"""Where in a document do quoted words stand? Found whatever the spaces, quotation marks and dashes, and marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from hanse.text.document import Span

LONGEST = 1500
"""Letters of a quote that an address carries."""
ANCHOR = "quote"
_ALIKE = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-"}
)
_FEWEST = 3
"""Letters that a quote has at least."""


def address(page: str, quote: str, passage: str = "") -> str:
    """The page of a document with a quote marked in it, first of all in the ``passage`` of this id."""
    said = {"quote": " ".join(quote.split())[:LONGEST]} | ({"in": passage} if passage else {})
    return f"{page.partition('#')[0]}?{urlencode(said)}#{ANCHOR}"


def found(passages: Iterable[Any], quote: str, near: str = "") -> tuple[str, Span] | None:
    """The passage (its ``pid``) and the span in its text where a quote stands; None where it stands in none.

    Of several passages that have it, the one with the id ``near``, else the first. A quote that runs over several
    passages is found by its first part that stands whole in one.
    """
    held = sorted(passages, key=lambda each: each.pid != near)
    for words in _tries(quote):
        pattern = _pattern(words)
        for each in held:
            if pattern and (met := pattern.search(each.text.translate(_ALIKE))):
                return each.pid, met.span()
    return None


def _tries(quote: str) -> list[str]:
    """The whole quote; else its parts between paragraphs and omissions, the longest first."""
    parts = [part.strip() for part in re.split(r"\n+|\[?…\]?|\[?\.\.\.\]?", quote)]
    return [quote.strip(), *sorted((each for each in parts if len(each) > 20), key=len, reverse=True)]


def _pattern(words: str) -> re.Pattern[str] | None:
    parts = words[:LONGEST].translate(_ALIKE).split()
    if len("".join(parts)) < _FEWEST:
        return None
    return re.compile(r"\s+".join(map(re.escape, parts)), re.IGNORECASE)
