"""Who came, who went, who failed to come in? What the sign-in tells of, noted in the log."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed

from hanse.workspace.accounts.models import User
from hanse.workspace.audit.models import Verb
from hanse.workspace.audit.pending import note

PERSON = "accounts.user"


def listen() -> None:
    """Begin to listen."""
    user_logged_in.connect(came)
    user_logged_out.connect(went)
    user_login_failed.connect(failed)


def came(user: Any, **_: Any) -> None:
    note(Verb.SIGNED_IN, person=user, model=PERSON, record=user.pk)


def went(user: Any = None, **_: Any) -> None:
    if user is not None and user.pk:
        note(Verb.SIGNED_OUT, person=user, model=PERSON, record=user.pk)


def failed(credentials: dict[str, Any], **_: Any) -> None:
    """Only addresses that are somebody's here are kept: people type passwords into the wrong field."""
    given = str(credentials.get("email") or credentials.get("username") or credentials.get("login") or "")
    user = User.objects.filter(email__iexact=given[:254]).first() if given and "\x00" not in given else None
    said = {} if user is None else {"email": user.email, "model": PERSON, "record": user.pk}
    note(Verb.SIGN_IN_FAILED, **said, said="" if user else "an address that nobody has here")
