"""How common is a word, or a run of words, in ordinary diplomatic prose?

The background is 1,938 speeches of the UN General Debate, 2015 to 2024: for runs of one to five words the number of
speeches that have them, and how often they stand there, as hashes and counts, without any text.
``scripts/make-background`` makes it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

LONGEST = 5
LEAST = {1: 3, 2: 5, 3: 4, 4: 4, 5: 4}
"""Runs in fewer speeches than this are not kept: they are rare, and count as never seen."""
LEAST_SPEAKERS, LEAST_SHARE = 4, 0.04
"""Speakers, and share of all speakers, from which on a run is common to all; what fewer use is their own."""
OWN = 2
"""Speakers who do not count towards what is common: that of the ask and that of the text, who share it already."""
_FILE = Path(__file__).with_name("background.npz")
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)

Hashes = npt.NDArray[np.uint32]


@dataclass(frozen=True, eq=False)
class Background:
    """What ``documents`` of ``words`` words hold, by the length of runs: their hashes, in how many documents they
    stand, and how often they stand there in the words of others (speakers besides any two)."""

    documents: int
    words: int
    keys: dict[int, Hashes]
    counts: dict[int, npt.NDArray[np.uint16]]
    elsewhere: dict[int, npt.NDArray[np.uint32]]

    @classmethod
    def of(cls, documents: Iterable[tuple[str, list[str]]]) -> Background:
        """The background of documents, each given by its speaker and its folded words."""
        rows = [(speaker, token_hashes(forms)) for speaker, forms in documents]
        keys, counts, elsewhere = {}, {}, {}
        for n in range(1, LONGEST + 1):
            keys[n], counts[n], elsewhere[n] = _counted([(speaker, hashes(row, n)) for speaker, row in rows], LEAST[n])
        return cls(len(rows), sum(len(row) for _, row in rows), keys, counts, elsewhere)

    def frequencies(self, forms: list[str], n: int = 1) -> npt.NDArray[np.int64]:
        """For each of the ``len(forms) - n + 1`` runs of ``n`` folded words: the documents that have it, 0 if rare."""
        return self._found(forms, n, self.counts[n])

    def occurrences(self, forms: list[str], n: int = 1) -> npt.NDArray[np.int64]:
        """The same, but how often the run stands in the words of others."""
        return self._found(forms, n, self.elsewhere[n])

    def _found(self, forms: list[str], n: int, values: npt.NDArray[np.unsignedinteger]) -> npt.NDArray[np.int64]:
        wanted = hashes(token_hashes(forms), n)
        places = np.searchsorted(self.keys[n], wanted)
        places[places == len(self.keys[n])] = 0
        return np.where(self.keys[n][places] == wanted, values[places], 0).astype(np.int64)

    @classmethod
    def read(cls, file: Path = _FILE) -> Background:
        """What `write` kept."""
        with np.load(file) as stored:
            documents, words = (int(value) for value in stored["size"])
            lengths = range(1, LONGEST + 1)
            keys, counts, elsewhere = ({n: stored[f"{kind}{n}"] for n in lengths} for kind in ("hash", "df", "often"))
        return cls(documents, words, keys, counts, elsewhere)

    def write(self, file: Path = _FILE) -> None:
        """Keep it as `read` reads it."""
        arrays: dict[str, npt.NDArray[np.generic]] = {"size": np.array([self.documents, self.words], dtype=np.int64)}
        for n in range(1, LONGEST + 1):
            arrays |= {f"hash{n}": self.keys[n], f"df{n}": self.counts[n], f"often{n}": self.elsewhere[n]}
        np.savez_compressed(file, allow_pickle=False, **arrays)


@lru_cache(maxsize=1)
def background() -> Background:
    """The background that ships with the package."""
    return Background.read()


def token_hashes(forms: list[str]) -> npt.NDArray[np.uint64]:
    """One stable 64-bit hash per folded word."""
    raw = np.fromiter((_crc(form) for form in forms), dtype=np.uint64, count=len(forms))
    return _mixed(raw)


def hashes(row: npt.NDArray[np.uint64], n: int) -> Hashes:
    """Hashes of all runs of ``n`` words in a row of word hashes; empty where the row is shorter."""
    length = len(row) - n + 1
    if length <= 0:
        return np.zeros(0, dtype=np.uint32)
    total = np.zeros(length, dtype=np.uint64)
    for offset in range(n):
        total = _mixed(total + row[offset : offset + length])
    return (total >> np.uint64(32)).astype(np.uint32)


def _counted(
    rows: list[tuple[str, Hashes]], least: int
) -> tuple[Hashes, npt.NDArray[np.uint16], npt.NDArray[np.uint32]]:
    """The hashes that ``least`` rows have, how many have each, and how often it stands in the words of others."""
    by_speaker: dict[str, list[Hashes]] = {}
    for speaker, row in rows:
        by_speaker.setdefault(speaker, []).append(row)
    keys, frequencies = np.unique(np.concatenate([np.unique(row) for _, row in rows]), return_counts=True)
    kept = frequencies >= least
    keys, frequencies = keys[kept], frequencies[kept]
    common = max(LEAST_SPEAKERS, LEAST_SHARE * len(by_speaker))
    speakers = _tally(keys, [np.unique(np.concatenate(own)) for own in by_speaker.values()])
    often = _tally(keys, [row for _, row in rows])
    others = np.where(speakers >= common, often * (speakers - OWN) / np.maximum(speakers, 1), 0)
    return keys, frequencies.astype(np.uint16), np.rint(others).astype(np.uint32)


def _tally(keys: Hashes, rows: list[Hashes]) -> npt.NDArray[np.int64]:
    """How often each key stands in the rows."""
    seen, often = np.unique(np.concatenate(rows), return_counts=True)
    return often[np.searchsorted(seen, keys)]


@lru_cache(maxsize=200_000)
def _crc(form: str) -> int:
    encoded = form.encode("utf-8", "surrogatepass")
    return zlib.crc32(encoded) << 20 ^ len(encoded)


def _mixed(values: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    values = (values ^ (values >> np.uint64(29))) * _MULTIPLIER
    return values ^ (values >> np.uint64(32))
