"""How much work is it? Counted in calls, which are as many on a slow or a busy machine as on any other."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable


def calls(work: Callable[[], object]) -> int:
    """So many functions ``work`` calls, Python's own among them; what happens inside of one call is not seen."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return pstats.Stats(profile).total_calls
