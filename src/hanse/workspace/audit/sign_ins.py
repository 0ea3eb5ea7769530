"""Who came, who went, who failed to come in? What the sign-in tells of, noted in the log."""

from __future__ import annotations

from functools import partial
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.utils.translation import gettext_noop

from hanse.workspace.accounts.models import User
from hanse.workspace.accounts.signals import factor_reset, link_made, link_used, sessions_ended
from hanse.workspace.audit.models import Verb
from hanse.workspace.audit.pending import note
from hanse.workspace.audit.watching import signed_in

PERSON = "accounts.user"
NOBODYS = gettext_noop("an address that nobody has here")
WRONG_CODE = gettext_noop("a wrong code")
SET_UP = gettext_noop("app set up"), gettext_noop("recovery codes set up")
TAKEN_AWAY = gettext_noop("app taken away"), gettext_noop("recovery codes taken away")
MADE_NEW = gettext_noop("app made new"), gettext_noop("recovery codes made new")
BY_AN_ADMINISTRATOR = gettext_noop("taken away by an administrator")
ELSEWHERE = gettext_noop("elsewhere")
"""What stands in the log, in English; it is translated where it is shown."""


def listen() -> None:
    """Begin to listen."""
    user_logged_in.connect(came)
    user_logged_out.connect(went)
    user_login_failed.connect(failed)
    authentication_failed.connect(wrong_code)
    for signal, said in (
        (authenticator_added, SET_UP),
        (authenticator_removed, TAKEN_AWAY),
        (authenticator_reset, MADE_NEW),
    ):
        signal.connect(partial(factor, said=said), weak=False)
    factor_reset.connect(factor_taken)
    sessions_ended.connect(ended)
    link_made.connect(invited)
    link_used.connect(came_in)


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
    note(Verb.SIGN_IN_FAILED, **said, said="" if user else NOBODYS)


def wrong_code(user: Any, **_: Any) -> None:
    note(Verb.SIGN_IN_FAILED, email=user.email, model=PERSON, record=user.pk, said=WRONG_CODE)


def factor(user: Any, authenticator: Any, said: tuple[str, str], **_: Any) -> None:
    codes = authenticator.type == Authenticator.Type.RECOVERY_CODES
    note(Verb.SECOND_FACTOR, person=user, model=PERSON, record=user.pk, said=said[codes])


def factor_taken(person: Any, by: Any, **_: Any) -> None:
    note(Verb.SECOND_FACTOR, person=by, model=PERSON, record=person.pk, said=BY_AN_ADMINISTRATOR)


def ended(person: Any, by: Any, count: int, **_: Any) -> None:
    note(Verb.SIGNED_OUT, person=by, model=PERSON, record=person.pk, count=count, said=ELSEWHERE)


def invited(person: Any, **_: Any) -> None:
    note(Verb.INVITED, person=signed_in(), model=PERSON, record=person.pk)


def came_in(person: Any, **_: Any) -> None:
    note(Verb.CAME_IN, person=person, model=PERSON, record=person.pk)
