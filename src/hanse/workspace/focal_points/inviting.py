"""How does somebody come in? By a one-time link: mailed where the workspace sends mail, else shown once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hanse.workspace.accounts.models import Link, User
from hanse.workspace.focal_points.models import FocalPoint
from hanse.workspace.mail.posting import address_of, mailed, post


def invite(person: User, cities: Iterable[Any], by: User) -> str:
    """Open an account for somebody new, who speaks for ``cities``, and send the link; what `send_link` gives."""
    with transaction.atomic():
        person.set_unusable_password()
        person.save()
        for city in cities:
            FocalPoint.objects.create(person=person, city=city)
        return send_link(person, by)


def send_link(person: User, by: User) -> str:
    """A fresh link for somebody: "" where it goes by mail, else the token, to be shown once."""
    with transaction.atomic():
        if not person.is_active and not person.has_usable_password():  # withdrawn, and invited once more
            person.is_active = True
            person.save()
        token = Link.make(person)
        if not mailed():
            return token
        new = not person.has_usable_password()
        subject = _("You are invited to Hanse") if new else _("A new password for Hanse")
        context = {
            "by": by,
            "new": new,
            "cities": [str(each.city) for each in FocalPoint.objects.at_work().filter(person=person)],
            "address": address_of("welcome", token),
            "until": timezone.localtime(person.links.first().expires),
        }
        post(person, subject, "focal_points/letters/invitation.txt", context, secret=True)
    return ""


def withdraw(person: User) -> None:
    """Let somebody who was invited and has not come in yet come in no more; can be taken back by inviting again."""
    with transaction.atomic():
        Link.revoke(person)
        person.is_active = False
        person.save()


def standing(person: User) -> tuple[str, Any]:
    """How far somebody is, with the moment that it is about: joined, shut out, invited, expired, withdrawn."""
    if person.has_usable_password():
        return ("joined" if person.is_active else "shut out"), person.joined
    latest = next(iter(person.links.all()), None)
    if not person.is_active or (latest and latest.revoked and not latest.used):
        return "withdrawn", latest and latest.revoked
    if latest is None or latest.expires <= timezone.now():
        return "expired", latest and latest.expires
    return "invited", latest.expires
