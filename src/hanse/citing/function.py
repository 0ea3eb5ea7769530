"""What is a citation there for: background, method, or a result that is compared?"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np

from hanse.citing.encoder import heads, meaning
from hanse.citing.function_grams import grams
from hanse.citing.function_model import GramModel, load
from hanse.citing.softmax import Floats, shares
from hanse.citing.stance_passage import citing_passage

FILE = Path(__file__).with_name("function.npz")
FUNCTIONS = ("background", "method", "result")
WORDS, MEANING = 0.6, 0.4
"""What the sums of words and letters weigh, and those of meaning."""


def function(text: str, section: str | None = None) -> tuple[str, float]:
    """background | method | result, and how likely that is; ``section`` is the title of the section.

    The three intents of Cohan et al. (2019), by two models fitted on their openly licensed passages: one of runs of
    words and letters, one of meaning.
    """
    return function_of(text, section, meaning(citing_passage(text).text, section))


def function_of(text: str, section: str | None, vector: Floats) -> tuple[str, float]:
    """The same, of a passage whose vector is known."""
    chances = chances_of(text, section, vector)
    best = int(chances.argmax())
    return FUNCTIONS[best], round(float(chances[best]), 4)


def chances_of(text: str, section: str | None, vector: Floats) -> Floats:
    """How likely each of FUNCTIONS is."""
    head = heads().function
    total = WORDS * model().sums(grams(text, section)) + MEANING * (vector @ head.weights + head.bias)
    return np.asarray(shares(total[None, :])[0])


@cache
def model() -> GramModel:
    """The model of words and letters that ships."""
    return load(FILE)
