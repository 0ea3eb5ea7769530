"""What words does this Word paragraph hold? Its runs in order, and what hangs on them: notes, comments, text boxes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import islice

from hanse.text.blocks import Run
from hanse.text.docx_changes import BASE, Standing, standing
from hanse.text.docx_numbering import SYMBOLS
from hanse.text.docx_package import MATH, MC, Element, W
from hanse.text.docx_styles import Styles, switch
from hanse.text.letters import SOFT_HYPHEN, spaced

_CONTAINERS = frozenset(
    f"{W}{name}"
    for name in (
        "ins", "del", "moveFrom", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo",
        "ruby", "rubyBase", "p",
    )
)  # fmt: skip
_RAISED_NUMBERS = re.compile(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*")
_UNIT = re.compile(r"(?:^|[\d(/\s])(?:[kcmd]?m|ft|mi|CO)$", re.IGNORECASE)
_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_CONTENTS_FIELDS = frozenset({"TOC", "INDEX", "TOA"})
_GLYPHS = {
    f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "",
}  # fmt: skip


@dataclass(slots=True)
class Field:
    """A Word field being read: its instruction first, then the result that Word shows."""

    instruction: str = ""
    showing: bool = False

    @property
    def name(self) -> str:
        return (self.instruction.split() or [""])[0].upper()


@dataclass(slots=True)
class Content:
    """What one paragraph holds, in order."""

    runs: list[Run] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """("footnote" or "endnote", id)."""
    boxes: list[tuple[Element, Standing]] = field(default_factory=list)
    comments: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Comment id -> the stretch of the runs' text that it is about."""
    page_numbers: str = ""
    hidden: str = ""
    breaks: int = 0
    """Ends of pages that Word met within the paragraph when it last laid the file out."""
    early_breaks: int = 0
    """Those of them that come before its first word."""
    contents_entry: bool = False


class Reader:
    """Reads paragraphs one after another; fields may run over several of them."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[Field] = []

    def content(self, paragraph: Element, outer: Standing = BASE) -> Content:
        """The content of a ``w:p``; ``outer`` is the standing of the table row that it is in."""
        found = Content(contents_entry=self._in(_CONTENTS_FIELDS))
        _Walk(self._styles, self._fields, found, self._styles.of(paragraph)).children(paragraph, outer)
        found.contents_entry = found.contents_entry or self._in(_CONTENTS_FIELDS)
        found.runs = _tidied(found)
        return found

    def _in(self, names: frozenset[str]) -> bool:
        return any(field.name in names for field in self._fields)


class _Walk:
    def __init__(self, styles: Styles, fields: list[Field], found: Content, style: str) -> None:
        self._styles, self._fields, self._found, self._style = styles, fields, found, style
        self._length = 0

    def children(self, element: Element, now: Standing) -> None:
        for child in element:
            self._visit(child, now)

    def _visit(self, element: Element, now: Standing) -> None:
        tag = element.tag
        if tag == f"{W}r":
            self._run(element, now)
        elif tag in _CONTAINERS:
            self.children(element, standing(element, now))
        elif tag == f"{W}fldSimple":
            self._fields.append(Field(element.get(f"{W}instr", ""), showing=True))
            self.children(element, now)
            self._fields.pop()
        elif tag == f"{W}commentRangeStart":
            self._found.comments[element.get(f"{W}id", "")] = (self._length, -1)
        elif tag == f"{W}commentRangeEnd":
            self._end_comment(element.get(f"{W}id", ""))
        elif tag == f"{MC}AlternateContent":
            for chosen in alternative(element):
                self.children(chosen, now)
        elif tag in (f"{MATH}oMath", f"{MATH}oMathPara"):
            self._add("".join(text.text or "" for text in element.iter(f"{MATH}t")), None, now)

    def _run(self, run: Element, now: Standing) -> None:
        properties = run.find(f"{W}rPr")
        for child in run:
            self._piece(child, properties, now)

    def _piece(self, element: Element, properties: Element | None, now: Standing) -> None:
        tag = element.tag
        if tag in (f"{W}t", f"{W}delText"):
            self._add(element.text or "", properties, now)
        elif tag in _GLYPHS:
            self._add(_GLYPHS[tag], properties, now)
        elif tag == f"{W}sym":
            self._add(_symbol(element), properties, now)
        elif tag == f"{W}lastRenderedPageBreak":
            self._found.breaks += 1
            self._found.early_breaks += not self._length
        elif tag in (f"{W}instrText", f"{W}delInstrText"):
            if self._fields and not self._fields[-1].showing:
                self._fields[-1].instruction += element.text or ""
        elif tag == f"{W}fldChar":
            self._field(element.get(f"{W}fldCharType", ""))
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            kind = "footnote" if tag == f"{W}footnoteReference" else "endnote"
            name = element.get(f"{W}id", "")
            self._found.notes.append((kind, name))
            self._found.runs.append(Run(f"{kind}:{name};", furniture="footnote"))
            self._length += len(self._found.runs[-1].text)
        elif tag == f"{W}commentReference":
            self._found.comments.setdefault(element.get(f"{W}id", ""), (self._length, self._length))
        elif tag == f"{MC}AlternateContent":
            for chosen in alternative(element):
                self._pieces(chosen, properties, now)
        elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            self._boxes(element, now)
        elif tag == f"{W}ruby":
            self.children(element, now)

    def _pieces(self, element: Element, properties: Element | None, now: Standing) -> None:
        for child in element:
            self._piece(child, properties, now)

    def _boxes(self, element: Element, now: Standing) -> None:
        """Text boxes in a drawing, outermost ones only: those inside are met when these are read."""
        for child in element:
            if child.tag == f"{W}txbxContent":
                self._found.boxes.append((child, now))
            elif child.tag == f"{MC}AlternateContent":
                for chosen in alternative(child):
                    self._boxes(chosen, now)
            else:
                self._boxes(child, now)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].showing = True
            if self._fields[-1].name in _CONTENTS_FIELDS:
                self._found.contents_entry = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _end_comment(self, name: str) -> None:
        start, _ = self._found.comments.get(name, (0, -1))
        if name in self._found.comments:
            self._found.comments[name] = (start, self._length)

    def _add(self, text: str, properties: Element | None, now: Standing) -> None:
        if not text or any(not field.showing for field in self._fields):
            return
        if any(field.name in _PAGE_FIELDS for field in self._fields):
            self._found.page_numbers += text
            return
        if switch(properties, "vanish"):
            self._found.hidden += text
            return
        run = Run(
            text,
            now.change,
            now.author,
            now.date,
            bold=self._styles.is_on(properties, self._style, "b"),
            struck=self._styles.is_on(properties, self._style, "strike")
            or self._styles.is_on(properties, self._style, "dstrike"),
            against=now.against,
            furniture="footnote" if self._refers(text, properties) else None,
        )
        self._length += len(text)
        self._found.runs.append(run)

    def _refers(self, text: str, properties: Element | None) -> bool:
        """Whether these are raised numbers that refer to notes or references: not those of "m²" and "10⁶"."""
        if properties is None or not _RAISED_NUMBERS.fullmatch(text.strip()):
            return False
        raised = properties.find(f"{W}vertAlign")
        if raised is None or raised.get(f"{W}val") != "superscript":
            return False
        before = "".join(run.text for run in self._found.runs[-3:])
        return bool(before) and not _UNIT.search(before) and not before[-1].isdigit()


def _tidied(found: Content) -> list[Run]:
    """Neighbours of equal standing as one run, white space as single spaces, comments' places kept in step."""
    runs: list[Run] = []
    places = [0]
    length = 0
    last = " "
    for run in found.runs:
        kept = ""
        for character in run.text:
            plain = _cleaned(character)
            if plain and not (plain == " " and last == " "):
                kept += plain
                length += 1
                last = plain
            places.append(length)
        if runs and replace(runs[-1], text="") == replace(run, text=""):
            runs[-1] = replace(run, text=runs[-1].text + kept)
        elif kept:
            runs.append(replace(run, text=kept))
    for name, (start, stop) in found.comments.items():
        found.comments[name] = places[start], places[stop] if stop >= 0 else length
    return runs


def _cleaned(character: str) -> str:
    if character == SOFT_HYPHEN:
        return ""
    return character if character == "\u200c" else spaced(character)


def _symbol(element: Element) -> str:
    code = element.get(f"{W}char", "")
    try:
        character = chr(int(code, 16))
    except ValueError:
        return ""
    return SYMBOLS.get(character, character if not "\ue000" <= character <= "\uf8ff" else _private(character))


def _private(character: str) -> str:
    """A letter of a symbol font: its place in the private use area is its place in the font's own table."""
    place = ord(character) - 0xF000
    return chr(place) if 0x20 <= place < 0x7F else character


def alternative(element: Element) -> tuple[Element, ...]:
    """The newest of several forms of the same content (``mc:AlternateContent``), else what old Words read; or none."""
    forms = (each for each in element if each.tag in (f"{MC}Choice", f"{MC}Fallback"))
    return tuple(islice(forms, 1))
