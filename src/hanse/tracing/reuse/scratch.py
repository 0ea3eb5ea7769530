"""Where are two corpora while they are compared? On disk: their passages one after the other, and the fingerprints.

Memory holds a batch of passages and a few numbers for each, however large the corpora are.
"""

from __future__ import annotations

import os
import pickle
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from hanse.text.document import Document, Passage
from hanse.tracing.reuse.fingerprints import fingerprints
from hanse.tracing.reuse.words import Vocabulary

BATCH = 4_000_000
"""Characters that are fingerprinted together."""


class Shelf:
    """Objects on disk, numbered from 0; written once, read in any order."""

    def __init__(self, path: Path) -> None:
        self._offsets = array("q", [0])
        self._out = path.open("wb")
        self._path = path

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def put(self, thing: object) -> None:
        data = pickle.dumps(thing, protocol=5)
        self._out.write(data)
        self._offsets.append(self._offsets[-1] + len(data))

    def __getitem__(self, number: int) -> Any:
        begin, end = self._offsets[number], self._offsets[number + 1]
        return pickle.loads(os.pread(self._reader, end - begin, begin))

    @cached_property
    def _reader(self) -> int:
        self._out.flush()
        return os.open(self._path, os.O_RDONLY)

    def close(self) -> None:
        self._out.close()
        if "_reader" in self.__dict__:
            os.close(self._reader)


@dataclass
class Scratch:
    """The passages and documents of one comparison, numbered in the order in which they came."""

    folder: Path
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    document_of: array[int] = field(default_factory=lambda: array("i"))
    """The document of every passage."""
    words: int = 0
    target_words: int = 0
    """Words that came since `begin_targets`."""
    wordless: int = 0
    """Passages without a word."""
    _parts: int = 0
    _waiting: list[Passage] = field(default_factory=list)
    _characters: int = 0

    def __post_init__(self) -> None:
        self.passages = Shelf(self.folder / "passages")
        self.documents = Shelf(self.folder / "documents")
        self.prints.mkdir()

    @property
    def prints(self) -> Path:
        """The folder of Parquet files with the columns fingerprint, passage and document."""
        return self.folder / "fingerprints"

    @property
    def fingerprinted(self) -> bool:
        """Whether there is any fingerprint."""
        return self._parts > 0

    def begin_targets(self) -> int:
        """The number that the next passage will have."""
        self.target_words = 0
        return len(self.passages)

    def add(self, documents: Iterable[Document]) -> None:
        for document in documents:
            number = len(self.documents)
            self.documents.put(replace(document, content=()))
            for passage in document.passages:
                self.document_of.append(number)
                self.passages.put(passage)
                self._waiting.append(passage)
                self._characters += len(passage.text)
                if self._characters >= BATCH:
                    self._flush()
        self._flush()

    def _flush(self) -> None:
        if not self._waiting:
            return
        import pyarrow as pa
        import pyarrow.parquet as pq

        scanned = self.vocabulary.scan([passage.text for passage in self._waiting])
        prints, counts = fingerprints(scanned, self.vocabulary)
        first = len(self.document_of) - len(self._waiting)
        numbers = np.arange(first, len(self.document_of), dtype=np.int32)
        of_document = np.frombuffer(self.document_of, dtype=np.int32)[first:]
        columns = {
            "fingerprint": prints,
            "passage": np.repeat(numbers, counts),
            "document": np.repeat(of_document, counts),
        }
        pq.write_table(pa.table(columns), self.prints / f"{self._parts:06}.parquet")
        del of_document
        self.words += len(scanned.words)
        self.target_words += len(scanned.words)
        self.wordless += int((counts == 0).sum())
        self._parts += 1
        self._waiting, self._characters = [], 0

    def close(self) -> None:
        self.passages.close()
        self.documents.close()
