"""Which numbers in the margin only count the lines of the page?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_NUMBERED = re.compile(r"\s{0,12}(\d{1,4})(?:(?:\s+|\t)(?=\S)|\s*$)")
_FEWEST = 6


def line_numbers(lines: Sequence[str]) -> dict[int, tuple[str, int]]:
    """Place of a line to its number in the margin and the characters it takes; empty where lines are not counted.

    Lines are counted where nearly all of them, or every fifth, begin with a bare number that goes up by one, or five;
    counting may begin anew on each page.
    """
    found = {place: match for place, line in enumerate(lines) if (match := _NUMBERED.match(line))}
    filled = sum(bool(line.strip()) for line in lines)
    if len(found) < _FEWEST:
        return {}
    values = [int(match.group(1)) for match in found.values()]
    for step, share in ((1, 0.7), (5, 0.12)):
        onward = sum(after - before == step or after == step for before, after in pairwise(values))
        if onward >= 0.9 * (len(values) - 1) and values[0] in (step, 1, 0) and len(values) >= share * filled:
            return {place: (match.group(1), match.end()) for place, match in found.items()}
    return {}
