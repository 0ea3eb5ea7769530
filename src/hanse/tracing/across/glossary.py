"""Which terms of the field does a text use, under one key in the six languages of the United Nations?

The glossary beside this file is read as it stands: a term is a word or a few words, found by their stems; in Chinese,
which is written without blanks, by their characters. What two texts of different languages share is then a set of keys.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from hanse.text.document import Span
from hanse.text.tokens import Token, stemmer, tokens
from hanse.tracing.information import weights

LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru")
_PROCLITICS = "وفبلك"
"""Arabic conjunctions and prepositions of one letter that are written together with the word behind them."""
_Entries = dict[tuple[str, ...], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary where it stands in a text; more than one key where the word has more than one meaning."""

    span: Span
    keys: frozenset[str]


@lru_cache(maxsize=20_000)
def terms(text: str, language: str) -> tuple[Term, ...]:
    """The terms of ``text`` in order, longest first match from the left; none in a language without a glossary."""
    if language not in LANGUAGES:
        return ()
    entries, longest = _entries(language)
    if language == "zh":
        return tuple(_of_characters(text, entries, longest))
    return tuple(_of_words(tokens(text, language), language, entries, longest))


@cache
def weight(key: str) -> float:
    """How much a key says, 0 to 1: as much as the content words of its first English term do against the background."""
    forms = [token.form for token in tokens(_glossary()[key]["en"].split(",")[0], "en")]
    return float(weights(forms, "en").mean())


def shared(ask: tuple[Term, ...], other: tuple[Term, ...]) -> float:
    """How alike the terms of two texts are: 0 for none in common, 1 for all.

    The weight of the keys in common over the geometric mean of both texts' weights, as a cosine counts.
    """
    (mine, here, whole), (theirs, there, other_whole) = _meanings(ask), _meanings(other)
    if here.isdisjoint(there):
        return 0.0
    found = sum(_worth(keys & there) for keys in mine if not keys.isdisjoint(there))
    back = sum(_worth(keys & here) for keys in theirs if not keys.isdisjoint(here))
    return float((found / whole * back / other_whole) ** 0.5)


@lru_cache(maxsize=20_000)
def _worth(keys: frozenset[str]) -> float:
    return max(weight(key) for key in keys) ** 2


@lru_cache(maxsize=20_000)
def _meanings(found: tuple[Term, ...]) -> tuple[tuple[frozenset[str], ...], frozenset[str], float]:
    """Each meaning once, in the text's order; all keys of all of them; and what they weigh together."""
    each = tuple(dict.fromkeys(term.keys for term in found))
    return each, frozenset[str]().union(*each), sum(map(_worth, each))


def _of_words(words: tuple[Token, ...], language: str, entries: _Entries, longest: dict[str, int]) -> Iterator[Term]:
    stems = [_guises(word, language, longest) for word in words]
    i = 0
    while i < len(words):
        for size in range(min(longest.get(stems[i], 0), len(words) - i), 0, -1):
            if keys := entries.get(tuple(stems[i : i + size])):
                yield Term((words[i].start, words[i + size - 1].end), keys)
                i += size
                break
        else:
            i += 1


def _guises(word: Token, language: str, longest: Mapping[str, int]) -> str:
    """The stem under which the glossary may have a word; an Arabic one also without what is written on to it."""
    if language != "ar" or word.key in longest:
        return word.key
    bare = word.form
    while len(bare) > 3 and bare[0] in _PROCLITICS:
        bare = bare[1:]
        if (stem := stemmer("ar")(bare)) in longest:
            return stem
    return word.key


def _of_characters(text: str, entries: _Entries, longest: dict[str, int]) -> Iterator[Term]:
    i = 0
    while i < len(text):
        for size in range(min(longest.get(text[i], 0), len(text) - i), 0, -1):
            if keys := entries.get(tuple(text[i : i + size])):
                yield Term((i, i + size), keys)
                i += size
                break
        else:
            i += 1


@cache
def _glossary() -> dict[str, dict[str, str]]:
    return tomllib.loads((resources.files(__package__) / "glossary.toml").read_text("utf-8"))


@cache
def _entries(language: str) -> tuple[_Entries, dict[str, int]]:
    """Keys by stems (characters in Chinese), and the length of the longest term that begins with each."""
    found: dict[tuple[str, ...], set[str]] = {}
    for key, words in _glossary().items():
        for term in words[language].split(","):
            parts = tuple(term.strip()) if language == "zh" else tuple(t.key for t in tokens(term.strip(), language))
            found.setdefault(parts, set()).add(key)
    longest: dict[str, int] = {}
    for parts in found:
        longest[parts[0]] = max(len(parts), longest.get(parts[0], 0))
    return {parts: frozenset(keys) for parts, keys in found.items()}, longest
