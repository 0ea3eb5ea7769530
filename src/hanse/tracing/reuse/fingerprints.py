"""By which numbers do passages that share words find each other? Fingerprints of runs, of wording, and of the whole.

Three kinds, each a function of the passage's words alone, so that passages can come and go without touching others:

- *runs*: every run of `RUN` words is hashed and the least hash of every `WINDOW` neighbours is kept (winnowing,
  Schleimer, Wilkerson and Aiken 2003), so that two passages that share `SHARED` words in a row share a fingerprint;
- *wording*: any `WORDING` content words that follow each other, function words left out, in whatever order, so that
  a light revision is found between its exchanged words;
- *whole*: all words, so that identical passages meet however short they are.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from hanse.tracing.align import _compiled
from hanse.tracing.reuse.words import Scanned, Vocabulary

RUN = 5
"""Words hashed together."""
WINDOW = 4
"""Neighbouring runs of which one is kept."""
SHARED = RUN + WINDOW - 1
"""Words in a row that two passages cannot share without sharing a fingerprint."""
WORDING = 3
"""Content words hashed together."""

WHOLE, OF_RUN, OF_WORDING = 0, 1, 2
"""The kinds, kept in the two lowest bits of a fingerprint."""

Prints = npt.NDArray[np.int64]


def fingerprints(scanned: Scanned, vocabulary: Vocabulary) -> tuple[Prints, npt.NDArray[np.int64]]:
    """The fingerprints of many passages in a row, each once per passage and in order, and how many each passage has.

    They are whole numbers from 0 to 2**63 - 1.
    """
    keys, silent = vocabulary.keys(scanned.words), vocabulary.silent(scanned.words)
    counts = np.zeros(len(scanned.first) - 1, dtype=np.int64)
    room = np.empty(2 * len(keys) + len(counts), dtype=np.int64)
    used = _fill(keys, silent, scanned.first, room, counts)
    return room[:used], counts


@_compiled
def _mix(value):  # type: ignore[no-untyped-def]
    """The finaliser of SplitMix64."""
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return value ^ (value >> np.uint64(31))


@_compiled
def _of_kind(value, kind):  # type: ignore[no-untyped-def]
    return np.int64(((_mix(value) >> np.uint64(3)) << np.uint64(2)) | np.uint64(kind))


@_compiled
def _fill(keys, silent, first, room, counts):  # type: ignore[no-untyped-def]
    used = 0
    for passage in range(len(counts)):
        begin, end = first[passage], first[passage + 1]
        if begin == end:
            continue
        start = used
        whole = np.uint64(end - begin)
        for place in range(begin, end):
            whole = _mix(whole + keys[place])
        room[used] = _of_kind(whole, 0)
        used += 1
        used = _runs(keys, begin, end, room, used)
        used = _wording(keys, silent, begin, end, room, used)
        kept = np.unique(room[start:used])
        room[start : start + len(kept)] = kept
        used = start + len(kept)
        counts[passage] = len(kept)
    return used


@_compiled
def _runs(keys, begin, end, room, used):  # type: ignore[no-untyped-def]
    """The least hash of every window of runs; one for a passage shorter than a window."""
    length = end - begin - RUN + 1
    if length <= 0:
        return used
    hashes = np.empty(length, dtype=np.uint64)
    for k in range(length):
        value = np.uint64(0)
        for place in range(begin + k, begin + k + RUN):
            value = _mix(value + keys[place])
        hashes[k] = value
    chosen = -1
    for k in range(max(1, length - WINDOW + 1)):
        last = min(k + WINDOW, length)
        if chosen < k:
            chosen = k
            for place in range(k + 1, last):
                if hashes[place] <= hashes[chosen]:
                    chosen = place
        elif hashes[last - 1] <= hashes[chosen]:
            chosen = last - 1
        else:
            continue
        room[used] = _of_kind(hashes[chosen], 1)
        used += 1
    return used


@_compiled
def _wording(keys, silent, begin, end, room, used):  # type: ignore[no-untyped-def]
    """The content words in threes, by sum: their order does not count."""
    before, last, seen = np.uint64(0), np.uint64(0), 0
    for place in range(begin, end):
        if silent[place]:
            continue
        here = _mix(keys[place])
        if seen >= 2:
            room[used] = _of_kind(before + last + here, 2)
            used += 1
        before, last = last, here
        seen += 1
    return used
