"""Which places bear a municipality's name, and which are the seats of municipalities that bear none: Käerjeng?"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files

from hanse.places.folding import ALPHABETIC, OWN, fold, spelling

SEATS, NAMES = "seats.tsv.gz", "municipalities.tsv"


def seats() -> dict[int, dict[str, int]]:
    """By GeoNames id, the places whose name a municipality bears, with its names that GeoNames lacks, folded."""
    found: dict[int, dict[str, int]] = {}
    number = 0
    for step, *names in _lines(gzip.decompress(files("hanse.places").joinpath(SEATS).read_bytes()).decode("utf-8")):
        number += int(step)
        found[number] = {fold(name): OWN | spelling(name) for name in names}
    return found


class Municipalities:
    """The municipalities of municipalities.tsv, each to be found at its seat."""

    def __init__(self, alpha3: dict[str, str]) -> None:
        self._of: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for code, name, seat in _lines(files("hanse.places").joinpath(NAMES).read_text(encoding="utf-8")):
            self._of[alpha3[code], seat if seat.isdigit() else fold(seat)].append(fold(name))
        self._found = dict.fromkeys(self._of, (False, -1, 0))

    def wanted(self) -> tuple[tuple[str, str], ...]:
        """Country and seat of each: a GeoNames id, or the place's name, folded."""
        return tuple(self._of)

    def offer(self, number: int, keys: dict[str, int], country: str, people: int) -> None:
        """Let a city be the seat of those that name it; the most populous of that as its own name is."""
        for seat, noted in {str(number): OWN, **keys}.items():
            if (country, seat) in self._found:
                self._found[country, seat] = max(self._found[country, seat], (bool(noted & OWN), people, number))

    def names(self) -> Iterator[tuple[str, int, int]]:
        """Key, place and what is noted of it, of every municipality whose seat was offered."""
        for each, (_, people, number) in sorted(self._found.items()):
            if people >= 0:
                yield from ((name, number, OWN | ALPHABETIC) for name in dict.fromkeys(self._of[each]))


def _lines(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        if not line.startswith("#"):
            yield line.split("\t")
