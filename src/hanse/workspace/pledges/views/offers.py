"""How is a pledge matched? Somebody offers money or skills; the city that pledged answers."""

from __future__ import annotations

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.workspace.accounts.rights import Right, may, needs
from hanse.workspace.focal_points.models import cities_of, speaks_for
from hanse.workspace.keys import key
from hanse.workspace.pledges import letters
from hanse.workspace.pledges.forms import OfferForm
from hanse.workspace.pledges.models import Answer, Match, Pledge, State


@needs(Right.COMMENT)
def offer(request: HttpRequest, pk: str) -> HttpResponse:
    """Offer something to the pledge of another."""
    pledge = get_object_or_404(Pledge.objects.visible_to(request.user).select_related("city"), pk=pk)
    desk = may(request.user, Right.DESK)
    if pledge.state != State.PUBLISHED or not (desk or cities_of(request.user).exclude(pk=pledge.city_id).exists()):
        raise Http404
    match = Match(pledge=pledge, by=request.user)
    form = OfferForm(request.POST or None, instance=match, pledge=pledge, user=request.user, initial={"once": key()})
    if request.method == "POST" and form.is_valid():
        match.once = form.cleaned_data["once"] or key()
        try:
            with transaction.atomic():
                form.save()
                letters.offered(match)
            messages.success(request, _("Offered. The city answers, and you see it here."))
        except IntegrityError:
            messages.info(request, _("That was offered already."))
        return redirect(pledge)
    context = {"pledge": pledge, "form": form}
    return render(request, "pledges/offer.html", context, status=422 if form.errors else 200)


@needs(Right.COMMENT)
@require_POST
def answer(request: HttpRequest, pk: str, number: int) -> HttpResponse:
    """The city accepts or declines; who offered takes back."""
    match = get_object_or_404(
        Match.objects.visible_to(request.user).select_related("pledge__city", "actor"), pk=number, pledge=pk
    )
    desk, said = may(request.user, Right.DESK), request.POST.get("say", "")
    receives = desk or speaks_for(request.user, match.pledge.city)
    gives = desk or speaks_for(request.user, match.actor)
    allowed = {Answer.ACCEPTED: receives, Answer.DECLINED: receives, Answer.TAKEN_BACK: gives}
    if not allowed.get(said):
        raise Http404
    before = [Answer.OPEN] if said != Answer.TAKEN_BACK else [Answer.OPEN, Answer.ACCEPTED]
    done = Match.objects.filter(pk=match.pk, answer__in=before).update(answer=said, answered=timezone.now())
    if done:
        messages.success(request, _("Noted: %(answer)s.") % {"answer": Answer(said).label.lower()})
    else:
        messages.info(request, _("It was answered already."))
    return redirect(match.pledge)
