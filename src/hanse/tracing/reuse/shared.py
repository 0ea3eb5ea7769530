"""How much is what many pairs of passages share? Sums over the shared words of all of them at once."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from hanse.text.document import Span
from hanse.tracing.judgement import CLOSE
from hanse.tracing.reuse.align import Aligned, Rows, Sheet
from hanse.tracing.reuse.match import How

Sums = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Shared:
    """One entry per matching pair, in the order of ``found.pairs``."""

    coverage: Sums
    target_coverage: Sums
    information: Sums
    rare: Sums
    worth: Sums
    """The words' worth as substance, summed."""
    how: list[How]
    words: list[int]
    longest: list[int]
    spans: list[tuple[tuple[Span, ...], tuple[Span, ...]]]

    @classmethod
    def of(cls, sheet: Sheet, found: Aligned, left: Rows, right: Rows, telling: npt.NDArray[np.float32]) -> Shared:
        """``left`` and ``right`` are the passages of the pairs, ``telling`` the substance of every word."""
        words = np.diff(found.first)
        mine = np.repeat(sheet.scanned.first[left], words) + found.mine
        theirs = np.repeat(sheet.scanned.first[right], words) + found.theirs
        weights, worth = sheet.weights[mine].astype(np.float64), found.worth.astype(np.float64)
        same = sheet.forms[mine] == sheet.forms[theirs]

        def summed(values: Sums) -> Sums:
            return np.add.reduceat(values, found.first[:-1])

        goes_on = np.zeros(len(mine), dtype=bool)
        goes_on[1:] = (np.diff(mine) == 1) & (np.diff(theirs) == 1)
        goes_on[found.first[:-1]] = False
        breaks = words - summed(goes_on.astype(np.float64)).astype(np.int64)
        alike = words == summed(same.astype(np.float64))
        verbatim = (words == _sizes(sheet, left)) & (breaks == 1) & alike
        whole = verbatim & (words == _sizes(sheet, right))
        information = summed(weights * worth)
        coverage = _share(information, _totals(sheet, left), verbatim)
        exact = summed(weights * same) / np.maximum(summed(weights), 1e-9)
        close = exact * coverage >= CLOSE
        return cls(
            coverage=coverage,
            target_coverage=_share(summed(sheet.weights[theirs] * worth), _totals(sheet, right), whole),
            information=information,
            rare=summed(np.square(weights) * worth),
            worth=summed(telling[mine] * worth),
            how=[
                "verbatim" if one else "close" if other else "paraphrase"
                for one, other in zip(verbatim.tolist(), close.tolist(), strict=True)
            ],
            words=words.tolist(),
            longest=_longest(goes_on, same, found.first),
            spans=_spans(sheet, mine, theirs, goes_on, breaks),
        )


def _sizes(sheet: Sheet, passages: Rows) -> Rows:
    return sheet.scanned.first[passages + 1] - sheet.scanned.first[passages]


def _totals(sheet: Sheet, passages: Rows) -> Sums:
    """The information of each passage."""
    running = np.concatenate([[0.0], np.cumsum(sheet.weights, dtype=np.float64)])
    totals: Sums = running[sheet.scanned.first[passages + 1]] - running[sheet.scanned.first[passages]]
    return totals


def _share(part: Sums, whole: Sums, all_of_it: npt.NDArray[np.bool_]) -> Sums:
    share: Sums = np.where(all_of_it, 1.0, np.minimum(1.0, part / np.maximum(whole, 1e-9)))
    return share


def _longest(goes_on: npt.NDArray[np.bool_], same: npt.NDArray[np.bool_], first: Rows) -> list[int]:
    """Words in the longest run to the letter, for each pair."""
    begins = same & ~(goes_on & np.concatenate([[False], same[:-1]]))
    place = np.arange(len(same))
    since = np.maximum.accumulate(np.where(begins | ~same, place, 0))
    lengths = np.where(same, place - since + 1, 0)
    longest: list[int] = np.maximum.reduceat(lengths, first[:-1]).tolist()
    return longest


def _spans(
    sheet: Sheet, mine: Rows, theirs: Rows, goes_on: npt.NDArray[np.bool_], breaks: Rows
) -> list[tuple[tuple[Span, ...], tuple[Span, ...]]]:
    """Paired spans, one pair per run that is unbroken in both."""
    begins = np.flatnonzero(~goes_on)
    ends = np.append(begins[1:], len(mine)) - 1
    scanned = sheet.scanned
    both = [
        list(zip(scanned.starts[side[begins]].tolist(), scanned.ends[side[ends]].tolist(), strict=True))
        for side in (mine, theirs)
    ]
    cuts = np.concatenate([[0], np.cumsum(breaks)]).tolist()
    return [(tuple(both[0][start:end]), tuple(both[1][start:end])) for start, end in pairwise(cuts)]
