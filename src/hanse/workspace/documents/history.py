"""Who changed what about a record, and when?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

SILENT = {"symbol_key", "words", "added", "sha256"}
"""Fields that follow from others."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry: who, when, ``what`` in a word; for each field its name, what stood there, what stands there now."""

    who: str
    when: datetime
    what: str
    fields: tuple[tuple[str, str, str], ...]


def changes(record: Any) -> list[Change]:
    """The history of a record that keeps one, newest first."""
    entries = list(record.history.select_related("history_user").all())
    told = []
    for entry, before in zip(entries, [*entries[1:], None], strict=True):
        fields = _fields(entry, before) if before is not None else ()
        told.append(
            Change(str(entry.history_user or "the workspace"), entry.history_date, _what(entry, fields), fields)
        )
    return told


def _fields(entry: Any, before: Any) -> tuple[tuple[str, str, str], ...]:
    model = entry.instance_type
    held = {field.name for field in model._meta.get_fields()}
    delta = entry.diff_against(before, excluded_fields=SILENT & held)
    return tuple(
        (model._meta.get_field(each.field).verbose_name, _shown(each.old), _shown(each.new)) for each in delta.changes
    )


def _shown(value: Any) -> str:
    if value is None or value == "":
        return "nothing"
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def _what(entry: Any, fields: tuple[tuple[str, str, str], ...]) -> str:
    if entry.history_type == "+":
        return "added"
    if any(name == "removed" for name, _, _ in fields):
        return "brought back" if entry.removed is None else "removed"
    return "changed"
