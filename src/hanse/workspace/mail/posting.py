"""How is something written to somebody? Into the queue, in one transaction with what it tells of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from hanse.workspace.accounts.models import User
from hanse.workspace.addresses import whole
from hanse.workspace.keys import key
from hanse.workspace.languages import language_of, speaking, spoken
from hanse.workspace.mail.models import Letter

LONGEST_SUBJECT = 150


def post(
    to: User | str,
    subject: str,
    template: str,
    context: Mapping[str, Any],
    *,
    once: str = "",
    secret: bool = False,
    headers: Mapping[str, str] | None = None,
    language: str = "",
) -> Letter:
    """Queue one plain-text letter, rendered from ``template`` with ``context`` (which also gets ``person``).

    It is in the language of whoever gets it; to an address without an account in ``language``, else in the one that is
    spoken now. So ``subject`` is given lazily, and names what of ``context`` stands in it: "Filed: %(pledge)s".

    ``once`` names what it tells of, as "pledge x returned, revision 3": where a letter of that name exists, that one is
    given back and nothing is written. ``secret``: the text holds a link that lets somebody in; it is wiped once sent.
    What is restricted is not written into a letter, which other hands carry: say that there is something, and where.
    """
    person = to if isinstance(to, User) else None
    said = {**context, "person": person}
    with speaking(language_of(person) if person else language or spoken()):
        text = render_to_string(template, said).strip() + "\n"
        headed = str(subject) % said
    fields = {
        "person": person,
        "address": person.email if person else to,
        "subject": " ".join(headed.split())[:LONGEST_SUBJECT],
        "text": text,
        "secret": secret,
        "headers": dict(headers or {}),
    }
    with transaction.atomic():
        return Letter.objects.get_or_create(once=once or key(), defaults=fields)[0]


def mailed() -> bool:
    """Whether letters reach people: with no mail set up they are printed on the console, or wait."""
    return bool(settings.HANSE_SENDS_MAIL)


def told(sent: str, unsent: str) -> str:
    """What a page says of the letters that it queued: ``unsent`` where they reach nobody."""
    return sent if mailed() else unsent


def address_of(name: str, *args: Any) -> str:
    """The whole address of a page, for a letter. Where the workspace does not know its own address: the path alone."""
    return whole(reverse(name, args=args))
