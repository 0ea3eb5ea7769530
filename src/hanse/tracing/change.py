"""Two texts revise a third: how much of what the one changed did the other change too?

What an ask and a new text share with the old one is there by nature; only their edits speak. Edits are runs of one to
three words inserted into or deleted from the old text, each worth the information of its words.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq

from hanse.tracing.information import Coded

LONGEST_RUN = 3
UNMADE = 0.5
"""Weight of what the ask would change and the text does not."""
UNASKED = 0.25
"""Weight of what the text changes and the ask would not."""
_WORTH = {"inserted": 3.0, "deleted": 1.0}
_Run = tuple[str, tuple[int, ...]]


def likeness_of_change(old: Coded, ask: Coded, new: Coded) -> float:
    """How far ``new`` changes ``old`` as ``ask`` would, 0 to 1: an index of Tversky (1977) over the edits of both.

    Words put in tell more than words struck, and an asked change that was not made counts more against uptake than a
    change that was made without being asked for.
    """
    mine, theirs = edits(old, ask), edits(old, new)
    if not mine or not theirs:
        return 0.0
    both = sum(_WORTH[what] * min(worth, theirs.get((what, run), 0.0)) for (what, run), worth in mine.items())
    asked = sum(_WORTH[what] * worth for (what, _), worth in mine.items())
    made = sum(_WORTH[what] * worth for (what, _), worth in theirs.items())
    return both / (both + UNMADE * (asked - both) + UNASKED * (made - both)) if both else 0.0


def edits(old: Coded, new: Coded) -> dict[_Run, float]:
    """The runs of words that ``new`` inserts into ``old`` or deletes from it, with their information."""
    found: dict[_Run, float] = {}
    kept_old = np.zeros(len(old.tokens), dtype=bool)
    kept_new = np.zeros(len(new.tokens), dtype=bool)
    for tag, a, b, c, d in LCSseq.opcodes(old.stems.tolist(), new.stems.tolist()):
        if tag == "equal":
            kept_old[a:b] = True
            kept_new[c:d] = True
    _collect(found, "deleted", old, kept_old)
    _collect(found, "inserted", new, kept_new)
    return found


def _collect(found: dict[_Run, float], what: str, text: Coded, kept: npt.NDArray[np.bool_]) -> None:
    stems = text.stems.tolist()
    for size in range(1, LONGEST_RUN + 1):
        for i in range(len(stems) - size + 1):
            if not kept[i : i + size].all():
                run = (what, tuple(stems[i : i + size]))
                found[run] = max(found.get(run, 0.0), float(text.weights[i : i + size].mean()))
