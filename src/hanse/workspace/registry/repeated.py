"""Which ties say the same thing twice, or nothing at all? What a merge leaves to be removed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.db import models

from hanse.workspace.registry.kinds import kinds_of
from hanse.workspace.registry.models import Actor, Record


def says_nothing(tie: Record) -> bool:
    """Whether a tie ties an actor to itself: a network as its own member."""
    ends = [
        getattr(tie, field.attname)
        for field in tie._meta.concrete_fields
        if field.is_relation and field.related_model is Actor and not field.null
    ]
    return len(ends) > 1 and len(set(ends)) == 1


def repeated(standing: list[Any], moved: set[Any]) -> Iterator[tuple[Any, Any]]:
    """Pairs (going, staying) of records in which the first says nothing that the second does not say.

    Of two that say the same, the one that was there before stays.
    """
    alike = defaultdict(list)
    for each in sorted(standing, key=lambda each: (each.pk in moved, each.pk)):
        alike[_ends(each)].append(each)
    for group in alike.values():
        gone: set[Any] = set()
        for going in reversed(group):
            for staying in group:
                if staying is not going and staying.pk not in gone and within(going, staying):
                    gone.add(going.pk)
                    yield going, staying
                    break


def within(going: Record, staying: Record) -> bool:
    """Whether every column of the one is empty or the same in the other; who may see them must be the same."""
    if going.handling != staying.handling:
        return False
    return all(
        getattr(going, column) in ("", None) or getattr(going, column) == getattr(staying, column)
        for column in _columns(type(going))
    )


def _ends(record: Record) -> tuple[Any, ...]:
    return tuple(getattr(record, field.attname) for field in record._meta.concrete_fields if _required(field))


def _required(field: models.Field) -> bool:
    return field.is_relation and not field.null


@cache
def _columns(model: type[Record]) -> tuple[str, ...]:
    """All that a record of the model says: what its kinds ask for, documents that it names, and its note."""
    names = {name for kind in kinds_of(model) for name in kind.columns} | {"note"}
    more = {field.name for field in model._meta.concrete_fields if field.is_relation}
    held = {field.name: field.attname for field in model._meta.concrete_fields}
    return tuple(sorted(held[name] for name in names | more))
