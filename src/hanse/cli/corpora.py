"""Which documents do the corpora hold that a command was given, and what is to be said of them?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hanse.cli.output import Progress, complain
from hanse.errors import HanseError

if TYPE_CHECKING:
    from hanse.text.document import Document

_LINE = re.compile(r", line \d+$")
INPUT = click.Path(path_type=Path)
FILE = click.Path(path_type=Path, dir_okay=False)
ID = click.option(
    "--id",
    "id_fields",
    default="id",
    metavar="FIELD,...",
    show_default=True,
    help="Fields of a JSON line that together make its id.",
)
RESTRICTED = click.option("--include-restricted", is_flag=True, help="Take in documents that are marked restricted.")


class Corpus:
    """The documents of some paths, as a stream that remembers what became of them.

    A packed file that is cut short is read as far as it goes; if ``whole``, its error is raised.
    """

    def __init__(
        self,
        paths: Iterable[Path],
        id_fields: str,
        include_restricted: bool,
        progress: Progress,
        *,
        whole: bool = False,
    ) -> None:
        self.whole = whole
        self.paths, self.id_fields, self.progress = paths, tuple(id_fields.split(",")), progress
        self.include_restricted = include_restricted
        self.refused: list[HanseError] = []
        self.renamed: list[tuple[str, str]] = []
        self.read = self.withheld = 0

    def __iter__(self) -> Iterator[Document]:
        from hanse.text.corpus import documents

        stream = documents(self.paths, id_fields=self.id_fields, refuse=self._refuse, renamed=self._rename)
        for document in stream:
            if document.handling == "restricted" and not self.include_restricted:
                self.withheld += 1
                continue
            self.read += 1
            self.progress(f"Reading: {self.read:,} documents")
            yield _dated(document)
        if self.renamed:
            old, new = self.renamed[0]
            ids = "id was" if len(self.renamed) == 1 else "ids were"
            complain([f"{len(self.renamed):,} {ids} taken already and got a number: “{old}” became “{new}”."])
        if self.withheld:
            many = "document was" if self.withheld == 1 else "documents were"
            complain([f"{self.withheld:,} restricted {many} left out; --include-restricted takes them in."])

    def _rename(self, old: str, new: str) -> None:
        self.renamed.append((old, new))

    def _refuse(self, error: HanseError) -> None:
        from hanse.text.corpus import CutShort

        if self.whole and isinstance(error, CutShort):
            raise HanseError(error.what, where=error.where, do="nothing was taken in; fetch it again")
        self.refused.append(error)
        complain([error])


def _dated(document: Document) -> Document:
    """With the date in its file's name, if it has no other. That of a JSON Lines file is not that of its lines."""
    from hanse.tracing.dates import in_name

    if document.date or _LINE.search(document.source):
        return document
    try:
        date, _ = in_name(Path(document.source).stem)
    except ValueError:
        return document
    return replace(document, date=date)
