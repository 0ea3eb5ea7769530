"""What do the pages of processes, sessions and deadlines show?"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from hanse.workspace.processes import access, counting
from hanse.workspace.processes.agenda import Entry, agenda
from hanse.workspace.processes.models import Access, Deadline, Due, Function, Item, Process, Session
from hanse.workspace.processes.pictures import by_kind, pictures
from hanse.workspace.processes.reminding import watched
from hanse.workspace.processes.sight import Sight
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.filters import not_filtered
from hanse.workspace.registry.models import Actor
from hanse.workspace.registry.pages import listing, page


@listing("processes")
def processes(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """All processes, each with what it ends in, its next session and its last."""
    sight = Sight(request.user)
    found = agenda(sight, as_of.day, kind="session")
    after, before = _first_of_each(found.upcoming), _first_of_each(found.past)
    held = list(sight.of(Process.objects).select_related("convenor"))
    seen = set(sight.of(Actor.objects).filter(convenes__in=held).values_list("pk", flat=True))
    rows = [
        {
            "process": each,
            "convenor": each.convenor if each.convenor_id in seen else None,
            "next": after.get(each.pk),
            "last": before.get(each.pk),
        }
        for each in held
    ]
    problem = not_filtered(_("processes"), request.GET, ())
    context = {"rows": [] if problem else rows, "problem": problem, "as_of": as_of}
    return render(request, "processes/processes.html", context)


def _first_of_each(entries: list[Entry]) -> dict[str, Entry]:
    first: dict[str, Entry] = {}
    for each in entries:
        first.setdefault(each.record.process_id, each)
    return first


@listing("sessions")
def sessions(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """All sessions, upcoming first."""
    from hanse.workspace.processes.views import calendar

    request.GET = request.GET.copy()
    request.GET["kind"] = "session"
    return calendar(request)


@page("processes")
def process(request: HttpRequest, process: Process, as_of: AsOf) -> HttpResponse:
    """What it ends in, who convenes it, its sessions, deadlines, silence procedures, figures and access."""
    found = agenda(Sight(request.user), as_of.day, process=process)
    entries = [each for each in found.entries if not as_of.past or each.first <= as_of.day]
    deadlines = [each for each in entries if not each.session]
    sessions = [each for each in reversed(entries) if each.session]
    context = {
        "record": process,
        "plural": "processes",
        "as_of": as_of,
        "agenda": found,
        "sessions": sessions,
        "number": len(sessions) + len(found.undated),
        "deadlines": [each for each in deadlines if each.record.kind != Due.SILENCE],
        "silences": [each for each in deadlines if each.record.kind == Due.SILENCE],
        "pictures": pictures(
            entries, as_of.day, _("Sessions and deadlines of %(process)s") % {"process": process}, by_kind
        ),
        "ratios": counting.of_process(process, request.user, as_of.day),
        "matrix": access.of_process(process, request.user, as_of.day, *_asked(request)),
        "watched": watched(request.user, process=process),
    }
    return render(request, "processes/process.html", context)


@page("sessions")
def session(request: HttpRequest, session: Session, as_of: AsOf) -> HttpResponse:
    """Where, when, its programme, deadlines, figures, and who had access."""
    sight = Sight(request.user)
    of_process = agenda(sight, as_of.day, process=session.process, kind="deadline").entries
    context = {
        "record": session,
        "plural": "sessions",
        "as_of": as_of,
        "ahead": as_of.past and session.ahead(as_of.day),
        "deadlines": [each for each in of_process if each.record.session_id == session.pk],
        "programme": _programme(session, sight),
    }
    if not context["ahead"]:
        context["ratios"] = counting.of_session(session, request.user)
        context["matrix"] = access.of_session(session, request.user, *_asked(request))
    return render(request, "processes/session.html", context)


def _asked(request: HttpRequest) -> tuple[str, str]:
    """Which columns, and which page of the rows, of the access matrix."""
    return request.GET.get("by", ""), request.GET.get("page", "1")


def _programme(session: Session, sight: Sight) -> list[dict[str, Any]]:
    """The items of a programme with who spoke or moderated."""
    by_item: dict[str, list[Access]] = defaultdict(list)
    held = sight.of(Access.objects).filter(session=session, function__in=[Function.SPEAKER, Function.MODERATOR])
    for each in held.exclude(item=None).select_related("actor"):
        by_item[each.item_id].append(each)
    items = sight.of(Item.objects).filter(session=session)
    return [{"item": each, "people": by_item.get(each.pk, [])} for each in items]


@page("deadlines")
def deadline(request: HttpRequest, deadline: Deadline, as_of: AsOf) -> HttpResponse:
    """What is due, by when, how it passed; and "remind me"."""
    found = agenda(Sight(request.user), as_of.day, process=deadline.process, kind="deadline").entries
    context = {
        "record": deadline,
        "as_of": as_of,
        "entry": next(each for each in found if each.record.pk == deadline.pk),
        "watched": watched(request.user, deadline=deadline),
    }
    return render(request, "processes/deadline.html", context)
