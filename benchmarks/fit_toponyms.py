"""How much does each sign weigh when a name is decided? ``python -m benchmarks.fit_toponyms`` fits and writes.

Read are LGL and GeoVirus in HANSE_TRAIN: names and points; only the weights ship. A right sense is one within 161 km of
the point given. Fitted is a conditional logit: of a name's senses, the right ones' share. As the
company of a name depends on how the others are judged, fitting and judging take turns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

import hanse.places.toponyms.deciding as deciding
from benchmarks.data import rows
from hanse.places.toponyms.deciding import FEATURES, Floats, Named, distances, judged, softmax

WITHIN = 161.0
CORPORA = ("lgl", "geovirus")
WEIGHTS = Path(deciding.__file__).with_name("weights.toml")
_HELD = 0.002
_BEFORE = {"behind it": 6.0, "against it": -3.0, "country": 7.0, "fame": 1.0, "rivalled": 1.2}
"""Weights that are held near these, others near zero: "Paris, Texas" means what it says whatever lists of places do,
and texts other than local papers mean the country and the great city."""
_NEVER_AGAINST = ("capital", "largest", "fame", "population", "rivalled")
_TURNS = 3
_BEHIND = re.compile(r"\s*,\s*")
Toponym = dict[str, Any]


def main() -> None:
    """Fit on everything and write the file."""
    weights = fit([document for name in CORPORA for document in rows("geoparsing", f"{name}*.jsonl", train=True)])
    lines = [f'"{name}" = {weight:.2f}' for name, weight in zip(FEATURES, weights, strict=True)]
    head = "# Fitted by ``python -m benchmarks.fit_toponyms`` on LGL and GeoVirus (English news).\n[weights]\n"
    WEIGHTS.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def fit(documents: Sequence[dict[str, Any]]) -> Floats:
    """The weights for these documents."""
    weights = deciding.fitted()
    for _ in range(_TURNS):
        groups = [group for document in documents for group in judged_groups(document, weights)]
        weights = _fitted(groups, weights)
    return weights


def judged_groups(document: dict[str, Any], weights: Floats) -> list[tuple[Floats, Floats, float]]:
    """For every name of a document with a right sense: its senses' features, which are right, its weight."""
    named = names(document["toponyms"], document["text"])
    found = []
    for (_, spans), each in zip(named, judged([name for name, _ in named], weights), strict=True):
        points = [span for span in spans if span["lat"] is not None]
        if each is None or not points:
            continue
        lats, lons = (np.array([sense.lat for sense in each.senses]), np.array([sense.lon for sense in each.senses]))
        right = distances(points[0]["lat"], points[0]["lon"], lats, lons) < WITHIN
        if right.any() and not right.all():
            found.append((each.features, right.astype(float), float(len(points)) ** 0.5))
    return found


def names(toponyms: Sequence[Toponym], text: str) -> list[tuple[Named, list[Toponym]]]:
    """The names of spans given, each once, with what stands behind it and the spans."""
    spans = sorted(toponyms, key=lambda span: (span["start"], span["end"]))
    groups: dict[str, list[Toponym]] = {}
    behind: dict[str, str] = {}
    for place, span in enumerate(spans):
        groups.setdefault(span["phrase"], []).append(span)
        follower = spans[place + 1] if place + 1 < len(spans) else None
        if follower and _BEHIND.fullmatch(text[span["end"] : follower["start"]]):
            behind.setdefault(span["phrase"], follower["phrase"])
    return [(Named(name, behind.get(name, ""), len(found)), found) for name, found in groups.items()]


def _fitted(groups: list[tuple[Floats, Floats, float]], start: Floats) -> Floats:
    total = sum(weight for *_, weight in groups)
    before = np.array([_BEFORE.get(name, 0.0) for name in FEATURES])
    held = np.array([0.02 if name in _BEFORE else _HELD for name in FEATURES])

    bounds = [(0, None) if name in _NEVER_AGAINST else (None, None) for name in FEATURES]

    def loss(weights: Floats) -> tuple[float, Floats]:
        value, slope = 0.0, np.zeros(len(weights))
        for features, right, weight in groups:
            likely = softmax(features @ weights)
            mass = max(float(likely @ right), 1e-9)
            value -= weight * np.log(mass)
            slope -= weight * ((likely * right / mass - likely) @ features)
        off = weights - before
        return value / total + float(held * off @ off) / 2, slope / total + held * off

    found: Floats = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 200}).x
    return found


if __name__ == "__main__":
    main()
