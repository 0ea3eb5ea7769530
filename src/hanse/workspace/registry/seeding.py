"""How does a new workspace come to know something? Starting facts, from sheets that lie beside the code.

They come in through the same door as everybody's sheets. What a person has touched since is left as it is, what was
removed stays removed, and a sheet with a mistake brings nothing in, not even what is right in it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from hanse.errors import HanseError
from hanse.workspace.registry.exchange.rows import Sheet
from hanse.workspace.registry.exchange.taken import Taken
from hanse.workspace.registry.exchange.taking import take_in_all
from hanse.workspace.registry.kinds import KINDS, Kind
from hanse.workspace.registry.sparing import FactSheet, spared

FACTS = Path(__file__).with_name("facts")
WHY = "starting facts"
_SHOWN = 5
"""So many refusals are told."""
_ALSO: list[Callable[[], None]] = []


def also(function: Callable[[], None]) -> Callable[[], None]:
    """Register what a room above keeps beside the starting facts: done with them, in one transaction; again changes
    nothing."""
    _ALSO.append(function)
    return function


@dataclass(frozen=True, slots=True)
class Seeded:
    """How many records came in, were brought up to date, and stood as they are already.

    ``kept`` are records that people edited or removed since ("city dhaka"), ``left_out`` rows that name a removed one.
    """

    added: int
    changed: int
    unchanged: int
    kept: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        parts = [f"{self.added} added, {self.changed} changed, {self.unchanged} unchanged"]
        parts += [f"{len(self.kept)} left as people made them"] if self.kept else []
        parts += [f"{len(self.left_out)} left out that name what people removed"] if self.left_out else []
        return ", ".join(parts)


def seed(folder: Path = FACTS) -> Seeded:
    """Bring the starting facts of ``folder`` into the workspace; again, and only what is new in them comes in.

    Every record has the history reason "starting facts" and no author. Raises HanseError where a sheet is broken, with
    its row and column; then nothing is written.
    """
    sheets, kept, left_out = spared(fact_sheets(folder))
    with transaction.atomic():
        taken = take_in_all([each.sheet for each in sheets], why=WHY)
        _refuse(sheets, taken)
        for each in _ALSO:
            each()
    added, changed, unchanged = (
        sum(len(getattr(each, name)) for each in taken) for name in ("added", "changed", "unchanged")
    )
    return Seeded(added, changed, unchanged, kept, left_out)


def fact_sheets(folder: Path = FACTS) -> list[FactSheet]:
    """All sheets of a folder, in the order of kinds. Raises HanseError where a file is of no kind or cannot be read."""
    plurals = list(KINDS)
    found = []
    for path in sorted(folder.glob("*.csv")):
        kind = _kind(path)
        found.append((plurals.index(kind.plural), path.name, FactSheet(path, _read(path, kind))))
    if not found:
        raise HanseError("there are no starting facts", where=str(folder), do="install Hanse whole")
    return [sheet for *_, sheet in sorted(found, key=lambda each: each[:2])]


def _kind(path: Path) -> Kind:
    fitting = [plural for plural in KINDS if path.stem == plural or path.stem.startswith(f"{plural}-")]
    if not fitting:
        do = "name it as cities.csv or cities-more.csv"
        raise HanseError("is named after no kind of record", where=path.name, do=do)
    return KINDS[max(fitting, key=len)]


def _read(path: Path, kind: Kind) -> Sheet:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            numbered = list(_rows(path, csv.reader(file, strict=True)))
    except (UnicodeDecodeError, csv.Error) as error:
        raise HanseError(f"cannot be read as CSV in UTF-8 ({error})", where=path.name, do="save it so") from None
    return Sheet(kind, [row for _, row in numbered], [number for number, _ in numbered])


def _rows(path: Path, reader: Iterator[list[str]]) -> Iterator[tuple[int, dict[str, str]]]:
    header = next(reader, [])
    for number, cells in enumerate(reader, 2):
        if len(cells) != len(header):
            where = f"{path.name}, row {number}"
            raise HanseError(f"has {len(cells)} cells under {len(header)} columns", where=where, do="correct the row")
        yield number, dict(zip(header, cells, strict=True))


def _refuse(sheets: list[FactSheet], taken: list[Taken]) -> None:
    told = [
        f"{each.path.name}, row {row}{f', column {column}' if column else ''}: {sentence.rstrip('.')}"
        for each, result in zip(sheets, taken, strict=True)
        for row, column, sentence in result.refused
    ]
    if told:
        more = f" (and {len(told) - _SHOWN} more)" if len(told) > _SHOWN else ""
        do = "nothing was loaded: correct the sheets, and do it again"
        raise HanseError("; ".join(told[:_SHOWN]) + more, do=do)
