"""What does a reference string refer to? Its authors, year, title and place of publication, in six styles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "journal-article", "book", "chapter", "report", "working-paper", "web-page", "un-document", "thesis", "news"
]


@dataclass(frozen=True, slots=True)
class Author:
    """A person, or an organisation (``given`` is empty). Particles stand with the family: "van der Meulen"."""

    family: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A work as a list of references or a note names it; what the string does not say is empty."""

    text: str
    """The string, its broken lines put together."""
    kind: Kind = "book"
    authors: tuple[Author, ...] = ()
    others: bool = False
    """The list of authors ends in "et al."."""
    year: str = ""
    """Four digits; empty for "n.d." or "forthcoming"."""
    suffix: str = ""
    """The letter that tells works of one year apart: the "a" of 2014a."""
    title: str = ""
    container: str = ""
    """The journal, book, series, newspaper or site in which the work stands."""
    volume: str = ""
    issue: str = ""
    """Also the number of a report or working paper in its series."""
    pages: str = ""
    publisher: str = ""
    """Also a thesis's university."""
    place: str = ""
    doi: str = ""
    url: str = ""
    symbol: str = ""
    """The symbol of a UN document."""
    pinpoint: str = ""
    """The page or paragraph that a note points to."""
    number: str = ""
    """The number in front of it, in a numbered list or a note."""
