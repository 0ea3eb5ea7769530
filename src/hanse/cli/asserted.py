"""``hanse asserted``: which sentences of documents count what was done?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from hanse.cli.input import documents
from hanse.cli.output import complain, plain, print_json
from hanse.text.document import Document


@click.command(short_help="List the sentences of documents that count what was done.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def asserted(paths: tuple[Path, ...], as_json: bool) -> int:
    """List the sentences of documents that count what was done: "150 cities signed the declaration".

    Found by rule, in English, French and Spanish: a number with a unit beside a verb of signing, joining, pledging,
    attending, influencing and the like. A claim is not yet true: what bears it out, a person judges. Spans are
    half-open, in code points of the passage.
    """
    reading = documents(paths)
    complain(reading.refused)
    if not reading.documents:
        return 2
    rows = [row for document in reading.documents for row in _rows(document)]
    if as_json:
        print_json(rows)
    else:
        for row in rows:
            said = " ".join(part for part in (row["qualifier"], f"{row['value']:g}", row["unit"]) if part)
            where = f"{row['document']}  {row['paragraph'] or row['passage']:<8}"
            click.echo(f"{where}  {row['act']:<9}  {said}:  {row['text']}")
    return 1 if reading.refused else 0


def _rows(document: Document) -> list[dict[str, Any]]:
    """Each claim with its passage's number as ``paragraph`` (``number`` is where the counted number stands), its page
    and its sentence."""
    from hanse.wording.asserted import asserted

    rows = []
    for each in asserted(document):
        passage = document.passage(each.passage)
        told = {"paragraph": passage.number, "page": passage.page, "text": passage.text[slice(*each.sentence)]}
        rows.append({"document": document.id, **told, **plain(each)})
    return rows
