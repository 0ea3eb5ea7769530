"""``hanse strength``, ``direction``, ``visibility``: how strongly, which way, and who is named?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from hanse.cli.direction_text import direction_text
from hanse.cli.input import documents, words_or_document
from hanse.cli.output import complain, plain, print_json
from hanse.errors import HanseError

AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")


@click.command(short_help="Say how strongly words bind, 0 to 5.")
@click.argument("given", metavar="TEXT|PATH...", nargs=-1, required=True)
@click.option("--agent", default=None, help="Whose duties are asked about, where several parties are named.")
@click.option("--chapeau", default=None, help="The lead-in on which a bare item hangs.")
@AS_JSON
def strength(given: tuple[str, ...], agent: str | None, chapeau: str | None, as_json: bool) -> int:
    """Say how strongly words bind: 5 decides, shall, must; 3 should, requests; 1 may, considers; 0 none.

    Each argument is words, or the path of a file, of which every passage is judged, under its own chapeau.
    """
    from hanse.wording.strength import strength as judged

    rows: list[dict[str, Any]] = []
    refused: list[HanseError] = []
    for each in given:
        try:
            read = words_or_document(each)
        except HanseError as error:
            refused.append(error)
            continue
        if isinstance(read, str):
            rows.append({"text": read, **plain(judged(read, agent, chapeau=chapeau))})
            continue
        for passage in read.passages:
            hung = read.passage(passage.chapeau).text if passage.chapeau else chapeau
            place = {"document": read.id, "passage": passage.id, "number": passage.number, "text": passage.text}
            rows.append({**place, **plain(judged(passage.text, agent, chapeau=hung))})
    complain(refused)
    if not rows and refused:
        return 2
    if as_json:
        print_json(rows)
    else:
        for row in rows:
            number = f"{row['number']}  " if row.get("number") else ""
            click.echo(f"{row['level']}  {row['modal'] or '-':<16}  {number}{row['text']}")
            for start, end in row["caveats"]:
                click.echo(f"{'':<21}caveat: {row['text'][start:end]}")
    return 1 if refused else 0


@click.command(short_help="Say whether NEW is stronger or weaker than OLD.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@AS_JSON
def direction(old: str, new: str, as_json: bool) -> None:
    """Say whether NEW is stronger, neutral or weaker than OLD; each is words or the path of a file.

    Printed with the words struck and inserted, and what each measure adds to the score.
    """
    from hanse.wording.direction import direction as judged

    before, after = _words(old), _words(new)
    found = judged(before, after)
    if as_json:
        print_json(found)
    else:
        click.echo("\n".join(direction_text(found, before, after)))


def _words(given: str) -> str:
    read = words_or_document(given)
    return read if isinstance(read, str) else "\n".join(passage.text for passage in read.passages)


@click.command(short_help="Count who is named in documents.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@AS_JSON
def visibility(paths: tuple[Path, ...], as_json: bool) -> int:
    """Count who is named in documents, how often and where, per 1,000 words."""
    from hanse.wording.visibility import visibility as counted

    reading = documents(paths)
    complain(reading.refused)
    if not reading.documents:
        return 2
    report = counted(reading.documents)
    if as_json:
        print_json(report)
    else:
        click.echo(f"{'':<20}mentions  per 1,000 words  documents")
        for count in report.total:
            click.echo(f"{count.group:<20}{count.mentions:>8}{count.per_thousand:>17.2f}{count.documents:>11}")
    return 1 if reading.refused else 0
