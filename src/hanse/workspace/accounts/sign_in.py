"""Where do people sign in? Of allauth's pages those that an invited person needs; no sign-up, no other addresses."""

from __future__ import annotations

from allauth.account import urls as allauth
from django.conf import settings
from django.urls import include, path

from hanse.workspace.accounts import own

ALWAYS = {
    "account_login",
    "account_logout",
    "account_signup",
    "account_inactive",
    "account_change_password",
    "account_reauthenticate",
}
WITH_MAIL = {
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
}
"""Only where mail is sent; else an administrator hands out a one-time link."""

kept = ALWAYS | WITH_MAIL if settings.HANSE_SENDS_MAIL else ALWAYS
urlpatterns = [
    path("", own.account, name="account"),
    path("sessions/<int:pk>/end/", own.end_session, name="session-end"),
    path("sessions/end/", own.end_others, name="sessions-end"),
    path("second-factor/", include("allauth.mfa.urls")),
    *(pattern for pattern in allauth.urlpatterns if pattern.name in kept),
]
