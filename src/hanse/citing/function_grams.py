"""Which words, runs of words and runs of letters does a citing passage have? Numbers of slots, by family.

Runs are hashed into slots (Weinberger et al. 2009), so that no dictionary has to be shipped.
"""

from __future__ import annotations

import re
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from hanse.citing.function_section import part, plain

Slots = NDArray[np.int64]
SIZE = 1 << 18
"""Slots of each family."""
FAMILIES = ("words", "letters", "title", "part words", "beside")
RUNS = (1, 2, 3)
LETTERS = (2, 3, 4, 5)
_PARENTHESES = re.compile(
    r"\((?:[^()]*?\b(?:1[89]|20)\d\d[a-z]?[^()]*)\)|\[\[.+?\]\]|\[\s*\d[\d\s,;–-]*\]|\(\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*\)"
)
_NAME = r"[A-Z][\w’'-]+"
_BEFORE = re.compile(rf"(?:{_NAME},? (?:and|&) {_NAME}|{_NAME} et al\.?|{_NAME})\s*,?\s*(?=@cit)")
_AUTHORS = re.compile(r"[A-Z][\w’'-]+(?: and [A-Z][\w’'-]+)? et al\.?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[@\w]+(?:['’-]\w+)*|[%=<>;:?]")
_SEED = np.int64(1_000_003)
BESIDE = 4
_LENGTH, _OPENS, _FIRST, _LAST, _COUNT, _EDGE, _BEFORE_IT, _AFTER_IT = (np.int64(100 * k) for k in range(1, 9))


def told(text: str) -> str:
    """The text with citations, their authors and numbers replaced by signs, so that all citations look alike."""
    text = _PARENTHESES.sub(" @cit ", " ".join(text.split()))
    text = _AUTHORS.sub(" @aut ", _BEFORE.sub(" @aut ", text))
    return _NUMBER.sub("0", text).lower()


def grams(text: str, section: str | None) -> dict[str, Slots]:
    """The slots of each of FAMILIES, one for each occurrence."""
    read = told(text)
    words = _WORD.findall(read)
    codes = _codes(words)
    title = _codes(plain(section).split())
    mark = np.int64(crc32(part(section).encode()))
    return {
        "words": _slots(np.concatenate([_runs(codes, size) for size in RUNS])),
        "letters": _slots(np.concatenate([_letters(read, size) for size in LETTERS])),
        "title": _slots(np.concatenate([[mark], _runs(title, 1), _runs(title, 2)])),
        "part words": _slots(codes * _SEED + mark),
        "beside": _slots(_beside(words, codes)),
    }


def _beside(words: list[str], codes: Slots) -> Slots:
    """Words up to four before and after the first three citations, where these stand, and how the passage opens."""
    count = len(words)
    signs = [place for place, word in enumerate(words) if word == "@cit"]
    signs = signs or [place for place, word in enumerate(words) if word == "@aut"]
    found = [_LENGTH + min(6, count // 10), *(_OPENS + _runs(codes[:size], size)[0] for size in RUNS if size <= count)]
    if signs:
        first, last = signs[0], signs[-1]
        found += [_FIRST + 4 * first // count, _LAST + 4 * last // count, _COUNT + min(4, len(signs))]
        found += [_EDGE] * (first <= 2) + [_EDGE + 1] * (count - last <= 2)
    for sign in signs[:3]:
        for apart in range(1, BESIDE + 1):
            if sign >= apart:
                found.append(codes[sign - apart] * _SEED + (_BEFORE_IT + min(2, apart)))
            if sign + apart < count:
                found.append(codes[sign + apart] * _SEED + (_AFTER_IT + min(2, apart)))
    return np.array(found, dtype=np.int64)


def _codes(words: list[str]) -> Slots:
    codes = [crc32(word.encode("utf-8", "surrogatepass")) for word in words]
    return np.array(codes, dtype=np.int64)


def _runs(codes: Slots, size: int) -> Slots:
    found = np.zeros(max(0, len(codes) - size + 1), dtype=np.int64)
    with np.errstate(over="ignore"):
        for offset in range(size):
            found = found * _SEED + codes[offset : offset + len(found)] + size
    return found


def _letters(text: str, size: int) -> Slots:
    """Runs of characters that no blank interrupts; a word counts the blanks around it."""
    spaced = f" {' '.join(text.split())} "
    codes = np.frombuffer(spaced.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    found = _runs(codes, size)
    blank = np.concatenate([[0], np.cumsum(codes == 32)])
    inner = blank[size - 1 :][: len(found)] - blank[1:][: len(found)]
    kept: Slots = found[inner == 0]
    return kept


def _slots(codes: Slots) -> Slots:
    """Every bit of a code takes part in its slot (the finishing steps of MurmurHash3)."""
    mixed = codes.astype(np.uint64)
    with np.errstate(over="ignore"):
        for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
            mixed = (mixed ^ (mixed >> np.uint64(33))) * np.uint64(factor)
    return ((mixed ^ (mixed >> np.uint64(33))) % np.uint64(SIZE)).astype(np.int64)
