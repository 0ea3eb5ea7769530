"""Where in a reference string do the authors, the year and the title stand? Told by the form of its style."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hanse.citing.reference_names import SUBBODY as _SUBBODY

_NO_YEAR = r"n\.\s?d\.|in press|forthcoming|s\.\s?f\.|s\.\s?d\."
_YEAR = rf"(?P<year>(?:1[5-9]|20)\d\d|{_NO_YEAR})(?P<suffix>-?[a-z])?"
_PAREN_YEAR = re.compile(
    r"^(?P<authors>[^“”\"()]{2,}?(?:\([^()\d]{2,40}\)[^“”\"()]*?)?)[\s,.]*[(\[](?:(?:1[5-9]|20)\d\d/"
    rf"|\[\d{{4}}\]\s)?{_YEAR}(?:[,/\s]\s?[^()]{{1,30}})?[)\]]"
    r"(?P<after>[.,:;]?\s+)(?P<rest>.+)$",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(
    rf"^(?P<authors>[^“”\"\d]{{2,}}?)(?:(?<=[.,])|(?<=\)))\s+{_YEAR}(?P<after>[.,:]\s+)(?!pp?\.|para)(?P<rest>\D.+)$",
    re.IGNORECASE,
)
_TITLE_WORDS = re.compile(
    r"\b[Rr]esolution\b|\b[Gg]eneral [Cc]omment\b|\bConvention\b|\bRegulation\b|\bTreaty\b|\bDeclaration\b"
)
_VANCOUVER = re.compile(
    r"^(?P<authors>(?:[^\s\d,.][^\d,.“”]*? [A-ZÀ-ÞĀ-Ž]{1,3}(?:-[A-Z])?(?:, (?=\S)|(?=\.|, et al)))+(?:,? et"
    r" al)?)\.\s+(?P<rest>.+)$"
)
_LATER_YEAR = re.compile(r"\(?\b(?P<year>(?:1[5-9]|20)\d\d)(?P<suffix>[a-z])?\b\)?")
_OPEN = "“«\"‘'"
_CLOSE = {"“": "”", "«": "»", '"': '"', "‘": "’", "'": "'"}
_SHORT = re.compile(
    r"(?:\b(?:[A-Z]|vs|No|no|Vol|vol|St|Dr|Mr|Mrs|Ms|eds?|Eds?|pp?|Prof|ca|cf|al|Inc|Ltd|Co|edn|rev|ser|Rep|Res"
    r"|Doc|Jr|Sr|UK|Univ|trans|art|para|paras|ch|Gen|Art|Supp|nos|tbl|[UN])\.|\b(?:[A-Z]\.)+)$"
)
_GIVEN_FIRST = re.compile(r"^(?:[A-ZÀ-ÞĀ-Ž]\.[\s-]?)+(?:[a-z]+\s){0,3}[A-ZÀ-ÞĀ-Ž]\w+")


@dataclass(frozen=True, slots=True)
class Head:
    authors: str
    year: str
    suffix: str
    title: str
    rest: str
    quoted: bool
    """The title stands in quotation marks: it is a part of something."""
    dated: bool
    """The year stands right after the authors."""


def head(text: str) -> Head:
    """A string without its marks, parted into authors, year, title and the rest."""
    for form in (_PAREN_YEAR, _BARE_YEAR):
        found = form.match(text)
        if found and _name_like(found["authors"]):
            title, rest, quoted = titled(found["rest"], commas=found["after"].strip() in ("", ",", ":"))
            year = found["year"] if found["year"].isdigit() else ""
            names = text[: found.start("year")].rstrip(" ([,")
            return Head(names, year, (found["suffix"] or "").strip("-"), title, rest, quoted, True)
    start, stop = _quotation(text)
    if 0 <= start <= 250 and (start == 0 or text[start - 2 : start - 1] in ",.:;" or text[start - 1] == " "):
        title, rest = _bare(text[start + 1 : stop]), text[stop + 1 :].lstrip(" ,.;")
        return Head(text[:start].rstrip(" ,.:;"), "", "", title, rest, True, False)
    if found := _VANCOUVER.match(text):
        title, rest, quoted = titled(found["rest"])
        return Head(found["authors"], "", "", title, rest, quoted, False)
    return _undated(text)


def _name_like(text: str) -> bool:
    """Whether what stands before a year can be a list of authors rather than a title with a publisher."""
    return (
        len(text) < 400
        and not _TITLE_WORDS.search(text)
        and "?" not in text
        and not re.search(r"(?:^|\s)[‘']", text)
        and not re.search(r":\s|\bvol\.|\bpp?\.\s|\b[a-z]{4,} [a-z]{4,} [a-z]{3,}", text)
    )


def _undated(text: str) -> Head:
    """Styles of notes and of books: the year stands late, the title is set in italics that plain text does not show."""
    if found := re.match(
        r"^(?P<authors>[^,.]+, [^,.]+?(?:(?:, [^,.]+)*,? (?:and|&) [^,.]+)?(?:, et al|, eds?|,"
        r" editors?)?)\.\s+(?P<rest>.+)$",
        text,
    ):
        title, rest, quoted = titled(found["rest"])
        if _name_like(found["authors"]) and len(found["authors"].split()) < 14:
            return Head(found["authors"], "", "", title, rest, quoted, False)
    pieces = _pieces(text, ".")
    if (
        len(pieces) > 1
        and not re.search(r"[,:(]", pieces[0])
        and len(pieces[0].split()) < 12
        and not _GIVEN_FIRST.match(text)
    ):
        title, rest, quoted = titled(text[len(pieces[0]) :].lstrip(" ."))
        return Head(pieces[0], "", "", title, rest, quoted, False)
    return _by_commas(text)


_GIVEN = r"[A-ZÀ-ÞĀ-Ž][\w’'.-]*"
_FULL_NAME = (
    rf"{_GIVEN}(?: {_GIVEN}| (?:van|von|de|der|den|del|della|di|da|dos|la|le|el|al|bin|ben|ter|ten|zu))*? {_GIVEN}"
)
_PERSON = re.compile(
    rf"(?:and |& )?{_FULL_NAME}(?:,? (?:and|&|et|y) {_FULL_NAME})?(?: et al\.?)?(?: \(?[Ee]ds?\.?\)?)?"
)
_LAST_PERSON = re.compile(rf"(?:and|&) {_FULL_NAME}.*|{_FULL_NAME} (?:and|&|et|y) {_FULL_NAME}")


def _by_commas(text: str) -> Head:
    """ "Given Family and Given Family, Title (Place: Publisher, 2014) 45": names, then the title."""
    parts = _split(text, r",\s+")
    take = 1 if len(parts) > 1 else 0
    if take and _PERSON.fullmatch(parts[0]) and not _LAST_PERSON.fullmatch(parts[0]):
        for place in range(1, min(len(parts) - 1, 12)):
            if not _PERSON.fullmatch(parts[place]):
                break
            if _LAST_PERSON.fullmatch(parts[place]) and all(len(part.split()) < 6 for part in parts[1:place]):
                take = place + 1
                break
    while (
        take
        and take < len(parts) - 1
        and (parts[take].lower() in ("eds", "ed", "eds.", "ed.", "et al.", "et al") or _SUBBODY.match(parts[take]))
    ):
        take += 1
    names, rest = ", ".join(parts[:take]), ", ".join(parts[take:])
    title, rest, quoted = titled(rest, commas=True)
    return Head(names, "", "", title, rest, quoted, False)


def titled(text: str, *, commas: bool = False) -> tuple[str, str, bool]:
    """Title, rest, and whether the title stood in quotation marks; ``commas`` where a comma may end the title."""
    start, stop = _quotation(text)
    if start == 0:
        return _bare(text[1:stop]), text[stop + 1 :].lstrip(" ,.;"), True
    cut = _title_end(text, commas)
    return _bare(text[:cut]), text[cut:].lstrip(" ,.;"), False


def _title_end(text: str, commas: bool) -> int:
    """Where a title without quotation marks ends: at a full stop, a bracket with details, "in", or a late comma."""
    ends = [_stop(text)]
    if found := re.search(_DETAILED, text):
        ends.append(found.start())
    if found := re.search(r"[,.]? (?=[Ii]n:? [A-ZÀ-ÞĀ-Ž][^,]*(?:,|\((?:[Ee]ds?|editors?)\b))", text):
        ends.append(found.start())
    if found := re.search(
        r",\s+(?=\d{1,2}(?:st|nd|rd|th) ed|vol\. |no\. |pp?\. |in |edited by|trans\. |\d{1,3} [A-Z][\w.&’' ]+"
        r" \d+(?:, \d+)? \(\d{4}\))",
        text,
    ):
        ends.append(found.start())
    end = min(ends)
    return _late_comma(text) if commas and end >= len(text.rstrip(". ")) else end


_DETAILED = (
    r"\s[(\[](?=[^()]*(?:\d|\b(?:[Ee]ds?|edn|ed|No|Report|Vol|Doctoral|PhD|Master|[Tt]hesis|Press|rev|"
    r"[Dd]issertation)\b))"
)


def _stop(text: str) -> int:
    """The first full stop that ends a sentence; a question mark only where no subtitle follows."""
    for found in re.finditer(r"[.?!]”?(?=\s+\S)", text):
        before, after = text[: found.start() + 1], text[found.end() :].strip()
        if text[found.start()] == ".":
            if _SHORT.search(before) and not re.search(r"\b(?:UK|US|EU|UN|[A-Z]{2,})\.$", before):
                continue
            return found.start()
        subtitle = _pieces(after, ".")
        if len(subtitle) > 1 and re.search(r"[A-Za-z]{3}", subtitle[1]) and not re.search(r"\d|: |^In:? ", subtitle[0]):
            continue
        return found.start() + 1
    return len(text)


def _late_comma(text: str) -> int:
    """ "Title, Publisher, Place": the comma that leaves a publisher and a place, or a publisher alone."""
    commas = [found.start() for found in re.finditer(r",\s", text)]
    numbers = re.search(r"(?:,\s*(?:n\.d|\d[\d–-]*|[A-Z][a-z]+ \d{4}))+\.?\s*$", text)
    commas = [place for place in commas if not numbers or place < numbers.start()]
    journal = numbers is not None and re.search(r"\d[-–]\d", numbers[0])
    for place in commas[-1:] if journal else commas[-2:]:
        if re.match(r",\s+[A-ZÀ-ÞĀ-Ž]", text[place:]) and place > 8:
            return place
    return numbers.start() if numbers else len(text)


def _quotation(text: str) -> tuple[int, int]:
    """The first quotation, its signs' places; (-1, -1) where there is none."""
    for opened in re.finditer(rf"(?<![^\s(]) ?[{_OPEN}](?=\S|(?<=«)\s)", text):
        start = opened.end() - 1
        close = _CLOSE[text[start]]
        ends = [found.start() for found in re.finditer(re.escape(close), text) if found.start() > start + 3]
        good = [end for end in ends if end + 1 == len(text) or not text[end + 1].isalnum()]
        sure = [
            end
            for end in good
            if text[end - 1] in ",.?!"
            or text[end + 1 : end + 2] in (",", ".", ";", "")
            or text[end + 1 : end + 3] in (" (", " [")
            or text[end + 1 : end + 5] == " in "
        ]
        if good:
            return start, (sure or good)[0]
    return -1, -1


def _bare(title: str) -> str:
    title = title.strip().strip(" ,;:").rstrip(".")
    return title[:-1] if title[-1:] in ",;:" else title


def _pieces(text: str, sign: str) -> list[str]:
    found, start = [], 0
    for place in re.finditer(rf"{re.escape(sign)}\s+(?=\S)", text):
        if not _SHORT.search(text[: place.start() + 1]):
            found.append(text[start : place.start()])
            start = place.end()
    return [*found, text[start:]]


def _split(text: str, sign: str) -> list[str]:
    """Split where no bracket is open."""
    found, start, depth = [], 0, 0
    for place in re.finditer(rf"[()\[\]]|{sign}", text):
        if place[0] in "([":
            depth += 1
        elif place[0] in ")]":
            depth -= 1
        elif depth == 0:
            found.append(text[start : place.start()])
            start = place.end()
    return [*found, text[start:]]
