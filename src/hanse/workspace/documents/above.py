"""What do rooms above say on the page of a document? Ways to pages of theirs, and what stands before the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from hanse.workspace.documents.models import Document


@dataclass(frozen=True, slots=True)
class Way:
    """A link among the actions of a document's page."""

    address: str
    label: str


ToWay = Callable[[HttpRequest, Document], Way | None]
Section = Callable[[HttpRequest, Document], str]
WAYS: list[ToWay] = []
SECTIONS: list[Section] = []


def way(function: ToWay) -> ToWay:
    """Register a link: over ``(request, document)``, None where this visitor has nothing to do there."""
    WAYS.append(function)
    return function


def section(function: Section) -> Section:
    """Register what stands between a document's details and its text: over ``(request, document)``, as HTML that is
    safe; "" for nothing to say."""
    SECTIONS.append(function)
    return function


def ways(request: HttpRequest, document: Document) -> list[Way]:
    return [found for each in WAYS if (found := each(request, document))]


def sections(request: HttpRequest, document: Document) -> SafeString:
    return mark_safe("".join(each(request, document) for each in SECTIONS))
