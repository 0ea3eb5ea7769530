"""Which stance does a citing passage speak for? A linear model of its features and one of its meaning, added up."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from hanse.citing.cues import Cue, cues, words
from hanse.citing.encoder import heads, meaning
from hanse.citing.softmax import Floats, Ints, Softmax, fitted, moved, shares
from hanse.citing.stance_features import features
from hanse.citing.stance_passage import CitingPassage, citing_passage
from hanse.errors import HanseError
from hanse.text.document import Span
from hanse.wording.tongue import tongue

STANCES = ("supports", "contrasts", "mentions", "unsure")
FILE = Path(__file__).with_name("stance.npz")
PASSAGES = Path(__file__).with_name("stance.passages.tsv")
PENALTY = 0.001
COOLING, TRUST = 1.6, 0.6
"""Of sums of the features and of the vector, by the likelihood of passages whose author was left out in fitting."""
ABROAD = 1.0, 0.3
"""The same two outside English, which alone the encoder's vocabulary is of."""
MOVING = 0.01
"""What a correction has to overcome to move the head: the penalty of the squared change."""
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
    family: str = ""
    """The passages of one family are about one claim; it begins with the letter of its writer."""


@dataclass(frozen=True)
class Reading:
    """A passage with its citations covered, its cues, what is counted of it, the vector of its meaning, and its
    language: en, fr or es."""

    passage: CitingPassage
    cues: tuple[Cue, ...]
    counted: Mapping[str, float]
    vector: Floats
    language: str


@dataclass(frozen=True)
class StanceModel:
    """``names`` of features, in the order of the rows of weights; ``head`` reads the vector. ``cooling`` divides the
    sums of the features and ``trust`` multiplies those of the vector, so that confidences keep their word."""

    names: tuple[str, ...]
    softmax: Softmax
    head: Softmax
    cooling: float = 1.0
    trust: float = 1.0

    def chances(self, reading: Reading) -> Floats:
        """How likely each of STANCES is."""
        cooling, trust = (self.cooling, self.trust) if reading.language == "en" else ABROAD
        total = self.counted(reading.counted) / cooling + trust * self.meant(reading.vector)
        return np.asarray(shares(total[None, :])[0])

    def meant(self, vector: Floats) -> Floats:
        """What the meaning alone speaks for, a sum for each of STANCES."""
        return np.asarray(vector @ self.head.weights + self.head.bias)

    def counted(self, features: Mapping[str, float]) -> Floats:
        """What the features alone speak for, a sum for each of STANCES."""
        place = self._place
        met = [name for name in features if name in place]
        rows, values = [place[name] for name in met], np.array([features[name] for name in met])
        return np.asarray(values @ self.softmax.weights[rows] + self.softmax.bias)

    @cached_property
    def _place(self) -> dict[str, int]:
        return {name: row for row, name in enumerate(self.names)}


def read(text: str, section: str | None, language: str | None = None, target: Span | None = None) -> Reading:
    """A passage as the model reads it."""
    passage, found, counted, spoken = noticed(text, section, language, target)
    return Reading(passage, found, counted, meaning(passage.text, section), spoken)


def noticed(
    text: str, section: str | None, language: str | None = None, target: Span | None = None
) -> tuple[CitingPassage, tuple[Cue, ...], Mapping[str, float], str]:
    """A passage with its citations covered, its cues, its features and its language."""
    passage = citing_passage(text, target)
    known = (language or "")[:2].lower()
    within = words(passage)
    spoken = known if known in ("en", "fr", "es") else _language(passage.text)
    found = cues(passage, within, spoken)
    return passage, found, features(passage, within, found, section), spoken


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


def retrained(corrections: Iterable[Judged] = ()) -> StanceModel:
    """The model fitted anew on the passages that ship and on what people corrected; the same corrections in the same
    order give the same model. Raises HanseError for a stance that is none."""
    added = tuple(corrections)
    for each in added:
        if each.stance not in STANCES:
            raise HanseError(f"{each.stance!r} is no stance", do=f"give one of {', '.join(STANCES)}")
    known = model()
    made = fit((*shipped(), *added))
    return replace(made, head=_moved(known.head, added), cooling=known.cooling, trust=known.trust)


def fit(judged: Sequence[Judged]) -> StanceModel:
    """The linear model fitted on judged passages alone, beside the head that ships."""
    counted = [noticed(each.text, each.section, each.language, each.target)[2] for each in judged]
    return fitted_on(counted, _stances(judged), PENALTY, np.array([each.worth for each in judged]))


def fitted_on(
    counted: Sequence[Mapping[str, float]], gold: Ints, penalty: float, worth: Floats | None = None
) -> StanceModel:
    """Fit on features and the number of each passage's stance."""
    met = Counter(name for each in counted for name in each)
    names = tuple(sorted(name for name, times in met.items() if times >= LEAST))
    told = fitted(_rows(counted, names), gold, len(STANCES), penalty=penalty, worth=worth)
    return StanceModel(names, told, heads().stance, COOLING, TRUST)


def _moved(head: Softmax, corrections: Sequence[Judged]) -> Softmax:
    """A head moved as little as the corrections ask for."""
    if not corrections:
        return head
    vectors = np.stack([read(each.text, each.section, each.language, each.target).vector for each in corrections])
    worth = np.array([each.worth for each in corrections])
    return moved(head, vectors, _stances(corrections), worth, penalty=MOVING)


def _stances(judged: Sequence[Judged]) -> Ints:
    return np.array([STANCES.index(each.stance) for each in judged], dtype=np.int64)


def _rows(counted: Sequence[Mapping[str, float]], names: tuple[str, ...]) -> csr_matrix:
    place = {name: row for row, name in enumerate(names)}
    columns, values, ends = [], [], [0]
    for each in counted:
        known = [(place[name], value) for name, value in each.items() if name in place]
        columns += [column for column, _ in known]
        values += [value for _, value in known]
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(counted), len(names)))


@cache
def shipped() -> tuple[Judged, ...]:
    """The passages, all invented, on which the models are fitted that ship."""
    return corrected(PASSAGES)


def corrected(table: Path) -> tuple[Judged, ...]:
    """The passages of a table with the columns stance, section, language and passage, as a workspace prints what
    people corrected."""
    with table.open(encoding="utf-8", newline="") as rows:
        return tuple(
            Judged(
                row["passage"],
                row["stance"],
                row["section"] or None,
                row["language"] or None,
                family=row.get("family") or "",
            )
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        )


@cache
def model() -> StanceModel:
    """The model that ships."""
    with np.load(FILE, allow_pickle=False) as kept:
        names = tuple(kept["names"].tobytes().decode().split("\n"))
        softmax, head = (
            Softmax(kept[f"{part}weights"].astype(np.float64), kept[f"{part}bias"].astype(np.float64))
            for part in ("", "head ")
        )
        return StanceModel(names, softmax, head, float(kept["cooling"]), float(kept["trust"]))


def save(made: StanceModel, path: Path = FILE) -> None:
    """Write a model: numbers and names only, nothing that could run."""
    arrays: dict[str, Any] = {"cooling": made.cooling, "trust": made.trust}
    for part, each in (("", made.softmax), ("head ", made.head)):
        arrays[f"{part}weights"] = each.weights.astype(np.float32)
        arrays[f"{part}bias"] = each.bias.astype(np.float32)
    np.savez_compressed(path, names=np.frombuffer("\n".join(made.names).encode(), dtype=np.uint8), **arrays)
