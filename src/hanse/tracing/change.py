"""Two texts revise a third: how much of what the one changed did the other change too?

What an ask and a new text share with the old one is there by nature; only their edits speak. Edits are runs of one to
three words inserted into or deleted from the old text, each worth the information of its words.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
from rapidfuzz.distance import LCSseq

from hanse.tracing.information import Coded

LONGEST_RUN = 3
_Run = tuple[str, tuple[int, ...]]


def likeness_of_change(old: Coded, ask: Coded, new: Coded) -> float:
    """Share, 0 to 1, of the information in either text's edits of ``old`` that both texts have."""
    mine, theirs = edits(old, ask), edits(old, new)
    if not mine or not theirs:
        return 1.0 if mine == theirs else 0.0
    runs = mine.keys() | theirs.keys()
    both = sum(min(mine.get(run, 0.0), theirs.get(run, 0.0)) for run in runs)
    either = sum(max(mine.get(run, 0.0), theirs.get(run, 0.0)) for run in runs)
    return both / either if either else 0.0


def edits(old: Coded, new: Coded) -> dict[_Run, float]:
    """The runs of words that ``new`` inserts into ``old`` or deletes from it, with their information."""
    found: Counter[_Run] = Counter()
    kept_old = np.zeros(len(old.tokens), dtype=bool)
    kept_new = np.zeros(len(new.tokens), dtype=bool)
    for tag, a, b, c, d in LCSseq.opcodes(old.stems.tolist(), new.stems.tolist()):
        if tag == "equal":
            kept_old[a:b] = True
            kept_new[c:d] = True
    _collect(found, "deleted", old, kept_old)
    _collect(found, "inserted", new, kept_new)
    return dict(found)


def _collect(found: Counter[_Run], what: str, text: Coded, kept: np.ndarray) -> None:
    stems = text.stems.tolist()
    for size in range(1, LONGEST_RUN + 1):
        for i in range(len(stems) - size + 1):
            if not kept[i : i + size].all():
                run = (what, tuple(stems[i : i + size]))
                found[run] = max(found[run], float(text.weights[i : i + size].mean()))
