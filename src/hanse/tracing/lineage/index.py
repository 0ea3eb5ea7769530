"""Where does every word of a library stand? A concordance: made once, asked for many phrases.

All words of all passages lie in one row, as numbers; for each number its places are at hand. A word is met under its
form (the word as written, without case and accents) or its stem in its document's language, and always as a whole:
"cities" does not stand in "capacities".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from hanse.text.document import Document, Passage
from hanse.text.tokens import Token, fold, guess, stemmer, tokens, words
from hanse.tracing.boards import with_own_ids
from hanse.tracing.given import passage_document, several
from hanse.tracing.information import weights
from hanse.tracing.standing import Standing

Ints = npt.NDArray[np.int64]
Text = str | Passage | Document


@dataclass(frozen=True, eq=False)
class Tongue:
    """A vocabulary as one language has it; arrays have one entry per word."""

    stems: npt.NDArray[np.int32]
    """A number that is the same for words of one stem."""
    weights: npt.NDArray[np.float32]
    """The information of each word."""
    of_stem: dict[str, list[int]]
    """The words of each stem."""

    @classmethod
    def of(cls, vocabulary: list[str], language: str) -> Tongue:
        stems = list(map(stemmer(language), vocabulary))
        return cls(_numbered(stems), weights([fold(word) for word in vocabulary], language), _grouped(stems))


class Concordance:
    """Every word of some documents with its places. Never changed once made."""

    def __init__(self, documents: Text | Iterable[Text]) -> None:
        """``documents``: Documents, or passages and strings, which are Documents of one passage without a date.

        Ids are made unique, as files of one name are two texts.
        """
        given = [passage_document(each, f"text-{k}") for k, each in enumerate(several(documents), 1)]
        self.documents = with_own_ids(given)
        self.passages: list[tuple[int, Passage]] = []
        """Every passage with its document's place; with tracked insertions a second time, as it would be with them."""
        self.amended: dict[int, str] = {}
        """The passages that are there as they would be, and whose insertions they have."""
        numbers: dict[str, int] = {}
        rows: list[npt.NDArray[np.int32]] = []
        self.languages: list[str] = []
        """Of each document, as its words are stemmed."""
        for place, document in enumerate(self.documents):
            seen: list[str] = []
            for passage, insertions in _as_it_is_and_would_be(document):
                if insertions:
                    self.amended[len(self.passages)] = insertions
                written = words(passage.text)
                seen += written[: max(0, _SAMPLE - len(seen))]
                rows.append(np.array([numbers.setdefault(word, len(numbers)) for word in written], dtype=np.int32))
                self.passages.append((place, passage))
            self.languages.append(_language(document, seen))
        self.vocabulary = list(numbers)
        self.words = np.concatenate(rows) if rows else np.zeros(0, dtype=np.int32)
        """The whole library as numbers of words."""
        self.starts = np.cumsum([0, *map(len, rows)])
        """Where each passage begins in `words`; one more for the end."""
        self._tongues: dict[str, Tongue] = {}
        self._tokens: dict[int, tuple[Token, ...]] = {}

    @cached_property
    def _order(self) -> Ints:
        order: Ints = np.argsort(self.words, kind="stable")
        return order

    @cached_property
    def _begins(self) -> Ints:
        """Where each word's places begin in `_order`."""
        begins: Ints = np.searchsorted(self.words, np.arange(len(self.vocabulary) + 1), sorter=self._order)
        return begins

    @cached_property
    def parents(self) -> dict[str, str]:
        """For each document that says so the version that it revises, by ids."""
        return {each.id: each.parent for each in self.documents if each.parent is not None}

    @cached_property
    def _of_form(self) -> dict[str, list[int]]:
        return _grouped(map(fold, self.vocabulary))

    @cached_property
    def forms(self) -> npt.NDArray[np.int32]:
        """A number for each word of the vocabulary that is the same for words that differ in case or accents alone."""
        return _numbered(map(fold, self.vocabulary))

    @cached_property
    def passage_language(self) -> npt.NDArray[np.int32]:
        """The language of each passage, as its place in `spoken`."""
        by_document = [self.spoken.index(language) for language in self.languages]
        return np.array([by_document[place] for place, _ in self.passages], dtype=np.int32)

    @cached_property
    def spoken(self) -> list[str]:
        """The languages that occur."""
        return sorted(set(self.languages))

    def tongue(self, language: str) -> Tongue:
        """The vocabulary as one language has it."""
        if language not in self._tongues:
            self._tongues[language] = Tongue.of(self.vocabulary, language)
        return self._tongues[language]

    def with_form(self, form: str) -> list[int]:
        """The words of a folded form."""
        return self._of_form.get(form, [])

    def count(self, found: Iterable[int]) -> int:
        """How often any of these words stands in the library."""
        return sum(int(self._begins[word + 1] - self._begins[word]) for word in found)

    def places(self, found: Iterable[int], language: str) -> Ints:
        """Where any of these words stands in documents of a language, in order."""
        each = [self._order[self._begins[word] : self._begins[word + 1]] for word in found]
        places: Ints = np.sort(np.concatenate(each)) if each else np.zeros(0, dtype=np.int64)
        here: Ints = places[self.passage_language[self.passage_at(places)] == self.spoken.index(language)]
        return here

    def passage_at(self, places: Ints) -> Ints:
        """The passages in which places lie."""
        passages: Ints = np.searchsorted(self.starts, places, side="right") - 1
        return passages

    def tokens(self, passage: int) -> tuple[Token, ...]:
        """The words of a passage with their places in its text."""
        if passage not in self._tokens:
            document, found = self.passages[passage]
            self._tokens[passage] = tokens(found.text, self.languages[document])
        return self._tokens[passage]


def _as_it_is_and_would_be(document: Document) -> Iterator[tuple[Passage, str]]:
    """Every passage; after it, if something is to be inserted, the same with that, and by whom."""
    for passage in document.passages:
        yield passage, ""
        if any(each.tracked for each in passage.proposals) and (standing := Standing(passage)).has_insertions:
            authors = ", ".join(standing.authors()) or "somebody unnamed"
            yield replace(passage, text=standing.inserted[0], printed="", proposals=()), authors


_SAMPLE = 400
"""Words by which the language of a document is guessed where nobody said."""


def _language(document: Document, opening: list[str]) -> str:
    said = document.language.split("-")[0]
    return said if said not in ("", "und") else guess([fold(word) for word in opening])


def _grouped(names: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        found.setdefault(name, []).append(place)
    return found


def _numbered(names: Iterable[str]) -> npt.NDArray[np.int32]:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(name, len(numbers)) for name in names], dtype=np.int32)
