"""Of what does an actor have anything at all? One question in place of one for each thing that nobody recorded."""

from __future__ import annotations

from functools import cache

from django.apps import apps
from django.db import connection

TIES: dict[str, tuple[str, ...]] = {
    "registry.name": ("actor",),
    "registry.membership": ("actor",),
    "registry.participation": ("actor",),
    "registry.project": ("lead",),
    "registry.funding": ("donor", "recipient"),
    "registry.clearance": ("city",),
    "registry.office": ("body",),
    "registry.standing": ("actor",),
    "registry.reprisal": ("against",),
    "processes.access": ("actor",),
    "pledges.pledge": ("city",),
    "pledges.partnership": ("city",),
    "statements.signature": ("city",),
    "statements.invitation": ("city",),
    "engagements.engagementparticipant": ("actor", "person"),
}
"""What an actor may have, by model, and the fields that name the actor."""


def parts_of(actor: str) -> frozenset[str]:
    """The models of `TIES` that have a record of an actor's, in sight or not: whoever goes on asks ``visible_to``."""
    names, sql, asked = _question()
    with connection.cursor() as cursor:
        cursor.execute(sql, [actor] * asked)
        row = cursor.fetchone()
    return frozenset(name for name, there in zip(names, row, strict=True) if there)


@cache
def _question() -> tuple[tuple[str, ...], str, int]:
    """The names in the order of the answer, the question, and how often it names the actor."""
    quoted, parts, asked = connection.ops.quote_name, [], 0
    for label, fields in TIES.items():
        model = apps.get_model(label)
        asked += len(fields)
        table = quoted(model._meta.db_table)
        any_of = [
            f"EXISTS (SELECT 1 FROM {table} WHERE {quoted(model._meta.get_field(field).column)} = %s)"
            for field in fields
        ]
        parts.append(f"({' OR '.join(any_of)})")
    return tuple(TIES), f"SELECT {', '.join(parts)}", asked
