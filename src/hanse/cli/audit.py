"""``hanse audit``: whether the workspace's log of who did what stands as it was written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hanse.cli.output import Progress, plain, print_json
from hanse.errors import HanseError

if TYPE_CHECKING:
    from hanse.workspace.audit.histories import Compared
    from hanse.workspace.audit.verifying import Verdict


@click.group(short_help="Verify the workspace's log of who did what.")
def audit() -> None:
    """The workspace's log of every write and every sign-in."""


@audit.command(short_help="Read the whole log, and say whether it stands as it was written.")
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the workspace keeps its records; else HANSE_HOME, else ./var.",
)
@click.option("--anchor", "anchors", multiple=True, help="Where the log ended earlier, as NUMBER:HASH. Repeatable.")
@click.option(
    "--anchors",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file of such ends, as a copy of audit-anchors.txt that was kept elsewhere.",
)
@click.option("--records", is_flag=True, help="Also compare the history of every record with what the log saw.")
@click.option("--json", "as_json", is_flag=True, help="Print the verdict as JSON.")
def verify(data: Path | None, anchors: tuple[str, ...], file: Path | None, records: bool, as_json: bool) -> int:
    """Read the log from its first row to its last: is any row changed, removed or moved?

    The end is compared with what the workspace noted beside the log, and with the ends that you give: only an end that
    was kept where nobody could change it tells of a log that was cut off or written anew. Print it, and keep it.

    Exit code 0: the log is whole; 1: it is not, and the first bad row is named; 2: it could not be read.
    """
    given = _text(file) + "\n" + "\n".join(anchors)
    with Progress() as progress:
        verdict = _verified(data, given, lambda read: progress(f"{read:,} rows read"))
        compared = _compared(lambda read: progress(f"{read:,} states compared")) if records else None
    if as_json:
        print_json({**plain(verdict), "records": plain(compared)} if compared else verdict)
    else:
        click.echo(verdict.sentence)
        click.echo(f"{'It ends' if verdict.whole else 'Whole until'}: {verdict.number}:{verdict.hash}")
        if compared:
            click.echo(compared.sentence)
    return 0 if verdict.whole and (compared is None or compared.broken is None) else 1


def _verified(data: Path | None, anchors: str, progress: Callable[[int], None]) -> Verdict:
    """Of the workspace in ``data``; raises HanseError where there is none, or none with a log."""
    from hanse.workspace import configuration
    from hanse.workspace.serve import prepare

    home = data.expanduser().resolve() if data else configuration.home()
    if not configuration.read("HANSE_DATABASE_URL") and not (home / "hanse.sqlite3").is_file():
        raise HanseError("there is no workspace here", where=str(home), do="give its data directory with --data")
    prepare(data)
    from hanse.workspace.audit.anchors import read
    from hanse.workspace.audit.verifying import verify

    return verify(read(anchors), progress)


def _compared(progress: Callable[[int], None]) -> Compared:
    from hanse.workspace.audit.histories import compare

    return compare(progress)


def _text(file: Path | None) -> str:
    if file is None:
        return ""
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise HanseError("could not be read", where=str(file), do="give a file of anchors") from error
