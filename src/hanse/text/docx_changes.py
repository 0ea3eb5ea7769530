"""Who proposes what here? Word's tracked changes on runs, paragraph marks and table rows.

A move is a deletion where the words stood and an insertion where they go. Changes of formatting are no proposals.
"""

from __future__ import annotations

from dataclasses import dataclass

from hanse.text.blocks import Change
from hanse.text.docx_package import Element, W

_INSERTED = (f"{W}ins", f"{W}moveTo")
_DELETED = (f"{W}del", f"{W}moveFrom")


@dataclass(frozen=True, slots=True)
class Standing:
    """What is proposed for a stretch of text; the empty one is base text."""

    change: Change = ""
    author: str = ""
    date: str | None = None
    against: str = ""
    """Who deletes within another's insertion."""


BASE = Standing()


def standing(element: Element, outer: Standing) -> Standing:
    """The standing of what is inside ``element``, itself inside ``outer``."""
    author, date = element.get(f"{W}author", ""), element.get(f"{W}date")
    if element.tag in _INSERTED:
        return Standing("insert", author, date) if outer.change == "" else _contested(outer, "insert", author, date)
    if element.tag in _DELETED:
        return Standing("delete", author, date) if outer.change == "" else _contested(outer, "delete", author, date)
    return outer


def _contested(outer: Standing, change: Change, author: str, date: str | None) -> Standing:
    """A deletion within an insertion stands in no base text: it stays an insertion, with the one who is against it."""
    if outer.change == "insert" and change == "delete":
        return Standing("insert", outer.author, outer.date, against=author)
    if outer.change == "delete" and change == "insert":
        return Standing("insert", author, date, against=outer.author)
    return outer


def mark(paragraph: Element) -> Standing:
    """What is proposed for the paragraph's own end."""
    return _first(paragraph.find(f"{W}pPr/{W}rPr"))


def row(element: Element, outer: Standing) -> Standing:
    """The standing of a table row (or cell) whose properties say that it was inserted or deleted."""
    for properties in ("trPr", "tcPr"):
        found = _first(element.find(W + properties))
        if found.change and not outer.change:
            return found
    return outer


def _first(properties: Element | None) -> Standing:
    if properties is None:
        return BASE
    for child in properties:
        tag = child.tag.replace(f"{W}cellIns", f"{W}ins").replace(f"{W}cellDel", f"{W}del")
        if tag in (*_INSERTED, *_DELETED):
            change: Change = "insert" if tag in _INSERTED else "delete"
            return Standing(change, child.get(f"{W}author", ""), child.get(f"{W}date"))
    return BASE
