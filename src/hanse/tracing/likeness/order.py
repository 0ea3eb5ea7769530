"""How far do two texts say the same words in the same order?

Runs of words that both have, as in string tiling (Wise 1996); the longest common subsequence (ROUGE-L, Lin 2004); the
edits from one to the other (TER, Snover et al. 2006); and how broken the alignment of their words, stems and synonyms
is (METEOR, Banerjee & Lavie 2005).
"""

from __future__ import annotations

from collections import Counter

import numpy as np
from rapidfuzz.distance import LCSseq, Levenshtein

from hanse.tracing.likeness.bags import share
from hanse.tracing.likeness.pair import Ints, Pair

RUNS = (2, 3, 5, 8)
"""Words of the runs of which it is told what they cover."""


def runs(pair: Pair) -> dict[str, float]:
    """The share of either text's information, and of both together, in runs of so many words that the other has too;
    ``verbatim_kept`` is the part of what runs of two cover that runs of eight still do."""
    whole = [weights.sum() for weights in pair.weights]
    found: dict[str, float] = {}
    for size in RUNS:
        inside = [weights[covered].sum() for covered, weights in zip(pair.covered(size), pair.weights, strict=True)]
        found |= {
            f"runs{size}_shorter": share(inside[0], whole[0]),
            f"runs{size}_longer": share(inside[1], whole[1]),
            f"runs{size}_dice": share(sum(inside), sum(whole)),
        }
    return found | {"verbatim_kept": share(found["runs8_dice"], found["runs2_dice"])}


def sequence(pair: Pair) -> dict[str, float]:
    """The longest common subsequence and the fewest edits, in words, as shares; and of what sort the edits are.

    ``order_kept`` is the part of the shared words that stands in the longest common subsequence.
    """
    mine, theirs = ("".join(map(chr, row.tolist())) for row in pair.runs(1))
    common = LCSseq.similarity(mine, theirs)
    shared = (Counter(mine) & Counter(theirs)).total()
    found = {
        "lcs_shorter": share(common, len(mine)),
        "lcs_longer": share(common, len(theirs)),
        "order_kept": share(common, shared),
    }
    blocks = struck = inserted = replaced = 0
    largest = [0.0, 0.0]
    changed = [0.0, 0.0]
    totals = [np.concatenate([[0.0], np.cumsum(each)]) for each in pair.weights]
    for edit in Levenshtein.opcodes(mine, theirs):
        a, b, c, d = edit.src_start, edit.src_end, edit.dest_start, edit.dest_end
        if edit.tag == "equal":
            continue
        blocks += 1
        struck += (b - a) if edit.tag == "delete" else 0
        inserted += (d - c) if edit.tag == "insert" else 0
        replaced += (b - a) if edit.tag == "replace" else 0
        for k, worth in enumerate((totals[0][b] - totals[0][a], totals[1][d] - totals[1][c])):
            changed[k] += worth
            largest[k] = max(largest[k], worth)
    edits = struck + inserted + replaced
    return found | {
        "edit_rate": share(edits, len(theirs)),
        "edit_blocks": share(blocks, len(theirs)),
        "edit_blocks_log": float(np.log1p(blocks)),
        "edits_log": float(np.log1p(edits)),
        "edits_replaced": share(replaced, edits),
        "changed_shorter": share(changed[0], totals[0][-1]),
        "changed_longer": share(changed[1], totals[1][-1]),
        "changed_most_shorter": float(np.log1p(largest[0])),
        "changed_most_longer": float(np.log1p(largest[1])),
    }


def alignment(pair: Pair) -> dict[str, float]:
    """What the aligner finds: coverage of either text, unbroken runs, order."""
    found = pair.alignment
    mine, theirs, worth = found.mine, found.theirs, found.worth.astype(np.float64)
    small, large = pair.weights
    steps = (np.diff(mine) != 1) | (np.diff(theirs) != 1)
    chunks = 1 + int(steps.sum()) if len(mine) else 0
    return {
        "aligned_shorter": share((small[mine] * worth).sum(), small.sum()),
        "aligned_longer": share((large[theirs] * worth).sum(), large.sum()),
        "aligned_words_shorter": share(len(mine), len(small)),
        "aligned_words_longer": share(len(mine), len(large)),
        "aligned_exact": found.exact,
        "aligned_tight": found.precision,
        "aligned_chunks": share(chunks, len(mine)),
        "aligned_chunks_log": float(np.log1p(chunks)),
        "aligned_in_order": _in_order(theirs),
        "longest_log": float(np.log1p(found.longest)),
        "longest_shorter": share(found.longest, len(small)),
        "longest_longer": share(found.longest, len(large)),
    }


def _in_order(places: Ints) -> float:
    """Share of neighbouring pairs that stand in the same order in both texts."""
    return float((np.diff(places) > 0).mean()) if len(places) > 1 else float(len(places))
