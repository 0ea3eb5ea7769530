"""Which passages are behind a count? With the words marked, and where each stands in the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from hanse.reports.marks import Layer, marked
from hanse.text.document import Span
from hanse.wording.visibility import Place
from hanse.workspace.documents.models import Document


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage, or a footnote, with the words marked; ``number`` is empty where it has none."""

    words: Markup
    number: str
    address: str
    part: str
    count: int
    """How many places are marked in it."""


def behind(document: Document, places: Iterable[Place]) -> list[Shown]:
    """The passages in which places stand, in the order of the document, each once."""
    by_piece: dict[str, list[Place]] = {}
    for each in places:
        by_piece.setdefault(each.passage, []).append(each)
    passages = document.passages.filter(pid__in=[name for name in by_piece if not name.startswith("furniture ")])
    found = []
    for each in passages:
        of = by_piece[each.pid]
        each.document = document
        address = each.get_absolute_url()
        found.append(Shown(words(each.text, [p.span for p in of]), each.number, address, of[0].part, len(of)))
    return [*found, *_aside(document, by_piece)]


def _aside(document: Document, by_piece: dict[str, list[Place]]) -> list[Shown]:
    """The footnotes, headers and footers."""
    if not any(name.startswith("furniture ") for name in by_piece):
        return []
    address = f"{document.get_absolute_url()}?furniture=1"
    return [
        Shown(words(each.text, [p.span for p in of]), "", address, "furniture", len(of))
        for number, each in enumerate(document.furniture.all(), 1)
        if (of := by_piece.get(f"furniture {number}"))
    ]


def words(text: str, spans: Sequence[Span]) -> Markup:
    """A text with spans marked as hits."""
    return marked(text, [Layer("hit", spans)])
