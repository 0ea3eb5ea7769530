"""``hanse trace`` and ``hanse uptake``: what became of what was asked?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hanse.cli.board_text import board_text
from hanse.cli.input import words_or_document
from hanse.cli.output import Progress, complain, json_text, print_json, write
from hanse.errors import HanseError
from hanse.saying import LANGUAGES, speaking

if TYPE_CHECKING:
    from hanse.tracing.board import Board
    from hanse.tracing.campaign import Campaign

_PAGE = ".html"
_KINDS = {
    _PAGE: "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".docx": "docx",
    ".json": "json",
}
_SEMANTIC = (
    "Compare by sentence vectors (hanse[semantic]) too, also to name the nearest passage in the ask's own language; or "
    "not at all. Without either: only across languages, where they are installed."
)
SPOKEN = (
    "What the page, the PDF, the language sheet and the workbook’s grid say beside the texts is said in this language."
)
FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(short_help="Trace the asks of a campaign folder through its drafts.")
@click.argument("campaign", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the board as JSON on stdout.")
@click.option(
    "-o",
    "--output",
    "page",
    type=FILE,
    help="Write one self-contained HTML page; or what the suffix says: .pdf, .csv, .xlsx, .docx, .json.",
)
@click.option("--csv", type=FILE, help="Write a table with one row for every ask and draft.")
@click.option("--xlsx", type=FILE, help="Write the same as a workbook.")
@click.option("--docx", type=FILE, help="Write the language sheet for Word.")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True, help=SPOKEN)
@click.option("--date", "dates", metavar="FILE=YYYY-MM-DD", multiple=True, help="Date a file; may be given again.")
@click.option("--title", default="", help="The board's title, instead of what campaign.toml or the folder says.")
@click.option("--semantic/--no-semantic", default=None, help=_SEMANTIC)
@click.option("--include-restricted", is_flag=True, help="Take in documents that campaign.toml marks restricted.")
def trace(
    campaign: Path,
    as_json: bool,
    page: Path | None,
    csv: Path | None,
    xlsx: Path | None,
    docx: Path | None,
    language: str,
    dates: tuple[str, ...],
    title: str,
    semantic: bool | None,
    include_restricted: bool,
) -> int:
    """Trace the asks of a campaign folder, or of a zip of one, through its drafts: a finding for every ask and draft.

    DIR holds asks/ (statements, or asks.csv), drafts/ ("YYYY-MM-DD name.ext") and, if wanted, record/ and
    campaign.toml. Several outputs can be asked for at once; without any, the board is printed as text. Restricted
    documents are left out unless --include-restricted is given.
    """
    outputs = [(path, kind) for path, kind in ((csv, "csv"), (xlsx, "xlsx"), (docx, "docx")) if path]
    if page:
        outputs.insert(0, (page, _kind(page)))
    check_folders(path for path, _ in outputs)
    with Progress() as progress:
        opened = _opened(campaign, dates, include_restricted, progress)
        complain((*opened.withheld, *opened.warnings, *opened.refused))
        if not opened.drafts or not opened.asks:
            missing = "draft" if not opened.drafts else "ask"
            complain([f"{campaign}: no {missing} could be read, so there is nothing to trace."])
            return 2
        board = _traced(opened, semantic, progress)
    if title:
        board = replace(board, title=title)
    _send(board, outputs, language, as_json, include_restricted)
    return 1 if opened.refused else 0


def _opened(campaign: Path, dates: tuple[str, ...], include_restricted: bool, progress: Progress) -> Campaign:
    from hanse.tracing.campaign import open_campaign

    return open_campaign(
        campaign,
        dates=given_dates(dates),
        include_restricted=include_restricted,
        progress=lambda file: progress(f"Reading {file}"),
    )


def given_dates(dates: Iterable[str]) -> dict[str, str]:
    """What ``--date FILE=YYYY-MM-DD`` says, by file."""
    given = {}
    for each in dates:
        file, equals, date = each.rpartition("=")
        if not equals or not file:
            raise click.BadParameter(f"“{each}” is not FILE=YYYY-MM-DD", param_hint="--date")
        given[file] = date
    return given


def _traced(opened: Campaign, semantic: bool | None, progress: Progress) -> Board:
    from hanse.tracing.campaign import trace_campaign

    size = f"{len(opened.asks)} asks through {len(opened.drafts)} drafts"
    progress(f"Tracing {size}")
    return trace_campaign(opened, semantic=semantic, progress=lambda share, _: progress(f"Tracing {size}: {share:.0%}"))


def _send(
    board: Board, outputs: list[tuple[Path, str]], language: str, as_json: bool, include_restricted: bool
) -> None:
    from hanse.reports.handling import permit

    permit(board, include_restricted=include_restricted)
    with speaking(language):
        made = {path: _made(kind)(board, include_restricted=include_restricted) for path, kind in outputs}
    for path, content in made.items():
        write(path, content)
    if as_json:
        print_json(board)
    elif not made:
        click.echo(board_text(board), nl=False)


def _made(kind: str) -> Callable[..., str | bytes]:
    """The report that makes ``kind``."""
    if kind == "html":
        from hanse.reports.board import html

        return html
    if kind == "pdf":
        from hanse.reports.board_print import pdf

        return pdf
    if kind == "docx":
        from hanse.reports.sheet import docx

        return docx
    if kind == "json":
        return lambda board, **_: json_text(board)
    from hanse.reports import tables

    return tables.csv if kind == "csv" else tables.xlsx


def _kind(path: Path) -> str:
    """What the suffix says; a page where there is none."""
    suffix = path.suffix.casefold() or _PAGE
    if suffix not in _KINDS:
        endings = ", ".join(each for each in _KINDS if each != ".htm")
        raise HanseError(f"Hanse does not write {suffix}", where=str(path), do=f"end the name in one of {endings}")
    return _KINDS[suffix]


def check_folders(paths: Iterable[Path]) -> None:
    """Say that a folder is missing before minutes are spent on tracing."""
    for path in paths:
        if str(path) != "-" and not path.parent.is_dir():
            raise HanseError("there is no such folder to write into", where=str(path.parent), do="make it first")


@click.command(short_help="Say what became of one ASK in one NEW text.")
@click.argument("ask", metavar="ASK")
@click.argument("new", metavar="NEW")
@click.option("--record", multiple=True, metavar="FILE|TEXT", help="An earlier text; may be given again.")
@click.option("--semantic/--no-semantic", default=None, help=_SEMANTIC)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def uptake(ask: str, new: str, record: tuple[str, ...], semantic: bool | None, as_json: bool) -> None:
    """Say what became of one ASK in one NEW text; each is words, or the path of a file that is read."""
    from hanse.tracing.uptake import uptake as found

    earlier = [words_or_document(each) for each in record]
    result = found(words_or_document(ask), words_or_document(new), earlier, semantic=semantic)
    if as_json:
        print_json(result)
    else:
        how = f", {result.how}" if result.how else ""
        click.echo(f"{result.outcome}{how} (coverage {result.coverage:.2f}, novel {result.novel:.2f})\n{result.why}")
