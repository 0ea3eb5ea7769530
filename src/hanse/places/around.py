"""In which first-level division does a point lie? In that of the nearest city of its country."""

from __future__ import annotations

from collections import defaultdict
from math import cos, radians

CELL = 0.5
"""Degrees of a cell in which cities are looked up together."""

_Cell = tuple[str, int, int]


class Around:
    """Cities with the code of their division, by where they lie."""

    def __init__(self) -> None:
        self._cells: defaultdict[_Cell, list[tuple[float, float, str]]] = defaultdict(list)

    def add(self, country: str, lat: float, lon: float, admin1: str) -> None:
        """Note a city."""
        self._cells[_cell(country, lat, lon)].append((lat, lon, admin1))

    def division(self, country: str, lat: float, lon: float) -> str:
        """The division of the nearest city in this or a neighbouring cell; "" where there is none."""
        _, row, column = _cell(country, lat, lon)
        narrow = cos(radians(lat))
        near = (
            (abs(lat - north) ** 2 + (abs(lon - east) * narrow) ** 2, admin1)
            for cell in ((country, row + up, column + right) for up in (-1, 0, 1) for right in (-1, 0, 1))
            for north, east, admin1 in self._cells.get(cell, ())
        )
        return min(near, default=(0.0, ""))[1]


def _cell(country: str, lat: float, lon: float) -> _Cell:
    return country, int(lat // CELL), int(lon // CELL)
