"""What do a document's notes cite? Full forms, short forms, and what points back: ibid., op. cit., supra, (n 3)."""

from __future__ import annotations

import re
from collections import defaultdict

from hanse.citing.linking import Marker, Works
from hanse.citing.note_parts import note_parts
from hanse.citing.reference_marks import RESOLUTION, SYMBOL
from hanse.citing.references import reference
from hanse.text.document import Document, Furniture, Passage

_NOTE = re.compile(r"^\s*(\d{1,3}|[ivxl]{1,6})[.)]?\s*(?=[^\d\s.,–-])(.*)$", re.DOTALL)
_MARKS = re.compile(r"\d{1,4}(?:\s?[,;–-]\s?\d{1,4})*|[ivxl]{1,6}")
_SIGNAL = (
    r"(?:(?:see|cf\.?|cfr\.?|see also|but see|contrast|compare|accord|voir|voir aussi|v\.|véase|véase también|vid\.?"
    r"|ver|siehe|vgl\.?|s\.)\s+)?"
)
_IBID = re.compile(rf"^{_SIGNAL}(?:ib[ií]d(?:em)?\b|id\.|[ií]dem\b|ebd\b|ebenda\b|loc\.?\s?cit\b)", re.IGNORECASE)
_BACK = re.compile(
    r"\(?\b(?:supra,?\s+(?:notes?|nota|n\.?|fn\.?)?|(?:foot)?notes?|nota(?:\s+al\s+pie)?|fn|anm|fußn|op\.?\s?cit\.?,?\s+n"
    r"|ob\.?\s?cit\.?,?\s+n|above,?\s+n)\.?\s*(?:n\.?[ºo°]\s*)?(\d{1,3})\b\)?"
    r"|\(n\.?\s?(\d{1,3})\)|(?:^|[\s,])n\.?\s?(\d{1,3})(?=(?:,?\s+(?:at|pp?\.|págs?\.|para)?\s*\d[\d–-]*)?\.?$)",
    re.IGNORECASE,
)
_OPUS = re.compile(
    r"\b(?:op\.?\s?cit|ob\.?\s?cit|loc\.?\s?cit|art\.?\s?cit|supra|above|cited above|pr[ée]cit[ée]e?s?|cit\.|citad[oa]"
    r"|a\.\s?a\.\s?O)",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r";\s+|(?<=[a-z\d)’”'»])\.\s+(?=(?:See|Cf|Cfr|Ibid|Ibíd|Contrast|Compare|But see|For|Véase|Vid|Voir|Siehe|Vgl"
    r"|Id)\b)"
)


_GLUED = re.compile(r"(?<=[^\W\d_]|[.,;:!?)”’\"»\]])(\d{1,3})(?=[\s.,;:)!?”’—–]|$)")
_GLUED_NOTE = re.compile(r"^(\d{1,3})(?=[A-ZÀ-ÞĀ-Ž“‘\"«])")
Marks = dict[str, list[tuple[int, str, bool]]]
"""Of every passage: where in its text a mark stands, what it says, and whether its digits are letters of the text."""


def mark_places(document: Document, notes: NotesRead, works: Works) -> Marks:
    """Of every passage, the marks of notes and raised numbers in it. Where the file's reader could not tell them from
    the text ("towns.15"), the digits of the next note are looked for, or, where there are no notes and the list of
    references is numbered, those of any entry."""
    found: Marks = defaultdict(list)
    passage: Passage | None = None
    for block in document.content:
        if isinstance(block, Passage):
            passage = block
        elif passage is not None and block.kind == "footnote" and _MARKS.fullmatch(block.text.strip()):
            at = len(passage.text) if block.within is None else block.within
            found[passage.id].append((at, block.text.strip(), False))
    marked = {mark for marks in found.values() for _, mark, _ in marks}
    raised = works.numbered and not notes.texts and bool(marked)
    awaited = 1
    for passage in document.passages:
        for match in _GLUED.finditer(passage.text) if passage.id not in notes.passages else ():
            number = int(match[1])
            due = match[1] in notes.texts and match[1] not in marked and awaited <= number <= awaited + 2
            if due or (raised and works.numbers(match[1]) and not re.search(r"\d[.,]$", passage.text[: match.start()])):
                found[passage.id].append((match.start(), match[1], True))
                awaited = number + 1 if due else awaited
    return found


class NotesRead:
    """The notes of a document in order, each read once, so that what points back knows what came before."""

    def __init__(self, document: Document, works: Works, *, listed: bool) -> None:
        self.texts: dict[str, str] = {}
        self._works, self._listed = works, listed
        self._markers: dict[str, list[Marker]] = {}
        self._cited: dict[int, list[int]] = {}
        self._last: tuple[int, ...] = ()
        self.passages: frozenset[str] = frozenset()
        """Ids of the passages that are notes."""
        self._collect(document)
        for place, (mark, text) in enumerate(self.texts.items(), 1):
            number = int(mark) if mark.isdigit() else place
            self._markers[mark] = self._read(text)
            self._cited[number] = [cite for marker in self._markers[mark] for cite in marker.cites]

    def _collect(self, document: Document) -> None:
        inside: set[str] = set()
        last = 0
        for block in document.content:
            note = isinstance(block, Furniture)
            if isinstance(block, Furniture) and block.kind != "footnote":
                continue
            match = (_NOTE if note else _GLUED_NOTE).match(block.text)
            if match is None:
                continue
            mark, text = match[1], block.text[match.end(1) :].lstrip(" .)")
            if (mark.isdigit() and not (last < int(mark) <= last + 2)) or len(text) < 4:
                continue
            last = int(mark) if mark.isdigit() else last
            self.texts.setdefault(mark, text.strip())
            if isinstance(block, Passage):
                inside.add(block.id)
        self.passages = frozenset(inside)

    def markers(self, mark: str) -> list[Marker]:
        """What the note with this mark cites."""
        return self._markers.get(mark, [])

    def _read(self, text: str) -> list[Marker]:
        found: list[Marker] = []
        start = 0
        for cut in [*_PARTS.finditer(text), None]:
            end = cut.start() if cut else len(text)
            for low, high in note_parts(text[start:end], self._works.knows):
                part = text[start + low : start + high].strip()
                if part and (cites := self._part(part)):
                    found.append(Marker(part, (start + low, start + high), cites))
                    self._last = cites
            start = cut.end() if cut else end
        return found

    def _part(self, part: str) -> tuple[int, ...]:
        if ibid := _IBID.match(part):
            further = self._works.symbols(part[ibid.end() :])
            return tuple(dict.fromkeys(self._last[-1:] + further))
        if back := _BACK.search(part):
            among = self._cited.get(int(back[1] or back[2] or back[3]), [])
            named = self._works.named(part[: back.start()] + part[back.end() :], among)
            return (named,) if named is not None else tuple(among[:1])
        marked = self._works.markers(part) if self._listed or not SYMBOL.search(part) else ()
        if marked:
            return tuple(dict.fromkeys(cite for marker in marked for cite in marker.cites))
        if _OPUS.search(part):
            named = self._works.named(part)
            return (named,) if named is not None else ()
        if not self._listed and (SYMBOL.search(part) or RESOLUTION.search(part)):
            return self._full_symbol(part)
        read = reference(part, note=True)
        known = self._works.same(read)
        full = bool(read.title and read.authors and (read.year or read.symbol))
        if known is None and (self._listed or not full):
            known = self._works.named(part)
        if known is None and not self._listed and full:
            known = self._works.add(read)
        return (known,) if known is not None else ()

    def _full_symbol(self, part: str) -> tuple[int, ...]:
        """Documents cited by symbol; a first full form is kept whole."""
        read = reference(part, note=True)
        if read.symbol and read.title and read.authors and self._works.same(read) is None:
            self._works.add(read)
        return self._works.symbols(part)
