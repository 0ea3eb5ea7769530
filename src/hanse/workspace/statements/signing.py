"""How does a city sign, and withdraw? Once per version, under any number of clicks at once, in one transaction.

What follows from a signature is done afterwards, by the worker: `hanse.workspace.statements.telling`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hanse.errors import RefusedChange
from hanse.workspace.prepared import Prepared
from hanse.workspace.registry.models import Actor
from hanse.workspace.statements.models import Invitation, Route, Signature, Version
from hanse.workspace.statements.rules import standing, timing, uncleared, why_not_open, why_not_withdrawn


@dataclass(frozen=True, slots=True)
class Given:
    """What a signer says: who signs, in which office, by which mandate."""

    name: str
    office: str
    mandate: str
    reference: str = ""
    mandated: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature, and whether it is a new one: the second click finds the first one's."""

    signature: Signature
    new: bool


def sign(
    version: Version, city: Actor, given: Given, *, route: Route, by: Any = None, invitation: Invitation | None = None
) -> Signed:
    """Sign a version for a city. An invitation is spent in the same transaction.

    Of two that come at once, one finds the other's link spent or its place taken, and gets the other's signature.
    Raises RefusedChange with the sentence for the signer: not open, a permission lacking, a link used or expired.
    """
    try:
        with transaction.atomic():
            return Signed(_sign(version, city, given, route, by, invitation), True)
    except (IntegrityError, RefusedChange):
        if there := standing(city, version):
            return Signed(there, False)
        raise


def _sign(
    version: Version, city: Actor, given: Given, route: Route, by: Any, invitation: Invitation | None
) -> Signature:
    held = _held(version)
    if why := why_not_open(held) or uncleared(city, held):
        raise RefusedChange(why.rstrip("."))
    if invitation and not _spend(invitation):
        raise RefusedChange(_("this link cannot be used any more"), do=_("ask the secretariat for another"))
    today = timezone.localdate()
    signature = Signature(
        city=city,
        statement=held.statement,
        version=held,
        number=held.number,
        since=today.isoformat(),
        timing=timing(held, today),
        route=route,
        by=by,
        link=invitation,
        handling=held.statement.handling,
        name=given.name,
        office=given.office,
        mandate=given.mandate,
        reference=given.reference,
        mandated=given.mandated,
    )
    signature.save(force_insert=True)
    return signature


def _held(version: Version) -> Version:
    """The same version, held so that it does not close meanwhile; signers do not wait for one another.

    SQLite has one writer at a time, and holds all of the database for it.
    """
    (held,) = (_SHARED if connection.vendor == "postgresql" else _ALONE).all(pk=version.pk)
    version.closed_at = held.closed_at
    return version


_ALONE = Prepared(lambda pk: Version.objects.only("closed_at").order_by().filter(pk=pk))
_SHARED = Prepared(lambda pk: Version.objects.only("closed_at").order_by().filter(pk=pk), "FOR SHARE")


def _spend(invitation: Invitation) -> bool:
    """Use a link up; False where it was used, taken back, or has expired."""
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(_SPENT, [now, invitation.pk, now])
        return bool(cursor.rowcount)


_SPENT = (
    'UPDATE "statements_invitation" SET "used" = %s '
    'WHERE "id" = %s AND "used" IS NULL AND "taken_back" IS NULL AND "expires" > %s'
)


def withdraw(signature: Signature, why: str, *, by: Any = None) -> Signature:
    """Take a signature back: it counts no more, and stays in the history with the reason.

    Raises RefusedChange where it was withdrawn already, or the version has closed.
    """
    from hanse.workspace.statements.telling import tell_withdrawn

    with transaction.atomic():
        held = _held(signature.version)
        alone = Signature.objects.standing().select_for_update(of=("self",))
        found = alone.select_related("city", "statement").get(pk=signature.pk)
        if found.until:
            raise RefusedChange(_("it was withdrawn already"), where=str(found))
        if refused := why_not_withdrawn(held):
            raise RefusedChange(refused.rstrip("."))
        found.until, found.withdrawn = timezone.localdate().isoformat(), timezone.now()
        found.why_withdrawn, found._change_reason = why, why
        found.version = held
        if by is not None:
            found._history_user = by
        found.save()
        tell_withdrawn(found)
    return found
