"""How does something come into the ledger? A change with its claim, a statement to be outside, a reply."""

from __future__ import annotations

import re
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.workspace.accounts.rights import Right, needs, sees
from hanse.workspace.campaigns.models import AskRecord, Review
from hanse.workspace.impact.ledger.forms import ChangeForm, OutsideForm, ReplyForm
from hanse.workspace.impact.ledger.views import finding_page, own_review, position_of
from hanse.workspace.impact.models.changes import Change, Claimed, Confirmation
from hanse.workspace.impact.models.outside import FindingReply, Outside
from hanse.workspace.keys import key
from hanse.workspace.registry.models import Attestation, Source

_MARK = re.compile(r"[a-z0-9]{10}")


@needs(Right.RECORD)
def new(request: HttpRequest) -> HttpResponse:
    """The short form of a change."""
    if request.method != "POST":
        return _form(request, ChangeForm(user=request.user, initial={"mark": key(), "handling": "internal"}))
    form = ChangeForm(request.POST, user=request.user)
    if not form.is_valid():
        return _form(request, form, status=422)
    made, fresh = note(form)
    messages.success(request, _("Noted.") if fresh else _("It was noted already."))
    return redirect(made)


def note(form: ChangeForm) -> tuple[Change, bool]:
    """Write what a valid form says, all of it or nothing; whether it is new. Sent twice, it is one change."""
    said = form.cleaned_data
    mark = said["mark"] if _MARK.fullmatch(said["mark"]) else key()
    level = {"handling": said["handling"]}
    what = {name: said[name] for name in ("title", "kind", "date", "actor", "description")}
    with transaction.atomic():
        made, fresh = Change.objects.get_or_create(pk=mark, defaults={**what, **level})
        if not fresh:
            return made, False
        for actor, words in form.claimed:
            Claimed.objects.create(change=made, actor=actor, contribution=words, **level)
        if said["source"]:
            source = Source.objects.create(title=said["source"], url=said["url"], **level)
            quoted = {"quote": said["quote"], "locator": said["locator"], "on": said["date"]}
            Attestation.objects.create(record=made, source=source, **quoted, **level)
        if said["words"]:
            heard = {name: said[name] for name in ("by", "who", "says", "words", "outside")}
            heard["says"] = heard["says"] or "confirms"
            Confirmation.objects.create(change=made, date=said["said_on"], **heard, **level)
    return made, True


@needs(Right.REVIEW)
@require_POST
def outside(request: HttpRequest, ask: str, draft: str) -> HttpResponse:
    """Keep or take back a reviewer's statement to stand outside the claimants of a finding."""
    position = position_of(request, ask, draft)
    review = own_review(request.user, ask, draft)
    if review is None:
        raise Http404
    with transaction.atomic():
        Review.objects.select_for_update().filter(pk=review.pk).values_list("pk").first()
        return _stated(request, position, review)


def _stated(request: HttpRequest, position: Any, review: Review) -> HttpResponse:
    """One at a time for each review, so that sent twice it is one statement."""
    held = Outside.objects.filter(review=review).first()
    if request.POST.get("take_back"):
        if held:
            held.delete()
            messages.success(request, _("Your statement is withdrawn."))
        return redirect(position.address)
    form = OutsideForm(request.POST, user=request.user, instance=held)
    if not form.is_valid():
        return finding_page(request, review.ask_id, review.draft_id, statement=form, status=422)
    made = form.save(commit=False)
    made.review = review
    made.claimants = "\n".join([*(who.name for who in position.claimants), *position.also])
    made.save()
    messages.success(request, _("Your statement is kept."))
    return redirect(position.address)


@needs(Right.RECORD)
@require_POST
def reply(request: HttpRequest, ask: str, draft: str) -> HttpResponse:
    """Write down what the one says whose text it is; or take such a reply out."""
    position = position_of(request, ask, draft)
    if taken := request.POST.get("take_out"):
        for each in FindingReply.objects.filter(
            pk=taken, ask=ask, draft=draft, handling__in=sorted(sees(request.user))
        ):
            each.delete()
            messages.success(request, _("The reply is taken out; the history keeps it."))
        return redirect(position.address)
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return finding_page(request, ask, draft, reply=form, status=422)
    made = form.save(commit=False)
    made.ask_id, made.draft_id, made.author = ask, draft, request.user
    messages.success(request, _("The reply is kept.") if _keep(made) else _("It was noted already."))
    return redirect(position.address)


def _keep(made: FindingReply) -> bool:
    """Keep a reply, once also where it is sent twice; whether it is new."""
    said = {name: getattr(made, name) for name in ("by", "says", "words", "date", "source", "handling", "author")}
    with transaction.atomic():
        AskRecord.objects.select_for_update().filter(pk=made.ask_id).values_list("pk").first()
        if FindingReply.objects.filter(ask=made.ask_id, draft=made.draft_id, **said).exists():
            return False
        made.save()
    return True


def _form(request: HttpRequest, form: Any, status: int = 200) -> HttpResponse:
    return render(request, "impact/ledger/new.html", {"form": form}, status=status)
