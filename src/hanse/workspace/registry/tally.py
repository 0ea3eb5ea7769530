"""How many of a kind does somebody see on a day? Counted once, and anew as soon as anything it depends on has changed.

A count of 200,000 records takes longer than the rest of a page. It is kept under a stamp of every history that could
change it, whoever writes: a record is never written past its history. Within a transaction nothing is kept, for it may
never come to be.
"""

from __future__ import annotations

from datetime import date
from functools import cache as once
from hashlib import sha256
from typing import Any

from django.apps import apps
from django.core.cache import cache
from django.db import connection, transaction

from hanse.workspace.accounts.rights import sight_key
from hanse.workspace.registry.as_of import Count
from hanse.workspace.registry.kind import Kind
from hanse.workspace.registry.models import Record
from hanse.workspace.registry.models.about import SaidOfRecords

KEPT_FOR = 24 * 3600
"""Seconds that a count is kept, where nothing changes."""


LARGE = 50_000
"""Records of a model that take so long to count that a page of many counts does not wait for it."""


def tally(kind: Kind, user: Any, day: date) -> Count:
    """All of a kind that a user sees on a day: those with documented dates, and those without, apart."""
    key = _key(kind, user, day)
    found = cache.get(key) if key else None
    if found is None:
        found = _counted(kind, user, day)
        if key:
            cache.set(key, found, KEPT_FOR)
    return found


def at_hand(kind: Kind, user: Any, day: date) -> Count | None:
    """The same where it is kept, or soon counted; None where it is to be asked for by itself."""
    large = kind.model._base_manager.count() > LARGE
    if large and (key := _key(kind, user, day)) and cache.get(key) is None:
        return None
    return tally(kind, user, day)


def _key(kind: Kind, user: Any, day: date) -> str:
    """What a count is kept under; "" where none is kept."""
    if transaction.get_connection().in_atomic_block:
        return ""
    when = day.isoformat() if kind.timed else "always"
    told = "-".join([kind.plural, when, sight_key(user), *_stamp(kind.model)])
    return f"tally-{sha256(told.encode()).hexdigest()}"


def _counted(kind: Kind, user: Any, day: date) -> Count:
    records = kind.records()
    if isinstance(records, SaidOfRecords):
        return Count(records.number(user), 0)
    return kind.counted(records.visible_to(user), day)


def _stamp(model: type[Record]) -> list[str]:
    """Changes whenever a record does that decides what is seen of the model.

    The number of entries stands beside the latest: of two that write at once, the later may be seen first.
    """
    asked = []
    for each in decisive(model):
        entries, held = (_quoted(table._meta.db_table) for table in (each.history.model, each))
        asked += [f"(SELECT COUNT(*) FROM {entries})", f"(SELECT MAX(history_id) FROM {entries})"]
        asked += [f"(SELECT COUNT(*) FROM {held})"]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(asked)}")
        return [str(told or 0) for told in cursor.fetchone()]


def _quoted(table: str) -> str:
    return connection.ops.quote_name(table)


@once
def decisive(model: type[Record]) -> tuple[type[Record], ...]:
    """The models whose records can decide which records of a model are seen and counted: itself, and all that can be
    reached from it. What is said of records is seen with them: for that, every model of the registry."""
    if issubclass(model.objects._queryset_class, SaidOfRecords):
        return tuple(each for each in apps.get_models() if issubclass(each, Record))
    found = [model]
    for each in found:
        ends = [field.related_model for field in each._meta.concrete_fields if field.is_relation]
        found += dict.fromkeys(end for end in ends if issubclass(end, Record) and end not in found)
    return tuple(found)
