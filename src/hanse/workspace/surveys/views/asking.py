"""Who is asked, since when and until when? The survey opens, people are invited and reminded, it closes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.mail.posting import mailed, told
from hanse.workspace.surveys import inviting, running
from hanse.workspace.surveys.counting import FEWEST, response
from hanse.workspace.surveys.forms import PeopleForm
from hanse.workspace.surveys.models import State, Survey
from hanse.workspace.surveys.views.seen import one

UNSENT = gettext_lazy("No mail is sent from here: hand the link over in a way that you trust.")


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
        sent = _sent(request, lambda: inviting.invite(survey, found, by=request.user))
        if sent is not None:
            _say_invited(request, len(sent), len(found) - len(sent))
            return _handed(request, survey, sent)
    return _page(request, survey, form, status=422 if request.method == "POST" else 200)


def _page(
    request: HttpRequest, survey: Survey, form: PeopleForm, links: Sequence[inviting.Sent] = (), status: int = 200
) -> HttpResponse:
    context = {
        "survey": survey,
        "record": survey,
        "form": form if survey.state == State.OPEN else None,
        "asked": survey.invitations.select_related("actor"),
        "response": response(survey),
        "fewest": FEWEST,
        "unsent": told("", str(UNSENT)),
        "links": links,
        "waiting": _shows_reminded(survey)
        and survey.invitations.filter(answered=False, taken_back=None, reminded=None).count(),
    }
    return render(request, "surveys/invitations.html", context, status=status)


def _handed(request: HttpRequest, survey: Survey, sent: Sequence[inviting.Sent]) -> HttpResponse:
    """What follows letters: where they reach nobody, a page that shows their links this once, to be handed over."""
    if mailed() or not sent:
        return redirect("survey-invitations", survey.pk)
    answer = _page(request, survey, PeopleForm(survey, request.user), sent)
    add_never_cache_headers(answer)
    return answer


def _say_invited(request: HttpRequest, new: int, known: int) -> None:
    said = []
    if mailed():
        said.append(
            ngettext("%d letter goes out with the next mail.", "%d letters go out with the next mail.", new) % new
        )
    if known:
        said.append(ngettext("%d was asked already.", "%d were asked already.", known) % known)
    if said:
        messages.success(request, " ".join(said))


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
    sent = _sent(request, lambda: inviting.remind(survey, by=request.user))
    if sent is None:
        return redirect("survey-invitations", pk)
    if mailed():
        number = len(sent)
        many = ngettext("%d reminder goes out with the next mail.", "%d reminders go out with the next mail.", number)
        messages.success(request, many % number)
    return _handed(request, survey, sent if _shows_reminded(survey) else ())


def _shows_reminded(survey: Survey) -> bool:
    """Whether who asks may be shown whom a reminder is for: of an anonymous survey that would tell who answered."""
    return mailed() or not survey.anonymous


def _sent(request: HttpRequest, act: Callable[[], list[inviting.Sent]]) -> list[inviting.Sent] | None:
    """The letters that were written; None where none may be, and the page says why."""
    try:
        return act()
    except HanseError as refused:
        messages.error(request, refused.sentence)
        return None


def _done(request: HttpRequest, act: Callable[[], None], said: str) -> bool:
    """Do it, and say so; or why it cannot be done."""
    try:
        act()
    except HanseError as refused:
        messages.error(request, refused.sentence)
        return False
    messages.success(request, said)
    return True
