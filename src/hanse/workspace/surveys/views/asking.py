"""Who is asked, since when and until when? The survey opens, people are invited and reminded, it closes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.mail.posting import told
from hanse.workspace.surveys import inviting, running
from hanse.workspace.surveys.counting import FEWEST, response
from hanse.workspace.surveys.forms import PeopleForm
from hanse.workspace.surveys.models import State, Survey
from hanse.workspace.surveys.views.seen import one

UNSENT = gettext_lazy("No mail is sent from here: nobody gets a letter until mail is set up.")


@needs(Right.DESK)
@require_POST
def open_(request: HttpRequest, pk: str) -> HttpResponse:
    """From now on its questions stay, and answers are taken."""
    survey = one(request, pk)
    if not _done(request, lambda: running.open_(survey), _("It is open. Now say whom to ask.")):
        return redirect("survey-questions", pk)
    return redirect("survey-invitations", pk)


@needs(Right.DESK)
@require_POST
def close(request: HttpRequest, pk: str) -> HttpResponse:
    """Before its date."""
    survey = one(request, pk)
    _done(request, lambda: running.close(survey), _("It is closed."))
    return redirect(survey)


@needs(Right.DESK)
def invitations(request: HttpRequest, pk: str) -> HttpResponse:
    """Who is asked. Of an anonymous survey the page does not say who answered, only how many."""
    survey = one(request, pk)
    form = PeopleForm(survey, request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data["people"]
        if _done(request, lambda: _invited(request, survey, found)):
            return redirect("survey-invitations", pk)
    context = {
        "survey": survey,
        "record": survey,
        "form": form if survey.state == State.OPEN else None,
        "asked": survey.invitations.select_related("actor"),
        "response": response(survey),
        "fewest": FEWEST,
        "unsent": told("", str(UNSENT)),
        "waiting": survey.invitations.filter(answered=False, taken_back=None, reminded=None).count(),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "surveys/invitations.html", context, status=status)


def _invited(request: HttpRequest, survey: Survey, people: list[inviting.Asked]) -> str:
    new = inviting.invite(survey, people, by=request.user)
    known = len(people) - new
    said = told(
        ngettext("%d letter goes out with the next mail.", "%d letters go out with the next mail.", new) % new,
        str(UNSENT),
    )
    if known:
        said += " " + ngettext("%d was asked already.", "%d were asked already.", known) % known
    return said


@needs(Right.DESK)
@require_POST
def take_back(request: HttpRequest, pk: str, invitation: str) -> HttpResponse:
    """Let a link work no more that was not used."""
    if not inviting.take_back(one(request, pk), invitation, by=request.user):
        raise Http404
    return redirect("survey-invitations", pk)


@needs(Right.DESK)
@require_POST
def remind(request: HttpRequest, pk: str) -> HttpResponse:
    """Write to those who did not answer, once."""
    survey = one(request, pk)
    _done(request, lambda: _reminded(survey, request.user))
    return redirect("survey-invitations", pk)


def _reminded(survey: Survey, by: Any) -> str:
    number = inviting.remind(survey, by=by)
    sent = (
        ngettext("%d reminder goes out with the next mail.", "%d reminders go out with the next mail.", number) % number
    )
    return told(sent, str(UNSENT))


def _done(request: HttpRequest, act: Callable[[], str | None], said: str = "") -> bool:
    """Do it, and say so; or why it cannot be done."""
    try:
        told = act()
    except HanseError as refused:
        messages.error(request, refused.sentence)
        return False
    messages.success(request, told or said)
    return True
