"""Who of the threads of a process writes next to SQLite? Whoever waited, at once.

SQLite lets writers wait by sleeping, longer each time, while the database lies idle. Here a thread that ends its
transaction wakes one that waits. Between processes SQLite's own waiting stays; of a turn that nobody gives back in time
it is the judge.
"""

from __future__ import annotations

import threading
import weakref

_locks: dict[str, threading.Lock] = {}


class Turn:
    """A connection's turn to write."""

    def __init__(self) -> None:
        self._given_back: weakref.finalize | None = None

    def wait(self, database: str, seconds: float) -> None:
        """Take the turn for a database, which is named by its file; after so many seconds go on without it."""
        lock = _locks.setdefault(database, threading.Lock())
        if lock.acquire(timeout=seconds):
            self._given_back = weakref.finalize(self, lock.release)

    def over(self) -> None:
        """Give the turn back, where it was had. A connection that is gone gives it back by itself."""
        if self._given_back is not None:
            given_back, self._given_back = self._given_back, None
            given_back()
