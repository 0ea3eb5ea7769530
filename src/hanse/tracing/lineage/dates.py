"""Which of two dates comes first, when a date may be a month or a year?

A partial date ("2018", "2018-07") is all the days that it may be. One text is earlier than another only where its last
possible day is before the other's first; else the order is not known, and nobody is given precedence.
"""

from __future__ import annotations

from collections.abc import Sequence

from hanse.text.dates import is_date

Days = tuple[str, str]
"""The first and the last day that a date may be, as "2018-07-01" and "2018-07-31"."""


def days(date: str | None) -> Days | None:
    """The days that an EDTF date may be; None for no date, and for what is none. Marks of doubt (~ ? %) are ignored."""
    if date is None or not is_date(date):
        return None
    plain = date.strip().rstrip("~?%")
    missing = len(plain) - len("2018")
    return plain + "-01-01"[missing:], plain + "-12-31"[missing:]


def before(one: Days, other: Days) -> bool:
    """True where ``one`` is surely earlier than ``other``."""
    return one[1] < other[0]


def earliest(dates: Sequence[Days]) -> list[int]:
    """The places of the dates that no other is surely earlier than, in their order."""
    ends = min((last for _, last in dates), default="")
    return [place for place, (first, _) in enumerate(dates) if first <= ends]
