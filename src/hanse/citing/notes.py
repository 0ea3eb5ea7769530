"""What do a document's notes cite? Full forms, short forms, and what points back: ibid., op. cit., supra, (n 3)."""

from __future__ import annotations

import re
from collections import defaultdict

from hanse.citing.linking import Marker, Works
from hanse.citing.references import reference
from hanse.text.document import Document, Passage

_NOTE = re.compile(r"^\s*(\d{1,3}|[ivxl]{1,6})[.)]?\s*(?=[^\d\s.,–-])(.*)$", re.DOTALL)
_MARKS = re.compile(r"\d{1,4}(?:\s?[,;–-]\s?\d{1,4})*|[ivxl]{1,6}")
_IBID = re.compile(r"^(?:(?:see|cf\.?|see also|voir)\s+)?(?:ibid\b|id\.|idem\b|ibidem\b)", re.IGNORECASE)
_BACK = re.compile(r"\(?\b(?:n|note|fn|footnote|supra(?: note| n)?)\.?\s*(\d{1,3})\b\)?", re.IGNORECASE)
_OPUS = re.compile(r"\b(?:op\.?\s?cit|loc\.?\s?cit|supra|above|cited above|précité)\b", re.IGNORECASE)
_PARTS = re.compile(r";\s+|(?<=[a-z\d)’”'])\.\s+(?=(?:See|Cf|Ibid|Contrast|Compare|But see|For)\b)")


def mark_places(document: Document) -> dict[str, list[tuple[int, str]]]:
    """Of every passage, the marks of notes and raised numbers in it: where in its text they stand, and what they say.
    A mark whose place the file's reader does not tell stands at the passage's end."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    passage: Passage | None = None
    for block in document.content:
        if isinstance(block, Passage):
            passage = block
        elif passage is not None and block.kind == "footnote" and _MARKS.fullmatch(block.text.strip()):
            at = len(passage.text) if block.within is None else block.within
            found[passage.id].append((at, block.text.strip()))
    return found


class NotesRead:
    """The notes of a document in order, each read once, so that what points back knows what came before."""

    def __init__(self, document: Document, works: Works, *, listed: bool) -> None:
        self.texts: dict[str, str] = {}
        self._works, self._listed = works, listed
        self._markers: dict[str, list[Marker]] = {}
        self._cited: dict[int, list[int]] = {}
        self._last: tuple[int, ...] = ()
        for block in document.furniture:
            if block.kind == "footnote" and (match := _NOTE.match(block.text)) and len(match[2]) > 3:
                self.texts.setdefault(match[1], match[2].strip())
        for place, (mark, text) in enumerate(self.texts.items(), 1):
            number = int(mark) if mark.isdigit() else place
            self._markers[mark] = self._read(text)
            self._cited[number] = [cite for marker in self._markers[mark] for cite in marker.cites]

    def markers(self, mark: str) -> list[Marker]:
        """What the note with this mark cites."""
        return self._markers.get(mark, [])

    def _read(self, text: str) -> list[Marker]:
        found: list[Marker] = []
        start = 0
        for cut in [*_PARTS.finditer(text), None]:
            end = cut.start() if cut else len(text)
            part = text[start:end].strip()
            if part and (cites := self._part(part)):
                found.append(Marker(part, (start, end), cites))
                self._last = cites
            start = cut.end() if cut else end
        return found

    def _part(self, part: str) -> tuple[int, ...]:
        if _IBID.match(part):
            return self._last[-1:]
        if back := _BACK.search(part):
            among = self._cited.get(int(back[1]), [])
            named = self._works.named(part[: back.start()] + part[back.end() :], among)
            return (named,) if named is not None else tuple(among[:1])
        if marked := self._works.markers(part):
            return tuple(dict.fromkeys(cite for marker in marked for cite in marker.cites))
        if _OPUS.search(part):
            named = self._works.named(part)
            return (named,) if named is not None else ()
        read = reference(part, note=True)
        known = self._works.same(read)
        if known is None:
            known = self._works.named(part)
        if (
            known is None
            and not self._listed
            and read.title
            and (read.year or read.symbol)
            and (read.authors or read.symbol)
        ):
            known = self._works.add(read)
        return (known,) if known is not None else ()
