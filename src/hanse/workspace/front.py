"""What meets somebody at a closed door? The pages that say no."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What is refused unread: a form larger than any that this workspace has, or a broken request."""
    return render(request, "400.html", {"too_large": isinstance(exception, RequestDataTooBig)}, status=400)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)
