"""Letters about accounts go through the queue, with links that lead to our own address."""

from __future__ import annotations

import pytest
from allauth.account.adapter import get_adapter
from allauth.core.context import request_context
from django.core import mail
from django.test import RequestFactory

from hanse.workspace.mail.models import Letter
from hanse.workspace.mail.sending import send_due

ASKED = "http://elsewhere.example/account/password/reset/key/2-abc-def/"


@pytest.fixture
def send(settings):
    settings.HANSE_ADDRESS, settings.HANSE_REMINDS = "https://hanse.example.org", True

    def sent(email):
        request = RequestFactory().get("/")
        with request_context(request):
            get_adapter(request).send_mail("account/email/password_reset_key", email, {"password_reset_url": ASKED})

    return sent


def test_a_forgotten_password_is_written_about_once_and_the_letter_is_wiped(rhea, send):
    send(rhea.email.upper())
    assert mail.outbox == [], "it waits in the queue"
    assert (send_due(), send_due()) == (1, 0)
    (letter,) = mail.outbox
    assert "https://hanse.example.org/account/password/reset/key/2-abc-def/" in letter.body
    assert "elsewhere" not in letter.body
    assert Letter.objects.get().text == ""


def test_nobody_who_is_not_here_is_written_to(db, send):
    send("stranger@example.org")
    assert not Letter.objects.exists()
