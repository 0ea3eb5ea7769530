"""What does the page of a change show? Claims side by side, evidence, who confirms it, replies, and what is missing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hanse.workspace.impact.ledger import shifts, words
from hanse.workspace.impact.models.changes import Change
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.pages import page


@page("changes")
def change(request: HttpRequest, record: Change, as_of: AsOf) -> HttpResponse:
    """One change, with all records that are said to be the same one."""
    group = shifts.together(record, request.user)
    seen = Change.objects.filter(pk__in=[each.pk for each in group])
    (position,) = shifts.of(seen, request.user, as_of.day)
    context = {
        "record": record,
        "position": position,
        "others": [each for each in group if each.pk != record.pk],
        "missing": words.missing(position),
        "as_of": as_of,
    }
    return render(request, "impact/ledger/change.html", context)
