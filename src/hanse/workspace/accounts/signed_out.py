"""What becomes of a form that is sent after its session ended? It is kept until its sender signs in again.

It is kept in the visitor's own anonymous session, which signing in carries on, under the address it was sent to: nobody
else reads it, and it goes into no record before somebody who may write that record saves it.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict

MOST = 300_000
"""Characters that are kept."""
KEPT_FOR = 12 * 3600
_NAME = "sent while signed out"


def stash(request: HttpRequest) -> HttpResponse:
    """Keep what was sent, and ask to sign in; after that the same address is opened again."""
    if request.method == "POST":
        data = request.POST.copy()
        data.pop("csrfmiddlewaretoken", None)
        encoded = data.urlencode()
        if len(encoded) <= MOST:
            request.session[_NAME] = {"path": request.path, "data": encoded}
            request.session.set_expiry(KEPT_FOR)
    return redirect_to_login(request.get_full_path())


def kept_aside(request: HttpRequest) -> Any:
    """What was sent to this address while its sender was signed out; None for nothing."""
    held = request.session.get(_NAME)
    return QueryDict(held["data"], mutable=True) if held and held.get("path") == request.path else None


def forget(request: HttpRequest) -> None:
    """What was kept for this address has been saved, or is not wanted."""
    if (held := request.session.get(_NAME)) and held.get("path") == request.path:
        del request.session[_NAME]
