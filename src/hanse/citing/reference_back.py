"""Does a note point back to a work that was cited before, with no more than a name and a page?"""

from __future__ import annotations

import re

from hanse.citing.reference import Reference
from hanse.citing.reference_marks import Marks
from hanse.citing.reference_names import authors

_BACK = re.compile(
    r"(?:,\s|\s\(|\s)(?:\b(?:op|ob|loc|art)\.\s?cit\b\.?|(?<=, )cit\.|\bsupra\b(?:,?\s(?:n|note|nota|nt)\.?\s?\d+)?"
    r"|\babove,?\s(?:n|note)\.?\s?\d+|\((?:n|nota|note|Fn\.?)\s\d+|\bprécitée?s?\b(?:,?\snote\s\d+)?|\ba\.\s?a\.\s?O\."
    r")\)?"
)
_SAME = re.compile(r"^(?:Ibid(?:em)?|Id|Idem|Ebd|Ebenda|Ibídem|Íd)\b\.?")
_PAGE = re.compile(r"(?<![\w/])(\d+(?:\s?[-–—]\s?\d+)?|[ivxl]+)(?![\w/])")
_QUOTED = re.compile(r"^(?P<who>[^“«„‘]*?),?\s*[“«„‘]\s*(?P<title>.+?)\s*,?[”»“’]?$")


def pointing_back(words: str, marks: Marks) -> Reference | None:
    """The names, the short title and the page of a note such as "Agier, op. cit., p. 33" or "Ibid., p. 14"; None where
    the note names a work in full, with its year."""
    rest = marks.rest
    if re.search(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)", rest):
        return None
    if same := _SAME.match(rest):
        return _said(words, marks, "", "", rest[same.end() :])
    back = _BACK.search(rest)
    if back is None:
        return None
    front = rest[: back.start()]
    quoted = _QUOTED.match(front)
    who, title = (quoted["who"], quoted["title"]) if quoted else _parted(front)
    return _said(words, marks, who, title, rest[back.end() :])


def _parted(front: str) -> tuple[str, str]:
    """Names and the short title behind them, which a comma parts."""
    who, _, title = front.partition(", ")
    return who, title.strip(" ,")


def _said(words: str, marks: Marks, who: str, title: str, after: str) -> Reference:
    page = _PAGE.search(after)
    people, others = authors(who)
    return Reference(
        words,
        authors=people,
        others=others,
        title=title,
        url=marks.url,
        pinpoint=re.sub(r"\s?[-–—]\s?", "–", page[1]) if page else "",
        number=marks.number,
    )
