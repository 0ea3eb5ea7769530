"""``hanse strength``, ``direction``, ``visibility``: how strongly, which way, and who is named?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from hanse.cli.direction_text import direction_text
from hanse.cli.input import documents, words_or_document
from hanse.cli.output import complain, json_text, plain, print_json, write
from hanse.errors import HanseError

AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")


@click.command(short_help="Say how strongly words bind, 0 to 5.")
@click.argument("given", metavar="TEXT|PATH...", nargs=-1, required=True)
@click.option("--agent", default=None, help="Whose duties are asked about, where several parties are named.")
@click.option("--chapeau", default=None, help="The lead-in on which a bare item hangs.")
@click.option(
    "--report", is_flag=True, help="Report on whole drafts, in the order given, and how each paragraph moved."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write the report as one page (.html) or as .json."
)
@AS_JSON
def strength(
    given: tuple[str, ...],
    agent: str | None,
    chapeau: str | None,
    report: bool,
    output: Path | None,
    as_json: bool,
) -> int:
    """Say how strongly words bind: 5 decides, shall, must; 3 should, requests; 1 may, considers; 0 none.

    Each argument is words, or the path of a file, of which every passage is judged, under its own chapeau. With
    --report the files are drafts of one text, first to last: how binding each is, who is to act, and what became
    stronger, weaker, new or was dropped against the draft before.
    """
    if report or output:
        return _report(given, output, as_json)
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


def _report(given: tuple[str, ...], output: Path | None, as_json: bool) -> int:
    from hanse.cli.binding import page, text_lines
    from hanse.wording.binding import binding

    if output and output.suffix.lower() not in (".html", ".htm", ".json"):
        raise HanseError("a report is no such file", where=str(output), do="name it .html or .json")
    drafts, refused = [], []
    for each in given:
        try:
            drafts.append(words_or_document(each))
        except HanseError as error:
            refused.append(error)
    complain(refused)
    if not drafts:
        return 2
    found = binding(drafts)
    if output:
        write(output, json_text(found) if output.suffix.lower() == ".json" else page(found))
    if as_json:
        print_json(found)
    elif not output:
        click.echo("\n".join(text_lines(found)).rstrip())
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


def _print_lexicon(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from hanse.wording.named import shipped_file

        click.echo(shipped_file().decode("utf-8"), nl=False)
        context.exit(0)


@click.command(short_help="Count who is named in documents.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--lexicon", "file", type=click.Path(path_type=Path), help="Your own words, as a TOML file.")
@click.option(
    "--print-lexicon",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_lexicon,
    help="Print the words that are counted, to begin your own file with.",
)
@AS_JSON
def visibility(paths: tuple[Path, ...], file: Path | None, as_json: bool) -> int:
    """Count who is named in documents, how often and where, per 1,000 words.

    Under every number stand the words counted and who is named in the same sentences; at the end what the counts omit,
    and the name, version and hash of the lexicon. JSON gives every place.
    """
    from hanse.wording.named import read_lexicon
    from hanse.wording.visibility import visibility as counted

    lexicon = read_lexicon(file) if file else None
    reading = documents(paths)
    complain(reading.refused)
    if not reading.documents:
        return 2
    report = counted(reading.documents, lexicon=lexicon)
    if as_json:
        print_json(report)
        return 1 if reading.refused else 0
    click.echo(f"{'':<20}mentions  per 1,000 words  documents")
    for count in report.total:
        click.echo(f"{count.group:<20}{count.mentions:>8}{count.per_thousand:>17.2f}{count.documents:>11}")
        for label, listed in (("words", count.forms), ("parts", count.parts), ("company", count.company)):
            if listed and (label != "parts" or len(listed) > 1 or listed[0][0] != "text"):
                click.echo(f"{'':<4}{label}: {', '.join(f'{what} {number}' for what, number in listed)}")
    click.echo("\nWhat these counts omit:")
    for omission in report.omits:
        click.echo(f"    {omission.sentence}")
    click.echo(
        f"Words: {report.lexicon}, version {report.version}, SHA-256 {report.sha256[:12]}; {report.words:,} words read."
    )
    return 1 if reading.refused else 0
