"""What does a worker keep in order without being asked? Upkeep: registered by the apps, done whenever no job waits.

A piece of upkeep is a function without arguments that looks for itself what is out of order, puts a little of it right,
and says whether there is more. What nobody told of, or a worker died at, is made good at the next look.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

log = logging.getLogger(__name__)
Piece = Callable[[], bool]
PIECES: list[Piece] = []
PAUSE = 3.0
"""Seconds between two looks while nothing is out of order."""


def upkeep(function: Piece) -> Piece:
    """Register upkeep: ``@upkeep`` in a module ``work.py`` of an app."""
    PIECES.append(function)
    return function


class Upkeep:
    """Looks at once, then as long as there is more to do, then now and then."""

    looked = 0.0

    @property
    def due(self) -> bool:
        return not self.looked or time.monotonic() - self.looked >= PAUSE

    def look(self) -> bool:
        """Do a little of every piece; whether there is more."""
        more = [_done(each) for each in PIECES]
        self.looked = 0.0 if any(more) else time.monotonic()
        return any(more)


def _done(piece: Piece) -> bool:
    try:
        return piece()
    except Exception:  # upkeep that fails must not keep jobs from being done
        log.exception("%s failed", piece.__qualname__)
        return False
