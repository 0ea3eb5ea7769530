"""What does the front page show? To the office first what is due; to everybody what is open, next and new."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Case, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from hanse.workspace.accounts.rights import reading
from hanse.workspace.campaigns.models import Campaign, Deadline
from hanse.workspace.engagements.models import FollowUp
from hanse.workspace.jobs.models import Job
from hanse.workspace.news.counters import counters
from hanse.workspace.news.latest import PLURALS, latest
from hanse.workspace.news.standing import coming, open_now

MOST_NEWS = 12


@reading
def front(request: HttpRequest) -> HttpResponse:
    """The desk of whoever signed in, then the news; to the public the news."""
    user, today = request.user, timezone.localdate()
    context: dict[str, Any] = {
        "open": open_now(user),
        "coming": coming(user),
        "latest": latest(user, MOST_NEWS),
        "counters": counters(user, today),
        "today": today,
        "feeds": PLURALS if settings.HANSE_OPEN_TO_PUBLIC else {},
    }
    if user.is_authenticated:
        context |= _desk(user)
    return render(request, "news/front.html", context)


def _desk(user: Any) -> dict[str, Any]:
    """What is due, also of what the person took on, what is under way, and the campaigns."""
    campaigns = Campaign.objects.visible_to(user)
    due = Deadline.objects.filter(campaign__in=campaigns.order_by().values("pk"), end="").select_related("campaign")
    mine = FollowUp.objects.visible_to(user).open().filter(owner=user).select_related("engagement")
    return {
        "deadlines": due[:6],
        "follow_ups": mine.order_by(Case(When(due="", then=1), default=0), "due", "made")[:6],
        "campaigns": campaigns[:12],
        "jobs": Job.objects.visible_to(user).open()[:5],
    }
