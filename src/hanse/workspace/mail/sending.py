"""How does each letter go out once? Claimed first, then handed in, then noted.

A mail that is handed in cannot be taken back, and no database can be in one transaction with it. So the claim comes
first: the letter is committed as begun, then handed in, then noted as sent. A worker that dies before the claim has
sent nothing, and the next look sends it. One that dies after it leaves a letter of which nobody can know whether it
went out: it is not sent again, and its page says so. What the server refuses is tried again, later each time.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.conf import settings
from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone

from hanse.workspace.mail.models import TRIES, Letter

log = logging.getLogger(__name__)
BATCH = 50
WAITS = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6), timedelta(days=1))
"""After a refusal: how long until the next try."""


def send_due(now: datetime | None = None) -> int:
    """Hand in the letters that are due, oldest first, at most ``BATCH``; how many went out.

    Nothing is claimed where mail cannot be handed in at all: it is tried again at the next look.
    """
    now = now or timezone.now()
    waiting = Letter.objects.filter(begun=None, due__lte=now, tries__lt=TRIES).order_by("due", "id")[:BATCH]
    letters = list(waiting)
    if not letters or not settings.HANSE_REMINDS:
        return 0
    connection = mail.get_connection()
    try:
        connection.open()
    except (OSError, SMTPException) as error:
        log.warning("no mail can be handed in: %s", error)
        return 0
    try:
        return sum(_send(each, now, connection) for each in letters)
    finally:
        connection.close()


def _send(letter: Letter, now: datetime, connection: Any) -> int:
    tries = letter.tries + 1
    if not Letter.objects.filter(pk=letter.pk, begun=None, sent=None).update(begun=now, tries=tries):
        return 0
    held = Letter.objects.filter(pk=letter.pk)
    try:
        handed_in = connection.send_messages([_message(letter)])
    except (SMTPResponseException, SMTPRecipientsRefused) as error:
        wait = WAITS[min(tries, len(WAITS)) - 1]
        held.update(begun=None, due=now + wait, problem=f"The mail server refused it: {error}"[:300])
        log.warning("letter %s was refused: %s", letter.pk, error)
        return 0
    except (OSError, SMTPException) as error:
        held.update(problem=f"Whether it went out is not known: {error}"[:300])
        log.warning("letter %s may not have gone out: %s", letter.pk, error)
        return 0
    if not handed_in:
        return 0
    wiped = {"text": ""} if letter.secret else {}
    held.update(sent=timezone.now(), problem="", **wiped)
    return 1


def _message(letter: Letter) -> EmailMessage:
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"
    headers = {"Message-ID": f"<{letter.pk}@{domain}>", "Auto-Submitted": "auto-generated", **letter.headers}
    return EmailMessage(letter.subject, letter.text, to=[letter.address], headers=headers)
