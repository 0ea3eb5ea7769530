"""What does this Word file say? Its paragraphs as Blocks: numbers as Word shows them, tracked changes kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hanse.errors import DamagedFile, EmptyFile
from hanse.text.blocks import Block, Comment, Layout, Run
from hanse.text.document import FurnitureKind
from hanse.text.docx_changes import BASE, Standing, mark, row
from hanse.text.docx_numbering import Count, Numbering
from hanse.text.docx_package import MC, Element, Package, W, relation_id
from hanse.text.docx_runs import Content, Reader, alternative
from hanse.text.docx_styles import Styles, switch
from hanse.text.number_formats import roman

_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "del", "moveFrom", "moveTo")
)


def blocks(data: bytes, where: str) -> list[Block]:
    """The Word file's paragraphs in order; see `layout`."""
    return list(layout(data, where).blocks)


def layout(data: bytes, where: str) -> Layout:
    """The Word file's paragraphs in order, and warnings about parts that were not read.

    ``data`` are the file's bytes, ``where`` its name for messages. ``label`` is the automatic number as Word shows it:
    base text is numbered as if nothing were inserted; a tracked inserted paragraph has the number that Word shows
    with all changes visible. Cells of tables come row by row, text boxes after the paragraph that holds them, notes as
    furniture after the paragraph that refers to them, headers before and footers after the text, each once.
    Raises EmptyFile, OversizedFile, EncryptedFile, UnsupportedFile (.doc, RTF, ...) and DamagedFile.
    """
    try:
        story = _Story(Package(data, where))
        found = tuple(story.blocks())
    except RecursionError:
        raise DamagedFile("its parts are nested beyond reason", where=where, do="save it again from Word") from None
    if not any(block.text.strip() for block in found):
        raise EmptyFile("this Word file holds no text", where=where, do="check that it is the right file")
    return Layout(found, story.warnings(where))


@dataclass(slots=True)
class _Paragraph:
    """A paragraph on its way to a Block."""

    element: Element
    content: Content
    end: Standing
    """What is proposed for its mark."""
    cell: bool

    @property
    def based(self) -> bool:
        """Whether any of it stands in the base text."""
        return any(run.change != "insert" and run.text.strip() for run in self.content.runs)

    @property
    def inserted(self) -> bool:
        if self.based:
            return False
        return self.end.change == "insert" or any(run.text.strip() for run in self.content.runs)


class _Story:
    """The text of one file, read once from top to bottom."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package.of_type("styles"))
        self._numbering = Numbering(package.of_type("numbering"), self._styles)
        self._base = Count(self._numbering, self._styles.language)
        self._shown = Count(self._numbering, self._styles.language)
        self._notes = {
            kind: {note.get(f"{W}id", ""): note for note in root}
            if (root := package.of_type(f"{kind}s")) is not None
            else {}
            for kind in ("footnote", "endnote")
        }
        remarks = package.of_type("comments")
        self._comments = {note.get(f"{W}id", ""): note for note in remarks} if remarks is not None else {}
        self._reader = Reader(self._styles)
        self._note_count = {"footnote": 0, "endnote": 0}
        self._page: int | None = None
        self._unread: list[str] = []

    def blocks(self) -> Iterator[Block]:
        root = self._package.document()
        if root.find(f".//{W}lastRenderedPageBreak") is not None:
            self._page = 1
        yield from self._margins(root, "headerReference", "header")
        for body in root.iter(f"{W}body"):
            yield from self._read(body, BASE, False, None)
        yield from self._margins(root, "footerReference", "footer")

    def warnings(self, where: str) -> tuple[str, ...]:
        return tuple(f"{where}: {sentence}." for sentence in dict.fromkeys(self._unread))

    def _margins(self, root: Element, tag: str, kind: FurnitureKind) -> Iterator[Block]:
        seen: set[str] = set()
        for reference in root.iter(W + tag):
            part = self._package.by_id(relation_id(reference))
            if part and part[0] not in seen:
                seen.add(part[0])
                page, self._page = self._page, None
                yield from self._read(part[1], BASE, False, kind)
                self._page = page

    def _read(self, parent: Element, outer: Standing, cell: bool, kind: FurnitureKind | None) -> Iterator[Block]:
        """Everything under ``parent`` in order. Paragraphs wait until it is known whether they belong together."""
        waiting: list[_Paragraph] = []
        for element in self._elements(parent):
            if element.tag == f"{W}p":
                paragraph = _Paragraph(element, self._reader.content(element, outer), mark(element), cell)
                waiting.append(paragraph)
                if paragraph.end.change == "insert":
                    continue
            yield from self._settled(waiting, kind)
            waiting = []
            if element.tag == f"{W}tbl":
                yield from self._table(element, outer, kind)
        yield from self._settled(waiting, kind)

    def _elements(self, parent: Element) -> Iterator[Element]:
        """Paragraphs and tables, out of content controls and other wrappers."""
        for child in parent:
            if child.tag in (f"{W}p", f"{W}tbl"):
                yield child
            elif child.tag in _WRAPPERS:
                yield from self._elements(child)
            elif child.tag == f"{MC}AlternateContent":
                for chosen in alternative(child):
                    yield from self._elements(chosen)
            elif child.tag in (f"{W}altChunk", f"{W}subDoc"):
                self._unread.append("another file is embedded in this one and was not read; save it as one file")

    def _table(self, table: Element, outer: Standing, kind: FurnitureKind | None) -> Iterator[Block]:
        for line in self._inside(table, "tr"):
            standing = row(line, outer)
            for cell in self._inside(line, "tc"):
                yield from self._read(cell, row(cell, standing), True, kind)

    def _inside(self, parent: Element, name: str) -> Iterator[Element]:
        for child in parent:
            if child.tag == W + name:
                yield child
            elif child.tag in _WRAPPERS:
                yield from self._inside(child, name)

    def _settled(self, waiting: list[_Paragraph], kind: FurnitureKind | None) -> Iterator[Block]:
        """Paragraphs whose ends were inserted, with the one after them.

        Where two of them hold base text, somebody proposes to split a paragraph: the base has it whole.
        """
        based = [index for index, paragraph in enumerate(waiting) if paragraph.based]
        first, last = (based[0], based[-1]) if len(based) > 1 else (0, -1)
        for index, paragraph in enumerate(waiting):
            if first < index <= last:
                continue
            if index == first and last > first:
                paragraph = _rejoined(waiting[first : last + 1])
            yield from self._blocks(paragraph, kind)

    def _blocks(self, paragraph: _Paragraph, kind: FurnitureKind | None) -> Iterator[Block]:
        content = paragraph.content
        label, level = self._label(paragraph)
        if self._page is not None:
            self._page += content.early_breaks
        if kind is None and (content.contents_entry or self._styles.contents_entry(paragraph.element)):
            kind = "other"
        if any(run.text.strip() for run in content.runs):
            yield Block(
                self._numbered(content.runs),
                label=label,
                level=level,
                heading=self._styles.heading(paragraph.element) if kind is None else 0,
                page=self._page,
                cell=paragraph.cell,
                furniture=kind,
                mark=paragraph.end.change,
                comments=tuple(self._remarks(content)),
            )
        for text, side in ((content.page_numbers, "page number"), (content.hidden, "other")):
            if text.strip():
                yield Block((Run(" ".join(text.split())),), page=self._page, furniture=side)  # type: ignore[arg-type]
        if self._page is not None:
            self._page += content.breaks - content.early_breaks
        for box, standing in content.boxes:
            yield from self._read(box, standing, paragraph.cell, kind)
        for sort, name in content.notes:
            yield from self._note(sort, name)

    def _label(self, paragraph: _Paragraph) -> tuple[str, int]:
        place = self._numbering.place(paragraph.element)
        if place is None or switch(paragraph.element.find(f"{W}pPr/{W}rPr"), "vanish"):
            return "", 0
        shown = self._shown.label(*place)
        return (shown if paragraph.inserted else self._base.label(*place)), place[1]

    def _numbered(self, runs: list[Run]) -> tuple[Run, ...]:
        """Runs in which what refers to notes says their numbers, as they will be counted."""
        counted = dict(self._note_count)
        shown = []
        for run in runs:
            if run.furniture and ":" in run.text:
                marks = []
                for each in run.text.strip(";").split(";"):
                    kind, _, name = each.partition(":")
                    if name in self._notes.get(kind, {}):
                        counted[kind] += 1
                        marks.append(_note_mark(kind, counted[kind]))
                run = replace(run, text=", ".join(marks))
            shown.append(run)
        return tuple(run for run in shown if run.text)

    def _note(self, kind: str, name: str) -> Iterator[Block]:
        note = self._notes[kind].get(name)
        if note is None:
            return
        self._note_count[kind] += 1
        label = _note_mark(kind, self._note_count[kind])
        for block in self._read(note, BASE, False, "footnote"):
            yield replace(block, label=label or block.label)
            label = ""

    def _remarks(self, content: Content) -> Iterator[Comment]:
        for name, span in content.comments.items():
            note = self._comments.get(name)
            if note is not None:
                paragraphs = [self._reader.content(paragraph) for paragraph in note.iter(f"{W}p")]
                text = " ".join("".join(run.text for run in found.runs).strip() for found in paragraphs).strip()
                yield Comment(text, note.get(f"{W}author", ""), note.get(f"{W}date"), span)


def _note_mark(kind: str, number: int) -> str:
    return str(number) if kind == "footnote" else roman(number)


def _rejoined(parts: list[_Paragraph]) -> _Paragraph:
    """A paragraph that somebody proposes to split, whole again, the proposed break an inserted line end."""
    whole = parts[0]
    for part in parts[1:]:
        offset = sum(len(run.text) for run in whole.content.runs) + 1
        broken = Run("\n", "insert", whole.end.author, whole.end.date)
        for name, (start, end) in part.content.comments.items():
            whole.content.comments[name] = (start + offset, end + offset)
        whole = replace(
            whole,
            end=part.end,
            content=replace(
                whole.content,
                runs=[*whole.content.runs, broken, *part.content.runs],
                notes=whole.content.notes + part.content.notes,
                boxes=whole.content.boxes + part.content.boxes,
                page_numbers=whole.content.page_numbers + part.content.page_numbers,
                hidden=whole.content.hidden + part.content.hidden,
                breaks=whole.content.breaks + part.content.breaks,
            ),
        )
    return whole


__all__ = ["blocks", "layout"]
