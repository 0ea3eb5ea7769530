"""What does the page of a record show? Apps register a page for a kind; every other kind has the plain one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from hanse.workspace.registry.as_of import AsOf

RecordPage = Callable[[HttpRequest, Any, AsOf], HttpResponse]
ListPage = Callable[[HttpRequest, AsOf], HttpResponse]
Section = Callable[[HttpRequest, Any, AsOf], str]
PAGES: dict[str, RecordPage] = {}
LISTS: dict[str, ListPage] = {}
SECTIONS: dict[str, list[Section]] = {}
TOLD: dict[str, set[str]] = {}
"""The kinds of which the sections of a kind's page tell: what is tied to its record does not tell of them again."""


def page(plural: str) -> Callable[[RecordPage], RecordPage]:
    """Register the page of a kind's records: ``@page("cities")`` over ``(request, record, as_of)``.

    The record that it gets is one that the visitor may see; what it is tied to still has to be asked for with
    ``.visible_to(request.user)``.
    """

    def register(function: RecordPage) -> RecordPage:
        PAGES[plural] = function
        return function

    return register


def listing(plural: str) -> Callable[[ListPage], ListPage]:
    """Register the list of a kind: ``@listing("processes")`` over ``(request, as_of)``."""

    def register(function: ListPage) -> ListPage:
        LISTS[plural] = function
        return function

    return register


def section(plural: str, tells_of: tuple[str, ...] = ()) -> Callable[[Section], Section]:
    """Add a section to the page of a kind from a room above the page's own: ``@section("sessions")`` over
    ``(request, record, as_of)``, as HTML that is safe; "" for nothing to say. The page shows them with
    ``{% sections_of record as_of "sessions" %}``. ``tells_of`` are the kinds of records that it lists.
    """

    def register(function: Section) -> Section:
        SECTIONS.setdefault(plural, []).append(function)
        TOLD.setdefault(plural, set()).update(tells_of)
        return function

    return register
