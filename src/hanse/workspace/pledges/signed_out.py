"""What becomes of a long form that is sent after its session ended? It is kept until its sender signs in again.

It is kept in the visitor's own anonymous session, which signing in carries on, under the address it was sent to: nobody
else reads it, and it goes into no record before somebody who may write that record saves it.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

MOST = 300_000
"""Characters that are kept; a draft that was kept while it was typed is not lost either way."""
_NAME = "kept aside"
KEPT_FOR = 12 * 3600


def stash(request: HttpRequest) -> HttpResponse:
    """Keep what was sent, and ask to sign in."""
    if request.method == "POST":
        data = request.POST.copy()
        for name in ("csrfmiddlewaretoken", "do"):
            data.pop(name, None)
        encoded = data.urlencode()
        if len(encoded) <= MOST:
            request.session[_NAME] = {"path": request.path, "data": encoded}
            request.session.set_expiry(KEPT_FOR)
    if request.htmx:
        return render(request, "pledges/parts/signed_out.html", {"path": request.path})
    return redirect_to_login(request.path)


def kept_aside(request: HttpRequest, *, forget: bool = False) -> Any:
    """What was sent to this address while its sender was signed out; None for nothing."""
    held = request.session.get(_NAME)
    if not held or held.get("path") != request.path:
        return None
    if forget:
        del request.session[_NAME]
        return None
    return QueryDict(held["data"], mutable=True)
