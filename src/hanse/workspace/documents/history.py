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
    return [_change(entry, before) for entry, before in zip(entries, [*entries[1:], None], strict=True)]


def _change(entry: Any, before: Any) -> Change:
    who = str(entry.history_user or "the workspace")
    fields = _fields(entry, before) if before is not None else ()
    return Change(who, entry.history_date, _what(entry, before), fields)


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
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _what(entry: Any, before: Any) -> str:
    """Removal is a field that no form has, so no list of changed fields shows it."""
    if before is None or entry.history_type == "+":
        return "added"
    gone, was_gone = getattr(entry, "removed", None), getattr(before, "removed", None)
    if bool(gone) != bool(was_gone):
        return "removed" if gone else "brought back"
    return "changed"
