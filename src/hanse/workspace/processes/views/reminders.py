"""What is a person reminded of, and how does it stop?"""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from hanse.errors import echoed
from hanse.workspace.accounts.models import User
from hanse.workspace.accounts.rights import Right, needs, public
from hanse.workspace.processes.forms import WatchForm
from hanse.workspace.processes.letters import read_token
from hanse.workspace.processes.models import Reminder, Watch
from hanse.workspace.processes.sight import Sight

LATEST = 50


@needs(Right.READ)
@never_cache
def reminders(request: HttpRequest) -> HttpResponse:
    """What the person chose to be reminded of, and what went out."""
    person = _signed_in(request)
    sight = Sight(person)
    watches = person.watches.select_related("deadline__process", "process", "city")
    seen = [each for each in watches if sight.one(type(each.target).objects, each.target.pk)]
    sent = Reminder.objects.filter(person=person).select_related("deadline__process", "letter")[:LATEST]
    sent = [each for each in sent if sight.one(type(each.deadline).objects, each.deadline_id)]
    context = {
        "watches": seen,
        "sent": sent,
        "reminds": settings.HANSE_REMINDS,
        "console": settings.EMAIL_BACKEND.endswith("console.EmailBackend"),
    }
    return render(request, "processes/reminders.html", context)


@needs(Right.READ)
@require_POST
def watch(request: HttpRequest) -> HttpResponse:
    """Be reminded of a deadline, of a process, or of all that is due for a city."""
    person = _signed_in(request)
    form = WatchForm(request.POST, person=person)
    if form.is_valid():
        made = form.keep()
        said = ngettext(
            "You will get mail %(number)s day before: %(what)s.",
            "You will get mail %(number)s days before: %(what)s.",
            made.days,
        )
        messages.success(request, said % {"number": made.days, "what": echoed(made.target)})
    else:
        messages.error(request, " ".join(error for errors in form.errors.values() for error in errors))
    return _back(request)


@needs(Right.READ)
@require_POST
def unwatch(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop one."""
    get_object_or_404(_signed_in(request).watches, pk=pk).delete()
    messages.success(request, _("You will not be reminded of that any more."))
    return _back(request)


@public
@csrf_exempt  # a mail program asks for it, by RFC 8058; the signed address is its right
@never_cache
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop reminders by the link in a mail. Looking at it changes nothing: mail programs look at links."""
    told = read_token(token)
    if told is None:
        raise Http404
    person, watch = told
    held = Watch.objects.filter(person=person)
    held = held.filter(pk=watch) if watch else held
    stopped = request.method == "POST"
    number = held.count()
    if stopped:
        held.delete()
    return render(request, "processes/stop.html", {"number": number, "stopped": stopped, "one": bool(watch)})


def _signed_in(request: HttpRequest) -> User:
    if not request.user.is_authenticated:
        raise Http404
    return request.user


def _back(request: HttpRequest) -> HttpResponse:
    """To the page that the form stood on, where it is one of ours."""
    to = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(to, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return redirect(to if ours else "reminders")
