"""What does a reference to a document of the United Nations say? A body, a title, a symbol, a day, a paragraph."""

from __future__ import annotations

import re

from hanse.citing.reference_heads import Head, titled
from hanse.citing.reference_marks import DAY
from hanse.citing.reference_names import SUBBODY

BODY = re.compile(
    r"^(?:United Nations|UN\b|U\.N\.|UNGA|UNSC|UNHRC|General Assembly|Security Council|Economic and Social"
    r" Council|ECOSOC|Human Rights Council|"
    r"Committee (?:on|against|for)\b|Secretary-General|Office of the|UNHCR|UN-Habitat|UNDESA|Department of"
    r"|Population Division|"
    r"Economic Commission|Conference of|Third Committee|Special Rapporteur|High Commissioner|International"
    r" Migration Review Forum|Commission on|Statistical Commission|"
    r"Executive (?:Committee|Board|Office)|International Law Commission|Nations Unies|Naciones Unidas|Assemblée"
    r" générale|Asamblea General|Conseil de|Commission d|Consejo de"
    r"|Comité|Secrétaire général|Secretario General|Trusteeship|Governing Council|Working Group|Secretariat|Permanent)"
)
_PIN = re.compile(
    r"[\s,;(]*\b(?:at\s+)?(?:paras?\.?|paragraphs?|pp?\.|arts?\.?|§+|at|[Aa]nnex,? paras?\.?|OP|preamble"
    r" para\.?)\s*(?P<pin>\d+(?:\s?[-–]\s?\d+)?(?:\s?\((?:[a-z]|\d)\))?)\)?\.?$"
)
_RESOLUTION = re.compile(
    r"^(?:(?:General Assembly|Security Council|Human Rights Council|UNGA|UNSC|UN|HRC|GA|SC|Economic and Social"
    r" Council|ECOSOC|(?:UN|United Nations) (?:General Assembly|Security Council|Human Rights Council))?,?\s*)?"
    r"\b[Rr]es(?:olution)?\.?\s+[\d/]+(?:\s?\([IVXL"
    r"C]+\))?"
)
_ADOPTED = re.compile(
    r"[\s,;.(]*(?:\b(?:adopted|of|dated|approved|opened for signature|entered into force|signed|on|by the|GA"
    rf"|session|held)\b[^,;.()]{{0,30}}?)?\(?(?:{DAY}|\b\d{{4}}\b)\)?(?=[\s,;.)]|$)"
)
_SESSION = re.compile(
    r"[\s,;.(]*\b(?:(?:UN )?GAOR|ESCOR|(?:\d{1,2}(?:st|nd|rd|th)|[A-Z][a-z]+(?:-[a-z]+)?) (?:sess(?:ion)?\.?)"
    r"|Supp(?:lement)?\.? No\. ?\d+\w?|UN Docs?\.?|Official Records|(?:New York|Geneva)(?=[,;.)]|$))(?=[\s,;.)]"
    r"|$)\.?"
)
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")


def un_head(rest: str, symbol: str) -> tuple[Head, str, str, str]:
    """A string without its symbol, as its head, pinpoint, publisher and place; for strings that are not author-date."""
    pin = ""
    if found := _PIN.search(rest):
        pin, rest = re.sub(r"\s", "", found["pin"]), rest[: found.start()]
    publisher = place = ""
    if imprint := re.search(
        r"[\s.,;(]+(?P<place>New York|Geneva|Vienna|Nairobi|New York and Geneva): (?P<publisher>[A-Z][\w ]+)(?:,"
        r" (?=\d{4}))?",
        rest,
    ):
        place, publisher = imprint["place"], imprint["publisher"].strip()
        rest = f"{rest[: imprint.start()]}, {rest[imprint.end() :]}"
    years = _years(rest)
    bodies: list[str] = []
    rest = rest.strip(" ,.;")
    while rest:
        part = re.match(r"^(?:[^,.(“\"‘']|\.(?=[A-Z]\.)|\([^()\d]*\))+(?=[,.(“\"‘']|$)", rest)
        if (
            part
            and BODY.match(part[0])
            and not _RESOLUTION.match(part[0])
            and (len(bodies) == 0 or len(part[0].split()) < 9)
            and rest[part.end() :].strip(" ,.()")
        ):
            bodies.append(part[0].strip())
            rest = rest[part.end() :].lstrip(" ,.;:")
            continue
        break
    if (found := _RESOLUTION.match(rest)) and rest[found.end() :].strip(" ,.;()"):
        spoken = found[0]
        left = _undated(rest[found.end() :])
        if left:
            if not bodies and (body := re.match(r"^(?:UN |United Nations )?[A-Z][A-Za-z ]+?(?= [Rr]es)", spoken)):
                bodies.append(body[0])
            rest = left
        else:
            rest = spoken
    quoted = titled(rest)
    title = quoted[0] if quoted[2] else _undated(rest)
    title = re.sub(r"\s*[(\[]+\s*[)\]]*$", "", title).strip(" ,.;:")
    return Head(", ".join(bodies), years, "", title, "", False, False), pin, publisher, place


def resolution(rest: str) -> bool:
    """Whether a string names a resolution by its number: that is its title where it has no other."""
    return _RESOLUTION.search(rest) is not None


_BOUND = re.compile(rf"[,;(\[“”‘»]|(?<![A-Z])\.(?:\s|$)|\s{DAY}|$")
_GOES_ON = re.compile(r":?\s[^\W\d_]|(?<= v)\.\s[A-Z]|(?<=s)’\s(?!Press|Media)[^\W\d_]|\s\d{4}[,.].*\d{4}")
_BESIDE = re.compile(
    r",\s(?:U\.?N\.?(?:,|\s(?:GAOR|Docs?)\b|$)|\d{2,3}(?:st|nd|rd|th)\s[Ss]ess|[Cc]omm(?:unication|\.)?\s[Nn]os?\b"
    r"|Supp\b|¶)"
    r"|\.\s(?:Council|Assembly),\s\d|\s\(?(?:UN\s)?Doc(?:ument|\.)?(?:\sNo\.?)?$|[’”]\s(?:[Pp]ress|[Mm]edia)\s[Rr]elease$"
    r"|,\s(?:[Rr]esolution\s[\dIVX/]+|[Aa]nnex)$|\.\s(?:[A-Z]\w+\s)?(?:[Nn]ote|[Bb]rief|[Hh]andbook|[Pp]aper)(?:\sNo\.?\s\d+)?$"
)
"""What stands beside a title and is none of it: a session, a supplement, the number of a communication."""
_ORGAN = re.compile(
    r"^((?:UN )?(?:Committee on Economic, Social and Cultural Rights"
    r"|Comité des droits économiques, sociaux et culturels"
    r"|Comité de Derechos Económicos, Sociales y Culturales"
    r"|(?:Independent Expert|Special Rapporteur|Special Representative|Working Group|Committee|Commission) "
    r"(?:on|against|for|of) [^,]+|[A-Z]{3,6} Committee)), (.+)$"
)


def organ(title: str) -> tuple[str, str]:
    """A body that begins what was taken for a title, and the title after it."""
    found = _ORGAN.match(title)
    if found is None and BODY.match(title):
        found = re.match(r"^([^,:“‘]+), ([A-ZÀ-Þ].+)$", title)
    if found is None and not _SORT.match(title):
        found = re.match(r"^([^.,:]+)\. ([A-Z].+)$", title)
    return (found[1], found[2]) if found else ("", title)


def under(bodies: str, title: str, rest: str) -> tuple[str, str]:
    """A body with the part of it that was taken for the title, and the title behind that: "United Nations, Department
    of Economic and Social Affairs, World Social Report"; both as they were where the title is one."""
    more = re.search(rf"{re.escape(title)}, ([A-Z][^,()]+?)(?=,|\.?$|\s\()", rest) if SUBBODY.match(title) else None
    if not bodies or more is None or _NO_HOUSE.search(more[1].replace("20", "").strip("0123456789 ")):
        return bodies, title
    return f"{bodies}, {title}", more[1]


_SORT = re.compile(r"(?:Report|Letter|Note|Summary|Draft|Provisional|Background|Identical|Resolution|Decision)\b")


_FRONT = re.compile(r"[,;]\s([A-Z][^\W\d_]+(?: [a-z]+){0,3})(:\s)$")
"""A word before a colon, behind a comma, begins the title: "Views: ..."."""
_NUMBERED = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,2} No\.? $")
"""What stands before the number with which a title was taken to begin: "Conclusion No. 109"."""
_NO_HOUSE = re.compile(r"\d|^(?:Part|Annex|Add|Vol|Item|Supp)\b|\b(?:[Ss]ession|[Mm]eeting|[Rr]elease|[Rr]esolution)\b")
_SIGN = re.compile(
    r"(?<![\w’])(?:OP|arts?\.?|paras?\.?|paragraphs?|¶{1,2}|§{1,2}|párrs?\.|pars?\.)\s*"
    r"(\d+(?:\.\d+)?(?:\s?[-–]\s?\d+)?(?:\s?\([a-z]\))?)"
)


def whole_title(title: str, rest: str) -> str:
    """A title to the end of its phrase: it ends at a comma, a stop, a bracket or a day, not between two words."""
    title = _BESIDE.split(title)[0].rstrip(" ,.") or title
    start = rest.find(title)
    if (broken := re.search(r"[^,.;“‘]*$", rest[: max(start, 0)])) and title[:1] in tuple(")]"):
        title = (broken[0] + title).lstrip()
        start = rest.find(title)
    if (front := _FRONT.search(rest[: max(start, 0)])) and not BODY.match(front[1]):
        start -= len(front[1]) + len(front[2])
        title = rest[start : start + len(front[1]) + len(front[2]) + len(title)]
    if numbered := _NUMBERED.search(rest[: max(start, 0)]):
        start -= len(numbered[0])
        title = numbered[0] + title
    if not title or start < 0 or not _GOES_ON.match(rest, start + len(title)):
        return title
    end = start + len(title)
    own = re.compile(r"\.|’|").match(rest, end)  # the stop of "v.", the apostrophe of "Mayors’ Mechanism"
    bound = _BOUND.search(rest, own.end() if own else end)
    more = rest[end : bound.start() if bound else len(rest)].rstrip(" .")
    return title if BODY.match(more.strip(" :")) or len(more.split()) > 12 else title + more


def house(publisher: str, title: str, rest: str) -> str:
    """A publisher that stands behind the title and is no part, session or meeting; else an empty string."""
    behind = rest.find(publisher, max(rest.find(title), 0) + len(title)) >= 0
    return publisher if behind and not _NO_HOUSE.search(publisher) else ""


def signed(rest: str) -> str:
    """The paragraph that a sign tells where the string has one such sign; else an empty string."""
    found = _SIGN.findall(rest)
    return re.sub(r"\s*[-–]\s*", "–", found[0].replace(" (", "(")) if len(found) == 1 else ""


def _years(rest: str) -> str:
    """The year of the day of the document, rather than a year in its title."""
    days = re.findall(DAY, rest)
    if days:
        return _YEAR.findall(days[-1])[-1] if _YEAR.search(days[-1]) else ""
    bracket = re.findall(r"\(((?:19|20)\d\d)\)", rest)
    if bracket:
        return str(bracket[-1])
    late = re.search(r"[,.]\s*((?:19|20)\d\d)\.?$", rest.strip())
    return late[1] if late else ""


def _undated(rest: str) -> str:
    rest = _SESSION.sub(
        "", _ADOPTED.sub("", rest) if re.search(DAY, rest) or re.search(r"\(\d{4}\)|,\s*\d{4}", rest) else rest
    )
    return rest.strip(" ,.;:")


TREATY = re.compile(
    r"[\s,;(]*(?:(?P<a>\d+)\s+(?P<short>UNTS|U\.N\.T\.S\.)\s+(?P<b>\d+)"
    r"|(?:United Nations,\s+)?(?P<long>(?:United Nations\s+|UN\s+)?Treaty Series),?\s+vol\.\s*(?P<c>\d+)"
    r"(?:,?\s*No\.\s*\d+)?(?:,?\s*pp"
    r"?\.\s*(?P<d>\d+))?)"
)


def treaty(rest: str) -> tuple[Head, str, str, str, str] | None:
    """A treaty by its place in the Treaty Series: its head, series, volume, page and pinpoint; else None."""
    found = TREATY.search(rest)
    if found is None:
        return None
    pin = _PIN.search(rest[found.end() :])
    before = rest[: found.start()]
    year = _YEAR.search(before)
    opened = re.search(
        rf"\s*[(,]\s*(?:adopted|opened for signature|signed|concluded|done at|entered into force)\b|,\s*{DAY}"
        rf"|\s*\((?:[A-Z][\w ]+, )?{DAY}",
        before,
    )
    title = (before[: opened.start()] if opened else before).strip(" ,.;(")
    top = Head("", year[1] if year else "", "", title, "", False, False)
    series = found["short"] or found["long"]
    return top, series, found["a"] or found["c"], found["b"] or found["d"] or "", pin["pin"] if pin else ""
