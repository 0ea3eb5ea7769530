"""Which citations in a text have no reference, and which references does nothing cite?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from hanse.citing.citations import Citation, Citations
from hanse.citing.stance_passage import citing_passage
from hanse.text.document import Document, Passage, Span
from hanse.text.sentences import sentences

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
    passage: str
    """Id of the document's passage."""
    sentence: str


def unanswered(document: Document, found: Citations) -> list[Unanswered]:
    """What looks like a citation in a document's text and has no reference, in the order of the text; none where the
    document has no references at all. ``found`` is what `hanse.citations` reads in it. A place and a year in brackets
    may be among it.
    """
    if not found.references:
        return []
    tied: dict[str, list[Span]] = defaultdict(list)
    for each in found:
        tied[each.passage] += [_placed(each, marker.span) for marker in each.markers]
    numbered = any(_NUMBER.fullmatch(marker.text) for each in found for marker in each.markers)
    rows = []
    for passage in document.passages[: found.until]:
        if passage.kind in ("title", "heading"):
            continue
        for low, high in _marks(passage, numbered):
            if not any(start < high and low < end for start, end in tied[passage.id]):
                rows.append(Unanswered(passage.text[low:high].strip(), passage.id, _sentence(passage, document, low)))
    return rows


def uncited(found: Citations) -> tuple[int, ...]:
    """The places of the references that no sentence cites, in the order of the list."""
    cited = {place for each in found for place in each.cites}
    return tuple(place for place in range(len(found.references)) if place not in cited)


def _placed(citation: Citation, span: Span) -> Span:
    """A span of a citation's sentence, in its passage."""
    return citation.span[0] + span[0], citation.span[0] + span[1]


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
