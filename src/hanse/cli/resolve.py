"""``hanse resolve``: which place does each name mean?"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hanse.cli.output import Progress, complain, plain, print_json
from hanse.errors import EmptyFile, HanseError, UnreadableFile

if TYPE_CHECKING:
    from hanse.places.place import Candidate, Place

    Answer = Place | tuple[Candidate, ...] | HanseError | None

NAMES = (
    "name",
    "city",
    "place",
    "municipality",
    "city name",
    "place name",
    "local government",
    "town",
    "location",
    "member",
)
COUNTRIES = ("country", "iso", "iso3", "iso2", "alpha3", "alpha2", "country code", "iso 3166", "nation", "state")
FIELDS = ("found", "place", "geonames_id", "place_country", "kind", "lat", "lon", "score", "reasons")
_SIZE = 100 * 1024 * 1024
LIKELIEST = 8
"""So many candidates of a name are printed, unless all are asked for."""
LONGEST_PATH = 250
"""Letters of an argument that may be a file: what is longer is a name."""


@dataclass(frozen=True, slots=True)
class Row:
    """A name to resolve: its ``country`` if one was given, the ``cells`` of its line, and ``where`` it stands."""

    name: str
    country: str | None
    cells: tuple[str, ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CSV file: its header and its rows."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]


@click.command(short_help="Find the places that names mean.")
@click.argument("given", metavar="NAME...|FILE.csv...", nargs=-1, required=True)
@click.option("--country", default=None, help="The country that they lie in: ISO 3166-1, TR or TUR.")
@click.option(
    "--column", default=None, help="The column of a file that holds the names (otherwise: name, city, place ...)."
)
@click.option("--country-column", default=None, help="The column that holds countries, as codes or names.")
@click.option("--all", "every", is_flag=True, help=f"Print all candidates of a name, not the likeliest {LIKELIEST}.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text, with all candidates.")
def resolve(
    given: tuple[str, ...],
    country: str | None,
    column: str | None,
    country_column: str | None,
    every: bool,
    as_json: bool,
) -> int:
    """Find the places that names mean, in any language or old spelling: with their GeoNames ids and ISO 3166 codes.

    Each argument is a name, or a CSV or TSV file ("-" for one on stdin), which is printed again with the columns found,
    place, geonames_id, place_country, kind, lat, lon, score and reasons. The names of one call are context for each
    other. What could be several places is told with its candidates, what is no known name with nothing. The first call
    compiles the gazetteer, which takes some ten seconds.
    """
    from hanse.places.codes import alpha3
    from hanse.places.resolving import resolve_all

    if country:
        alpha3(country)
    sheets: list[Sheet] = []
    refused: list[HanseError] = []
    for each in given:
        try:
            sheets.append(
                _sheet(each, country, column, country_column) if _is_file(each) else Sheet((), (Row(each, country),))
            )
        except HanseError as error:
            refused.append(error)
    rows = [row for sheet in sheets for row in sheet.rows]
    with Progress() as progress:
        answers = resolve_all(
            [(row.name, row.country) for row in rows], lambda done, all_of: progress(f"{done:,} of {all_of:,} names")
        )
    refused += [
        HanseError(answer.what, where=row.where or row.name, do=answer.do)
        for row, answer in zip(rows, answers, strict=True)
        if isinstance(answer, HanseError)
    ]
    complain(refused)
    if not rows or all(isinstance(answer, HanseError) for answer in answers):
        return 2
    told = iter(answers)
    if as_json:
        print_json([as_data(row, next(told)) for row in rows])
    else:
        for sheet in sheets:
            _print(sheet, told, every)
    return 1 if refused else 0


def as_data(row: Row, answer: Answer) -> dict[str, Any]:
    """A name and its answer, as JSON has them: ``found`` is place, candidates, nothing or refused."""
    found: dict[str, Any] = {
        "name": row.name,
        "asked": row.country,
        "found": _found(answer),
        "place": None,
        "candidates": [],
    }
    if isinstance(answer, HanseError):
        return found | {"why": answer.sentence}
    if isinstance(answer, tuple):
        return found | {"candidates": plain(answer)}
    return found | {"place": plain(answer)}


def _found(answer: Answer) -> str:
    if isinstance(answer, HanseError):
        return "refused"
    return "nothing" if answer is None else "candidates" if isinstance(answer, tuple) else "place"


def _print(sheet: Sheet, answers: Iterator[Answer], every: bool) -> None:
    if not sheet.header:
        for row in sheet.rows:
            click.echo("\n".join(_lines(row.name, next(answers), every)))
        return
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([*sheet.header, *FIELDS])
    for row in sheet.rows:
        writer.writerow([*map(_harmless, row.cells), *_cells(next(answers))])
    sys.stdout.write(written.getvalue())


def _lines(name: str, answer: Answer, every: bool) -> list[str]:
    if answer is None:
        return [f"{name}: no place that is known"]
    if isinstance(answer, HanseError):
        return []
    if isinstance(answer, tuple):
        shown = answer if every else answer[:LIKELIEST]
        rest = [f"  {len(answer) - len(shown)} more; --all shows them"] if len(shown) < len(answer) else []
        return [f"{name}: one of {len(answer)}", *(f"  {_line(each)}" for each in shown), *rest]
    return [f"{name}: {_line(answer)}"]


def _line(found: Place | Candidate) -> str:
    number = f" {found.geonames_id}" if found.geonames_id else ""
    return (
        f"{found.name}, {found.country} ({found.kind}{number}, {found.lat:.2f} {found.lon:.2f}), "
        f"{found.score:.2f}: {'; '.join(found.reasons)}"
    )


def _cells(answer: Answer) -> list[Any]:
    told = _found(answer)
    if answer is None or isinstance(answer, HanseError):
        return [told, *[""] * (len(FIELDS) - 1)]
    if isinstance(answer, tuple):
        listed = " | ".join(
            f"{each.name}, {each.country}, {each.geonames_id or ''} {each.score:.2f}" for each in answer
        )
        return [told, *[""] * (len(FIELDS) - 2), listed]
    place = [answer.name, answer.geonames_id or "", answer.country, answer.kind, answer.lat, answer.lon, answer.score]
    return [told, *place, "; ".join(answer.reasons)]


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet will not take for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "@", "\t") or (cell[:1] == "-" and not _number(cell)) else cell


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _is_file(given: str) -> bool:
    """Whether an argument is a file. Raises HanseError for one that is there and cannot be read as names."""
    if given == "-" or given.casefold().endswith((".csv", ".tsv")):
        return True
    if len(given) <= LONGEST_PATH and Path(given).suffix and Path(given).is_file():
        raise UnreadableFile("is no list of names", where=given, do="give names, or a CSV or TSV file of them")
    return False


def _sheet(given: str, country: str | None, column: str | None, country_column: str | None) -> Sheet:
    """The rows of a CSV or TSV file. Raises HanseError."""
    text = _text(given)
    shown = "stdin" if given == "-" else given
    lines = list(csv.reader(io.StringIO(text), delimiter=_delimiter(text)))
    lines = [line for line in lines if any(cell.strip() for cell in line)]
    if not lines:
        raise EmptyFile("is empty", where=shown, do="give a file with a row of column names and rows below it")
    header = tuple(cell.strip() for cell in lines[0])
    at = _column(header, column, NAMES, shown)
    at = 0 if at is None else at
    beside = _column(header, country_column, COUNTRIES, shown)
    rows = []
    for number, line in enumerate(lines[1:], 2):
        cells = tuple([*line, *[""] * (len(header) - len(line))][: len(header)])
        said = cells[beside].strip() if beside is not None and beside != at else ""
        rows.append(Row(cells[at], _country(said) or country, cells, f"{shown}, row {number}"))
    return Sheet(header, tuple(rows))


def _country(said: str) -> str:
    """A code as it is, a name as its code; what is neither is refused with its row."""
    from hanse.places.codes import alpha3_or_none
    from hanse.places.countries import country as nation

    if not said or alpha3_or_none(said):
        return said
    found = nation(said)
    return found.alpha3 if found else said


def _column(header: tuple[str, ...], asked: str | None, usual: tuple[str, ...], where: str) -> int | None:
    plain_header = [cell.casefold().replace("_", " ") for cell in header]
    if asked is not None:
        if asked.casefold().replace("_", " ") not in plain_header:
            raise HanseError(f"there is no column “{asked}”", where=where, do=f"name one of {', '.join(header)}")
        return plain_header.index(asked.casefold().replace("_", " "))
    return next((plain_header.index(name) for name in usual if name in plain_header), None)


def _delimiter(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max((",", ";", "\t"), key=first.count)


def _text(given: str) -> str:
    from hanse.text.encoding import decode

    if given == "-":
        return decode(sys.stdin.buffer.read(), "stdin").text
    path = Path(given)
    try:
        if path.stat().st_size > _SIZE:
            raise UnreadableFile("is larger than 100 MB", where=given, do="split it")
        return decode(path.read_bytes(), given).text
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableFile(f"could not be read ({reason})", where=given, do="check the path") from error
