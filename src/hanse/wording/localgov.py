"""Where does a text name cities, mayors, and local and regional governments?"""

from __future__ import annotations

import re
from functools import cache

from hanse.text.document import Span
from hanse.wording.flat import flat
from hanse.wording.lexicon import LANGUAGES, shared
from hanse.wording.phrases import PhraseBook

GROUPS = ("cities", "mayors", "local authorities", "networks")
"""The groups of named actors that are local governments or speak for them."""


def mentions(text: str, language: str = "en") -> tuple[Span, ...]:
    """Spans, in order and apart from each other, of every mention of a local government or a network of them.

    ``language`` is BCP 47: English, French and Spanish are read with full lexicons; Arabic, Chinese, Russian and
    Turkish with basic ones; "und" with all. The name of one city alone ("Tangier") is no mention here.
    """
    known = language[:2].lower()
    if known in LANGUAGES:
        return tuple((hit.start, hit.end) for hit in _book(known).find(flat(text)))
    tongues = [known] if known in shared("named")["elsewhere"] else [*shared("named")["elsewhere"]]
    found = [match.span() for tongue in tongues for match in _elsewhere(tongue).finditer(text)]
    if known not in shared("named")["elsewhere"]:
        found += [(hit.start, hit.end) for each in LANGUAGES for hit in _book(each).find(flat(text))]
    return _apart(found)


@cache
def _book(language: str) -> PhraseBook[str]:
    return PhraseBook((phrase, group) for group in GROUPS for phrase in shared("named")[group][language])


@cache
def _elsewhere(language: str) -> re.Pattern[str]:
    """Longest first; in alphabets a word may go on behind a stem and, in Arabic, have a letter or two before it."""
    words = sorted(shared("named")["elsewhere"][language], key=len, reverse=True)
    body = "|".join(map(re.escape, words))
    if language == "zh":
        return re.compile(f"(?:{body})")
    if language == "ar":
        return re.compile(rf"(?<!\w)(?:[وبلفك]{{0,2}})(?:{body})(?!\w)")
    return re.compile(rf"(?<!\w)(?:{body})\w*", re.IGNORECASE)


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)
