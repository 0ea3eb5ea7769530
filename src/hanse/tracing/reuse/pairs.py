"""What do two passages that met share? Candidate pairs aligned in blocks, those that hold told as matches."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from hanse.text.document import Document, Passage
from hanse.text.tokens import Token
from hanse.tracing.align import Alignment
from hanse.tracing.chance import expected
from hanse.tracing.information import Coded
from hanse.tracing.reuse.align import NOT_READY, Aligned, Sheet, aligned, is_ready
from hanse.tracing.reuse.match import Match
from hanse.tracing.reuse.scratch import Scratch
from hanse.tracing.reuse.shared import Shared
from hanse.tracing.reuse.weights import RAREST
from hanse.tracing.reuse.words import Vocabulary
from hanse.tracing.substance import EVEN, telling

BLOCK = 120_000
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
        say(f"Comparing passages: {done:,} of {total:,} pairs" if is_ready() else NOT_READY)
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
    """Some candidate pairs, their passages taken from where they are held; every text is coded once, and every two
    texts are aligned once, however many passages have them."""

    def __init__(self, kept: Held, columns: dict[str, Rows]) -> None:
        self.columns, self.vocabulary = columns, kept.vocabulary
        numbers, places = np.unique(np.concatenate([columns["a"], columns["b"]]), return_inverse=True)
        self.left, self.right = np.split(places.astype(np.int64), 2)
        self.passages: list[Passage] = [kept.passages[number] for number in numbers.tolist()]
        self.of_document = [kept.document_of[number] for number in numbers.tolist()]
        self.documents: dict[int, Document] = {place: kept.documents[place] for place in set(self.of_document)}
        rows: dict[tuple[str, str], int] = {}
        self.row = np.empty(len(numbers), dtype=np.int64)
        for k, (passage, place) in enumerate(zip(self.passages, self.of_document, strict=True)):
            self.row[k] = rows.setdefault((passage.text, self.documents[place].language), len(rows))
        self.texts = [text for text, _ in rows]
        self.sheet = Sheet.of(self.texts, [language for _, language in rows], kept.vocabulary)
        self._coded: dict[int, Coded] = {}

    def matches(self, prose: int) -> Iterator[Match]:
        """``prose`` is the number of words among which chance may find a match."""
        size = len(self.texts)
        both, which = np.unique(self.row[self.left] * size + self.row[self.right], return_inverse=True)
        told = self._aligned(both // size, both % size, prose)
        rarity = (self.columns["rarity"] / self.columns["prints"] - 1) / (RAREST - 2)
        for a, b, pair, rare in zip(
            self.left.tolist(), self.right.tolist(), which.tolist(), rarity.tolist(), strict=True
        ):
            if pair in told:
                places = self.of_document[a], self.of_document[b]
                yield Match(
                    source=self.documents[places[0]].id,
                    source_passage=self.passages[a],
                    target=self.documents[places[1]].id,
                    target_passage=self.passages[b],
                    rarity=rare,
                    places=places,
                    **told[pair],
                )

    def _aligned(self, left: Rows, right: Rows, prose: int) -> dict[int, dict[str, Any]]:
        """What is to be said of those pairs of texts that match."""
        hands = max(1, min(os.cpu_count() or 1, 8))
        cuts = np.array_split(np.arange(len(left)), hands)
        with ThreadPoolExecutor(hands) as threads:
            found = list(threads.map(lambda cut: aligned(self.sheet, left[cut], right[cut]), cuts))
        told: dict[int, dict[str, Any]] = {}
        for cut, part in zip(cuts, found, strict=True):
            if len(part.pairs):
                pairs = cut[part.pairs]
                told.update(zip(pairs.tolist(), self._told(part, left[pairs], right[pairs], prose), strict=True))
        return told

    def _told(self, found: Aligned, left: Rows, right: Rows, prose: int) -> Iterator[dict[str, Any]]:
        shared = Shared.of(self.sheet, found, left, right, self._telling(np.unique(left)))
        substantive = shared.worth / (shared.worth + EVEN)
        score = np.maximum(shared.coverage, shared.target_coverage) * (0.5 + 0.5 * substantive)
        columns = {
            "score": score,
            "coverage": shared.coverage,
            "target_coverage": shared.target_coverage,
            "substantive": substantive,
            "information": shared.information,
            "rare": shared.rare,
        }
        lists = {name: column.tolist() for name, column in columns.items()}
        lists |= {"how": shared.how, "words": shared.words, "longest": shared.longest}
        for k, (a, b) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
            words = slice(int(found.first[k]), int(found.first[k + 1]))
            mine, theirs = found.mine[words].astype(np.int64), found.theirs[words].astype(np.int64)
            alignment = Alignment(self._code(a), self._code(b), mine, theirs, theirs, found.worth[words])
            yield {
                "source_spans": shared.spans[k][0],
                "target_spans": shared.spans[k][1],
                "expected": expected(alignment, prose),
                **{name: values[k] for name, values in lists.items()},
            }

    def _telling(self, rows: Rows) -> npt.NDArray[np.float32]:
        """How much each word of the sheet tells of its substance; told for the given passages, 0 elsewhere."""
        told = np.zeros(len(self.sheet.forms), dtype=np.float32)
        first = self.sheet.scanned.first
        for row in rows.tolist():
            told[first[row] : first[row + 1]] = telling(self._code(row))
        return told

    def _code(self, row: int) -> Coded:
        """A passage as the tracing engine has it."""
        known = self._coded.get(row)
        if known is None:
            sheet, scanned = self.sheet, self.sheet.scanned
            here = slice(int(scanned.first[row]), int(scanned.first[row + 1]))
            text, folded = self.texts[row], self.vocabulary.folded
            tokens = tuple(
                Token(start, end, folded[word], "")
                for start, end, word in zip(
                    scanned.starts[here].tolist(),
                    scanned.ends[here].tolist(),
                    scanned.words[here].tolist(),
                    strict=True,
                )
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
