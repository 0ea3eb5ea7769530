"""``hanse reuse`` and ``hanse library``: which words stand in other documents too?"""

from __future__ import annotations

import heapq
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hanse.cli.output import Progress, complain
from hanse.errors import HanseError

if TYPE_CHECKING:
    from hanse.text.document import Document, Passage
    from hanse.tracing.reuse.match import Match

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
    """The documents of some paths, as a stream that remembers what became of them."""

    def __init__(self, paths: Iterable[Path], id_fields: str, include_restricted: bool, progress: Progress) -> None:
        self.paths, self.id_fields, self.progress = paths, tuple(id_fields.split(",")), progress
        self.include_restricted = include_restricted
        self.refused: list[HanseError] = []
        self.read = self.withheld = 0

    def __iter__(self) -> Iterator[Document]:
        from hanse.text.corpus import documents

        for document in documents(self.paths, id_fields=self.id_fields, refuse=self._refuse):
            if document.handling == "restricted" and not self.include_restricted:
                self.withheld += 1
                continue
            self.read += 1
            self.progress(f"Reading: {self.read:,} documents")
            yield document
        if self.withheld:
            many = "document was" if self.withheld == 1 else "documents were"
            complain([f"{self.withheld:,} restricted {many} left out; --include-restricted takes them in."])

    def _refuse(self, error: HanseError) -> None:
        self.refused.append(error)
        complain([error])


@click.command(short_help="Find the passages that documents of corpora share.")
@click.argument("corpora", metavar="CORPUS...", nargs=-1, required=True, type=INPUT)
@click.option("--against", multiple=True, metavar="CORPUS", type=INPUT, help="Compare with this; may be given again.")
@click.option("--library", "library_file", type=FILE, help="Compare with a stored library instead.")
@click.option("--least", type=click.FloatRange(0, 1), default=0.0, help="Leave out matches with a lower score.")
@click.option(
    "--substantive",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Leave out what is less substantive: 0.5 cuts boilerplate.",
)
@click.option("--top", type=click.IntRange(1), help="Print only so many matches, the best first.")
@click.option("--engine", default="duckdb", show_default=True, help="duckdb, or a Spark address: spark://…, sc://….")
@click.option("--memory", default="2GB", show_default=True, help="What may be held in memory; the rest goes to disk.")
@click.option("--scratch", type=click.Path(path_type=Path, file_okay=False), help="The folder for what goes to disk.")
@ID
@RESTRICTED
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def reuse(
    corpora: tuple[Path, ...],
    against: tuple[Path, ...],
    library_file: Path | None,
    least: float,
    substantive: float,
    top: int | None,
    engine: str,
    memory: str,
    scratch: Path | None,
    id_fields: str,
    include_restricted: bool,
    as_json: bool,
) -> int:
    """Find the passages that documents of corpora share, word for word or lightly revised.

    A CORPUS is a folder of files, one file, or a JSON Lines file (.jsonl) with one document a line: an object with
    “text” (or “passages”, a list of strings) and, if wanted, “id”, “title”, “date”, “actor”, “language” and
    “handling”. Each may be packed by gzip (.gz). All documents are compared with each other, or, with --against or
    --library, with those. Every shared run of 8 words is found, and identical passages however short they are.
    """
    if against and library_file:
        raise click.UsageError("give --against or --library, not both")
    with Progress() as progress:
        sources = Corpus(corpora, id_fields, include_restricted, progress)
        targets = Corpus(against, id_fields, include_restricted, progress) if against else None
        output = _Output(as_json, least, substantive, top)
        if library_file:
            _from_library(sources, library_file, output)
        else:
            _from_corpora(sources, targets, output, progress, engine=engine, memory=memory, scratch=scratch)
    read = [sources.read, *([targets.read] if targets else [])]
    refused = [*sources.refused, *(targets.refused if targets else [])]
    output.end(refused)
    if not all(read):
        complain(["No document could be read, so there is nothing to compare."])
        return 2
    return 1 if refused else 0


def _from_corpora(sources: Corpus, targets: Corpus | None, output: _Output, progress: Progress, **options: Any) -> None:
    from hanse.tracing.reuse import comparison

    with comparison(sources, targets, progress=progress, **options) as found:
        output.take(found.matches)
        output.note(found.notes)


def _from_library(sources: Corpus, file: Path, output: _Output) -> None:
    from hanse.tracing.reuse.library import Library

    with Library(file, create=False) as library:
        for draft in sources:
            found = library.query(draft)
            output.take(found)
            output.note(found.notes)


class _Output:
    """Prints matches as they come, or the best at the end."""

    def __init__(self, as_json: bool, least: float, substantive: float, top: int | None) -> None:
        self.as_json, self.least, self.substantive, self.top = as_json, least, substantive, top
        self.best: list[Match] = []
        self.notes: list[str] = []
        self.printed = 0

    def take(self, matches: Iterable[Match]) -> None:
        kept = (each for each in matches if each.score >= self.least and each.substantive >= self.substantive)
        if self.top:
            self.best = heapq.nlargest(self.top, (*self.best, *_best(kept, self.top)), key=_rank)
            return
        for each in kept:
            self._print(each)

    def note(self, notes: Iterable[str]) -> None:
        for each in notes:
            self.notes.append(each)
            complain([each])

    def end(self, refused: list[HanseError]) -> None:
        for each in self.best:
            self._print(each)
        if self.as_json:
            said = [{"where": error.where, "what": error.what, "do": error.do} for error in refused]
            head = "\n],\n" if self.printed else '{"matches": [],\n'
            rest = json.dumps({"notes": self.notes, "refused": said}, ensure_ascii=False)
            sys.stdout.write(f"{head}{rest[1:]}\n")

    def _print(self, match: Match) -> None:
        if self.as_json:
            head = ",\n" if self.printed else '{"matches": [\n'
            sys.stdout.write(head + json.dumps(match_json(match), ensure_ascii=False))
        else:
            sys.stdout.write(match_text(match))
        self.printed += 1


def _best(matches: Iterable[Match], top: int) -> list[Match]:
    return heapq.nlargest(top, matches, key=_rank)


def _rank(match: Match) -> float:
    return match.score


def match_json(match: Match) -> dict[str, Any]:
    """A Match as ``hanse reuse --json`` has it."""
    return {
        "source": {"document": match.source, **_passage(match.source_passage), "spans": match.source_spans},
        "target": {"document": match.target, **_passage(match.target_passage), "spans": match.target_spans},
        "score": round(match.score, 6),
        "coverage": round(match.coverage, 6),
        "target_coverage": round(match.target_coverage, 6),
        "how": match.how,
        "words": match.words,
        "longest": match.longest,
        "substantive": round(match.substantive, 6),
        "rarity": round(match.rarity, 6),
        "expected": match.expected,
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {"passage": passage.id, "number": passage.number, "page": passage.page, "text": passage.text}


def match_text(match: Match) -> str:
    """A match in three lines: what it is worth, and the shared stretch in either document."""
    head = f"{match.score:.2f}  {match.how}, {match.words} words, substantive {match.substantive:.2f}\n"
    sides = (
        (match.source, match.source_passage, match.source_spans),
        (match.target, match.target_passage, match.target_spans),
    )
    lines = []
    for id, passage, spans in sides:
        words = " ".join(passage.text[min(a for a, _ in spans) : max(b for _, b in spans)].split())
        lines.append(f"  {id} {passage.number or passage.id}: {words if len(words) <= 200 else words[:199] + '…'}\n")
    return f"{head}{''.join(lines)}\n"


@click.command(short_help="Keep a stored library that drafts are compared with.")
@click.argument("library_file", metavar="LIBRARY", type=FILE)
@click.argument("corpora", metavar="[CORPUS...]", nargs=-1, type=INPUT)
@click.option("--remove", multiple=True, metavar="ID", help="Take this document out; may be given again.")
@click.option("--replace", is_flag=True, help="Let a document take the place of one with the same id.")
@ID
@RESTRICTED
def library(
    library_file: Path,
    corpora: tuple[Path, ...],
    remove: tuple[str, ...],
    replace: bool,
    id_fields: str,
    include_restricted: bool,
) -> int:
    """Keep a stored library for “hanse reuse DRAFT --library LIBRARY”.

    Every CORPUS is taken in, as a whole or not at all; the file is made if it is not there. Without a CORPUS and
    without --remove its documents are listed. While documents are taken in, others can be compared with what the
    library had before.
    """
    from hanse.tracing.reuse.library import Library

    with Library(library_file, create=bool(corpora)) as kept, Progress() as progress:
        if remove:
            kept.remove(*remove)
        if not corpora and not remove:
            for each in kept.documents():
                click.echo("\t".join((each.id, each.date or "", each.title)))
            return 0
        arriving = Corpus(corpora, id_fields, include_restricted, progress)
        if corpora:
            kept.replace(arriving, only_new=not replace)
        complain([f"The library has {len(kept):,} documents now."])
    if corpora and not arriving.read:
        return 2
    return 1 if arriving.refused else 0
