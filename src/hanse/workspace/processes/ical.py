"""How are events written so that calendar programs read them? In the lines of iCalendar (RFC 5545).

Written here and not by a library, for a feed of thousands of events is asked for again every few hours; the tests read
it with one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

WIDEST = 74
"""Octets of a line; what is longer goes on in the next, after a space."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")
"""RFC 5545 has no place for them in a text."""
_LETTERS = re.compile(r"\\.|.", re.DOTALL)

Property = tuple[str, str]
"""The name of a property, with its parameters, and its value as it is written."""


def text(given: str) -> str:
    """A text as a value: control characters are spaces, and what means something to iCalendar is escaped."""
    return _CONTROL.sub(" ", given.replace("\r\n", "\n")).translate(_ESCAPED)


def moment(when: datetime) -> str:
    """A moment, in UTC: 20180711T160000Z."""
    return f"{when.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def whole_day(day: date) -> str:
    return f"{day:%Y%m%d}"


def before(span: timedelta) -> str:
    """A time before something, in whole days or whole hours: -P3D, -PT2H."""
    return f"-P{span.days}D" if span.days else f"-PT{span.seconds // 3600}H"


def component(name: str, properties: Iterable[Property], parts: Iterable[str] = ()) -> str:
    """A component with its properties in their order, and the components within it, as its lines."""
    lines = [f"BEGIN:{name}", *(_folded(f"{key}:{value}") for key, value in properties)]
    return "\r\n".join([*lines, ""]) + "".join(parts) + f"END:{name}\r\n"


def _folded(line: str) -> str:
    if len(line) <= WIDEST and (line.isascii() or len(line.encode()) <= WIDEST):
        return line
    return "\r\n ".join(_widths(line))


def _widths(line: str) -> Iterator[str]:
    """The pieces of a line: neither a letter nor an escaped one is ever parted."""
    piece, wide = "", 0
    for letter in _LETTERS.findall(line):
        octets = len(letter.encode())
        if wide + octets > WIDEST:
            yield piece
            piece, wide = "", 1
        piece, wide = piece + letter, wide + octets
    yield piece
