"""What does a citing passage mean? A vector, by a small encoder fitted to stance and function.

The lower layers of all-MiniLM-L6-v2 (MiniLM: Wang et al. 2020), fitted on and put in whole numbers by
``benchmarks/fit_encoder.py``; ONNX Runtime reads them, in one thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from hanse.citing.softmax import Floats, Ints, Softmax
from hanse.citing.wordpieces import number, pieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FILE = Path(__file__).with_name("encoder.onnx")
HEADS = Path(__file__).with_name("encoder.heads.npz")
LONGEST = 160
"""Pieces of a passage that are read; of the section's title as many as TITLE."""
TITLE = 16


def meaning(covered: str, section: str | None) -> Floats:
    """The vector of a passage whose citations are covered, in the section so called."""
    ids, parts = numbered(covered, section)
    (found,) = _session().run(None, {"ids": ids[None, :], "parts": parts[None, :]})
    return np.asarray(found[0], dtype=np.float64)


def numbered(covered: str, section: str | None) -> tuple[Ints, Ints]:
    """The numbers of the pieces of a title and of a passage, and to which of the two each belongs.

    Of a passage that is too long the beginning is left out if the citation judged would else be.
    """
    title, said = pieces(section or "")[:TITLE], pieces(covered)
    if len(said) > LONGEST:
        judged = number("[unused1]")
        at = said.index(judged) if judged in said else 0
        first = max(0, min(at - LONGEST // 2, len(said) - LONGEST))
        said = said[first : first + LONGEST]
    opening, closing = number("[CLS]"), number("[SEP]")
    ids = [opening, *title, closing, *said, closing]
    parts = [0] * (len(title) + 2) + [1] * (len(said) + 1)
    return np.array(ids, dtype=np.int64), np.array(parts, dtype=np.int64)


@dataclass(frozen=True)
class Heads:
    """What is read from a vector: ``stance`` and ``function``, each a row of weights for each place of the vector."""

    stance: Softmax
    function: Softmax


@cache
def heads() -> Heads:
    """The heads that ship."""
    with np.load(HEADS, allow_pickle=False) as kept:
        made = [
            Softmax(kept[f"{name} weights"].astype(np.float64), kept[f"{name} bias"].astype(np.float64))
            for name in ("stance", "function")
        ]
    return Heads(*made)


@cache
def _session() -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return InferenceSession(str(FILE), options, providers=["CPUExecutionProvider"])
