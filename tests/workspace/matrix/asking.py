"""What does somebody get who asks for an address in a way? The status, and whether anything was written for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest import mock
from urllib.parse import urlencode

from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.shortcuts import resolve_url
from django.test import Client
from django.utils.safestring import SafeString

SIGN_IN = "in"
"""In place of a status: led to the sign-in."""
FORM = "application/x-www-form-urlencoded"
REFUSED = frozenset({SIGN_IN, "401", "404", "405"})
"""Of these nobody gets anything, and nothing is written for them."""
_WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b(?! (?:INTO |FROM )?\"django_session\")", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """``status`` as the table has it; ``written``: statements that changed something, while it was made."""

    status: str
    written: tuple[str, ...] = ()


class Visitor:
    """Somebody's browser: each request is made as if it were the first, and nothing remains of it."""

    def __init__(self, user: Any = None) -> None:
        self.client = Client(raise_request_exception=False)
        if user is not None:
            self.client.force_login(user)
        self.cookies = {name: each.value for name, each in self.client.cookies.items()}

    def ask(self, method: str, address: str, body: dict[str, str] | None = None) -> Answer:
        """Send a method and an address, and with a POST hardly more: enough to see who is let in."""
        written: list[str] = []
        cache.clear()
        self.client.cookies.clear()
        self.client.cookies.load(self.cookies)
        with transaction.atomic(), connection.execute_wrapper(_noting(written)):
            response = self.client.generic(method, address, urlencode(body or {}), content_type=FORM)
            transaction.set_rollback(True)
        return Answer(_status(response), tuple(written))


def _noting(written: list[str]) -> Callable[..., Any]:
    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if _WRITES.match(sql):
            written.append(sql[:200])
        return execute(sql, params, many, context)

    return note


def _status(response: HttpResponse) -> str:
    to = response.get("Location", "")
    return (
        SIGN_IN
        if response.status_code == 302 and to.startswith(resolve_url(settings.LOGIN_URL))
        else str(response.status_code)
    )


@contextmanager
def unrendered() -> Iterator[None]:
    """While statuses alone are asked for, no page is rendered; that pages render is seen where they are read."""
    with mock.patch("django.template.base.Template._render", return_value=SafeString("")):
        yield
