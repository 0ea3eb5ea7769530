"""How would others cite a document? By DOI, authors, year and title, as it is described and as its first lines say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from hanse.citing.reference import Author, Reference
from hanse.citing.reference_names import authors
from hanse.workspace.citations.identity import doi_in, title_start
from hanse.workspace.citations.models import Paper
from hanse.workspace.documents.models import Document

FIRST = 6
"""Passages and pieces of furniture in which a paper says who wrote it, when, and under which DOI."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def introduce(document: Document) -> Paper:
    """Write down, anew, how others would cite a document."""
    lines = _first_lines(document)
    people = [[each.family, each.given] for each in _people(document, lines)]
    said = {
        "doi": _doi(document, lines),
        "authors": people,
        "year": _year(document.date) or next((_year(each) for each in lines if len(each) < 160 and _year(each)), ""),
        "title_start": title_start(document.title),
        "stale": False,
    }
    paper, _ = Paper.objects.update_or_create(document=document, defaults=said)
    return paper


def as_cited(paper: Paper) -> tuple[Reference, ...]:
    """A document as the references that would name it: with its authors, and, since bodies are named in many ways,
    without one that is a body."""
    document = paper.document
    people = tuple(Author(family, given) for family, given in paper.authors)
    full = Reference(
        text=document.title,
        authors=people,
        year=paper.year,
        title=document.title,
        doi=paper.doi,
        symbol=document.symbol,
    )
    if people and not people[0].given and paper.year:
        return full, Reference(text=document.title, year=paper.year, title=document.title, doi=paper.doi)
    return (full,)


def _first_lines(document: Document) -> list[str]:
    passages = document.passages.all()[:FIRST]
    furniture = document.furniture.all()[:FIRST]
    return [each.text for each in (*passages, *furniture) if each.text != document.title]


def _people(document: Document, lines: Iterable[str]) -> tuple[Author, ...]:
    if document.actor:
        return authors(document.actor)[0]
    for line in lines:
        if len(line) < 200 and not line.rstrip().endswith("."):
            people = authors(line)[0]
            if people and all(each.given for each in people):
                return people
    return ()


def _doi(document: Document, lines: Iterable[str]) -> str:
    told = [doi_in(line) for line in lines if len(line) < 300]
    told += [doi_in(url) for url in document.sources.filter(removed=None).values_list("url", flat=True)]
    return next(filter(None, told), "")


def _year(text: Any) -> str:
    found = _YEAR.search(text or "")
    return found[0] if found else ""
