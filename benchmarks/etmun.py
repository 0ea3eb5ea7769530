"""Is the right place found for the members of city networks? ETMUN, with the country given; its labels are silver."""

from __future__ import annotations

import csv
from typing import Any

import numpy as np

from benchmarks.climactor import Resolved, kinds, peer, resolved, two
from benchmarks.data import folder
from benchmarks.figures import Figure, MissingData, Result
from hanse.places.codes import alpha3_or_none


def run() -> Result:
    given = members()
    told = [resolved(row["wrong"], row["iso3"], row["right"], row["lat"], row["lng"]) for row in given]
    hard = [each for each in told if each.hard]
    numbered = [
        each.answer.geonames_id == row["id"]
        for each, row in zip(told, given, strict=True)
        if each.apart is not None and each.answer.geonames_id
    ]
    base = [peer(row) for row in given]
    return Result(
        "ETMUN members",
        (
            *two("", told, 0.985, 0.94, base),
            Figure("same GeoNames id, of Places that have one", float(np.mean(numbered))),
            *_hard(hard),
        ),
        rows=len(told),
        notes=("Labels are silver: geocoded by their authors, some moved to the larger municipality, some wrong",),
        details={"hard": len(hard), **kinds(told)},
    )


def _hard(hard: list[Resolved]) -> tuple[Figure, ...]:
    return tuple(Figure(each.name, each.value, interval=each.interval) for each in two("hard ones, ", hard, 0.0, 0.0))


def members(*, train: bool = False) -> list[dict[str, Any]]:
    """The rows that have a position, as ``climactor.peer`` takes them; an unknown country code counts as none."""
    found = []
    for file in sorted(folder("etmun", train=train).glob("memberships*.csv")):
        with file.open(encoding="utf-8", newline="") as stream:
            found += [_row(row) for row in csv.DictReader(stream) if row["lat"] and row["geonames_id"]]
    if not found:
        raise MissingData("no row in memberships*.csv of etmun")
    return found


def _row(row: dict[str, str]) -> dict[str, Any]:
    return {
        "wrong": row["city"],
        "iso3": alpha3_or_none(row["country"]) if row["country"] else None,
        "right": row["geonames_name"],
        "lat": float(row["lat"]),
        "lng": float(row["lng"]),
        "id": int(row["geonames_id"]),
        "network": row["network_code"],
    }
