"""``hanse lineage``: who first had these words, and how did they travel since?"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hanse.cli.input import files
from hanse.cli.lineage_text import lineage_text
from hanse.cli.output import Progress, complain, json_text, print_json, write
from hanse.cli.reading import INPUT
from hanse.cli.tracing import FILE, check_folders, given_dates
from hanse.errors import HanseError
from hanse.saying import LANGUAGES, gettext, speaking

if TYPE_CHECKING:
    from hanse.text.document import Document
    from hanse.tracing.lineage import Lineage

_CORPORA = (".jsonl", ".ndjson", ".gz")
"""What is read as a corpus, every line a document, and not as one text."""
_SPOKEN = "What the tree and the page say beside the texts is said in this language."
_KINDS = (".svg", ".html", ".json")


@click.command(short_help="Trace a phrase or an ask to the first who had it.")
@click.argument("phrase", metavar="PHRASE")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=INPUT)
@click.option("--json", "as_json", is_flag=True, help="Print the lineage as JSON on stdout.")
@click.option("-o", "--output", type=FILE, help="Write the family tree: .svg, .html (with every passage), or .json.")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True, help=_SPOKEN)
@click.option("--date", "dates", metavar="FILE=YYYY-MM-DD", multiple=True, help="Date a file; may be given again.")
@click.option("--include-restricted", is_flag=True, help="Take in documents that are marked restricted.")
def lineage(
    phrase: str,
    paths: tuple[Path, ...],
    as_json: bool,
    output: Path | None,
    language: str,
    dates: tuple[str, ...],
    include_restricted: bool,
) -> int:
    """Trace PHRASE, words or a whole ask, through documents to the first who had it, and the way it went since.

    Each PATH is a file, a folder of files, a JSON Lines file with one document a line (.jsonl, or .jsonl.gz), or a
    campaign folder or zip of one, whose drafts, record, statements and asks are all searched. Dates are read from file
    names ("2031-03-02 Zero draft.docx", "2031-03 note.txt"), of JSON Lines from the field “date”; what has none is
    named apart. Without an output the lineage is printed as text.
    """
    kind = _kind(output) if output else ""
    if output:
        check_folders([output])
    from hanse.tracing.lineage import lineage as traced

    with Progress() as progress:
        held, refused = _documents(paths, given_dates(dates), include_restricted, progress)
        complain(refused)
        if not held:
            complain(["No document could be read, so there is nothing to search."])
            return 2
        progress(f"Searching {len(held)} documents")
        found = traced(phrase, held)
        if output:
            with speaking(language):
                made = _made(found, kind, include_restricted)
            write(output, made)
    if as_json:
        print_json(found)
    elif not output:
        click.echo(lineage_text(found), nl=False)
    return 1 if any(isinstance(each, HanseError) for each in refused) else 0


def _kind(path: Path) -> str:
    suffix = path.suffix.casefold()
    if suffix not in _KINDS:
        raise HanseError(
            f"Hanse does not write a lineage as {suffix or 'a file without a suffix'}",
            where=str(path),
            do=f"end the name in one of {', '.join(_KINDS)}",
        )
    return suffix


def _made(found: Lineage, kind: str, include_restricted: bool) -> str:
    if kind == ".json":
        return json_text(found)
    if kind == ".html":
        from hanse.reports.lineage import html

        return html(found, include_restricted=include_restricted)
    from hanse import figures

    title = gettext("How “%(phrase)s” travelled", phrase=found.phrase)
    return figures.svg(figures.lineage(found, title=title), title=title, description=found.said) + "\n"


def _documents(
    paths: Iterable[Path], dates: dict[str, str], include_restricted: bool, progress: Progress
) -> tuple[list[Document], list[str | HanseError]]:
    """What the paths hold, dated, and what is to be said about it."""
    from hanse.tracing.campaign import open_campaign
    from hanse.tracing.lineage.texts import of_campaign

    loose = [path for path in paths if not _is_campaign(path)]
    held, said = _loose(files(loose), dates, include_restricted, progress) if loose else ([], [])
    elsewhere = {name: date for name, date in dates.items() if name not in {path.name for path in files(loose)}}
    for path in paths:
        if _is_campaign(path):
            opened = open_campaign(path, dates=elsewhere, include_restricted=include_restricted)
            said += [*opened.withheld, *opened.warnings, *opened.refused]
            held += of_campaign(opened)
            elsewhere = {}
    if elsewhere:
        raise HanseError(f"there is no file {next(iter(elsewhere))}", where="--date", do="give its name")
    return held, said


def _is_campaign(path: Path) -> bool:
    return path.suffix.casefold() == ".zip" or (path / "drafts").is_dir()


def _loose(
    found: list[Path], dates: dict[str, str], include_restricted: bool, progress: Progress
) -> tuple[list[Document], list[str | HanseError]]:
    from hanse.text.reading import read_all
    from hanse.tracing.lineage.texts import dated

    progress(f"Reading {len(found)} files")
    reading = read_all([path for path in found if not _is_corpus(path)])
    held: list[Document] = []
    said: list[str | HanseError] = [*reading.refused]
    for document in reading.documents:
        said += [f"{document.source}: {warning}" for warning in document.warnings]
        try:
            held.append(dated(document, dates.get(document.source, "")))
        except HanseError as error:
            said.append(error)
            continue
        if held[-1].adopted:
            said.append(f"{document.source}: taken for agreed language, by its name or opening")
    for path in filter(_is_corpus, found):
        held += _of_corpus(path, dates.get(path.name, ""), include_restricted, said)
    return held, said


def _is_corpus(path: Path) -> bool:
    return path.suffix.casefold() in _CORPORA


def _of_corpus(path: Path, date: str, include_restricted: bool, said: list[str | HanseError]) -> list[Document]:
    """The documents of a file of JSON Lines, or of a packed one; ``said`` is told of those that are not among them."""
    from hanse.text.corpus import documents
    from hanse.tracing.lineage.texts import of_corpus

    held: list[Document] = []
    withheld = 0
    for document in documents([path], refuse=said.append):
        if document.handling == "restricted" and not include_restricted:
            withheld += 1
        else:
            held.append(of_corpus(document, date))
    if withheld:
        many = "document was" if withheld == 1 else "documents were"
        said.append(f"{path.name}: {withheld:,} restricted {many} left out; --include-restricted takes them in.")
    return held
