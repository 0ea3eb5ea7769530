"""How is evidence added, judged, withdrawn, and brought back?"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.errors import RefusedChange
from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.evidence.forms import EvidenceForm, JudgementForm
from hanse.workspace.evidence.judging import judge, stand_by, withdraw
from hanse.workspace.evidence.models import Evidence, Judgement
from hanse.workspace.registry.models import Claim


@needs(Right.RECORD)
def add(request: HttpRequest, pk: str) -> HttpResponse:
    """Add a passage to a claim. ``?address=`` and ``?quote=`` fill in what somebody has just read."""
    claim = get_object_or_404(Claim.objects.visible_to(request.user), pk=pk)
    asked = {name: request.GET[name] for name in ("address", "quote", "stance") if name in request.GET}
    form = EvidenceForm(request.POST or None, claim=claim, user=request.user, initial=asked)
    if request.method == "POST" and form.is_valid():
        made = form.save()
        if made.removed:
            made.restore()
        messages.success(request, _("It is proposed as evidence; the claim stands as people judge it."))
        return redirect(made)
    return render(request, "evidence/add.html", {"claim": claim, "form": form})


@needs(Right.RECORD)
def choose(request: HttpRequest) -> HttpResponse:
    """Evidence is added on the page of its claim, where what is quoted is looked up: ``?claim=`` leads there."""
    claim = Claim.objects.visible_to(request.user).filter(pk=request.GET.get("claim", "")).first()
    if claim is not None:
        return redirect("evidence-add", claim.pk)
    messages.info(request, _("Evidence is added on the page of its claim: open the claim first."))
    return redirect("records", "claims")


@needs(Right.REVIEW)
@require_POST
def say(request: HttpRequest, pk: str) -> HttpResponse:
    """Judge a piece of evidence."""
    piece = _one(request, pk)
    form = JudgementForm(request.POST)
    if not form.is_valid():
        told = " ".join(each for errors in form.errors.values() for each in errors)
        messages.error(request, _("Not judged: %(why)s") % {"why": told})
        return redirect(piece)
    try:
        judge(piece, request.user, form.cleaned_data["stance"], form.cleaned_data["reason"])
    except RefusedChange as refused:
        messages.error(request, refused.sentence)
    return redirect(piece)


@needs(Right.REVIEW)
@require_POST
def unsay(request: HttpRequest, pk: str) -> HttpResponse:
    """Withdraw one's judgement, or, with ``undo``, stand by it again."""
    word = get_object_or_404(Judgement.objects.visible_to(request.user), pk=pk, judge=request.user)
    if "undo" in request.POST:
        stand_by(word)
        return redirect(word.evidence)
    withdraw(word)
    return redirect(f"{word.evidence.claim.get_absolute_url()}?withdrawn={word.pk}")


@needs(Right.RECORD)
@require_POST
def take_away(request: HttpRequest, pk: str) -> HttpResponse:
    """Withdraw a piece of evidence; the claim's page offers to bring it back."""
    piece = _one(request, pk)
    piece.remove()
    return redirect(f"{piece.claim.get_absolute_url()}?gone={piece.pk}")


@needs(Right.RECORD)
@require_POST
def bring_back(request: HttpRequest, pk: str) -> HttpResponse:
    """Bring back a piece of evidence that was withdrawn."""
    piece = get_object_or_404(Evidence.objects.removed_for(request.user), pk=pk)
    piece.restore()
    return redirect(piece)


def _one(request: HttpRequest, pk: str) -> Any:
    return get_object_or_404(Evidence.objects.visible_to(request.user).select_related("claim"), pk=pk)
