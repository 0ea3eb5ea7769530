"""What do the pages of engagements show?"""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone

from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.engagements.attending import attending
from hanse.workspace.engagements.listing import Choice, chosen, lines, tied_to
from hanse.workspace.engagements.models import Engagement, EngagementParticipant, FollowUp
from hanse.workspace.engagements.models.following import nearest
from hanse.workspace.engagements.views.quick import enters
from hanse.workspace.processes.models import Session
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.pages import listing, page, section

PER_PAGE = 50
OF_SESSION = 20
AHEAD = 50


@listing("engagements")
def engagements(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """What has taken place by the day, newest first; before it, what is to come."""
    user = request.user
    choice = Choice(request.GET, user)
    ends, stranger = tied_to(request.GET, user)
    problem = " ".join(filter(None, (stranger, choice.problem)))
    held = Engagement.objects.none() if problem else chosen(choice.wanted(), ends, user, timezone.localdate())
    known = held.known(as_of.day).order_by("-first", "folded", "pk")
    ahead = held.filter(Engagement.to_come(as_of.day)).order_by("first", "folded", "pk")
    here = Paginator(known, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "choice": choice,
        "problem": problem,
        "ends": ends,
        "wanted": choice.wanted(),
        "any": Engagement.objects.visible_to(user).exists(),
        "page": here,
        "count": here.paginator.count,
        "lines": lines(here.object_list, user),
        "ahead": lines(ahead[:AHEAD], user),
        "ahead_count": ahead.count(),
        "enters": enters(user),
        "as_of": as_of,
    }
    return render(request, "engagements/engagements.html", context)


@page("engagements")
def engagement(request: HttpRequest, record: Engagement, as_of: AsOf) -> HttpResponse:
    """One engagement: who met whom, what was agreed, and what follows."""
    user = request.user
    people = list(
        EngagementParticipant.objects.visible_to(user).filter(engagement=record).select_related("actor", "person")
    )
    todo = FollowUp.objects.visible_to(user).filter(engagement=record).select_related("owner")
    may_mark = set(FollowUp.objects.done_by(user).filter(engagement=record).values_list("pk", flat=True))
    today = timezone.localdate()
    context = {
        "record": record,
        "sides": [
            (side, [each for each in people if each.side == side])
            for side in ("host", "guest", "")
            if any(each.side == side for each in people)
        ],
        "agreed": [line.strip() for line in record.agreed.splitlines() if line.strip()],
        "todo": [(each, each.overdue(today), each.pk in may_mark) for each in sorted(todo, key=nearest)],
        "attended": attending(record, people) if may(user, Right.DESK) else [],
        "writes": Engagement.objects.written_by(user).filter(pk=record.pk).exists(),
        "as_of": as_of,
    }
    return render(request, "engagements/engagement.html", context)


@section("sessions")
def of_session(request: HttpRequest, record: Session, as_of: AsOf) -> str:
    """The engagements that took place at a session, on its page; nothing where there are none to be seen."""
    held = Engagement.objects.visible_to(request.user).filter(session=record)
    count = held.count()
    if not count:
        return ""
    shown = lines(held.order_by("first", "folded", "pk")[:OF_SESSION], request.user)
    context = {"lines": shown, "count": count, "session": record, "as_of": as_of}
    return render_to_string("engagements/parts/of_session.html", context, request)
