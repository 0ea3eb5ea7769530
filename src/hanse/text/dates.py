"""When was this text made? Dates in a file's name and in a text's opening lines, as EDTF."""

from __future__ import annotations

import re
from datetime import date as calendar_date

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")
_NAMED = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_.]?(?:(0[1-9]|1[0-2])(?:[-_.]?([0-2]\d|3[01]))?)?(?!\d)")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier enero ene januar января gennaio janeiro gener ocak يناير",
            "february feb février fevrier févr febrero februar февраля febbraio fevereiro febrer şubat فبراير",
            "march mar mars marzo märz marz марта março març mart مارس",
            "april apr avril avr abril abr апреля aprile nisan أبريل",
            "may mai mayo мая maggio maio maig mayıs مايو",
            "june jun juin junio juni июня giugno junho juny haziran يونيو",
            "july jul juillet juil julio juli июля luglio julho juliol temmuz يوليو",
            "august aug août aout agosto августа agost ağustos أغسطس",
            "september sep sept septembre septiembre setiembre сентября settembre setembro setembre eylül سبتمبر",
            "october oct octobre octubre oktober okt октября ottobre outubro ekim أكتوبر",
            "november nov novembre noviembre ноября novembro kasım نوفمبر",
            "december dec décembre decembre déc diciembre dic dezember dez декабря dicembre dezembro desembre aralık "
            "ديسمبر",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"(?<![\d–-])(\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|d['’])?({_MONTH})\.?,?\s+(?:de\s+|del\s+)?((?:19|"
    rf"20)\d{{2}})\b",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{{2}})\b", re.IGNORECASE)
_MONTH_ONLY = re.compile(rf"\b({_MONTH})\.?,?\s+(?:de\s+)?((?:19|20)\d{{2}})\b", re.IGNORECASE)
_CHINESE = re.compile(r"((?:19|20)\d{2})\s?年\s?(\d{1,2})\s?月\s?(?:(\d{1,2})\s?日)?")
_ISO = re.compile(r"\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b")


def is_date(text: str) -> bool:
    """True for a whole or partial calendar date in EDTF: "2018", "2018-07", "2018-07-11", with ~ or ? for doubt."""
    match = _EDTF.fullmatch(text.strip())
    if not match:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        calendar_date(year, month, day)
    except ValueError:
        return False
    return True


def date_in_name(name: str) -> str | None:
    """The EDTF date in a file's name ("2018-03-05 zero draft.txt", "20180305", "2018-03"), or None."""
    best: str | None = None
    for match in _NAMED.finditer(name):
        written = "-".join(part for part in match.groups() if part)
        if is_date(written) and (best is None or len(written) > len(best)):
            best = written
    return best


def date_in_opening(lines: list[str]) -> str | None:
    """The EDTF date that stands on a line of its own, or ends one, among the opening lines; a suggestion only.

    Dates in running sentences (of meetings, of resolutions cited) and ranges of days are passed over.
    """
    for line in lines[:12]:
        line = line.strip()
        if len(line) > 90 or re.search(r"\d\s?[–-]\s?\d{1,2}\s+\w+\s+\d{4}|\b(?:and|to|et|au|y|al)\s+\d{1,2}\s", line):
            continue
        found = date_in(line)
        if found and (len(line) < 50 or re.search(r"\d{4}[\s)\].]*$", line)):
            return found
    return None


def date_in(text: str) -> str | None:
    """The first date written out in a text, as EDTF, or None."""
    found: list[tuple[int, str]] = []
    for pattern, order in (
        (_ISO, "ymd"),
        (_DAY_FIRST, "dmy"),
        (_MONTH_FIRST, "mdy"),
        (_CHINESE, "ymd"),
        (_MONTH_ONLY, "my"),
    ):
        if match := pattern.search(text):
            parts = dict(zip(order, match.groups(), strict=False))
            month = parts.get("m") or ""
            number = int(month) if month.isdigit() else _MONTHS.get(month.lower(), 0)
            written = f"{parts['y']}-{number:02d}" + (f"-{int(parts['d']):02d}" if parts.get("d") else "")
            if is_date(written):
                found.append((match.start(), written))
    return min(found, key=lambda pair: (pair[0], -len(pair[1])))[1] if found else None
