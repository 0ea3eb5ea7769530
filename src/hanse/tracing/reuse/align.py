"""Where do two passages share words, for very many pairs of them? The tracing engine's alignment in bulk.

Passages of ordinary length are aligned whole, as an ask is with a passage. Longer ones are aligned along the runs of
words that they share: the runs first, then what lies between and beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hanse.tracing.align import _compiled, _rounds
from hanse.tracing.reuse.fingerprints import RUN, SHARED
from hanse.tracing.reuse.words import Scanned, Vocabulary

ALIGNED_WHOLE = 40_000
"""Pairs of words up to which passages are aligned whole: 200 words with 200."""
BESIDE = 40
"""Words between two shared runs, or beside one, that are aligned too."""
MOST_PLACES = 20
"""Places of one long text at which a run that stands in it again and again is looked at."""
LEAST_RARE = 2.5
"""Information, each word by the square of its weight, that a light revision must share; `SHARED` words in a row, or
the whole passage, are a match whatever they say."""
LEAST_DENSE = 0.35
"""Share of the stretch in which these stand that they must be, in both passages."""
NEARBY = 12
"""Words, in either passage, over which a stretch goes on from one shared word to the next."""

NOT_READY = "Preparing the aligner (compiled once on this computer, up to a minute)"

Numbers = npt.NDArray[np.int32]
Rows = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Sheet:
    """Many passages, ready to be aligned: the words of all in a row, passage ``k`` from ``first[k]`` on."""

    scanned: Scanned
    languages: tuple[str, ...]
    forms: Numbers
    stems: Numbers
    weights: Floats

    @classmethod
    def of(cls, texts: Sequence[str], languages: Sequence[str], vocabulary: Vocabulary) -> Sheet:
        """``languages`` are BCP 47; where one is empty or "und", it is guessed."""
        scanned = vocabulary.scan(texts)
        first, words = scanned.first, scanned.words
        spoken = [language.split("-")[0] for language in languages]
        spoken = [
            vocabulary.guessed(words[first[k] : first[k + 1]]) if each in ("", "und") else each
            for k, each in enumerate(spoken)
        ]
        stems, weights = np.empty(len(words), np.int32), np.empty(len(words), np.float32)
        of_language = {language: number for number, language in enumerate(sorted(set(spoken)))}
        speaks = np.repeat([of_language[each] for each in spoken], np.diff(first))
        for language, number in of_language.items():
            here = np.flatnonzero(speaks == number)
            tongue = vocabulary.tongue(language)
            stems[here], weights[here] = tongue.stems[words[here]], tongue.weights[words[here]]
        return cls(scanned, tuple(spoken), vocabulary.forms(words), stems, weights)


@dataclass(frozen=True, eq=False)
class Aligned:
    """Those of many pairs that match: the shared words of pair ``pairs[m]`` are from ``first[m]`` to before
    ``first[m + 1]`` of ``mine`` and ``theirs`` (their places in the passages) and of ``worth``."""

    pairs: npt.NDArray[np.int64]
    first: npt.NDArray[np.int64]
    mine: Numbers
    theirs: Numbers
    worth: Floats


def aligned(sheet: Sheet, left: Rows, right: Rows) -> Aligned:
    """Align passage ``left[k]`` of the sheet with ``right[k]``, for every ``k``."""
    return Aligned(*_all(left, right, sheet.scanned.first, sheet.forms, sheet.stems, sheet.weights))


def is_ready() -> bool:
    """Whether this process has the aligner as machine code."""
    return bool(getattr(_all, "signatures", True))


@_compiled
def _all(left, right, first, forms, stems, weights):  # type: ignore[no-untyped-def]
    pairs, begins = np.empty(len(left), np.int64), np.zeros(len(left) + 1, np.int64)
    mine, theirs = np.empty(4096, np.int32), np.empty(4096, np.int32)
    worths = np.empty(4096, np.float32)
    found = used = 0
    for k in range(len(left)):
        a0, a1, b0, b1 = first[left[k]], first[left[k] + 1], first[right[k]], first[right[k] + 1]
        if a0 == a1 or b0 == b1:
            continue
        partner, worth = _pair(forms[a0:a1], stems[a0:a1], weights[a0:a1], forms[b0:b1], stems[b0:b1], weights[b0:b1])
        if not _matches(forms[a0:a1], weights[a0:a1], forms[b0:b1], weights[b0:b1], partner, worth):
            continue
        while used + len(partner) > len(mine):
            mine = np.concatenate((mine, np.empty_like(mine)))
            theirs = np.concatenate((theirs, np.empty_like(theirs)))
            worths = np.concatenate((worths, np.empty_like(worths)))
        for i in range(len(partner)):
            if partner[i] >= 0:
                mine[used], theirs[used], worths[used] = i, partner[i], worth[i]
                used += 1
        pairs[found] = k
        found += 1
        begins[found] = used
    return (
        pairs[:found].copy(),
        begins[: found + 1].copy(),
        mine[:used].copy(),
        theirs[:used].copy(),
        worths[:used].copy(),
    )


@_compiled
def _pair(forms, stems, weights, forms2, stems2, weights2):  # type: ignore[no-untyped-def]
    if len(forms) == len(forms2) and np.array_equal(forms, forms2):
        return np.arange(len(forms)), np.ones(len(forms), dtype=np.float32)
    if len(forms) * len(forms2) <= ALIGNED_WHOLE:
        return _rounds(forms, stems, stems, weights, forms2, stems2, stems2, weights2)
    return _along_runs(forms, stems, weights, forms2, stems2, weights2)


@_compiled
def _matches(forms, weights, forms2, weights2, partner, worth):  # type: ignore[no-untyped-def]
    """Enough words in a row, the same whole, or a stretch with enough information close together."""
    run, last_i, last = 0, -NEARBY - 1, -1
    low, low2, high2 = 0, 0, 0
    rare, here, here2 = np.float32(0), np.float32(0), np.float32(0)
    for i in range(len(partner)):
        j = partner[i]
        if j < 0:
            continue
        same = forms[i] == forms2[j]
        run = (run + 1 if run > 0 and i == last_i + 1 and j == last + 1 else 1) if same else 0
        if run >= SHARED or (run == len(forms) and run == len(forms2)):
            return True
        if i - last_i > NEARBY or abs(j - last) > NEARBY:
            low, low2, high2 = i, j, j
            rare, here, here2 = np.float32(0), np.float32(0), np.float32(0)
        low2, high2 = min(low2, j), max(high2, j)
        rare += weights[i] * weights[i] * worth[i]
        here += weights[i]
        here2 += weights2[j]
        last_i, last = i, j
        if (
            rare >= LEAST_RARE
            and here >= LEAST_DENSE * weights[low : i + 1].sum()
            and here2 >= LEAST_DENSE * weights2[low2 : high2 + 1].sum()
        ):
            return True
    return False


@_compiled
def _along_runs(forms, stems, weights, forms2, stems2, weights2):  # type: ignore[no-untyped-def]
    """Shared runs, the longest first; then, in order, the words between neighbouring runs and beside lonely ones."""
    partner = np.full(len(forms), -1, dtype=np.int64)
    worth = np.zeros(len(forms), dtype=np.float32)
    taken = np.zeros(len(forms2), dtype=np.bool_)
    mine, theirs, lengths = _shared_runs(forms, forms2)
    for k in np.argsort(-lengths, kind="mergesort"):
        i, j, stop = mine[k], theirs[k], mine[k] + lengths[k]
        while i < stop and (partner[i] >= 0 or taken[j]):
            i, j = i + 1, j + 1
        end = i
        while end < stop and partner[end] < 0 and not taken[j + end - i]:
            end += 1
        if end - i >= RUN:
            for step in range(end - i):
                partner[i + step], worth[i + step], taken[j + step] = j + step, np.float32(1), True
    fixed = partner.copy()
    i = 0
    while i < len(forms):
        if fixed[i] < 0:
            i += 1
            continue
        if i == 0 or fixed[i - 1] != fixed[i] - 1:
            _beside(forms, stems, weights, forms2, stems2, weights2, partner, worth, taken, i, fixed[i], -1)
        if i + 1 == len(forms) or fixed[i + 1] != fixed[i] + 1:
            _beside(forms, stems, weights, forms2, stems2, weights2, partner, worth, taken, i, fixed[i], 1)
        i += 1
    return partner, worth


@_compiled
def _beside(forms, stems, weights, forms2, stems2, weights2, partner, worth, taken, i, j, step):  # type: ignore[no-untyped-def]
    """Align the free words next to the pair ``i``, ``j``, on the side of ``step``."""
    a, b = i + step, j + step
    while 0 <= a < len(forms) and partner[a] < 0 and abs(a - i) <= BESIDE:
        a += step
    while 0 <= b < len(forms2) and not taken[b] and abs(b - j) <= BESIDE:
        b += step
    a0, a1, b0, b1 = (i + 1, a, j + 1, b) if step > 0 else (a + 1, i, b + 1, j)
    if a1 <= a0 or b1 <= b0:
        return
    found, likeness = _rounds(
        forms[a0:a1], stems[a0:a1], stems[a0:a1], weights[a0:a1],
        forms2[b0:b1], stems2[b0:b1], stems2[b0:b1], weights2[b0:b1],
    )  # fmt: skip
    for k in range(len(found)):
        if found[k] >= 0:
            partner[a0 + k], worth[a0 + k], taken[b0 + found[k]] = b0 + found[k], likeness[k], True


@_compiled
def _shared_runs(forms, forms2):  # type: ignore[no-untyped-def]
    """Where runs of `RUN` words or more that stand in both texts begin, and how long they go on."""
    grams, grams2 = _grams(forms), _grams(forms2)
    order = np.argsort(grams2, kind="mergesort")
    sorted_grams = grams2[order]
    begins = np.searchsorted(sorted_grams, grams, side="left")
    ends = np.searchsorted(sorted_grams, grams, side="right")
    mine, theirs, lengths = np.empty(64, np.int64), np.empty(64, np.int64), np.empty(64, np.int64)
    found = 0
    for i in range(len(grams)):
        for place in range(begins[i], min(ends[i], begins[i] + MOST_PLACES)):
            j = order[place]
            if i > 0 and j > 0 and forms[i - 1] == forms2[j - 1] and ends[i - 1] - begins[i - 1] <= MOST_PLACES:
                continue
            length = 0
            while i + length < len(forms) and j + length < len(forms2) and forms[i + length] == forms2[j + length]:
                length += 1
            if length < RUN:
                continue
            if found == len(mine):
                mine = np.concatenate((mine, np.empty_like(mine)))
                theirs = np.concatenate((theirs, np.empty_like(theirs)))
                lengths = np.concatenate((lengths, np.empty_like(lengths)))
            mine[found], theirs[found], lengths[found] = i, j, length
            found += 1
    return mine[:found], theirs[:found], lengths[:found]


@_compiled
def _grams(forms):  # type: ignore[no-untyped-def]
    grams = np.zeros(max(0, len(forms) - RUN + 1), dtype=np.uint64)
    for i in range(len(grams)):
        value = np.uint64(0)
        for k in range(i, i + RUN):
            value = (value ^ np.uint64(forms[k])) * np.uint64(0x9E3779B97F4A7C15)
            value = value ^ (value >> np.uint64(29))
        grams[i] = value
    return grams
