"""What was written past the models? What touches many rows at once, which no signal tells of, is counted.

A queryset's ``bulk_create``, ``update`` and ``delete`` reach the database without a model's being saved. Each statement
that writes to the table of a record is counted here; what remains when those acts are taken off that were noted for
single records is one row of the log, which says how many records were written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction
from django.db.backends.signals import connection_created
from django.utils.translation import gettext_noop

from hanse.workspace.audit.models import Verb
from hanse.workspace.audit.pending import Act, act

QUIET = {"accounts_user": {"last_login"}, "api_token": {"used"}}
"""Columns that alone are not a change of a record: a sign-in is logged as such."""
_VERBS = {"INSERT": Verb.ADDED, "UPDATE": Verb.CHANGED, "DELETE": Verb.DELETED}
_WRITES = re.compile(
    r'(?:INSERT (?:OR IGNORE )?INTO|UPDATE|DELETE FROM) "(?P<table>\w+)"'
    r"(?: SET (?P<set>.*?) WHERE | \((?P<named>[^)]*)\))?",
    re.DOTALL,
)
_COLUMN = re.compile(r'"(\w+)" = ')


class Counted:
    """A statement that wrote ``count`` rows of a record's table; it waits among what is to be called on commit."""

    def __init__(self, label: str, verb: Verb, count: int, person: Any) -> None:
        self.label, self.verb, self.count, self.person = label, verb, count, person

    def __call__(self) -> None:
        """After the commit it was weighed already."""


class Unsigned:
    """Counts what is written to the tables of records, by table and label."""

    def __init__(self, tables: dict[str, str], person: Callable[[], Any]) -> None:
        self.tables, self.person = tables, person

    def listen(self) -> None:
        connection_created.connect(self.attend, weak=False)

    def attend(self, connection: Any, **_: Any) -> None:
        if self.count not in connection.execute_wrappers:
            connection.execute_wrappers.append(self.count)

    def count(self, execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        """Around every statement."""
        done = execute(sql, params, many, context)
        if sql.startswith(("INSERT ", "UPDATE ", "DELETE ")) and not many:
            self._note(sql, params, context)
        return done

    def _note(self, sql: str, params: Any, context: dict[str, Any]) -> None:
        said = _WRITES.match(sql)
        label = self.tables.get(said["table"]) if said else None
        if label is None:
            return
        count = context["cursor"].rowcount
        if said["named"] and " RETURNING " in sql and context["connection"].vendor == "sqlite":
            count = len(params or ()) // (said["named"].count(",") + 1)  # SQLite counts them as they are fetched
        if count <= 0:
            return
        if said["set"] and set(_COLUMN.findall(said["set"])) <= QUIET.get(said["table"], set()):
            return
        verb = _VERBS[sql[:6]]
        connection, written = context["connection"], Counted(label, verb, count, self.person())
        if connection.in_atomic_block:
            transaction.on_commit(written)
        else:
            transaction.on_commit(act(verb, person=written.person, model=label, count=count, said=SAID))


SAID = gettext_noop("many at once")


def remaining(acts: Iterable[Act], written: Iterable[Counted]) -> list[Act]:
    """One act for each kind of record of which more was written than was noted."""
    found: dict[tuple[str, Verb], Counted] = {}
    for each in written:
        held = found.setdefault((each.label, each.verb), Counted(each.label, each.verb, 0, each.person))
        held.count += each.count
    for each in (each for each in acts if each.stated):
        verb = each.verb if each.verb in (Verb.ADDED, Verb.DELETED) else Verb.CHANGED
        if (each.label, verb) in found:
            found[each.label, verb].count -= each.count
    left = (each for each in found.values() if each.count > 0)
    return [act(each.verb, person=each.person, model=each.label, count=each.count, said=SAID) for each in left]
