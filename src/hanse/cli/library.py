"""``hanse library``: a stored library that drafts are compared with."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hanse.cli.corpora import FILE, ID, INPUT, RESTRICTED, Corpus
from hanse.cli.output import Progress, complain, print_json
from hanse.cli.reuse import about

if TYPE_CHECKING:
    from hanse.text.document import Document


@click.command(short_help="Keep a stored library that drafts are compared with.")
@click.argument("library_file", metavar="LIBRARY", type=FILE)
@click.argument("corpora", metavar="[CORPUS...]", nargs=-1, type=INPUT)
@click.option("--remove", multiple=True, metavar="ID", help="Take this document out; may be given again.")
@click.option("--replace", is_flag=True, help="Let a document take the place of one with the same id.")
@click.option("--check", is_flag=True, help="Read the whole library and say whether it is sound.")
@ID
@RESTRICTED
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def library(
    library_file: Path,
    corpora: tuple[Path, ...],
    remove: tuple[str, ...],
    replace: bool,
    check: bool,
    id_fields: str,
    include_restricted: bool,
    as_json: bool,
) -> int:
    """Keep a stored library for “hanse reuse DRAFT --library LIBRARY”.

    All that is readable of every CORPUS is taken in; the file is made if it is not there. A bad line or file is left
    out and told; where a packed file is cut short, or an id is there already, nothing at all is taken in. Without a
    CORPUS, --remove and --check the documents are listed: id, date and title. While documents are taken in, others can
    be compared with what the library had before.
    """
    from hanse.tracing.reuse.library import Library

    with Progress() as progress:
        arriving = Corpus(corpora, id_fields, include_restricted, progress, whole=True)
        stream = iter(arriving)
        first = next(stream, None)
        if corpora and first is None:
            complain(["No document could be read, so nothing was done."])
            return 2
        with Library(library_file, create=bool(corpora)) as kept:
            if check:
                kept.check()
            if remove:
                kept.remove(*remove)
            if first is not None:
                kept.replace(chain([first], stream), only_new=not replace)
            if not (corpora or remove or check):
                _list(kept.documents(), as_json)
                return 0
            complain([f"{'The library is sound. ' if check else ''}The library has {_many(len(kept))} now."])
    return 1 if arriving.refused else 0


def _many(documents: int) -> str:
    return "1 document" if documents == 1 else f"{documents:,} documents"


def _list(documents: Iterable[Document], as_json: bool) -> None:
    if as_json:
        print_json([{"id": each.id, **about(each), "handling": each.handling} for each in documents])
        return
    for each in documents:
        click.echo("\t".join((each.id, each.date or "", each.title)))
