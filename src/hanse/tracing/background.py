"""How common is a word, or a run of words, in ordinary diplomatic prose?

The background is 1,938 speeches of the UN General Debate, 2015 to 2024: for runs of one to five words the number of
speeches that have them, as hashes and counts, without any text. ``scripts/make-background`` makes it.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

LONGEST = 5
_FILE = Path(__file__).with_name("background.npz")
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class Background:
    """Document frequencies by n-gram length. ``documents`` and ``words`` are the size of the background."""

    documents: int
    words: int
    keys: dict[int, npt.NDArray[np.uint32]]
    counts: dict[int, npt.NDArray[np.uint16]]

    def frequencies(self, forms: list[str], n: int = 1) -> npt.NDArray[np.int64]:
        """For each of the ``len(forms) - n + 1`` runs of ``n`` folded words: the speeches that have it, 0 if rare."""
        wanted = hashes(token_hashes(forms), n)
        places = np.searchsorted(self.keys[n], wanted)
        places[places == len(self.keys[n])] = 0
        found: npt.NDArray[np.int64] = np.where(self.keys[n][places] == wanted, self.counts[n][places], 0).astype(
            np.int64
        )
        return found


@lru_cache(maxsize=1)
def background() -> Background:
    """The background that ships with the package."""
    with np.load(_FILE) as stored:
        documents, words = (int(value) for value in stored["size"])
        return Background(
            documents,
            words,
            {n: stored[f"hash{n}"] for n in range(1, LONGEST + 1)},
            {n: stored[f"df{n}"] for n in range(1, LONGEST + 1)},
        )


def token_hashes(forms: list[str]) -> npt.NDArray[np.uint64]:
    """One stable 64-bit hash per folded word."""
    raw = np.fromiter((_crc(form) for form in forms), dtype=np.uint64, count=len(forms))
    return _mixed(raw)


def hashes(row: npt.NDArray[np.uint64], n: int) -> npt.NDArray[np.uint32]:
    """Hashes of all runs of ``n`` words in a row of word hashes; empty where the row is shorter."""
    length = len(row) - n + 1
    if length <= 0:
        return np.zeros(0, dtype=np.uint32)
    total = np.zeros(length, dtype=np.uint64)
    for offset in range(n):
        total = _mixed(total + row[offset : offset + length])
    return (total >> np.uint64(32)).astype(np.uint32)


@lru_cache(maxsize=200_000)
def _crc(form: str) -> int:
    encoded = form.encode("utf-8", "surrogatepass")
    return zlib.crc32(encoded) << 20 ^ len(encoded)


def _mixed(values: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    values = (values ^ (values >> np.uint64(29))) * _MULTIPLIER
    return values ^ (values >> np.uint64(32))
