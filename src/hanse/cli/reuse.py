"""``hanse reuse``: which words stand in other documents too?"""

from __future__ import annotations

import heapq
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hanse.cli.corpora import FILE, ID, INPUT, RESTRICTED, Corpus
from hanse.cli.output import Progress, complain
from hanse.errors import HanseError

if TYPE_CHECKING:
    from hanse.text.document import Document, Passage
    from hanse.tracing.reuse.match import Match
    from hanse.tracing.reuse.notes import Apart

    Sides = tuple[Document, Document]

SHORT = 2.0
"""Information of shared words, about 1 for a rare one, below which they are a heading or a set phrase."""
LONG = 8
"""Words that are worth listing whatever they say."""


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
@click.option("--short", is_flag=True, help="List headings and other matches of one or two telling words too.")
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
    short: bool,
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
    --library, with those.

    Every run of 8 words that two passages share is found, unless more than 32 passages have it: then it is boilerplate,
    and each of these passages is compared with the first that has it. A match's score, 0 to 1, is how much of the
    shorter side is shared, halved where that is all boilerplate (substantive 0). Rarity is 1 where nobody else has the
    words. docs/how-to/compare-a-corpus.md tells more.
    """
    if against and library_file:
        raise click.UsageError("give --against or --library, not both")
    with Progress() as progress:
        sources = Corpus(corpora, id_fields, include_restricted, progress)
        targets = Corpus(against, id_fields, include_restricted, progress) if against else None
        output = _Output(as_json, least, substantive, top, short)
        if library_file:
            _from_library(sources, library_file, output, progress)
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
        document = lru_cache(maxsize=10_000)(found.document)
        output.take(found.matches, lambda match: (document(match.places[0]), document(match.places[1])))
        output.apart = found.apart


def _from_library(sources: Corpus, file: Path, output: _Output, progress: Progress) -> None:
    from hanse.tracing.reuse.align import NOT_READY, is_ready
    from hanse.tracing.reuse.library import Library

    with Library(file, create=False) as library:
        held = lru_cache(maxsize=10_000)(library.document)
        for draft in sources:
            progress(f"Comparing: {draft.id}" if is_ready() else NOT_READY)
            found = library.query(draft)
            output.take(found, lambda match, draft=draft: (draft, held(match.target) or draft))  # type: ignore[misc]
            output.apart = output.apart.with_those_of(found.apart)


class _Output:
    """Prints matches as they come, or the best at the end, and says how many there were."""

    def __init__(self, as_json: bool, least: float, substantive: float, top: int | None, short: bool) -> None:
        from hanse.tracing.reuse.notes import Apart

        self.as_json, self.least, self.substantive, self.top, self.short = as_json, least, substantive, top, short
        self.best: list[tuple[Match, Sides]] = []
        self.apart: Apart = Apart()
        self.found = self.printed = self.left_out = 0

    def take(self, matches: Iterable[Match], sides: Callable[[Match], Sides]) -> None:
        kept = (each for each in matches if self._counts(each))
        if self.top:
            best = heapq.nlargest(self.top, kept, key=_rank)
            both = (*self.best, *((each, sides(each)) for each in best))
            self.best = heapq.nlargest(self.top, both, key=lambda each: _rank(each[0]))
            return
        for each in kept:
            self._print(each, sides(each))

    def _counts(self, match: Match) -> bool:
        if not self.short and match.information < SHORT and match.words < LONG:
            self.left_out += 1
            return False
        self.found += 1
        return match.score >= self.least and match.substantive >= self.substantive

    def end(self, refused: list[HanseError]) -> None:
        for each, sides in self.best:
            self._print(each, sides)
        if self.as_json:
            said = [{"where": error.where, "what": error.what, "do": error.do} for error in refused]
            head = "\n],\n" if self.printed else '{"matches": [],\n'
            told = {"found": self.found, "short": self.left_out, "notes": self.apart.notes, "refused": said}
            sys.stdout.write(f"{head}{json.dumps(told, ensure_ascii=False)[1:]}\n")
        complain(self._said())

    def _said(self) -> Iterator[str]:
        matches = "match" if self.found == 1 else "matches"
        if not self.found:
            yield "No passage of one document was found in another."
        elif self.printed < self.found:
            yield f"{self.printed:,} of {self.found:,} {matches} printed."
        else:
            yield f"{self.found:,} {matches}."
        if self.left_out:
            more = "match" if self.left_out == 1 else "matches"
            yield f"{self.left_out:,} {more} of a heading or a few common words left out; --short lists them."
        yield from self.apart.notes

    def _print(self, match: Match, sides: Sides) -> None:
        if self.as_json:
            head = ",\n" if self.printed else '{"matches": [\n'
            sys.stdout.write(head + json.dumps(match_json(match, sides), ensure_ascii=False))
        else:
            sys.stdout.write(match_text(match, sides))
        self.printed += 1


def _rank(match: Match) -> float:
    return match.score


def match_json(match: Match, sides: Sides) -> dict[str, Any]:
    """A Match as ``hanse reuse --json`` has it."""
    source, target = (about(document) for document in sides)
    return {
        "source": {
            "document": match.source,
            **source,
            **_passage(match.source_passage),
            "spans": match.source_spans,
        },
        "target": {
            "document": match.target,
            **target,
            **_passage(match.target_passage),
            "spans": match.target_spans,
        },
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


def about(document: Document) -> dict[str, str | None]:
    """What is known of it, for JSON."""
    return {"title": document.title, "date": document.date, "actor": document.actor}


def _passage(passage: Passage) -> dict[str, Any]:
    return {"passage": passage.id, "number": passage.number, "page": passage.page, "text": passage.text}


def match_text(match: Match, sides: Sides) -> str:
    """A match in three lines: what it is worth, and the shared stretch in either document."""
    lines = [
        f"score {match.score:.2f}: {match.how}, {match.words} {'word' if match.words == 1 else 'words'}, "
        f"{match.coverage:.0%} of the first and {match.target_coverage:.0%} of the second passage, "
        f"substantive {match.substantive:.2f}, rarity {match.rarity:.2f}"
    ]
    passages = ((match.source_passage, match.source_spans), (match.target_passage, match.target_spans))
    for document, (passage, spans) in zip(sides, passages, strict=True):
        words = " ".join(passage.text[min(a for a, _ in spans) : max(b for _, b in spans)].split())
        title = document.title.removeprefix(document.date or "").strip(" -_,")
        told = (document.date, document.actor, "" if title == document.id else _short(title, 60))
        about = ", ".join(filter(None, told))
        named = f"{document.id} {passage.number or passage.id}{f' ({about})' if about else ''}"
        lines.append(f"  {named}: {_short(words, 200)}")
    return "\n".join(lines) + "\n\n"


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
