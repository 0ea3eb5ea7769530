"""What do two passages that met share? Candidate pairs aligned in blocks, those that hold told as matches."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from hanse.text.document import Document, Passage
from hanse.text.tokens import Token, fold
from hanse.tracing.align import Alignment
from hanse.tracing.chance import expected, surprisal
from hanse.tracing.information import Coded
from hanse.tracing.judgement import how
from hanse.tracing.reuse_align import Aligned, Sheet, aligned
from hanse.tracing.reuse_join import RAREST
from hanse.tracing.reuse_match import Match
from hanse.tracing.reuse_scratch import Scratch
from hanse.tracing.reuse_words import Vocabulary
from hanse.tracing.substance import EVEN, telling

BLOCK = 20_000
"""Pairs that are aligned together."""

Thing = TypeVar("Thing", covariant=True)
Rows = npt.NDArray[np.int64]


def matched(
    kept: Scratch, pairs: Path, split: int | None, say: Callable[[str], None] = lambda _: None
) -> Iterator[Match]:
    """The matches among the candidate pairs of a Parquet file, in its order."""
    import pyarrow.dataset as ds

    rows = ds.dataset(pairs, format="parquet")
    total, done = rows.count_rows(), 0
    for batch in rows.to_batches(batch_size=BLOCK, batch_readahead=1, fragment_readahead=1):
        columns = {name: batch[name].to_numpy(zero_copy_only=False).astype(np.int64) for name in batch.schema.names}
        say(f"Comparing passages: {done:,} of {total:,} pairs")
        yield from Block(kept, columns).matches(kept.words if split is None else kept.target_words)
        done += batch.num_rows


class Held(Protocol):
    """Passages and documents by their numbers."""

    @property
    def vocabulary(self) -> Vocabulary: ...
    @property
    def passages(self) -> Numbered[Passage]: ...
    @property
    def document_of(self) -> Numbered[int]: ...
    @property
    def documents(self) -> Numbered[Document]: ...


class Numbered(Protocol[Thing]):
    def __getitem__(self, number: int, /) -> Thing: ...


class Block:
    """Some candidate pairs, their passages taken from where they are held and coded together."""

    def __init__(self, kept: Held, columns: dict[str, Rows]) -> None:
        self.kept, self.columns = kept, columns
        self.numbers, places = np.unique(np.concatenate([columns["a"], columns["b"]]), return_inverse=True)
        self.left, self.right = np.split(places.astype(np.int64), 2)
        self.passages: list[Passage] = [kept.passages[number] for number in self.numbers.tolist()]
        self.of_document = [kept.document_of[number] for number in self.numbers.tolist()]
        self.documents: dict[int, Document] = {place: kept.documents[place] for place in set(self.of_document)}
        languages = [self.documents[place].language for place in self.of_document]
        self.sheet = Sheet.of([passage.text for passage in self.passages], languages, kept.vocabulary)
        self._coded: dict[int, Coded] = {}
        self._telling: dict[int, npt.NDArray[np.float32]] = {}

    def matches(self, prose: int) -> Iterator[Match]:
        """``prose`` is the number of words among which chance may find a match."""
        halves = max(1, min(os.cpu_count() or 1, 8))
        cuts = np.array_split(np.arange(len(self.left)), halves)
        with ThreadPoolExecutor(halves) as threads:
            found = threads.map(lambda cut: aligned(self.sheet, self.left[cut], self.right[cut]), cuts)
        for cut, part in zip(cuts, found, strict=True):
            for k, pair in enumerate(part.pairs.tolist()):
                yield self._match(int(cut[pair]), part, slice(int(part.first[k]), int(part.first[k + 1])), prose)

    def _match(self, pair: int, found: Aligned, words: slice, prose: int) -> Match:
        a, b = int(self.left[pair]), int(self.right[pair])
        mine, theirs = found.mine[words].astype(np.int64), found.theirs[words].astype(np.int64)
        alignment = Alignment(self._code(a), self._code(b), mine, theirs, theirs, found.worth[words])
        source_spans, target_spans = alignment.spans()
        prints = int(self.columns["prints"][pair])
        rarity = (int(self.columns["rarity"][pair]) / prints - 1) / (RAREST - 2)
        coverage = alignment.coverage
        whole = alignment.passage.information
        target_coverage = (
            1.0
            if alignment.verbatim and len(mine) == len(alignment.passage.tokens)
            else min(1.0, float((alignment.passage.weights[theirs] * alignment.worth).sum()) / whole if whole else 0.0)
        )
        rare = alignment.rare
        worth = float((self._telling_words(a)[mine] * alignment.worth).sum())
        substantive = worth / (worth + EVEN)
        places = self.of_document[a], self.of_document[b]
        return Match(
            source=self.documents[places[0]].id,
            source_passage=self.passages[a],
            target=self.documents[places[1]].id,
            target_passage=self.passages[b],
            source_spans=source_spans,
            target_spans=target_spans,
            score=max(coverage, target_coverage) * (0.5 + 0.5 * substantive),
            coverage=coverage,
            target_coverage=target_coverage,
            how=how(alignment) or "paraphrase",
            expected=expected(alignment, prose),
            substantive=substantive,
            rarity=rarity,
            words=len(mine),
            longest=alignment.longest,
            information=alignment.shared,
            rare=rare,
            surprisal=surprisal(alignment),
            places=places,
        )

    def _telling_words(self, row: int) -> npt.NDArray[np.float32]:
        """How much each word of a passage tells of its substance."""
        known = self._telling.get(row)
        if known is None:
            known = self._telling[row] = telling(self._code(row))
        return known

    def _code(self, row: int) -> Coded:
        """A passage as the tracing engine has it."""
        known = self._coded.get(row)
        if known is None:
            sheet, scanned = self.sheet, self.sheet.scanned
            here = slice(int(scanned.first[row]), int(scanned.first[row + 1]))
            text = self.passages[row].text
            tokens = tuple(
                Token(start, end, fold(text[start:end]), "")
                for start, end in zip(scanned.starts[here].tolist(), scanned.ends[here].tolist(), strict=True)
            )
            known = self._coded[row] = Coded(
                text=text,
                language=sheet.languages[row],
                tokens=tokens,
                forms=sheet.forms[here],
                stems=sheet.stems[here],
                senses=sheet.stems[here],
                weights=sheet.weights[here],
                expressions=(),
            )
        return known
