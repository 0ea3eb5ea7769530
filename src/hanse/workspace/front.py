"""What meets somebody at a closed door? The pages that say no."""

from __future__ import annotations

import re

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What is refused unread: a form larger than any that this workspace has, or a broken request."""
    return render(request, "400.html", {"too_large": isinstance(exception, RequestDataTooBig)}, status=400)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


MOST_SHOWN = 300_000
"""Characters of a form that came without its key that are shown again, at most."""
_SECRET = re.compile("password|code|token|secret|login", re.IGNORECASE)


def without_key(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its key, as after signing in elsewhere: nothing is done, and what was typed is shown again.

    Only where the form was a page's of ours: another site has nothing shown here.
    """
    typed: list[str] = []
    page = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(page, allowed_hosts={request.get_host()})
    if request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}":
        held = (value for name, values in request.POST.lists() if not _SECRET.search(name) for value in values)
        typed = [value for value in held if " " in value.strip()]
    if sum(map(len, typed)) > MOST_SHOWN:
        typed = []
    return render(request, "403_csrf.html", {"typed": typed, "page": page if ours else ""}, status=403)
