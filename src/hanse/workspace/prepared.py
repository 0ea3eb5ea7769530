"""How is a question that is asked all the time put to the database without being made anew? Compiled once, then filled.

To make SQL of a queryset with its joins takes several times as long as to have it answered.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.query import get_related_populators


class Slot(str):
    """Where a value goes that is not known yet. It passes through a field of text as it is."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    """SQL, its parameters with slots, and how rows become records: all that is the same at every asking."""

    sql: str
    params: tuple[Any, ...]
    compiler: Any
    converters: Any
    names: list[str]
    own: slice
    tied: list[Any]


class Prepared:
    """A queryset over named texts (keys, digests), as ``Prepared(lambda key: Actor.objects.filter(pk=key))``.

    The queryset is made once in each thread, so nothing in it may depend on the moment or the visitor: no dates of
    today, no ``visible_to``. Slots stand for values of text columns; raises ValueError where a lookup, as ``__iexact``,
    leaves none. ``locked`` is put behind the SQL: "FOR SHARE", where PostgreSQL is asked.
    """

    def __init__(self, made: Callable[..., QuerySet[Any]], locked: str = "") -> None:
        self.made = made
        self.locked = locked
        self.held = threading.local()

    def all(self, **said: str) -> list[Any]:
        """The records, as the queryset would bring them."""
        asked = self._compiled(tuple(said))
        with connection.cursor() as cursor:
            cursor.execute(asked.sql, [said[each] if isinstance(each, Slot) else each for each in asked.params])
            rows = cursor.fetchall()
        return [_record(asked, row) for row in asked.compiler.apply_converters(rows, asked.converters)]

    def first(self, **said: str) -> Any:
        """The first of them, or None."""
        return next(iter(self.all(**said)), None)

    def _compiled(self, names: tuple[str, ...]) -> _Compiled:
        found: _Compiled | None = getattr(self.held, connection.vendor, None)
        if found is None:
            found = _compile(self.made(**{name: Slot(name) for name in names}), self.locked)
            if lost := set(names) - {str(each) for each in found.params if isinstance(each, Slot)}:
                raise ValueError(f"no slot is left for {sorted(lost)}: a lookup or field made another value of it")
            setattr(self.held, connection.vendor, found)
        return found


def _compile(asked: QuerySet[Any], locked: str) -> _Compiled:
    compiler = asked.query.get_compiler(connection=connection)
    sql, params = compiler.as_sql()
    of, place = compiler.klass_info, compiler.klass_info["select_fields"]
    own = slice(place[0], place[-1] + 1)
    return _Compiled(
        f"{sql} {locked}".rstrip(),
        tuple(params),
        compiler,
        compiler.get_converters([column[0] for column in compiler.select]),
        [column[0].target.attname for column in compiler.select[own]],
        own,
        get_related_populators(of, compiler.select, connection.alias),
    )


def _record(asked: _Compiled, row: Any) -> Any:
    record = asked.compiler.klass_info["model"].from_db(connection.alias, asked.names, row[asked.own])
    for each in asked.tied:
        each.populate(row, record)
    return record
