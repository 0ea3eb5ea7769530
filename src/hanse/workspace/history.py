"""Who changed what about a record, when, and why?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

SILENT = {"symbol_key", "words", "added", "sha256", "first", "last", "folded", "made", "removed", "merged_into"}
"""Fields that follow from others, or that the entry tells in a word."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry: who, when, ``what`` in a word, why; for each field its name, what stood there, what stands there now.

    ``entry`` is the number of the state that it made, ``now`` whether the record still stands so.
    """

    who: str
    when: datetime
    what: str
    fields: tuple[tuple[str, str, str], ...]
    why: str = ""
    entry: int = 0
    now: bool = False


def changes(record: Any) -> list[Change]:
    """The history of a record that keeps one, newest first."""
    entries = list(record.history.select_related("history_user").order_by("-history_date", "-history_id"))
    told = zip(entries, [*entries[1:], None], strict=True)
    return [_change(entry, before, place == 0) for place, (entry, before) in enumerate(told)]


def _change(entry: Any, before: Any, now: bool) -> Change:
    who = str(entry.history_user or _("the workspace"))
    fields = _fields(entry, before) if before is not None else ()
    why = entry.history_change_reason or ""
    return Change(who, entry.history_date, _what(entry, before), fields, why, entry.history_id, now)


def _fields(entry: Any, before: Any) -> tuple[tuple[str, str, str], ...]:
    model = entry.instance_type
    held = {field.name for field in model._meta.get_fields()}
    delta = entry.diff_against(before, excluded_fields=SILENT & held, foreign_keys_are_objs=True)
    return tuple(_told(model._meta.get_field(each.field), each.old, each.new) for each in delta.changes)


def _told(field: Any, old: Any, new: Any) -> tuple[str, str, str]:
    names = dict(field.flatchoices) if field.choices else {}
    return (str(field.verbose_name), _shown(names.get(old, old)), _shown(names.get(new, new)))


def _shown(value: Any) -> str:
    if value is None or value == "":
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return number_format(value, force_grouping=True) if isinstance(value, Decimal) else str(value)


def _what(entry: Any, before: Any) -> str:
    """Removal is a field that no form has, so no list of changed fields shows it."""
    if before is None or entry.history_type == "+":
        return pgettext("somebody did", "added")
    if getattr(entry, "merged_into_id", None) != getattr(before, "merged_into_id", None):
        if entry.merged_into_id:
            return pgettext("somebody did", "merged into %(record)s") % {"record": entry.merged_into}
        return pgettext("somebody did", "took a merge back")
    gone, was_gone = getattr(entry, "removed", None), getattr(before, "removed", None)
    if bool(gone) != bool(was_gone):
        return pgettext("somebody did", "removed") if gone else pgettext("somebody did", "brought back")
    return pgettext("somebody did", "deleted") if entry.history_type == "-" else pgettext("somebody did", "changed")
