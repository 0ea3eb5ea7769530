"""What is a passage's stance? A person says so; and a passage is proposed as evidence of a claim."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.workspace.accounts.rights import Right, needs, reading
from hanse.workspace.citations.cited import citing
from hanse.workspace.citations.judging import judge as judged
from hanse.workspace.citations.judging import take_back
from hanse.workspace.citations.models import CitationNotice, CitingPassage, StanceKind
from hanse.workspace.citations.shown import shown
from hanse.workspace.evidence.proposing import propose
from hanse.workspace.readable import unreadable
from hanse.workspace.registry.models import Claim

MOST = 40
"""Claims that are offered at once."""


@reading
def passage(request: HttpRequest, pk: str) -> HttpResponse:
    """One citing passage, with what people said of it."""
    held = CitingPassage.objects.visible_to(request.user).select_related("document", "reference")
    found = get_object_or_404(held, pk=pk)
    [one] = shown([found], request.user)
    return render(request, "citations/passage.html", {"each": one, "passage": found, "stances": StanceKind.choices})


@needs(Right.REVIEW)
@require_POST
def judge(request: HttpRequest, pk: str) -> HttpResponse:
    """Say what a passage's stance is; without a stance, take one's word back."""
    found = get_object_or_404(CitingPassage.objects.visible_to(request.user), pk=pk)
    said, why = request.POST.get("stance", ""), request.POST.get("why", "").strip()[:500]
    if said and said not in StanceKind.values:
        messages.error(request, _("Choose a stance: supports, contrasts, mentions or unsure."))
    elif unreadable(why):
        messages.error(request, _("Your reason has a character that nobody can read; leave it out."))
    elif said:
        judged(found, request.user, said, why)
        messages.success(request, _("Your word on this passage is kept, and is used in the next training."))
    else:
        take_back(found, request.user)
        messages.success(request, _("Your word on this passage is taken back."))
    return back(request, found)


@needs(Right.REVIEW)
def evidence(request: HttpRequest, pk: str) -> HttpResponse:
    """Propose a passage as evidence of a claim: choose the claim, and send."""
    found = get_object_or_404(citing(request.user).select_related("document", "reference"), pk=pk)
    claims = Claim.objects.visible_to(request.user)
    if request.method == "POST":
        claim = get_object_or_404(claims, pk=request.POST.get("claim", ""))
        propose(
            claim,
            document=found.document,
            passage=found.pid,
            quote=found.text,
            stance=found.settled,
            found_by="citation",
            confidence=found.confidence,
            cues=[found.text[start:end] for start, end in found.cues],
        )
        messages.success(request, _("It is proposed as evidence; whether it is, people judge on the claim’s page."))
        return redirect(claim.get_absolute_url())
    words = request.GET.get("q", "").replace("\0", "").strip()[:200]
    for word in words.split():
        claims = claims.filter(Q(wording__icontains=word) | Q(quote__icontains=word))
    context = {"each": shown([found], request.user)[0], "passage": found, "claims": claims[:MOST], "q": words}
    context["any"] = bool(words) or bool(context["claims"])
    return render(request, "citations/evidence.html", context)


@needs(Right.READ)
@require_POST
def seen(request: HttpRequest) -> HttpResponse:
    """The notices were read."""
    from django.utils import timezone

    if request.user.is_authenticated:
        CitationNotice.objects.filter(person=request.user, seen=None).update(seen=timezone.now())
    return redirect("citations")


def back(request: HttpRequest, found: CitingPassage) -> HttpResponse:
    """To the page that the form stood on, at the passage, where it is one of ours."""
    to = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(to, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return redirect(f"{to}#c-{found.pk}" if ours else found.reference.get_absolute_url())
