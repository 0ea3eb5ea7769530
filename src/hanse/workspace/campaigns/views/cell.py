"""How was this finding reached, and is it right? One cell, and what reviewers say of it."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.reports import phrases
from hanse.workspace.accounts.rights import Right, may, needs, reading
from hanse.workspace.campaigns.audience import audience
from hanse.workspace.campaigns.forms import ReviewForm
from hanse.workspace.campaigns.models import Review
from hanse.workspace.campaigns.opened import Opened, opened
from hanse.workspace.campaigns.views import one


@reading
def cell(request: HttpRequest, pk: str, ask: str, draft: str) -> HttpResponse:
    """The side-by-side page, with its own address."""
    shown = _opened(request, pk, ask, draft)
    return _page(request, shown, ReviewForm(finding=shown.record, own=_own(request, shown)))


@needs(Right.REVIEW)
@require_POST
def review(request: HttpRequest, pk: str, ask: str, draft: str) -> HttpResponse:
    """Keep a reviewer's verdict; an earlier one of the same reviewer is changed, and stays in the history."""
    shown = _opened(request, pk, ask, draft)
    form = ReviewForm(request.POST, finding=shown.record, own=_own(request, shown))
    if not form.is_valid():
        return _page(request, shown, form)
    said = form.cleaned_data
    with transaction.atomic():
        Review.objects.update_or_create(
            ask=shown.ask,
            draft=shown.draft,
            reviewer=request.user,
            defaults={
                "campaign": shown.campaign,
                "verdict": said["verdict"],
                "outcome": said["outcome"],
                "note": said["note"],
                "machine": shown.record.outcome,
                "judged": shown.record.judged,
                "audience": shown.audience,
            },
        )
    messages.success(request, _("Your verdict is kept."))
    return redirect(request.path.removesuffix("review/"))


@needs(Right.REVIEW)
@require_POST
def withdraw(request: HttpRequest, pk: str, ask: str, draft: str) -> HttpResponse:
    """Take a reviewer's own verdict back; it stays in the history."""
    shown = _opened(request, pk, ask, draft)
    own = _own(request, shown)
    if own:
        own.delete()
        messages.success(request, _("Your verdict is withdrawn. The history keeps it, and you can judge anew."))
    return redirect(request.path.removesuffix("withdraw/"))


def _opened(request: HttpRequest, pk: str, ask: str, draft: str) -> Opened:
    campaign = one(request, pk)
    shown = opened(campaign, audience(campaign, request.user), ask, draft)
    if shown is None:
        raise Http404
    return shown


def _own(request: HttpRequest, shown: Opened) -> Review | None:
    return next((each for each in shown.reviews if each.reviewer_id == request.user.pk), None)


def _page(request: HttpRequest, shown: Opened, form: ReviewForm) -> HttpResponse:
    context = {"campaign": shown.campaign, "shown": shown, "form": form, "say": phrases}
    context["reviewing"] = may(request.user, Right.REVIEW)
    context["own"] = _own(request, shown)
    return render(request, "campaigns/cell.html", context)
