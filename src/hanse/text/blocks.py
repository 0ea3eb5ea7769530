"""What does a file reader hand on? Blocks: stretches of text as the file lays them out, before any reading of them.

Readers (PDF, DOCX, HTML, plain text) know their format and nothing of negotiations; `hanse.text.structure` turns
their Blocks into Passages and knows negotiations and no format.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hanse.text.document import FurnitureKind, Span

Change = Literal["", "insert", "delete"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of equal standing: base text, or one author's tracked insertion or deletion.

    Bold and struck-through text is handed on as such; whether it stands for a change is decided for the document as a
    whole, in `hanse.text.structure`.
    """

    text: str
    change: Change = ""
    author: str = ""
    date: str | None = None
    bold: bool = False
    struck: bool = False
    against: str = ""
    """Who proposes to strike this very insertion: one author's deletion within another's insertion."""
    furniture: FurnitureKind | None = None
    """Set for what is no word of the text though it stands in its line: the mark of a note."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the margin (Word's comment). ``span`` is the stretch of `Block.text` that it remarks on."""

    text: str
    author: str = ""
    date: str | None = None
    span: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as the file lays it out.

    ``label`` is a number that the file keeps outside the text (Word's automatic numbering, an HTML list); where the
    number is typed it stays in the runs and is found later. ``heading`` is the heading's level from 1, or 0.
    """

    runs: tuple[Run, ...]
    label: str = ""
    level: int = 0
    """Depth in an automatic list, 0 outermost; typed numbers leave it 0."""
    heading: int = 0
    page: int | None = None
    cell: bool = False
    """In a table."""
    furniture: FurnitureKind | None = None
    """Set where the format itself says so (Word's header, an HTML nav); other furniture is found by repetition."""
    mark: Change = ""
    """Tracked change of the paragraph's own end: "delete" where somebody proposes to join it to the next Block."""
    comments: tuple[Comment, ...] = ()

    @property
    def text(self) -> str:
        """All runs joined, insertions and deletions included: the words of the file in order."""
        return "".join(run.text for run in self.runs)

    @classmethod
    def of(cls, text: str, *, page: int | None = None, label: str = "", heading: int = 0) -> Block:
        """A block of one unmarked run."""
        return cls(runs=(Run(text),), page=page, label=label, heading=heading)


@dataclass(frozen=True, slots=True)
class Layout:
    """What a file reader found: the Blocks in reading order, and sentences about what it read with doubt.

    A reader that can doubt (PDF, DOCX) offers ``layout(data, where) -> Layout`` and ``blocks(data, where) ->
    list[Block]``, the same without its warnings.
    """

    blocks: tuple[Block, ...]
    warnings: tuple[str, ...] = ()
