"""Where does a text name cities, mayors, and local and regional governments?"""

from __future__ import annotations

import re
from functools import cache

from hanse.text.document import Span
from hanse.wording.flat import flat
from hanse.wording.lexicon import LANGUAGES, shared
from hanse.wording.phrases import PhraseBook
from hanse.wording.stems import stems

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
    found = [match.span(1) for tongue in tongues for match in _stems(tongue).finditer(text)]
    if known not in shared("named")["elsewhere"]:
        found += [(hit.start, hit.end) for each in LANGUAGES for hit in _book(each).find(flat(text))]
    return _apart(found)


@cache
def _book(language: str) -> PhraseBook[str]:
    return PhraseBook((phrase, group) for group in GROUPS for phrase in shared("named")[group][language])


@cache
def _stems(language: str) -> re.Pattern[str]:
    return stems(shared("named")["elsewhere"][language], language)


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)
