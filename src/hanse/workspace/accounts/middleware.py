"""Who must sign in first? Everybody, except where a view says otherwise; and what is refused whoever sends it?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import get_resolver
from django.utils.translation import gettext as _

STRANGERS_MOST = 1_000_000
"""Bytes of a request before sign-in."""


class SignInMiddleware(LoginRequiredMiddleware):
    """Django's, which denies by default, plus one door: what may be read, while the workspace is open to the public."""

    def process_view(self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any) -> Any:
        if settings.HANSE_OPEN_TO_PUBLIC and getattr(view_func, "hanse_reading", False):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)


class PagesAreReadOrSent:
    """A page is read, or a form is sent to it; a program only reads. Any other method is refused before anything else:
    405, for everybody and every address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        known = ("GET", "HEAD", "POST")
        return self.get_response(request) if request.method in known else HttpResponseNotAllowed(known)


class StrangersSayLittle:
    """Before sign-in nobody sends more than a form: larger bodies are refused unread."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if int(length if length.isdigit() else 0) > STRANGERS_MOST and not request.user.is_authenticated:
            return HttpResponse(
                _(
                    "Sign in before you send more than 1 MB. Nothing was changed: go back in your browser, where what "
                    "you wrote still is, and shorten it."
                )
                + "\n",
                status=413,
                content_type="text/plain; charset=utf-8",
            )
        return self.get_response(request)


class NoNought:
    """Where an address, a filter or a hidden field holds the character U+0000, which PostgreSQL refuses: 400, not 500.

    Fields in which people write refuse it by themselves, with a sentence of their own.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        refused = isinstance(error, ValueError | DatabaseError) and "NUL (0x00)" in str(error)
        return get_resolver().resolve_error_handler(400)(request, error) if refused else None
