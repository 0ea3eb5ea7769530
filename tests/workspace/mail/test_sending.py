"""Does each letter go out once, whatever the server and the worker do?"""

from __future__ import annotations

from datetime import timedelta
from smtplib import SMTPRecipientsRefused

from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from hanse.workspace.mail.models import TRIES, Letter
from hanse.workspace.mail.posting import post
from hanse.workspace.mail.sending import send_due


def write(to, **said):
    return post(to, "A\nsubject", "processes/letter.txt", {"calls": []}, **said)


def test_a_letter_goes_out_once_as_plain_text(otto):
    letter = write(otto, once="the call opened")
    assert write(otto, once="the call opened") == letter
    assert (send_due(), send_due()) == (1, 0)
    (sent,) = mail.outbox
    assert (sent.to, sent.subject, sent.alternatives if hasattr(sent, "alternatives") else []) == (
        [otto.email],
        "A subject",
        [],
    )
    letter.refresh_from_db()
    assert letter.state == "sent"


def test_a_secret_is_wiped_once_it_went_out(otto):
    letter = write(otto, secret=True)
    send_due()
    letter.refresh_from_db()
    assert letter.text == ""
    assert mail.outbox[0].body


def test_what_the_server_refuses_is_tried_again_later_and_given_up_at_last(otto, monkeypatch):
    letter = write(otto)

    def refuse(self, messages):
        raise SMTPRecipientsRefused({otto.email: (450, b"busy")})

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    now = timezone.now() + timedelta(seconds=1)
    assert send_due(now) == 0
    letter.refresh_from_db()
    assert letter.state == "refused, will be tried again"
    assert letter.due > now
    for _ in range(TRIES + 2):
        send_due(letter.due + timedelta(days=30))
        letter.refresh_from_db()
    assert (letter.tries, letter.state) == (TRIES, "given up")


def test_a_worker_that_died_after_the_claim_leaves_a_letter_that_is_not_sent_again(otto):
    letter = write(otto)
    Letter.objects.filter(pk=letter.pk).update(begun=timezone.now())
    assert send_due() == 0
    letter.refresh_from_db()
    assert letter.state == "whether it went out is not known"


def test_nothing_is_claimed_where_no_mail_can_go_out(otto, settings):
    settings.HANSE_REMINDS = False
    letter = write(otto)
    assert send_due() == 0
    letter.refresh_from_db()
    assert letter.begun is None
