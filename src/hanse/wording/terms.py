"""What are the content words of a sentence, and to which class of synonyms does each belong?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from hanse.wording.flat import WORD, flat
from hanse.wording.lexicon import lexicon, shared
from hanse.wording.synonyms import classes, longest, stem, unclassed


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of the text. ``key`` is its class's, or its own stem where it has no class."""

    start: int
    end: int
    key: str
    word: str
    """As folded, for what concerns the form."""
    classed: bool
    """Whether it is of a class that rules of wording know by name."""
    small: bool
    """A function word, or a word too general to tell sentences apart."""


@cache
def small_words(language: str) -> frozenset[str]:
    """Articles, prepositions, pronouns, auxiliaries, and the formulas of drafting."""
    return frozenset(flat(lexicon(language, "terms")["small"]).split())


@lru_cache(maxsize=2048)
def terms(text: str, language: str) -> tuple[Term, ...]:
    """The terms of ``text`` in order, longest known phrases first; offsets into ``text``."""
    known, lengths, small = classes(language), longest(language), small_words(language)
    other, named = unclassed(language), shared("classes")
    words = [
        (word.start(), word.end(), word.group(), stem(word.group(), language)) for word in WORD.finditer(flat(text))
    ]
    found: list[Term] = []
    place = 0
    while place < len(words):
        start, end, word, own = words[place]
        longest_here = max(lengths.get(own, 0), lengths.get(word, 0))
        for length in range(min(longest_here, len(words) - place), 0, -1):
            written = " ".join(each[2] for each in words[place : place + length])
            phrase = written if written in known else " ".join(each[3] for each in words[place : place + length])
            if phrase in known and (length > 1 or (word not in small and word not in other)):
                end = words[place + length - 1][1]
                key = known[phrase]
                found.append(Term(start, end, key, flat(text[start:end]), key in named, False))
                place += length
                break
        else:
            key = word if word in other else own
            found.append(Term(start, end, key, word, False, word in small or (len(word) == 1 and not word.isdigit())))
            place += 1
    return tuple(found)
