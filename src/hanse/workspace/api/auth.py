"""Who asks? A program with a token, somebody signed in, or the public where the workspace is open to it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer

from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.api.models import Token


class Bearer(HttpBearer):
    """``Authorization: Bearer TOKEN``. The request is its person's from then on."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        person = Token.person_of(token)
        if person is None or not may(person, Right.READ):
            return None
        request.user = person
        return person


class SignedIn(APIKeyCookie):
    """The session of the pages."""

    param_name = "sessionid"

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        return request.user if request.user.is_authenticated and may(request.user, Right.READ) else None


def public(request: HttpRequest) -> Any:
    """Whoever comes without a key, while the workspace is open to the public. A wrong key is no key of the public's."""
    without = "Authorization" not in request.headers and not request.user.is_authenticated
    return "public" if without and may(request.user, Right.READ) else None


READERS = [Bearer(), SignedIn(), public]
