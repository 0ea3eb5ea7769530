"""Which citations in a text have no reference? What looks like one and was tied to nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from hanse.citing.citations import Citations
from hanse.citing.reference_list import references
from hanse.citing.stance_passage import citing_passage
from hanse.text.document import Document, Passage, Span
from hanse.text.sentences import sentences

MOST = 2_000
"""Of one document, so that a text in which nothing is answered stays a page."""
_NAMED = re.compile(
    r"(?:(?:see|see also|cf\.?|e\.g\.,?|i\.e\.,?|also|and|for example,?|voir|véase)\s+)*"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Art(?:icle)?|Table"
    r"|Figure|Annex|Section|Chapter|Since|In|Between|Until|From|By|After|Before|As of)\b)"
    r"(?:(?:van|von|de|der|den|la|le|el|al|di|da)\s+)*[A-ZÀ-ÞŁŚŠŽČ][^\d]{1,120}?[\s,(]\s*(?:1[5-9]|20)\d\d[a-z]?\b"
)
_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)[,\s]+\d{4}"
)
_NUMBER = re.compile(r"\[\d{1,4}(?:\s*[,;–-]\s*\d{1,4})*\]")


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A citation without a reference, where it stands, and its sentence."""

    text: str
    pid: str
    sentence: str


def unanswered(document: Document, found: Citations) -> list[Unanswered]:
    """What looks like a citation in a document's text and has no reference; none where it has no references at all."""
    if not found.references:
        return []
    tied: dict[str, list[Span]] = defaultdict(list)
    for each in found:
        tied[each.passage] += [(each.span[0] + low, each.span[0] + high) for low, high in _spans(each)]
    until = references(document).start
    numbered = any(_NUMBER.fullmatch(marker.text) for each in found for marker in each.markers)
    rows = []
    for passage in document.passages[:until]:
        if passage.kind in ("title", "heading"):
            continue
        for low, high in _marks(passage, numbered):
            if not any(start < high and low < end for start, end in tied[passage.id]):
                rows.append(Unanswered(passage.text[low:high].strip(), passage.id, _sentence(passage, document, low)))
    return rows[:MOST]


def _spans(citation: object) -> Iterator[Span]:
    for marker in citation.markers:  # type: ignore[attr-defined]
        yield marker.span


def _marks(passage: Passage, numbered: bool) -> Iterator[Span]:
    """Each single citation: of a bracket with several, each part."""
    shown = citing_passage(passage.text)
    for low, high in sorted({each for each in (shown.target, *shown.others) if each}):
        words = passage.text[low:high]
        if _NUMBER.fullmatch(words):
            if numbered:
                yield low, high
            continue
        at = low
        for part in re.split(r"(?<=;)", words):
            inner = part.lstrip(" ([").rstrip(" )];")
            start = at + part.find(inner) if inner else at
            if _NAMED.match(inner) and not _MONTH.search(inner):
                yield start, start + len(inner)
            at += len(part)


def _sentence(passage: Passage, document: Document, at: int) -> str:
    for low, high in sentences(passage.text, document.language):
        if low <= at < high:
            return passage.text[low:high]
    return passage.text
