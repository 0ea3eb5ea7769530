"""Who is named in a document, how often, where, in what company? And what such a count omits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from hanse.wording.omitted import Omission, called
from hanse.wording.visibility import Count, Visibility
from hanse.workspace.accounts.rights import reading
from hanse.workspace.documents.models import Document
from hanse.workspace.visibility.passages import behind
from hanse.workspace.visibility.seen import LABELS, Asked, named, offered

SHOWN = 60
"""Passages on one page."""
FORMS = 6
"""Words of a group that its row shows."""


@dataclass(frozen=True, slots=True)
class Row:
    """One group: its count, and what the page says of it."""

    count: Count
    group: str
    """As the page calls it."""
    forms: list[tuple[str, int]]
    more: int
    """Forms that the row has no room for."""
    company: list[tuple[str, int]]
    parts: list[tuple[str, int]]
    omits: list[Omission]


@reading
def of_document(request: HttpRequest, pk: str) -> HttpResponse:
    """The page."""
    document = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    asked = Asked.of(request)
    found = named(document, asked)
    context = {
        "document": document,
        "asked": asked,
        "versions": offered(),
        "tab": "named",
        "found": found,
    }
    if found is not None:
        context |= {"rows": rows(found), "omits": [each for each in found.omits if not each.group]}
        context |= _opened(request, document, found)
    return render(request, "visibility/named.html", context)


def rows(found: Visibility) -> list[Row]:
    """The groups as the page shows them."""
    return [_row(each, [omission for omission in found.omits if omission.group == each.group]) for each in found.total]


def _row(count: Count, omits: list[Omission]) -> Row:
    return Row(
        count=count,
        group=called(count.group),
        forms=list(count.forms[:FORMS]),
        more=max(0, len(count.forms) - FORMS),
        company=[(called(group), number) for group, number in count.company],
        parts=[(str(LABELS[part]), number) for part, number in count.parts],
        omits=omits,
    )


def _opened(request: HttpRequest, document: Document, found: Visibility) -> dict[str, Any]:
    """The passages of the group that was asked for."""
    group = request.GET.get("group", "")
    opened = next((each for each in rows(found) if each.count.group == group), None)
    if opened is None:
        return {}
    page = Paginator(behind(document, opened.count.places), SHOWN).get_page(request.GET.get("page"))
    return {"opened": opened, "page": page}
