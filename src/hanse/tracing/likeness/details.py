"""What has one text that the other has not: rare words, numbers, names, denial?"""

from __future__ import annotations

import re

import numpy as np

from hanse.tracing.information import Coded
from hanse.tracing.likeness.bags import share
from hanse.tracing.likeness.pair import Pair
from hanse.tracing.senses import is_quantity

_DENIALS = """
no not never none nobody nothing neither nor without cannot nt don doesn didn won wouldn isn aren wasn weren
couldn shouldn hasn haven hadn ne pas jamais aucun aucune sans nunca ningun ninguna nadie sin"""
DENIALS = frozenset(_DENIALS.split())
"""Folded words that deny; of a contracted "isn't" the tokens keep "isn"."""
RARE = 0.85
"""Information from which a word is rare: five speeches of the background have it, or fewer."""
_NAME = re.compile(r"(?<=[\w,;:\"')] )[A-Z][\w'-]*")
"""A capital in the midst of a sentence."""


def sizes(pair: Pair) -> dict[str, float]:
    """How long both are: counts of words as natural logarithms of one more."""
    small, large = len(pair.weights[0]), len(pair.weights[1])
    return {
        "length_ratio": small / large if large else 0.0,
        "length_log_shorter": float(np.log1p(small)),
        "length_log_longer": float(np.log1p(large)),
        "length_gap_log": float(np.log1p(large - small)),
    }


def unshared(pair: Pair) -> dict[str, float]:
    """Information that only one of the two has (logarithm of one more), and the rarest word of it."""
    (small, large), (met, known) = pair.weights, pair.met(1)
    return {
        "only_shorter": float(np.log1p(small[~met].sum())),
        "only_longer": float(np.log1p(large[~known].sum())),
        "rarest_only_shorter": float(small[~met].max(initial=0.0)),
        "rarest_only_longer": float(large[~known].max(initial=0.0)),
        "rarest_shared": float(small[met].max(initial=0.0)),
        "shared_log": float(np.log1p(small[met].sum())),
    }


def rare(pair: Pair) -> dict[str, float]:
    """What both have of the rare words: by the cube of the information, as a share of those rarer than `RARE`, and
    how many of these one text has alone."""
    found: dict[str, float] = {}
    for side, weights, met in zip(("shorter", "longer"), pair.weights, pair.met(1), strict=True):
        cubes, scarce = weights**3, weights > RARE
        found |= {
            f"rare_{side}": share(cubes[met].sum(), cubes.sum()),
            f"rare_words_{side}": share((met & scarce).sum(), scarce.sum()),
            f"rare_lone_{side}": float(np.log1p((scarce & ~met).sum())),
        }
    return found


def kept(pair: Pair) -> dict[str, float]:
    """Numbers, names and words of denial: kept in both, or in one only."""
    found = _kept("numbers", _numbers(pair.shorter), _numbers(pair.longer))
    found |= _kept("names", _names(pair.shorter), _names(pair.longer))
    denials = [sum(token.form in DENIALS for token in side.tokens) for side in pair.sides]
    return found | {"denials_gap": float(np.log1p(abs(denials[0] - denials[1])))}


def _numbers(side: Coded) -> set[str]:
    return {token.form for token in side.tokens if is_quantity(token.form, side.language)}


def _names(side: Coded) -> set[str]:
    return {name.lower() for name in _NAME.findall(side.text)}


def _kept(name: str, first: set[str], second: set[str]) -> dict[str, float]:
    both, either = len(first & second), len(first | second)
    return {
        f"{name}_jaccard": both / either if either else 1.0,
        f"{name}_only_shorter": float(np.log1p(len(first - second))),
        f"{name}_only_longer": float(np.log1p(len(second - first))),
        f"{name}_shared": float(np.log1p(both)),
        f"{name}_conflict": float(bool(first - second) and bool(second - first)),
    }
