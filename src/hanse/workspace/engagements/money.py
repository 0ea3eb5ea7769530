"""What do the pages of projects, funding and calls for it show? Sums by currency, their records, what is due."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from hanse.errors import echoed
from hanse.workspace.engagements.models import Application, FundingCall, Instalment, ReportDue
from hanse.workspace.engagements.sums import WHICH, behind, sums
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.listing import listed
from hanse.workspace.registry.models import Funding, Project
from hanse.workspace.registry.pages import listing, section

PER_PAGE = 100


@listing("funding")
def funding(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """All funding, as it was asked for, with its sums; ``?currency=EUR&which=committed`` opens one."""
    kind = KINDS["funding"]
    found = listed(kind, request.GET, request.user, as_of)
    currency, which = request.GET.get("currency", "")[:3], request.GET.get("which", "")
    problem = found.problem
    if which and which not in WHICH:
        problem = _("There is no sum “%(which)s” here; there is committed, and received.") % {"which": echoed(which)}
    opened = found.records.none() if problem else behind(found.records, currency, which)
    ordered = opened.select_related("donor", "recipient", "project").order_by("donor__folded", "first", "pk")
    page = Paginator(ordered, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "kind": kind,
        "list": found,
        "problem": problem,
        "sums": [] if problem else sums(found.records),
        "page": page,
        "count": page.paginator.count,
        "currency": currency,
        "which": which,
        "gone": kind.records().removed_for(request.user).count(),
        "as_of": as_of,
    }
    return render(request, "engagements/funding.html", context)


@section("projects", tells_of=("funding", "applications"))
def of_project(request: HttpRequest, record: Project, as_of: AsOf) -> str:
    """What was asked for a project, committed and received, at any time."""
    user = request.user
    held = Funding.objects.visible_to(user).filter(project=record)
    asked = Application.objects.visible_to(user).filter(project=record).select_related("call", "applicant")
    context = {
        "sums": sums(held),
        "fundings": held.select_related("donor", "recipient").order_by("first", "pk"),
        "applications": _with_funding(asked, user),
        "adding": {"project": record.pk},
        "narrowed": f"project={record.pk}&when=always",
    }
    return _section(request, "of_project", context, as_of)


@section("funding-calls", tells_of=("applications",))
def of_call(request: HttpRequest, record: FundingCall, as_of: AsOf) -> str:
    """Whether a call is open on the day, and who applied under it."""
    asked = Application.objects.visible_to(request.user).filter(call=record).select_related("project", "applicant")
    context = {
        "call": record,
        "open": record.first is not None
        and record.first <= as_of.day
        and (record.last is None or record.last >= as_of.day),
        "ahead": record.first is not None and record.first > as_of.day,
        "over": record.last is not None and record.last < as_of.day,
        "applications": _with_funding(asked, request.user),
    }
    return _section(request, "of_call", context, as_of)


@section("funding", tells_of=("instalments", "funding-reports", "applications"))
def of_funding(request: HttpRequest, record: Funding, as_of: AsOf) -> str:
    """The instalments of a funding, what they come to, and the reports that are due for it."""
    user, today = request.user, timezone.localdate()
    parts = list(Instalment.objects.visible_to(user).filter(funding=record))
    came = [each.amount for each in parts if each.received and each.amount is not None]
    reports = ReportDue.objects.visible_to(user).filter(funding=record).select_related("owner")
    asked = Application.objects.visible_to(user).filter(funding=record).select_related("project", "call")
    context = {
        "funding": record,
        "instalments": parts,
        "came": sum(came) if came else None,
        "differs": bool(came) and record.received is not None and sum(came) != record.received,
        "reports": [(each, each.overdue(today)) for each in reports],
        "applications": asked,
    }
    return _section(request, "of_funding", context, as_of)


def _with_funding(asked: Any, user: Any) -> list[tuple[Application, Funding | None]]:
    """Applications with the funding that came of each, as far as it may be seen."""
    asked = list(asked)
    held = Funding.objects.visible_to(user).in_bulk([each.funding_id for each in asked if each.funding_id])
    return [(each, held.get(each.funding_id)) for each in asked]


def _section(request: HttpRequest, name: str, context: dict[str, Any], as_of: AsOf) -> str:
    return render_to_string(f"engagements/parts/{name}.html", {**context, "as_of": as_of}, request)
