"""How does an act come into the log? It is noted where it is done, and written when its transaction is committed.

Row and log are one transaction: neither is ever there without the other, whatever dies in between. The rows of the log
are written as the very last thing before the commit (`hanse.workspace.audit.engines`), so that on PostgreSQL the lock
on the log's end is held for the time of a commit, and not for that of an import. What is rolled back, to a savepoint
or whole, was not done and is not logged: acts wait in Django's own list of what is to be called on commit.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import connection as default
from django.db import transaction
from django.utils import timezone

from hanse.workspace.audit import anchors
from hanse.workspace.audit.chain import append


class Act:
    """One thing that was done. Called after the commit."""

    def __init__(self, *row: Any) -> None:
        self.row = row
        self.written = False
        self.end: tuple[int, str] | None = None
        """Where the log ended with it, on the last act of a transaction."""

    def __call__(self) -> None:
        if not self.written:  # outside a transaction, or in a database that was set up without our engine
            with transaction.atomic():
                write(default, [self])
        if self.end is not None and self.end[0] and not default.in_atomic_block:
            anchors.keep(*self.end)


def note(
    verb: str,
    *,
    person: Any = None,
    email: str = "",
    model: str = "",
    record: Any = "",
    count: int = 1,
    states: tuple[int, int] | None = None,
    state: str = "",
    said: str = "",
    at: datetime | None = None,
) -> None:
    """Note that ``person`` did something: ``verb``, on which record, and a digest of what was written.

    ``person`` is a User, or None for the workspace itself; ``email`` says whose address was given where nobody is
    signed in. Nothing that is restricted goes into ``said``.
    """
    who, email = (person.pk, person.email) if person is not None else (None, email)
    first, last = states or (None, None)
    row = (at or timezone.now(), who, email, str(verb), model, str(record), count, first, last, state, said[:200])
    transaction.on_commit(Act(*row))


def waiting(connection: Any) -> list[Act]:
    """The acts of the open transaction that are not written yet, in their order."""
    acts = (each for _, each, _ in connection.run_on_commit)
    return [each for each in acts if isinstance(each, Act) and not each.written]


def settle(connection: Any = default) -> None:
    """Write the acts that wait in the open transaction: before a commit, and before the log is read."""
    if acts := waiting(connection):
        write(connection, acts)


def write(connection: Any, acts: list[Act]) -> None:
    end = append(connection, [each.row for each in acts])
    for each in acts:
        each.written = True
    acts[-1].end = end
