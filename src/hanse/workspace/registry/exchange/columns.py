"""How does a record stand in a sheet? One row: its id, its handling, its note, and the columns of its kind."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from hanse.workspace.accounts.rights import Eyes, Handling
from hanse.workspace.registry.exchange.cells import cell_of
from hanse.workspace.registry.exchange.references import label
from hanse.workspace.registry.kinds import Kind
from hanse.workspace.registry.models import Record

COMMON = ("id", "handling", "note")
"""What every row has before the columns of its kind."""
OPEN = Eyes(frozenset({Handling.PUBLIC}))
EVERYTHING = Eyes(frozenset(Handling))


def header(kind: Kind) -> tuple[str, ...]:
    """The columns of a kind's sheet, in order."""
    return (*COMMON, *kind.columns)


def references(kind: Kind) -> tuple[str, ...]:
    """Those of a kind's columns that name another record of the registry."""
    return tuple(field.name for field in kind.fields() if _refers(field))


def rows_from(records: Any, kind: Kind) -> Any:
    """A queryset of a kind's records, with what their rows name, in the order of ids: the same every time."""
    return records.select_related(*references(kind)).order_by("id")


def row_of(kind: Kind, record: Record, eyes: Eyes = OPEN, *, names: bool = True) -> dict[str, str]:
    """The row of a record, every cell a text; what `hanse.workspace.registry.exchange.taking.take_in` takes back.

    A record that is named stands as "Dhaka [dhaka]", or with ``names=False`` as its id alone. One that ``eyes``
    (`hanse.workspace.accounts.rights.eyes`) do not see leaves its cell empty: by default all that is not public.
    """
    row = {"id": record.pk, "handling": record.handling, "note": record.note}
    for field in kind.fields():
        if _refers(field):
            other = getattr(record, field.name)
            said = label(other, eyes) if other is not None else ""
            row[field.name] = said if names or not said else other.pk
        elif field.remote_field is not None:
            row[field.name] = _type(getattr(record, field.attname))
        else:
            row[field.name] = cell_of(field, getattr(record, field.name))
    return row


def _refers(field: models.Field) -> bool:
    return field.remote_field is not None and issubclass(field.related_model, Record)


def _type(pk: int | None) -> str:
    return ContentType.objects.get_for_id(pk).model if pk else ""
