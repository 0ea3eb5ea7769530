"""What is a text, once read? A Document of numbered Passages, and the furniture of its pages set apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

Span = tuple[int, int]
"""Half-open ``(start, end)`` in Unicode code points."""

PassageKind = Literal["title", "heading", "paragraph", "item", "cell"]
"""``item``: a list item that hangs on a chapeau; ``cell``: a cell of a table."""

Status = Literal["open", "bracketed", "agreed ad ref", "agreed"]
Part = Literal["", "preamble", "operative"]
Handling = Literal["public", "internal", "restricted"]
ProposalKind = Literal["insert", "delete", "replace", "alternative", "reserve", "comment"]
FurnitureKind = Literal["header", "footer", "page number", "line number", "footnote", "other"]


def strictest(*levels: Handling) -> Handling:
    """The most protected of one or more handling levels."""
    return max(levels, key=get_args(Handling).index)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody proposes to do to a passage: a tracked change, or words in attributed brackets.

    ``text`` holds the proposed words (``insert``, ``replace``, ``alternative``) or the words to be struck
    (``delete``). ``span`` is the stretch of the passage's base text that it concerns: empty (``start == end``) for a
    tracked insertion, whose words stand nowhere in the base text; the struck words for a tracked deletion; the whole
    bracket for words in brackets. ``author`` is empty where the document names none.
    """

    author: str
    text: str
    kind: ProposalKind = "insert"
    span: Span = (0, 0)
    date: str | None = None
    tracked: bool = False
    """True for tracked changes and for bold or struck text used in their place; False for brackets."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a text that survives re-import: a quotation with what stands before and after it.

    As TextQuoteSelector in the W3C Web Annotation Data Model; ``number`` helps, but never decides alone.
    """

    quote: str
    before: str = ""
    after: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One numbered paragraph, clause, item or heading.

    ``text`` excludes the passage's own number. ``number`` carries the whole path ("OP5(a)", "12(b)(ii)", "Article
    4(2)"); ``label`` is the number as printed on the spot ("(a)"), empty where none is. Brackets stay in ``text``;
    tracked insertions do not, they are in ``proposals``.
    """

    id: str
    text: str
    number: str = ""
    label: str = ""
    kind: PassageKind = "paragraph"
    status: Status = "open"
    part: Part = ""
    page: int | None = None
    level: int = 0
    """Depth of a heading or item, 0 outermost."""
    chapeau: str | None = None
    """Id of the passage on which an item hangs, and whose force it inherits."""
    headings: tuple[str, ...] = ()
    """Texts of the headings above, outermost first."""
    proposals: tuple[Proposal, ...] = ()
    printed: str = ""
    """The words as the file prints them, tracked insertions in their places; empty where it is the same as ``text``."""

    @classmethod
    def of(cls, text: str, id: str = "p1") -> Passage:
        """A plain string as one Passage, unsplit."""
        return cls(id=id, text=text)


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words of the page that are not words of the text: headers, footers, page and line numbers, footnotes."""

    text: str
    kind: FurnitureKind = "other"
    page: int | None = None
    within: int | None = None
    """Where in the printed words of the passage before it these words stand, if a page ends in the midst of one."""


@dataclass(frozen=True)
class Document:
    """One state of a text. ``content`` keeps Passages and Furniture in the file's own order."""

    id: str
    content: tuple[Passage | Furniture, ...]
    title: str = ""
    date: str | None = None
    """EDTF: "2018-07-11", "2018-07", "2018", or None where nobody said."""
    language: str = "und"
    """BCP 47; "und" where it could not be told."""
    actor: str = ""
    symbol: str = ""
    """A UN document symbol, or another official one."""
    kind: str = ""
    """What sort of text: "draft", "statement", "resolution" (adopted), "proposal" ..."""
    adopted: bool = False
    """True for agreed language: a text that was adopted."""
    handling: Handling = "public"
    parent: str | None = None
    """Id of the version that this one revises, where versions branch."""
    source: str = ""
    """The file's name, without its folder."""
    sha256: str = ""
    """Of the file's bytes."""
    warnings: tuple[str, ...] = field(default=())
    """Sentences about what was read with doubt (an encoding guessed, a page without text)."""

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The text, in reading order."""
        return tuple(block for block in self.content if isinstance(block, Passage))

    @cached_property
    def furniture(self) -> tuple[Furniture, ...]:
        """What was set apart, in the file's order."""
        return tuple(block for block in self.content if isinstance(block, Furniture))

    @cached_property
    def _by_id(self) -> dict[str, Passage]:
        return {passage.id: passage for passage in self.passages}

    def passage(self, id: str) -> Passage:
        """The passage with this id; KeyError where there is none."""
        return self._by_id[id]

    def words(self) -> Iterator[str]:
        """Every word of the file in its own order: labels, passages, tracked insertions, furniture."""
        content, place = self.content, 0
        while place < len(content):
            block = content[place]
            place += 1
            if isinstance(block, Furniture):
                yield from block.text.split()
                continue
            yield from block.label.split()
            printed, start = block.printed or block.text, 0
            while place < len(content):
                amid = content[place]
                if not isinstance(amid, Furniture) or amid.within is None:
                    break
                yield from printed[start : amid.within].split()
                yield from amid.text.split()
                start, place = amid.within, place + 1
            yield from printed[start:].split()

    @classmethod
    def of(cls, text: str, id: str = "text") -> Document:
        """A plain string as a Document of one Passage, unsplit."""
        return cls(id=id, content=(Passage.of(text),))
