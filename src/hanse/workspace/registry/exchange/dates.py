"""Which date does this cell write? Dates as people write them, to EDTF; one that can mean two days is refused."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from django.utils.dates import MONTHS
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from hanse.errors import HanseError
from hanse.text.dates import days
from hanse.workspace.languages import day as written
from hanse.workspace.registry.exchange.months import folded, months

Edge = Literal["", "since", "until"]
_SAID = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_NOTHING, _ONGOING, _LINKS = (frozenset(_SAID[name]) for name in ("nothing", "ongoing", "of"))


def _before(words: Iterable[str]) -> re.Pattern[str]:
    """One of the words, and a space or a figure after it."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?::?\s+(?=\S)|(?=\d))", re.IGNORECASE)


_SINCE, _UNTIL, _ABOUT, _IN = (_before(_SAID[name]) for name in ("since", "until", "about", "in"))
_FIRST_SERIAL, _LAST_SERIAL = 18_264, 62_092
"""Excel's numbers of 1 January 1950 and of 31 December 2069."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the other cells of a column tell: whether day or month comes first, and what "2010/11" is there."""

    numeric: Literal["", "day first", "month first"] = ""
    slashed: Literal["", "month", "years"] = ""


def order_of(cells: Iterable[str]) -> Order:
    """What a column settles by those of its cells that can be read one way only; nothing where they disagree."""
    numeric, slashed = set(), set()
    for cell in map(_plain, cells):
        if match := _NUMERIC.fullmatch(cell):
            one, two = int(match[1]), int(match[3])
            numeric |= {"day first"} if one > 12 >= two else {"month first"} if two > 12 >= one else set()
        elif match := _SLASHED.fullmatch(cell):
            years, month = _are_years(match), 1 <= int(match[2]) <= 12
            slashed |= {"years"} if years and not month else {"month"} if month and not years else set()
    return Order(
        *(next(iter(told)) if len(told) == 1 else "" for told in (numeric, slashed))  # type: ignore[arg-type]
    )


def edtf(cell: str, order: Order | None = None, edge: Edge = "") -> str:
    """The date of a cell as EDTF, "" where it says that none is known; raises HanseError where it cannot be read.

    ``order`` is what its column settles; ``edge`` whether it is a beginning or an end: "2018/19" began about 2018 and
    ended about 2019.
    """
    text = _plain(cell)
    if folded(text) in _NOTHING or not text or (edge == "until" and folded(text) in _ONGOING):
        return ""
    for word in (*((_SINCE,) if edge != "until" else ()), *((_UNTIL,) if edge != "since" else ())):
        text = _after(word, text)
    about = bool(_ABOUT.match(text))
    text = _after(_IN, _after(_ABOUT, text))
    for read in (_whole, _year_first, _numeric, _slashed, _serial, _decade, _worded):
        if found := read(text, order or Order(), edge):
            if days(found) is None:
                raise HanseError(_("“%(cell)s” is no day of the calendar") % {"cell": cell}, do=_("correct it"))
            return found if not about or found[-1] in "~?%" else f"{found}~"
    raise HanseError(
        _("“%(cell)s” is no date that can be read") % {"cell": cell}, do=_("write it as 2018-07-11, 2018-07 or 2018")
    )


def _after(words: re.Pattern[str], text: str) -> str:
    found = words.match(text)
    return text[found.end() :] if found else text


def _plain(cell: str) -> str:
    """One line, European digits, no hour."""
    digits = "".join(str(_digit(each)) if each.isdecimal() else each for each in cell)
    text = " ".join(digits.replace("\u200f", "").replace("\u200e", "").split())
    text = re.sub(r"(?<=\d)\.\s+(?=\d)", ".", text)
    return re.sub(r"(?<=\d)[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$", "", text)


def _digit(character: str) -> int:
    return int(character)


def _whole(text: str, order: Order, edge: Edge) -> str:
    """EDTF as it is, and a year that a spreadsheet made a number."""
    text = re.sub(r"^(\d{4})\.0+$", r"\1", text)
    return text if days(text) else ""


_YEAR_FIRST = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})")
_YEAR_MONTH = re.compile(r"(\d{4})[-.](\d{1,2})")
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(?:(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日일号]?)?)?")
_VIETNAMESE = re.compile(r"(?:ngày\s+)?(?:(\d{1,2})\s+)?tháng\s+(\d{1,2})(?:,|\s+năm)?\s+(\d{4})", re.IGNORECASE)
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")


def _year_first(text: str, order: Order, edge: Edge) -> str:
    if match := _YEAR_FIRST.fullmatch(text):
        return _date(match[1], match[3], match[4])
    if match := _YEAR_MONTH.fullmatch(text) or _EAST_ASIAN.fullmatch(text) or _COMPACT.fullmatch(text):
        return _date(*(each for each in match.groups() if each))
    if match := _VIETNAMESE.fullmatch(text):
        return _date(*(each for each in reversed(match.groups()) if each))
    return ""


_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})\.?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{2}")


def _numeric(text: str, order: Order, edge: Edge) -> str:
    """With points the day comes first; else whatever the figures or the column say."""
    if match := _MONTH_YEAR.fullmatch(text):
        return _date(match[2], match[1])
    if _SHORT_YEAR.fullmatch(text):
        wrong = _("“%(cell)s” leaves open which century it means") % {"cell": text}
        raise HanseError(wrong, do=_("write the year with four figures"))
    match = _NUMERIC.fullmatch(text)
    if not match:
        return ""
    one, two, year = match[1], match[3], match[4]
    if match[2] == "." or int(one) > 12 or int(one) == int(two):
        return _date(year, two, one)
    if int(two) > 12:
        return _date(year, one, two)
    if order.numeric:
        return _date(year, *((two, one) if order.numeric == "day first" else (one, two)))
    first, second = _date(year, two, one), _date(year, one, two)
    said = {"cell": text, "one": written(first).removesuffix(f" {year}"), "other": written(second)}
    do = _("write %(one)s or %(other)s, or say for the column which comes first") % {"one": first, "other": second}
    raise HanseError(_("“%(cell)s” can be %(one)s or %(other)s") % said, do=do)


_SLASHED = re.compile(r"(\d{4})\s*[/–-]\s*(\d{2}|\d{4})")


def _slashed(text: str, order: Order, edge: Edge) -> str:
    """ "2018/19": of two years running, the beginning or the end, as an approximate one."""
    match = _SLASHED.fullmatch(text)
    if not match:
        return ""
    years, month = _are_years(match), len(match[2]) == 2 and 1 <= int(match[2]) <= 12
    if years and month and not order.slashed:
        said = {"cell": text, "month": written(f"{match[1]}-{match[2]}")}
        said |= {"year": match[1], "next": str(int(match[1]) + 1)}
        raise HanseError(
            _("“%(cell)s” can be %(month)s or the two years %(year)s and %(next)s") % said,
            do=_("write %(one)s or %(other)s") % {"one": f"{match[1]}-{match[2]}", "other": match[1]},
        )
    if month and not (years and order.slashed == "years"):
        return _date(match[1], match[2])
    if years:
        return f"{int(match[1]) + (edge == 'until')}~"
    wrong = _("“%(cell)s” is a time between two dates") % {"cell": text}
    raise HanseError(wrong, do=_("put its beginning and its end into two columns"))


def _are_years(match: re.Match[str]) -> bool:
    """Whether the second figure is the year after the first."""
    return str(int(match[1]) + 1).endswith(match[2])


def _serial(text: str, order: Order, edge: Edge) -> str:
    """A spreadsheet's number of a day: days since 30 December 1899."""
    match = re.fullmatch(r"(\d{5})(?:\.\d+)?", text)
    if not match or not _FIRST_SERIAL <= int(match[1]) <= _LAST_SERIAL:
        return ""
    return (date(1899, 12, 30) + timedelta(int(match[1]))).isoformat()


def from_numbers(cells: Iterable[str]) -> tuple[str, str]:
    """The first cell that holds a spreadsheet's number of a day, and the first that holds a day as one number; ""."""
    serial = compact = ""
    for cell in map(_plain, cells):
        serial = serial or (cell if _serial(cell, Order(), "") else "")
        compact = compact or (cell if _COMPACT.fullmatch(cell) else "")
    return serial, compact


def _decade(text: str, order: Order, edge: Edge) -> str:
    match = re.fullmatch(r"(\d{3})0['’]?(?:s|er|-er)", text)
    return f"{match[1]}X" if match else ""


_WORDS = re.compile(r"\d+|[^\s\d,;./º°–-]+")


def _worded(text: str, order: Order, edge: Edge) -> str:
    """ "March 2018", "12 mars 2018", "March 12, 2018", in any of the languages."""
    figures, month = [], None
    for word in _WORDS.findall(text):
        if word.isdigit():
            figures.append(word)
        elif (found := months().get(folded(word))) and month is None:
            month = found
        elif folded(word) not in _LINKS:
            return ""
    years = [each for each in figures if len(each) == 4]
    rest = [each for each in figures if len(each) <= 2]
    if month is None or len(years) != 1 or len(years) + len(rest) != len(figures) or len(rest) > 1:
        return ""
    if len(month) > 1:
        several = get_text_list([str(MONTHS[each]) for each in sorted(month)], _("or"))
        wrong = _("the month of “%(cell)s” is %(months)s, by its language") % {"cell": text, "months": several}
        raise HanseError(wrong, do=_("write the month as a figure"))
    return _date(years[0], str(min(month)), *rest)


def _date(year: str, month: str = "", day: str = "") -> str:
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
