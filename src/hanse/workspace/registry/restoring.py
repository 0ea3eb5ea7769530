"""How does a record get back to what it was? Its past state becomes its present one, and the history says so."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from hanse.errors import RefusedChange
from hanse.workspace.registry.models import Record

KEPT = {"id", "made", "merged_into"}
"""What no restoring changes. Merges are taken back as a whole: `hanse.workspace.registry.merging`."""


def restore(record: Record, entry: Any, *, why: str = "") -> None:
    """Put a record back into the state of an entry of its history, whether it is removed or stands.

    Raises RefusedChange where the record was merged before or since, or a record that the state names is gone.
    """
    now, then = getattr(record, "merged_into_id", None), getattr(entry, "merged_into_id", None)
    if now or then:
        raise RefusedChange("was merged into another", where=str(record), do="take the merge back first")
    for field in record._meta.concrete_fields:
        if field.name not in KEPT:
            _check(field, record, entry)
            setattr(record, field.attname, getattr(entry, field.attname))
    when = entry.history_date
    record._change_reason = why or f"Restored the state of {when:%-d %B %Y, %H:%M} UTC."
    with transaction.atomic():
        record.save()


def _check(field: Any, record: Record, entry: Any) -> None:
    named = getattr(entry, field.attname)
    if field.is_relation and named and not field.related_model._base_manager.filter(pk=named).exists():
        raise RefusedChange(f"its {field.verbose_name} of then is gone", where=str(record), do="edit it instead")
