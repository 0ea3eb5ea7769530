"""What is a citation there for: background, method, or a result that is compared?"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hanse.citing.function_model import GramModel, load

FILE = Path(__file__).with_name("function.npz")
FUNCTIONS = ("background", "method", "result")


def function(text: str, section: str | None = None) -> tuple[str, float]:
    """background | method | result, and how likely that is; ``section`` is the title of the section.

    The three intents of Cohan et al. (2019), by a linear model fitted on their openly licensed passages.
    """
    chances = model().chances(text, section)
    best = int(chances.argmax())
    return FUNCTIONS[best], round(float(chances[best]), 4)


@cache
def model() -> GramModel:
    """The model that ships."""
    return load(FILE)
