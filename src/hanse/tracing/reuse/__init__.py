"""Which passages of one corpus stand in another, word for word or lightly revised?

Passages that share fingerprints are found by an equality join, weighted by how few passages hold each; every pair with
enough weight is then aligned by the tracing engine. Corpora are read once, in batches; what does not fit into memory
goes to disk.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from hanse.errors import HanseError
from hanse.text.document import Document, Passage
from hanse.text.given import no_text
from hanse.tracing.given import passage_document
from hanse.tracing.reuse.engine import MEMORY, check, opened
from hanse.tracing.reuse.join import Bounds, candidates, commonest
from hanse.tracing.reuse.match import Match, Matches
from hanse.tracing.reuse.notes import Apart
from hanse.tracing.reuse.pairs import matched
from hanse.tracing.reuse.scratch import Scratch

Text = str | Passage | Document
Corpus = Text | Iterable[Text]


def reuse(
    sources: Corpus,
    targets: Corpus | None = None,
    *,
    engine: str = "duckdb",
    memory: str = MEMORY,
    scratch: str | Path | None = None,
    progress: Callable[[str], None] | None = None,
) -> Matches:
    """Every passage of ``sources`` that stands in a passage of ``targets``, as a tuple of `Match`.

    Without ``targets`` the documents of ``sources`` are compared with each other, each pair once, none with itself.
    Either is one text or many, of any length; a plain string is a document of one passage, with the id "source-1",
    "target-1" and so on. Any run of 8 words that two passages share is found, and identical passages are found however
    short they are. What more than 32 passages have is boilerplate: by that a passage meets only the first that has it,
    and ``notes`` of the result say how many fingerprints these were.

    ``engine`` is "duckdb", or the address of a Spark master ("spark://host:7077", "local[2]") or of a Spark Connect
    server ("sc://host:15002"); the result is the same. ``memory`` bounds what DuckDB and Hanse hold beside the result
    ("2GB"); the rest is spilled into ``scratch``, a folder that a cluster must be able to read. Raises HanseError for
    an engine or an amount of memory that is none, and where the disk is full.
    """
    with comparison(sources, targets, engine=engine, memory=memory, scratch=scratch, progress=progress) as found:
        return Matches(found.matches, found.apart)


class Comparison:
    """A comparison under way: what was set ``apart``, its matches as they come, and the documents that they name."""

    def __init__(self, kept: Scratch, apart: Apart, matches: Iterator[Match]) -> None:
        self.apart, self.matches, self._kept = apart, matches, kept

    def document(self, place: int) -> Document:
        """The document at one of a Match's ``places``, without its content."""
        found: Document = self._kept.documents[place]
        return found


@contextmanager
def comparison(
    sources: Corpus,
    targets: Corpus | None = None,
    *,
    engine: str = "duckdb",
    memory: str = MEMORY,
    scratch: str | Path | None = None,
    progress: Callable[[str], None] | None = None,
) -> Iterator[Comparison]:
    """As `reuse`, for results that do not fit into memory: the matches are made while they are taken."""
    say = progress or (lambda _: None)
    check(engine, memory)
    with ExitStack() as held:
        with _told(scratch):
            folder = held.enter_context(tempfile.TemporaryDirectory(prefix="hanse-reuse-", dir=scratch))
            kept = Scratch(Path(folder))
            held.callback(kept.close)
            say("Fingerprinting")
            kept.add(documents(sources, "source"))
            split = None if targets is None else kept.begin_targets()
            if targets is not None:
                kept.add(documents(targets, "target"))
            found = _joined(kept, split, engine, memory, say)
        yield found


def _joined(kept: Scratch, split: int | None, engine: str, memory: str, say: Callable[[str], None]) -> Comparison:
    if not kept.fingerprinted:
        return Comparison(kept, Apart(kept.wordless), iter(()))
    pairs = kept.folder / "pairs.parquet"
    with opened(engine, memory, kept.folder) as backend:
        say(f"Joining {len(kept.passages):,} passages")
        prints = backend.read_parquet(str(kept.prints / "*.parquet"))
        backend.to_parquet(candidates(prints, Bounds(split)), str(pairs))
        common = int(backend.execute(commonest(prints, Bounds(split))))
    return Comparison(kept, Apart(kept.wordless, common), matched(kept, pairs, split, say))


@contextmanager
def _told(scratch: str | Path | None) -> Iterator[None]:
    """A full disk, or a folder that cannot be written, in one sentence."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        where = str(scratch or tempfile.gettempdir())
        raise HanseError(
            f"the corpora could not be kept there ({reason})", where=where, do="give a folder with more room"
        ) from error


def documents(corpus: Corpus, name: str) -> Iterator[Document]:
    """Whatever was given, as Documents."""
    given: Iterable[Text] = [corpus] if isinstance(corpus, str | Passage | Document) else corpus
    if not isinstance(given, Iterable):
        raise no_text(given)
    for number, each in enumerate(given, 1):
        yield passage_document(each, f"{name}-{number}")
