"""What does the registry hold? Its kinds, and the list of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import cached_property

from hanse.workspace.accounts.rights import Right, may, needs, reading
from hanse.workspace.registry.as_of import as_of
from hanse.workspace.registry.contents import contents, held_of
from hanse.workspace.registry.kinds import Kind
from hanse.workspace.registry.listing import Listing, listed, read, said_aside
from hanse.workspace.registry.models import Membership, Office, Standing
from hanse.workspace.registry.pages import LISTS
from hanse.workspace.registry.sourced import last_attested

PER_PAGE = 100
TIES = (Membership, Standing, Office)
"""What may have ended without anybody's saying so: a list tells when it was last attested."""


class Counted(Paginator):
    """Pages of records that were counted already. Only the keys are sorted; what a page shows is read by them.

    A kind with an ``order`` of its own is read on from the record that the address names: ``after`` or ``before`` it.
    So a page far down is found as fast as the first.
    """

    def __init__(self, kind: Kind, records: Any, count: int, per_page: int = PER_PAGE, **near: str) -> None:
        super().__init__(records, per_page)
        self.kind, self.known, self.near = kind, count, near

    @cached_property
    def count(self) -> int:
        return self.known

    def page(self, number: int | str) -> Any:
        page = super().page(number)
        keys = self._near() or [each["pk"] for each in page.object_list.values("pk")]
        page.object_list = read(self.kind, keys)
        page.ends = (keys[0], keys[-1]) if keys and self.kind.order else ()
        return page

    def _near(self) -> list[str]:
        """The keys that follow or precede the record that was named; none where no record was."""
        for way, beyond, same in (("after", "gte", "lte"), ("before", "lte", "gte")):
            if self.kind.order and (given := self.near.get(way)):
                first, _ = self.kind.order
                at = self.kind.model._base_manager.filter(pk=given).values_list(first, flat=True).first()
                if at is None:
                    return []
                found = self.object_list.filter(**{f"{first}__{beyond}": at})
                found = found.exclude(**{first: at, f"pk__{same}": given}).values_list("pk", flat=True)
                keys = list((found if way == "after" else found.reverse())[: self.per_page])
                return keys if way == "after" else keys[::-1]
        return []


@reading
def registry(request: HttpRequest) -> HttpResponse:
    """All kinds, with how many of each there are on the day."""
    day = as_of(request)
    return render(request, "registry/registry.html", {"groups": contents(request.user, day), "as_of": day})


@reading
def count(request: HttpRequest, kind: Kind) -> HttpResponse:
    """How many of a kind there are on the day: the line of the registry's page that was not waited for."""
    day = as_of(request)
    return render(request, "registry/parts/held.html", {"each": held_of(kind, request.user, day), "as_of": day})


@reading
def records(request: HttpRequest, kind: Kind) -> HttpResponse:
    """The list of a kind."""
    day = as_of(request)
    if kind.plural in LISTS:
        return LISTS[kind.plural](request, day)
    return list_of(request, kind)


More = Callable[[Listing, Any], dict[str, Any]]
"""What a list of its own adds, of all that is listed and of the records of the page."""


def list_of(
    request: HttpRequest, kind: Kind, template: str = "registry/records.html", more: More | None = None
) -> HttpResponse:
    """The list of a kind. Whoever registers another gives the template that extends it, and what it adds."""
    day = as_of(request)
    found = listed(kind, request.GET, request.user, day)
    near = {way: request.GET[way] for way in ("after", "before") if way in request.GET}
    page = Counted(kind, found.records, found.count.total, **near).get_page(request.GET.get("page"))
    attested = last_attested(list(page), request.user, day.day if day.past else None) if kind.model in TIES else {}
    lines = [(each, " · ".join(filter(None, (said_aside(kind, each), attested.get(each.pk))))) for each in page]
    gone = kind.records().removed_for(request.user)
    context = {
        "kind": kind,
        "list": found,
        "page": page,
        "lines": lines,
        "as_of": day,
        "just_removed": gone.filter(pk=request.GET.get("removed", "")).first(),
        "gone": gone.count() if may(request.user, Right.RECORD) else 0,
    }
    return render(request, template, context | more(found, list(page)) if more else context)


@needs(Right.RECORD)
def removed(request: HttpRequest, kind: Kind) -> HttpResponse:
    """What was removed, to be brought back."""
    gone = kind.records().removed_for(request.user).order_by("-removed", "pk")
    page = Paginator(gone, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "registry/removed.html", {"kind": kind, "page": page})
