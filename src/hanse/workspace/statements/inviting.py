"""How is a city asked to sign, and told that it has? By letters, with links that work for one city and one version."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy

from hanse.errors import RefusedChange
from hanse.workspace.accounts.models import digest
from hanse.workspace.mail.posting import address_of, post
from hanse.workspace.registry.models import Actor
from hanse.workspace.statements.models import Invitation, Signature, Stage, Version
from hanse.workspace.statements.rules import already, standing, why_not_invited

DAYS = 30
"""For which a personal link can be used, where nothing else is said."""
MOST_DAYS = 365
_SALT = "statements.withdraw"


def invite(version: Version, city: Actor, email: str, *, by: Any = None, days: int = DAYS) -> str:
    """Invite a city to sign, by letter; the token of its link, for whoever has to hand it over by other means.

    Earlier links of the city for this version stop working. Raises RefusedChange where it signed already, or the
    version can never be signed again.
    """
    with transaction.atomic():
        held = Version.objects.select_for_update(of=("self",)).select_related("statement").get(pk=version.pk)
        if there := standing(city, held):
            raise RefusedChange(already(there).rstrip("."))
        if why := why_not_invited(held):
            raise RefusedChange(why.rstrip("."))
        now, token = timezone.now(), secrets.token_urlsafe(32)
        Invitation.objects.filter(version=held, city=city, used=None, taken_back=None).update(taken_back=now)
        expires = now + timedelta(days=min(max(days, 1), MOST_DAYS))
        made = Invitation.objects.create(
            version=held, city=city, email=email, digest=digest(token), by=by, expires=expires
        )
        known = _known(held)
        subject = gettext_lazy("%(city)s is invited to sign: %(title)s")
        post(
            email,
            subject if known["title"] else gettext_lazy("%(city)s is invited to sign a joint statement"),
            "statements/letters/invitation.txt",
            {"invitation": made, "version": held, "city": city, "link": address_of("sign-link", token), **known},
            once=f"invitation {made.pk}",
            secret=True,
        )
    return token


def _known(version: Version) -> dict[str, Any]:
    """What of a statement may be said in a letter: of a restricted one, that there is one."""
    return {"title": "" if version.statement.handling == "restricted" else version.statement.title}


def confirm(signature: Signature, email: str) -> None:
    """Tell a signer that the signature stands, and how it can be withdrawn."""
    version = signature.version
    link = address_of("withdraw-link", signing.dumps(signature.pk, salt=_SALT))
    known = _known(version)
    closes = None if version.stage() == Stage.ROLLING else version.statement.closes
    post(
        email,
        gettext_lazy("%(city)s has signed: %(title)s") if known["title"] else gettext_lazy("%(city)s has signed"),
        "statements/letters/confirmation.txt",
        {
            "signature": signature,
            "city": signature.city,
            "version": version,
            "link": "" if version.stage() == Stage.ROLLING else link,
            "closes": closes,
            "page": address_of("record", "statements", version.statement_id),
            **known,
        },
        once=f"signature {signature.pk}",
        secret=True,
    )


def tell_withdrawn(signature: Signature, email: str) -> None:
    """Tell whoever signed that the signature is withdrawn."""
    version = signature.version
    known = _known(version)
    subject = gettext_lazy("%(city)s has withdrawn: %(title)s")
    post(
        email,
        subject if known["title"] else gettext_lazy("A signature of %(city)s is withdrawn"),
        "statements/letters/withdrawal.txt",
        {
            "signature": signature,
            "city": signature.city,
            "version": version,
            "page": address_of("record", "statements", version.statement_id),
            **known,
        },
        once=f"withdrawal {signature.pk}",
    )


def of_withdrawal(token: str) -> Signature | None:
    """The signature that a link of a letter lets withdraw; None for a token of nobody's."""
    try:
        pk = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    held = Signature.objects.standing().filter(pk=pk)
    return held.select_related("version__statement", "statement", "city", "by").first()
