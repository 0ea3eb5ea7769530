"""How does somebody let a program read? The page that describes the API, and the tokens of whoever looks at it."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from hanse.errors import echoed
from hanse.workspace.accounts.rights import Right, needs, reading
from hanse.workspace.api.models import Token
from hanse.workspace.api.reference import endpoints

SHOWN = "api token"
"""Where a fresh token waits in the session to be shown once."""


@reading
@never_cache
def about(request: HttpRequest) -> HttpResponse:
    """Every endpoint with its parameters; for people who are signed in, their tokens."""
    tokens = request.user.tokens.filter(ended=None) if request.user.is_authenticated else Token.objects.none()
    fresh = request.session.pop(SHOWN, None) if request.user.is_authenticated else None
    context = {"groups": endpoints(), "tokens": tokens, "fresh": fresh, "licence": settings.HANSE_DATA_LICENCE}
    return render(request, "api/about.html", context)


@needs(Right.READ)
@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """A new token, shown on the page that follows and never again."""
    name = " ".join(request.POST.get("name", "").split())[:100]
    if not name:
        messages.error(request, _("Say what the token is for, so that you know later which one to end."))
    else:
        request.session[SHOWN] = Token.make(request.user, name)
    return redirect("api-about")


@needs(Right.READ)
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """The token lets nobody in any more."""
    token = get_object_or_404(request.user.tokens, pk=pk, ended=None)
    token.ended = timezone.now()
    token.save()
    messages.success(request, _("The token “%(token)s” has ended.") % {"token": echoed(token)})
    return redirect("api-about")
