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
        self.verb, self.label, self.count = row[3], row[4], row[6]
        self.stated = bool(row[9])
        """Whether it tells of a state that was written, and so of a statement that wrote it."""
        self.written = False
        self.end: tuple[int, str] | None = None
        """Where the log ended with it, on the last act of a transaction."""

    def __call__(self) -> None:
        if not self.written:  # outside a transaction, or in a database that was set up without our engine
            with transaction.atomic():
                write(default, [self])
        if self.end is not None and self.end[0] and not default.in_atomic_block:
            anchors.keep(*self.end)


def note(verb: str, **said: Any) -> None:
    """Note that somebody did something, in the transaction that is open; what is said is that of `act`."""
    transaction.on_commit(act(verb, **said))


def act(
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
) -> Act:
    """That ``person`` did something: ``verb``, on which record, and a digest of what was written.

    ``person`` is a User, or None for the workspace itself; ``email`` says whose address was given where nobody is
    signed in. Nothing that is restricted goes into ``said``.
    """
    who, email = (person.pk, person.email) if person is not None else (None, email)
    first, last = states or (None, None)
    return Act(at or timezone.now(), who, email, str(verb), model, str(record), count, first, last, state, said[:200])


def settle(connection: Any = default) -> None:
    """Write the acts that wait in the open transaction: before a commit, and before the log is read."""
    from hanse.workspace.audit.unsigned import Counted, remaining

    called = [each for _, each, _ in connection.run_on_commit]
    acts = [each for each in called if isinstance(each, Act) and not each.written]
    counted = [each for each in called if isinstance(each, Counted) and each.count]
    if acts or counted:
        more = remaining(acts, counted)
        for each in counted:
            each.count = 0
        if acts or more:
            write(connection, [*acts, *more])


def write(connection: Any, acts: list[Act]) -> None:
    end = append(connection, [each.row for each in acts])
    for each in acts:
        each.written = True
    acts[-1].end = end
