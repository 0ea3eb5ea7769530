"""By which names does a statement speak of those who make it?"""

from __future__ import annotations

import re

from hanse.text.document import Document

_DEFINED = re.compile(
    r"((?:[A-ZÀ-Ý][\w'’-]*\s+(?:(?:of|and|the|for|de|des|du|et|y|las?|los)\s+)*){1,8})"
    r"\(([A-Z][A-Za-z&-]{1,11})\)"
)
_OF_CITIES = re.compile(
    r"(?i)cit(?:y|ies)|town|mayor|municip|local|region|villes?|communes?|maires?|ciudad|alcald|metropol"
)
_OPENING = 12
"""Passages in which an association introduces itself."""


def own_names(document: Document) -> tuple[str, ...]:
    """The actor's name, and names with their acronyms by which a body of cities introduces itself, longest first."""
    names = {document.actor} if len(document.actor) > 1 else set()
    for passage in document.passages[:_OPENING]:
        for match in _DEFINED.finditer(passage.text):
            name, acronym = re.sub(r"^The\s+", "", match.group(1).strip()), match.group(2)
            if name == document.actor or _OF_CITIES.search(name):
                names |= {name, acronym}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def with_we(sentence: str, names: tuple[str, ...]) -> str:
    """The sentence with the askers' own names put in the first person; the same length."""
    for name in names:
        pattern = re.compile(rf"(?i)(?<!\w)(?:the\s)?{re.escape(name)}(?=[\s,])")
        sentence = pattern.sub(lambda match: "we".ljust(len(match.group())), sentence)
    return sentence
