"""Small papers that cite one another, written for these tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.citations.reading import read_references
from hanse.workspace.citations.resolving import settle
from hanse.workspace.documents.models import Document

HARBOURS = """# Harbours that bargain

Ines Okafor

## Introduction

Port towns speak for themselves at conferences of states. We counted their speeches for ten years.

## References

Silva, M. (2009). Quays and councils. Journal of Port Studies, 4(1), 1–20.
"""
AGAINST = """# Do quays speak?

Tomas Lindqvist

## Introduction

Mayors are said to travel. Okafor (2014) holds that port towns speak for themselves at conferences of states.

## Results

In contrast to Okafor (2014), we find no speech of a port town in forty conferences. The secretariats confirm it.

## References

Okafor, I. (2014). Harbours that bargain. Tide Press.
Silva, M. (2009). Quays and councils. Journal of Port Studies, 4(1), 1–20.
"""
FOR = """# Speeches counted again

Ruth Ferreira

## Results

Our count agrees with that of Okafor (2014) in every year. It was made from the minutes (Silva, 2009).

## References

Okafor, I. (2014). Harbours that bargain. Tide Press.
Silva, M. (2009). Quays and councils. Journal of Port Studies, 4(1), 1–20.
"""


@pytest.fixture
def paper(db: None) -> Callable[..., Document]:
    """A paper of given Markdown, its references read: ``paper("2016 Title.md", words, handling="public")``."""

    def write(name: str, words: str, *, handling: str = Handling.INTERNAL, read: bool = True, **said: Any) -> Document:
        document = shelved(name, words, handling, **said)
        if read:
            read_references(document, lambda share, message="": None)
        else:
            settle(document)
        return document

    return write


def shelved(name: str, words: str, handling: str = Handling.INTERNAL, **said: Any) -> Document:
    from hanse.text.reading import read as read_file
    from hanse.workspace.documents.shelf import keep, shelve, stored

    path = stored(keep([words.encode()]))
    date = said.pop("date", name[:4] if name[:4].isdigit() else None)
    found = read_file(path, name=name, date=date, handling=handling, **said)
    return shelve(found, sha256=path.name, source=name)


@pytest.fixture
def harbours(paper) -> Document:
    """What the others cite: Okafor 2014."""
    return paper("2014 Harbours.md", HARBOURS, handling="public", title="Harbours that bargain")


@pytest.fixture
def debate(paper, harbours) -> dict[str, Document]:
    """Three papers: one cited, one against it, one for it."""
    return {
        "cited": harbours,
        "against": paper("2016 Quays.md", AGAINST, handling="public", title="Do quays speak?"),
        "for": paper("2018 Again.md", FOR, handling="internal", title="Speeches counted again"),
    }
