"""Where is a document's list of references, and which entries does it hold?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hanse.citing.reference import Reference
from hanse.citing.references import reference
from hanse.text.document import Document, Passage

_HEADING = re.compile(
    r"(?:(?:annex(?:e)?|anexo|appendix)(?:\s+(?:\d+|[A-Z]|[IVX]+))?\s*[.:–—-]\s*)?"
    r"(?:\d+\.?|[IVX]+\.)?\s*(?:selected\s+|cited\s+|list of\s+)?(?:references?(?: list| cited)?|bibliograph(?:y"
    r"|ie)|works cited|documents(?: cited| consulted)?|cited documents|literature(?: cited)?|"
    r"sources(?: cited)?|literatur(?:verzeichnis)?|r[ée]f[ée]rences(?: bibliographiques)?|bibliograf[íi]a"
    r"|referencias(?: bibliogr[áa]ficas)?|"
    r"notes and references|sources and references|references and notes|cited works|список литературы|литература"
    r"|参考文献|المراجع)\s*:?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:appendix|annex|about the authors?|acknowledge?ments?|notes?|endnotes?|biograph|funding|supplement|table"
    r"|figure)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:(?<=\s)|^)\[(\d{1,4})\]\s")
_DASH = re.compile(r"(?:[—–_-]\s?){2,}[.,]?\s*|—[.,]\s+")
_GLUED_NOTE = re.compile(r"\d{1,3}[A-ZÀ-ÞĀ-Ž“‘]")
_FAMILY = r"(?:(?:van|von|de|der|den|la|el|al)\s)*[A-ZÀ-ÞĀ-Ž][\w’'-]+(?:[ -][A-ZÀ-ÞĀ-Ž][\w’'-]+)?"
_BODY = r"[A-ZÀ-ÞĀ-Ž][\w’'-]+(?:\s(?:of|for|on|the|and|de|des|du|del|la|y|et|[A-ZÀ-ÞĀ-Ž][\w’'-]+)){1,9}"
_STARTS = re.compile(
    rf"(?<=[.\d/)a-z])\s+(?={_FAMILY},\s(?:[A-ZÀ-ÞĀ-Ž]\.|[A-ZÀ-ÞĀ-Ž][a-z]+)[^()]{{0,120}}?"
    r"(?:\((?:19|20)\d\d[a-z]?\)|\.\s(?:19|20)\d\d[a-z]?\.))"
    rf"|(?<=[.\d/)a-z])\s+(?={_FAMILY}, [A-ZÀ-ÞĀ-Ž][^\d“]{{0,80}}?\.\s(?:\(n\.\s?d\.\)|n\.\s?d\.))"
    rf"|(?<=[.\d/)])\s+(?={_BODY}\.?\s\((?:19|20)\d\d[a-z]?\)\.)"
    r"|(?<=\d\.)\s+(?=[A-Z]{1,8}/[A-Z0-9][\w./()-]*\. [A-Z])"
    rf"|(?<=\d\.|\w/)\s+(?={_FAMILY}, [A-ZÀ-ÞĀ-Ž][\w’'-]+(?: [A-ZÀ-ÞĀ-Ž][\w’'.-]*)*(?:,? and [^.“]{{3,60}})?\."
    r" [“\"A-ZÀ-ÞĀ-Ž])"
)


@dataclass(frozen=True)
class ReferenceList:
    """The references of a document in printed order, and sentences about what could not be read."""

    references: tuple[Reference, ...]
    start: int
    """The place of its heading among the document's passages; their number where there is no list."""
    numbered: bool = False
    warnings: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.references)

    def __len__(self) -> int:
        return len(self.references)


def references(document: Document) -> ReferenceList:
    """The list of references of a document. Where there is none, or it is there as pictures only, the list is empty
    and a warning says so; references in notes are read by `hanse.citations`."""
    passages = document.passages
    start = _heading(passages)
    name = document.source or document.id
    if start is None:
        warning = f"{name}: there is no list of references under a heading such as “References”."
        return ReferenceList((), len(passages), warnings=(warning,))
    strings = list(_entries(_beneath(document, passages[start])))
    read = tuple(reference(each) for each in _spelt_out(_joined(strings)))
    if not read:
        warning = f"{name}: nothing can be read beneath “{passages[start].text}”: its references may be pictures."
        return ReferenceList((), start, warnings=(warning,))
    counted = sum(each.number == str(place) for place, each in enumerate(read, 1))
    return ReferenceList(read, start, numbered=counted > len(read) / 2)


def _joined(strings: list[str]) -> list[str]:
    """In a numbered list, what has no number goes on with the entry before it."""
    numbered = [bool(re.match(r"\[?\d{1,4}[\].]", each)) for each in strings]
    if sum(numbered) <= len(strings) / 2:
        return strings
    found: list[str] = []
    for each, opens in zip(strings, numbered, strict=True):
        if found and not opens:
            found[-1] = f"{found[-1]} {each}"
        else:
            found.append(each)
    return found


def _spelt_out(strings: Iterable[str]) -> Iterator[str]:
    """A dash in place of the authors stands for those of the entry before."""
    before = ""
    for each in strings:
        if dash := _DASH.match(each):
            each = f"{before}. {each[dash.end() :].lstrip(' .,')}" if before else each
        names = re.match(r"(.{3,200}?)[.,]?\s*\(?(?:19|20)\d\d", each)
        before = names[1].strip(" .,(") if names else ""
        yield each


def _heading(passages: tuple[Passage, ...]) -> int | None:
    places = [place for place, passage in enumerate(passages) if opens_list(passage.text)]
    return places[-1] if places else None


def opens_list(text: str) -> bool:
    """Whether a line is the heading of a list of references."""
    return len(text) < 60 and _HEADING.fullmatch(text.strip()) is not None


def _beneath(document: Document, heading: Passage) -> Iterator[Passage]:
    """What stands beneath the heading; small print at a page's foot that is no note is a part of the list."""
    inside, last = False, 0
    for block in document.content:
        if block is heading:
            inside = True
        elif isinstance(block, Passage):
            if inside and not _GLUED_NOTE.match(block.text):
                yield block
        elif block.kind == "footnote":
            note = re.match(r"(\d{1,3})(?![\d)])", block.text)
            if note and last < int(note[1]) <= last + 3:
                last = int(note[1])
            elif inside and len(block.text) > 15:
                yield Passage.of(block.text)


def _entries(passages: Iterable[Passage]) -> Iterator[str]:
    held = ""
    for passage in passages:
        if _ends_list(passage):
            break
        text = f"{passage.label} {passage.text}".strip() if passage.label not in ("•", "-", "–") else passage.text
        if held and _goes_on(held, text, passage.label):
            held = f"{held} {text}"
            continue
        if held:
            yield from _split(held)
        held = text
    if held:
        yield from _split(held)


def _ends_list(passage: Passage) -> bool:
    if passage.kind not in ("heading", "title") or re.search(r"\d{4}", passage.text):
        return False
    return bool(_AFTER.match(passage.text)) or (len(passage.text) < 60 and not passage.label)


def _goes_on(before: str, text: str, label: str) -> bool:
    """Whether a piece is the rest of the entry before it, cut off by a column or a page."""
    if re.fullmatch(r"(?:1[5-9]|20)\d\d\.?", text):
        return True
    if re.match(r"\[?\d{1,4}[\].]", text) and re.match(r"\[?\d{1,4}[\].]", before):
        return False
    if re.match(r"[a-zà-ÿ(&]|https?:|doi|\d", text) and not re.match(
        r"(?:van|von|de|der|den|del|la|le|el|al|di|da|dos)\s|\[?\d{1,4}[\].]", text
    ):
        return True
    return not re.search(r"[.\d/)>\]]\s*$", before) or (
        bool(re.search(r"(?:\b[A-Z]\.,?|,|&|\band|:)$", before)) and not label
    )


def _split(text: str) -> Iterator[str]:
    """Entries that were read as one paragraph, apart."""
    numbers = list(_NUMBERED.finditer(text))
    if len(numbers) > 1 and numbers[0].start() == 0:
        cuts = [numbers[0].start()]
        expected = int(numbers[0][1]) + 1
        for match in numbers[1:]:
            if int(match[1]) == expected:
                cuts.append(match.start())
                expected += 1
    else:
        dashes = [match.end() for match in re.finditer(r"(?<=[.\d/])\s+(?=———)", text)]
        cuts = [0, *sorted(dashes), *(match.end() for match in _STARTS.finditer(text) if match.start() > 40)]
    cuts = sorted(set(cuts))
    for low, high in zip(cuts, [*cuts[1:], len(text)], strict=True):
        if text[low:high].strip():
            yield text[low:high].strip()
