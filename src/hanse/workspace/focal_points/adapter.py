"""How does a letter about an account go out? As every other: through the queue, once, and wiped when it is sent."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from hanse.workspace.accounts.adapter import InvitedOnly
from hanse.workspace.accounts.models import User
from hanse.workspace.addresses import whole
from hanse.workspace.languages import language_of, speaking
from hanse.workspace.mail.posting import post


class ByPost(InvitedOnly):
    """Accounts by invitation, whose letters are queued."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queue the letter of a template of allauth's; to an address that nobody has here, none.

        A link in it leads to our own address, whatever the one that it was asked for from.
        """
        person = User.objects.filter(email__iexact=email, is_active=True).first()
        if person is None:
            return
        said = {**context, "email": email}
        if asked := context.get("password_reset_url"):
            said["password_reset_url"] = whole(urlsplit(asked).path)
        with speaking(language_of(person)):
            letter = self.render_mail(template_prefix, email, said)
        context = {"subject": letter.subject, "text": letter.body}
        post(person, "%(subject)s", "focal_points/letters/account.txt", context, secret=True)

    def format_email_subject(self, subject: str) -> str:
        return subject
