"""Who may open an account? Nobody by themselves: people are invited. And what is said to whoever cannot come in?"""

from __future__ import annotations

import base64
import hashlib

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from hanse.reports import qr
from hanse.workspace.accounts.second_factor import required

TOO_OFTEN = _("Too many tries went wrong here. Wait five minutes, then try again.")


class InvitedOnly(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("E-mail and password do not belong together. Look at both, and try again."),
        "too_many_login_attempts": TOO_OFTEN,
        "rate_limited": TOO_OFTEN,
        "incorrect_password": _("This is not your password."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_code": _("This code is not the one of now. Wait for the next, or look whether the clock is right."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class SecondFactor(DefaultMFAAdapter):
    """The app that shows codes: its key is kept encrypted, and its QR code needs no style of its own."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": InvitedOnly.error_messages["incorrect_code"],
        "cannot_delete_authenticator": _("This workspace asks you for a second factor; it cannot be taken away."),
    }

    def get_totp_issuer(self) -> str:
        return "Hanse"

    def build_totp_svg(self, url: str) -> str:
        return qr.svg(url)

    def encrypt(self, text: str) -> str:
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _fernet().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        user: AbstractBaseUser = authenticator.user
        return not required(user)


def _fernet() -> Fernet:
    """By a key that follows from the workspace's secret key: a copy of the database alone shows no factor."""
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"second factor {settings.SECRET_KEY}".encode()).digest()))
