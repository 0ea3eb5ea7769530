"""``hanse mentions``: which places, actors and roles do documents name?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from hanse.cli.input import documents
from hanse.cli.output import complain, plain, print_json
from hanse.text.document import Document


@click.command(short_help="List the places, actors and roles that documents name.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--kind", type=click.Choice(["place", "actor", "role"]), default=None, help="Only mentions of this kind.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def mentions(paths: tuple[Path, ...], kind: str | None, as_json: bool) -> int:
    """List the places, actors and roles that documents name, passage by passage, with where they stand.

    The places of a document are decided together. Spans are half-open, in code points of the passage.
    """
    reading = documents(paths)
    complain(reading.refused)
    if not reading.documents:
        return 2
    rows = [row for document in reading.documents for row in _rows(document) if kind in (None, row["kind"])]
    if as_json:
        print_json(rows)
    else:
        for row in rows:
            click.echo(f"{row['document']}  {row['number'] or row['passage']:<8}  {row['kind']:<6}  {_told(row)}")
    return 1 if reading.refused else 0


def _rows(document: Document) -> list[dict[str, Any]]:
    from hanse.wording.mentions import mentions_of

    numbers = {passage.id: passage.number for passage in document.passages}
    return [
        {"document": document.id, "passage": passage, "number": numbers[passage], **plain(mention)}
        for passage, found in mentions_of(document)
        for mention in found
    ]


def _told(row: dict[str, Any]) -> str:
    place = row["place"]
    if place:
        where = ", ".join(each for each in (place["kind"], place["country"]) if each)
        number = f", GeoNames {place['geonames_id']}" if place["geonames_id"] else ""
        return f"{row['text']}: {place['name']} ({where}{number})"
    return f"{row['text']}: {row['actor']}" if row["actor"] else str(row["text"])
