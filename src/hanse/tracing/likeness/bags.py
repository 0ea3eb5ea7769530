"""Which share of the words, runs of words and runs of letters of two texts have they in common?

Containment (Broder 1997) as in Clough & Stevenson (2011), cosine (Salton & McGill 1983), and the
n-gram precisions of BLEU (Papineni et al. 2002) either way.
"""

from __future__ import annotations

import numpy as np

from hanse.tracing.likeness.pair import Floats, Ints, Pair, highest, numbered

LONGEST = 5
"""Words of the longest runs counted."""
LETTERS = (3, 5)
"""Letters of the runs counted."""
NEVER = 0.01
"""Precision of an n-gram length of which nothing is shared, so that BLEU's logarithms are defined."""


def bags(pair: Pair) -> dict[str, float]:
    """What both have, as a share of the shorter, of the longer, of both together (Dice 1945), and as a cosine.

    ``words`` are stems and ``senses`` classes of synonyms, both by information; ``grams1`` to ``grams5`` runs of stems,
    ``letters3`` and ``letters5`` runs of letters, each counted once per occurrence.
    """
    found = shares("words", pair.runs(1), pair.weights)
    found |= shares("senses", numbered(pair.shorter.senses, pair.longer.senses), pair.weights)
    for size in range(1, LONGEST + 1):
        found |= shares(f"grams{size}", pair.runs(size))
    for size in LETTERS:
        found |= shares(f"letters{size}", _letters(pair, size))
    found["forms_dice"] = shares("forms", numbered(pair.shorter.forms, pair.longer.forms), pair.weights)["forms_dice"]
    found["function_cosine"] = _function_words(pair)
    for side in ("shorter", "longer"):
        precisions = [max(found[f"grams{size}_{side}"], NEVER) for size in range(1, 5)]
        found[f"bleu_{side}"] = float(np.exp(np.log(precisions).mean()))
    return found


def shares(name: str, rows: tuple[Ints, Ints], weights: tuple[Floats, Floats] | None = None) -> dict[str, float]:
    """Shares of what is numbered in two rows; a value that a row has twice counts twice."""
    size = highest(rows) + 1
    mine, theirs = (np.bincount(row, minlength=size) for row in rows)
    worth = np.ones(size)
    if weights is not None:
        worth[rows[0]], worth[rows[1]] = weights[0], weights[1]
    weighed, other = mine * worth, theirs * worth
    both, first, second = float(np.minimum(weighed, other).sum()), float(weighed.sum()), float(other.sum())
    return {
        f"{name}_shorter": share(both, first),
        f"{name}_longer": share(both, second),
        f"{name}_dice": share(2 * both, first + second),
        f"{name}_cosine": share(float(weighed @ other), float(np.sqrt((weighed @ weighed) * (other @ other)))),
    }


def share(part: float, whole: float) -> float:
    """A part of a whole, 0 to 1; nothing of nothing is 0."""
    return min(1.0, float(part) / float(whole)) if whole else 0.0


def _letters(pair: Pair, size: int) -> tuple[Ints, Ints]:
    """Runs of ``size`` characters of the folded words with one blank between them."""
    found = []
    for side in pair.sides:
        text = f" {' '.join(token.form for token in side.tokens)} "
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
        runs = np.zeros(max(0, len(codes) - size + 1), dtype=np.int64)
        for offset in range(size):
            runs = runs * 1_000_003 + codes[offset : offset + len(runs)]
        found.append(runs)
    return numbered(found[0], found[1])


def _function_words(pair: Pair) -> float:
    mine, theirs = (row[~side.content] for row, side in zip(pair.runs(1), pair.sides, strict=True))
    return shares("f", (mine, theirs))["f_cosine"]
