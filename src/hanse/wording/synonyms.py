"""Which words of the field mean the same? Classes of synonyms, under one key in English, French and Spanish."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from hanse.text.tokens import stemmer
from hanse.wording.flat import WORD, flat
from hanse.wording.inflection import inflected
from hanse.wording.lexicon import LANGUAGES, lexicon, shared


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """The stem of a word already ``flat``."""
    if word.isdigit():
        return word
    if language == "en":
        word = _BRITISH.sub(lambda match: _AMERICAN[match.group()], word)
    elif language == "fr":
        word = _FEMININE.sub("e", word)
    elif language == "es":
        word = _PLURAL.sub("no", word)
    stemmed = stemmer(language)(word)
    return _IRREGULAR.get(stemmed, stemmed)


_FEMININE = re.compile(r"(?<=\w{3})ees?$")
"""The participle's feminine, from which folding took the accent that the stemmer needs."""
_PLURAL = re.compile(r"(?<=\w{3})nos$")
"""A Spanish plural that the stemmer takes for a verb and its pronoun: gobiernos."""
_IRREGULAR = {"women": "woman", "children": "child", "men": "man", "programm": "program"}
_AMERICAN = {
    **{f"is{end}": f"iz{end}" for end in ("e", "es", "ed", "er", "ing", "ation", "ations")},
    **{f"our{end}": f"or{end}" for end in ("", "s", "ed", "ing", "ers", "er")},
    "tre": "ter",
    "tres": "ters",
    "ence": "ense",
    "yse": "yze",
}
_BRITISH = re.compile(rf"(?<=\w{{3}})(?:{'|'.join(sorted(_AMERICAN, key=len, reverse=True))})$")


@cache
def classes(language: str) -> Mapping[str, str]:
    """From words and phrases to the key of their class: as written (lower case, no diacritics) and stem by stem.

    Phrases are joined by single spaces: ``"local govern"`` as well as ``"local government"`` leads to
    ``"local_government"``. Keys are the same in every language. A language without lexicon has no classes.
    """
    known = language[:2].lower()
    if known not in LANGUAGES:
        return MappingProxyType({})
    found: dict[str, str] = {}
    for key, words in shared("classes").items():
        for phrase in words.get(known, ()):
            for form in _written(phrase, known):
                found.setdefault(form, key)
    for key, words in shared("classes").items():
        for phrase in words.get(known, ()):
            for other in inflected(phrase, known):
                for form in _written(other, known):
                    found.setdefault(form, key)
    for verb in lexicon("en", "inflections")["irregular"] if known == "en" else ():
        for form in (verb, *inflected(verb, known)):
            for written in _written(form, known):
                found.setdefault(written, stem(verb, known))
    for group in _groups(known):
        for phrase in group:
            for word in (phrase, *(() if _NOUN_IN_RE.search(flat(phrase)) else inflected(phrase, known))):
                for form in _written(word, known):
                    found.setdefault(form, f"like {group[0]}")
    return MappingProxyType(found)


def _groups(language: str) -> list[list[str]]:
    """Groups of words that say the same and that no rule asks for by name."""
    lines = lexicon(language, "alike")["groups"].strip().splitlines()
    return [[phrase.strip() for phrase in line.split(",")] for line in lines]


_NOUN_IN_RE = re.compile(r"(?:aire|oire|iere)$")
"""French nouns that look like infinitives: locataire, territoire."""


def _written(phrase: str, language: str) -> tuple[str, str]:
    tokens = WORD.findall(flat(phrase))
    return " ".join(stem(token, language) for token in tokens), " ".join(tokens)


@cache
def unclassed(language: str) -> frozenset[str]:
    """Words, lower case without diacritics, whose stem is that of a class but whose meaning is not ("national")."""
    known = language[:2].lower()
    return frozenset(flat(lexicon(known, "terms")["unclassed"]).split()) if known in LANGUAGES else frozenset()


@cache
def longest(language: str) -> Mapping[str, int]:
    """First stems of phrases, and how many words their longest phrase has."""
    lengths: dict[str, int] = {}
    for phrase in classes(language):
        words = phrase.split(" ")
        lengths[words[0]] = max(lengths.get(words[0], 0), len(words))
    return MappingProxyType(lengths)
