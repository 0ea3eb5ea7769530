"""Which words do a million passages have? Texts scanned by machine code, each distinct word looked at once.

The words are those of `hanse.text.tokens`, with one difference: a script written without spaces, Chinese included,
gives one word per character, so that the same characters are the same words whatever stands beside them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from hanse.text.language_marks import FUNCTION_WORDS
from hanse.text.tokens import INSIDE_WORDS, UNSPACED_SCRIPTS, fold, guess, stemmer
from hanse.tracing.align import _compiled
from hanse.tracing.information import weights

Ints = npt.NDArray[np.int32]
Keys = npt.NDArray[np.uint64]

_OTHER, _LETTER, _INSIDE, _ALONE = range(4)
_SILENT_ANYWHERE = frozenset().union(*FUNCTION_WORDS.values())


@dataclass(frozen=True, eq=False)
class Scanned:
    """The words of many texts in a row; text ``k`` has those from ``first[k]`` to before ``first[k + 1]``."""

    first: npt.NDArray[np.int64]
    starts: Ints
    """Code points from the beginning of its text."""
    ends: Ints
    words: Ints
    """The word's number in the `Vocabulary`."""


@dataclass
class Vocabulary:
    """Every word met so far, as written: its number, a key that is the same in every process, and its guises."""

    written: list[str] = field(default_factory=list)
    folded: list[str] = field(default_factory=list)
    _numbers: dict[int, int] = field(default_factory=dict)
    _forms: dict[str, int] = field(default_factory=dict)
    _stems: dict[str, int] = field(default_factory=dict)
    _tongues: dict[str, _Tongue] = field(default_factory=dict)
    _keys: Keys = field(default_factory=lambda: np.zeros(1024, dtype=np.uint64))
    _silent: npt.NDArray[np.bool_] = field(default_factory=lambda: np.zeros(1024, dtype=bool))
    _form_of: Ints = field(default_factory=lambda: np.zeros(1024, dtype=np.int32))

    def scan(self, texts: Sequence[str]) -> Scanned:
        """The words of every text, in order."""
        offsets = np.fromiter(accumulate((len(text) + 1 for text in texts), initial=0), dtype=np.int64)
        codes = np.frombuffer("\n".join((*texts, "")).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        size = len(codes)  # a script without spaces has a word at every place
        starts, ends, hashes = np.empty(size, np.int64), np.empty(size, np.int64), np.empty(size, np.uint64)
        found = _scan(codes, _classes(), starts, ends, hashes)
        starts, ends, hashes = starts[:found], ends[:found], hashes[:found]
        first = np.searchsorted(starts, offsets)
        base = np.repeat(offsets[:-1], np.diff(first))
        distinct, places, which = np.unique(hashes, return_index=True, return_inverse=True)
        numbers = np.empty(len(distinct), dtype=np.int32)
        known = self._numbers
        for k, word_hash in enumerate(distinct.tolist()):
            number = known.get(word_hash)
            if number is None:
                place = places[k]
                word = codes[starts[place] : ends[place]].tobytes().decode("utf-32-le", "surrogatepass")
                number = known[word_hash] = self._add(word)
            numbers[k] = number
        return Scanned(first, (starts - base).astype(np.int32), (ends - base).astype(np.int32), numbers[which])

    def keys(self, words: Ints) -> Keys:
        """A stable 64-bit key per word, equal for words of one folded form."""
        return self._keys[words]

    def silent(self, words: Ints) -> npt.NDArray[np.bool_]:
        """True for the function words of any language, and for single Latin letters."""
        return self._silent[words]

    def forms(self, words: Ints) -> Ints:
        """A number per word, equal for words of one folded form."""
        return self._form_of[words]

    def tongue(self, language: str) -> _Tongue:
        """Stems and weights of the words in a language of two letters."""
        tongue = self._tongues.get(language)
        if tongue is None:
            tongue = self._tongues[language] = _Tongue(language, self._stems)
        tongue.learn(self.written)
        return tongue

    def guessed(self, words: Ints) -> str:
        """The language that a text's first words speak."""
        return guess([self.folded[word] for word in words[:400].tolist()])

    def _add(self, word: str) -> int:
        number = len(self.written)
        if number == len(self._keys):
            self._keys, self._silent, self._form_of = (
                np.concatenate([each, np.zeros_like(each)]) for each in (self._keys, self._silent, self._form_of)
            )
        form = fold(word)
        self.written.append(word)
        self.folded.append(form)
        self._keys[number] = stable_key(form)
        self._silent[number] = form in _SILENT_ANYWHERE or (len(form) == 1 and form.isascii() and form.isalpha())
        self._form_of[number] = self._forms.setdefault(form, len(self._forms))
        return number


@dataclass
class _Tongue:
    """What the words of a vocabulary are in one language."""

    language: str
    numbers: dict[str, int]
    stems: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int32))
    weights: npt.NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, dtype=np.float32))

    def learn(self, written: list[str]) -> None:
        """Take in the words that came since."""
        new = written[len(self.stems) :]
        if not new:
            return
        stem: Callable[[str], str] = stemmer(self.language)
        numbered = [self.numbers.setdefault(stem(word), len(self.numbers)) for word in new]
        self.stems = np.concatenate([self.stems, np.array(numbered, dtype=np.int32)])
        self.weights = np.concatenate([self.weights, weights([fold(word) for word in new], self.language)])


def stable_key(form: str) -> int:
    """64 bits of a folded word, the same in every process and on every machine."""
    return int.from_bytes(hashlib.blake2b(form.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


@lru_cache(maxsize=1)
def _classes() -> npt.NDArray[np.uint8]:
    """For every code point: no part of a word, a letter or digit, a mark inside words, or a word of its own."""
    letters = np.fromiter((chr(code).isalnum() for code in range(0x110000)), dtype=bool, count=0x110000)
    classes = np.where(letters, _LETTER, _OTHER).astype(np.uint8)
    classes[[ord(mark) for mark in INSIDE_WORDS]] = _INSIDE
    for low, high in UNSPACED_SCRIPTS:
        classes[ord(low) : ord(high) + 1] = _ALONE
    return classes


@_compiled
def _scan(codes, classes, starts, ends, hashes):  # type: ignore[no-untyped-def]
    """FNV-1a over the code points of each word; the number of words found."""
    found, place, size = 0, 0, len(codes)
    while place < size:
        kind = classes[codes[place]]
        if kind != 1 and kind != 3:
            place += 1
            continue
        start = place
        word = (np.uint64(0xCBF29CE484222325) ^ np.uint64(codes[place])) * np.uint64(0x100000001B3)
        place += 1
        while kind == 1 and place < size and (classes[codes[place]] == 1 or classes[codes[place]] == 2):
            word = (word ^ np.uint64(codes[place])) * np.uint64(0x100000001B3)
            place += 1
        starts[found], ends[found], hashes[found] = start, place, word
        found += 1
    return found
