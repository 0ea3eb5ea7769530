"""By which keys is a work known? They follow from what names it alone, so that nothing hidden decides about them."""

from __future__ import annotations

import hashlib
import re

from hanse.citing.linking import folded
from hanse.citing.reference import Reference
from hanse.workspace.documents.models import symbol_key

LETTERS = "23456789abcdefghjkmnpqrstvwxyz"
START = 16
"""Letters of a folded title by which works that may be the same are looked up."""
_DOI = re.compile(r"\b(10\.\d{4,9}/[^\s\"<>]+?)[.,;)\]]*(?=\s|$)")


def digest(*said: object) -> str:
    """A key of twelve characters that follows from what is said."""
    number = int.from_bytes(hashlib.sha256("\x1f".join(map(str, said)).encode()).digest()[:8])
    letters = []
    for _ in range(12):
        number, rest = divmod(number, len(LETTERS))
        letters.append(LETTERS[rest])
    return "".join(letters)


def work_of(reference: Reference) -> str:
    """The key of the work that a reference names: by symbol; by title with first author and year; by DOI; by its words.

    A title counts only with an author or a year beside it.
    """
    if reference.symbol:
        return digest("symbol", bare_symbol(reference.symbol))
    title = folded(reference.title)
    family = folded(reference.authors[0].family) if reference.authors else ""
    if title and (family or reference.year):
        return digest("title", title, family, reference.year)
    if reference.doi:
        return digest("doi", doi_key(reference.doi))
    return digest("text", folded(reference.text))


def doi_key(doi: str) -> str:
    """A DOI as it is looked up: without its resolver, in one case."""
    return re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", doi.strip(), flags=re.IGNORECASE).casefold()[:200]


def doi_in(text: str) -> str:
    """The first DOI that a text names; "" for none."""
    found = _DOI.search(text)
    return doi_key(found[1]) if found else ""


def bare_symbol(symbol: str) -> str:
    """A UN symbol as it is looked up: a resolution of the General Assembly with or without its "A/RES/"."""
    return symbol_key(symbol).removeprefix("a/res/")[:100]


def title_start(title: str) -> str:
    """The beginning of a title, folded."""
    return folded(title)[:START]
