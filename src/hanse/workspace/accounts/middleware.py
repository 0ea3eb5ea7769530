"""Who must sign in first? Everybody, except where a view says otherwise."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest


class SignInMiddleware(LoginRequiredMiddleware):
    """Django's, which denies by default, plus one door: what may be read, while the workspace is open to the public."""

    def process_view(self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any) -> Any:
        if settings.HANSE_OPEN_TO_PUBLIC and getattr(view_func, "hanse_reading", False):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)
