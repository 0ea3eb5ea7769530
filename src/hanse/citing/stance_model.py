"""Which stance do the features of a citing passage speak for? A small linear model, and how it is fitted."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from hanse.citing.cues import Cue, cues, words
from hanse.citing.softmax import Floats, Ints, Softmax, fitted, shares
from hanse.citing.stance_features import features
from hanse.citing.stance_passage import CitingPassage, citing_passage
from hanse.errors import HanseError
from hanse.text.document import Span
from hanse.wording.tongue import tongue

STANCES = ("supports", "contrasts", "mentions", "unsure")
FILE = Path(__file__).with_name("stance.npz")
PASSAGES = Path(__file__).with_name("stance.passages.tsv")
PENALTY = 0.001
LEAST = 2
"""Passages in which a feature must be met to be fitted."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage of which a person has said the stance. The citation that was judged is at ``target`` or stands in
    ``[[double square brackets]]``; else it is the first."""

    text: str
    stance: str
    section: str | None = None
    language: str | None = None
    target: Span | None = None
    worth: float = 1.0
    """How much it counts in fitting."""


@dataclass(frozen=True)
class StanceModel:
    """``names`` of features, in the order of the rows of weights; ``cooling`` divides the sums, so that confidences
    keep their word."""

    names: tuple[str, ...]
    softmax: Softmax
    cooling: float = 1.0

    def chances(self, counted: Mapping[str, float]) -> Floats:
        """How likely each of STANCES is."""
        place = _places(self.names)
        total = self.softmax.bias.copy()
        for name, value in counted.items():
            if (row := place.get(name)) is not None:
                total += value * self.softmax.weights[row]
        return np.asarray(shares(total[None, :] / self.cooling)[0])


@cache
def _places(names: tuple[str, ...]) -> dict[str, int]:
    return {name: row for row, name in enumerate(names)}


Read = tuple[CitingPassage, tuple[Cue, ...], Mapping[str, float]]


def read(text: str, section: str | None, language: str | None = None, target: Span | None = None) -> Read:
    """A passage with its citations covered, its cues and its features."""
    passage = citing_passage(text, target)
    known = (language or "")[:2].lower()
    within = words(passage)
    found = cues(passage, within, known if known in ("en", "fr", "es") else _language(passage.text))
    return passage, found, features(passage, within, found, section)


_FRENCH = re.compile(
    r"\b(?:ceux|celles?|nous|est|sont|une|des|les|[ldn]['’]|cette|ces|et|aux|dans|par|pas)\b|[éèê]", re.I
)
_SPANISH = re.compile(r"\b(?:los|las|el|una|con|por|del|que|lo|y|se|su|en|esta)\b|[óñíú]", re.I)


def _language(covered: str) -> str:
    """English, or of French and Spanish the one with more signs: both share the words by which one sentence is told."""
    found = tongue(covered)
    if found == "en":
        return found
    return "fr" if len(_FRENCH.findall(covered)) >= len(_SPANISH.findall(covered)) else "es"


def retrained(corrections: Iterable[Judged] = (), *, cooling: float | None = None) -> StanceModel:
    """The model fitted anew on the passages that ship and on what people corrected; the same corrections in the same
    order give the same model. Raises HanseError for a stance that is none."""
    added = tuple(corrections)
    for each in added:
        if each.stance not in STANCES:
            raise HanseError(f"{each.stance!r} is no stance", do=f"give one of {', '.join(STANCES)}")
    return fit((*shipped(), *added), model().cooling if cooling is None else cooling)


def fit(judged: Sequence[Judged], cooling: float = 1.0) -> StanceModel:
    """Fit on judged passages alone."""
    counted = [read(each.text, each.section, each.language, each.target)[2] for each in judged]
    gold = np.array([STANCES.index(each.stance) for each in judged], dtype=np.int64)
    worth = np.array([each.worth for each in judged])
    return replace(fitted_on(counted, gold, PENALTY, worth), cooling=cooling)


def fitted_on(
    counted: Sequence[Mapping[str, float]], gold: Ints, penalty: float, worth: Floats | None = None
) -> StanceModel:
    """Fit on features and the number of each passage's stance."""
    met = Counter(name for each in counted for name in each)
    names = tuple(sorted(name for name, times in met.items() if times >= LEAST))
    return StanceModel(names, fitted(_rows(counted, names), gold, len(STANCES), penalty=penalty, worth=worth))


def _rows(counted: Sequence[Mapping[str, float]], names: tuple[str, ...]) -> csr_matrix:
    place = _places(names)
    columns, values, ends = [], [], [0]
    for each in counted:
        known = [(place[name], value) for name, value in each.items() if name in place]
        columns += [column for column, _ in known]
        values += [value for _, value in known]
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(counted), len(names)))


@cache
def shipped() -> tuple[Judged, ...]:
    """The passages, all invented, on which the model is fitted that ships."""
    with PASSAGES.open(encoding="utf-8", newline="") as rows:
        return tuple(
            Judged(row["passage"], row["stance"], row["section"] or None, row["language"])
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        )


@cache
def model() -> StanceModel:
    """The model that ships."""
    with np.load(FILE, allow_pickle=False) as kept:
        names = tuple(kept["names"].tobytes().decode().split("\n"))
        softmax = Softmax(kept["weights"].astype(np.float64), kept["bias"].astype(np.float64))
        return StanceModel(names, softmax, float(kept["cooling"]))


def save(made: StanceModel, path: Path = FILE) -> None:
    """Write a model: numbers and names only, nothing that could run."""
    np.savez_compressed(
        path,
        names=np.frombuffer("\n".join(made.names).encode(), dtype=np.uint8),
        weights=made.softmax.weights.astype(np.float32),
        bias=made.softmax.bias.astype(np.float32),
        cooling=made.cooling,
    )
