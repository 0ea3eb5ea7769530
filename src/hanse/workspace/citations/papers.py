"""How would others cite a document? By DOI, authors, year and title, as it is described and as its first lines say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any

from hanse.citing.linking import folded
from hanse.citing.reference import Author, Reference
from hanse.citing.reference_list import opens_list
from hanse.citing.reference_names import authors
from hanse.workspace.citations.identity import doi_in, title_start
from hanse.workspace.citations.models import Paper
from hanse.workspace.documents.models import Document, Passage

FIRST = 6
"""Passages and pieces of furniture in which a paper says who wrote it, when, and under which DOI."""
_BETWEEN = re.compile(r"\s*[,;·|]\s*(?:and\s|&\s)?|\s+(?:and|&|et|y|und)\s+")
_WORD = r"[A-ZÀ-ÞĀ-Ž][\w’'.-]*"
_NAME = re.compile(
    rf"(?!.*\b(?:Group|Unit|Cent(?:re|er)|Institute|University|Office|Network|Secretariat|Department|Commission|Council"
    rf"|Committee|Association|Programme|Policy|Brief|Report|Paper|Draft|City|Cities|Journal|Press)\b)"
    rf"{_WORD}(?:\s{_WORD}){{0,2}}(?:\s(?:van|von|de|der|den|da|dos|del|la|le|el|al|bin|di))*\s{_WORD}"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def introduce(document: Document) -> Paper:
    """Write down, anew, how others would cite a document."""
    first = _opening(document)
    heading = _heading(document, first)
    lines = _first_lines(document, first)
    people = [[each.family, each.given] for each in _people(document, lines, heading)]
    said = {
        "doi": _doi(document, lines),
        "authors": people,
        "year": _year(document.date) or next((_year(each) for each in lines if len(each) < 160 and _year(each)), ""),
        "title_start": title_start(document.title),
        "heading": heading[:500],
        "heading_start": title_start(heading),
        "stale": False,
    }
    paper, _ = Paper.objects.update_or_create(document=document, defaults=said)
    return paper


def as_cited(paper: Paper) -> tuple[Reference, ...]:
    """A document as the references that would name it: with its authors, and, since bodies are named in many ways,
    without one that is a body or was read off the first lines."""
    symbol = paper.document.symbol
    people = tuple(Author(family, given) for family, given in paper.authors)
    found = []
    for title in dict.fromkeys(filter(None, (paper.document.title, paper.heading))):
        named = {"text": title, "title": title, "year": paper.year, "doi": paper.doi, "symbol": symbol}
        found.append(Reference(authors=people, **named))
        doubtful = people and not (paper.document.actor and people[0].given)
        if doubtful and paper.year:
            found.append(Reference(**named))
    return tuple(found)


def byline(document: Document) -> str:
    """Who wrote a document: who speaks, as its details say, else the names beneath its title; "" for nobody."""
    first = _opening(document)
    return document.actor or _signed(_first_lines(document, first), f"{document.title} {_heading(document, first)}")


def _opening(document: Document) -> list[Passage]:
    """The first passages, of a short paper those above its references: what stands there is of other works."""
    return list(takewhile(lambda each: not opens_list(each.text), document.passages.all()[:FIRST]))


def _first_lines(document: Document, first: Sequence[Passage]) -> list[str]:
    lines = [each.text for each in first if each.kind not in ("title", "heading")]
    lines += [each.text for each in document.furniture.all()[:FIRST]]
    return [each for each in lines if each != document.title]


def _heading(document: Document, first: Sequence[Passage]) -> str:
    """The title that stands in the text; "" where it is the document's own."""
    found = next((each.text.strip() for each in first if each.kind == "title"), "")
    return found if found != document.title and len(found.split()) > 2 else ""


def _people(document: Document, lines: Iterable[str], heading: str) -> tuple[Author, ...]:
    signed = document.actor or _signed(lines, f"{document.title} {heading}")
    return authors(signed)[0] if signed else ()


def _signed(lines: Iterable[str], title: str = "") -> str:
    """The first short line that holds names of people and nothing else, each as "Family, Given"."""
    for line in lines:
        names = [name.strip() for name in _BETWEEN.split(line.strip()) if name.strip()]
        told = set(folded(title).split())
        if len(line) < 200 and names and all(map(_NAME.fullmatch, names)) and not set(folded(line).split()) <= told:
            return "; ".join(
                f"{name.split(maxsplit=1)[1]}, {name.split()[0].replace('_', ' ')}" for name in map(_turned, names)
            )
    return ""


def _turned(name: str) -> str:
    """A name as its given names in one word and its family: "Ana_Maria de Souza"."""
    words = name.split()
    particle = next((place for place, word in enumerate(words) if place and word.islower()), len(words) - 1)
    return f"{'_'.join(words[:particle])} {' '.join(words[particle:])}"


def _doi(document: Document, lines: Iterable[str]) -> str:
    told = [doi_in(line) for line in lines if len(line) < 300]
    told += [doi_in(url) for url in document.sources.filter(removed=None).values_list("url", flat=True)]
    return next(filter(None, told), "")


def _year(text: Any) -> str:
    found = _YEAR.search(text or "")
    return found[0] if found else ""
