"""Who is told of a signature? The registry, and whoever signed: by the worker, from the signature itself.

So that two hundred cities can sign within seconds, a signature is written alone; that it was told is noted in the
transaction that tells. What a worker dies at, the next look makes good, once.
"""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from hanse.workspace.registry.models import Act, Participation
from hanse.workspace.statements import inviting
from hanse.workspace.statements.models import Route, Signature

BATCH = 10


def tell() -> bool:
    """Tell of what nobody was told of yet, ``BATCH`` at a time; whether there is more."""
    waiting = (
        Signature.objects.standing().filter(told=None, statement__instrument__isnull=False).order_by("given", "pk")
    )
    found = list(waiting.values_list("pk", flat=True)[:BATCH])
    for pk in found:
        with transaction.atomic():
            _tell(pk)
    return len(found) == BATCH


def _tell(pk: str) -> None:
    if not Signature.objects.filter(pk=pk, told=None).update(told=timezone.now()):
        return
    signature = Signature.objects.select_related("city", "statement", "version__statement", "by", "link").get(pk=pk)
    if signature.participation_id is None:
        made = _took_part(signature, Act.SIGNED, signature.since)
        Signature.objects.filter(pk=pk).update(participation=made)
    if (email := address_for(signature)) and not signature.until:
        inviting.confirm(signature, email)


def tell_withdrawn(signature: Signature) -> None:
    """In the transaction of the withdrawal."""
    if signature.statement.instrument_id:
        _took_part(signature, Act.WITHDREW, signature.until)
    if email := address_for(signature):
        inviting.tell_withdrawn(signature, email)


def _took_part(signature: Signature, act: Act, on: str) -> Participation:
    return Participation.objects.create(
        actor=signature.city,
        instrument_id=signature.statement.instrument_id,
        act=act,
        date=on,
        handling=signature.handling,
    )


def address_for(signature: Signature) -> str:
    """Where letters about a signature go: to the link's address, else the account's; "" for one entered on paper."""
    if signature.link_id:
        return str(signature.link.email)
    return str(signature.by.email) if signature.by and signature.route == Route.ACCOUNT else ""
