"""Who has to show a second factor? Whom HANSE_REQUIRE_SECOND_FACTOR names; until then they come no further."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from hanse.workspace.accounts.rights import SEES, Handling, role

OPEN = {
    "welcome",
    "account",
    "account_login",
    "account_logout",
    "account_change_password",
    "account_reauthenticate",
    "mfa_activate_totp",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
    "session-end",
    "sessions-end",
}
"""Pages for whoever has yet to set one up."""


def required(user: Any) -> bool:
    """Whether this workspace asks a person for a second factor."""
    asked = settings.HANSE_REQUIRE_SECOND_FACTOR
    return asked == "everybody" or (asked == "office" and Handling.RESTRICTED in SEES[role(user)])


def has(user: Any) -> bool:
    """Whether a person has set up an app that shows codes."""
    from allauth.mfa.models import Authenticator

    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


class SecondFactorMiddleware:
    """Leads whoever lacks the factor that is asked of them to where it is set up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, named: Any) -> HttpResponse | None:
        if (
            not request.user.is_authenticated
            or request.resolver_match.url_name in OPEN
            or not required(request.user)
            or has(request.user)
        ):
            return None
        messages.warning(request, _("This workspace asks for a second factor. Set it up, and you are in."))
        return redirect("mfa_activate_totp")
