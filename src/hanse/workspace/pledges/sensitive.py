"""What in a text could expose somebody? Addresses, coordinates, persons, contact data, counts under ten.

Plain rules over the words, in several languages: they err on the side of asking. Whoever publishes decides, and says
why.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_CAP = r"[^\W\d_a-zß-öø-ÿāăąćčďđēėęěğģīįıķĺľłńņňōőœŕřśşšţťūůűųźżžа-яёα-ωά-ώ]"
"""A letter that is not a small Latin one: a capital, or a letter of a script without capitals."""
_UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЁΑ-Ω]"
_NAME = rf"{_UPPER}[^\W\d_]*(?:['’-][^\W\d_]+)*"
_GROUPED = re.compile(r"\+?\s?[1-9]\d{0,2}(?:[\s.,\u00a0\u202f]\d{3})+")
"""An amount with its thousands set apart."""
_NUMBER = r"\d{1,5}(?:\s?(?:bis|ter|quater)\b|[A-Za-z]\b)?(?:\s?[-–/]\s?\d{1,5})?"


@dataclass(frozen=True, slots=True)
class Flag:
    """Words of a text that should not be public as they are; ``start`` and ``end`` count code points.

    ``kind`` is address, coordinates, contact, person or few.
    """

    kind: str
    start: int
    end: int
    words: str


def flags(text: str, *, people: frozenset[str] = frozenset()) -> tuple[Flag, ...]:
    """All that is flagged, in the order of the text; of one kind nothing overlaps.

    ``people`` are names of office-holders that are known; they are found in any case and with or without accents.
    """
    plain = _ascii_digits(text)
    found = {
        "address": _addresses(plain),
        "coordinates": _matches(_coordinates(), plain),
        "contact": _contacts(plain),
        "person": _persons(plain, people),
        "few": _few(plain),
    }
    merged = {kind: _merged(spans) for kind, spans in found.items()}
    merged["person"] = [each for each in merged["person"] if not _inside(each, merged["address"])]
    told = [Flag(kind, start, end, text[start:end]) for kind, spans in merged.items() for start, end in spans]
    return tuple(sorted(told, key=lambda flag: (flag.start, flag.kind)))


def _ascii_digits(text: str) -> str:
    """The same text, digits of all scripts as 0 to 9: every place stays the same."""
    return "".join(str(unicodedata.digit(each)) if each.isdecimal() and not each.isascii() else each for each in text)


def _merged(spans: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _inside(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _matches(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[tuple[int, int]]:
    for pattern in patterns:
        for met in pattern.finditer(text):
            yield met.start(), met.end()


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    spared = _words()["streets"]["not"]
    for start, end in _matches(_streets(), text):
        said = " ".join(text[start:end].casefold().split())
        if not any(said.endswith(each) for each in spared):
            yield start, end


@cache
def _streets() -> tuple[re.Pattern[str], ...]:
    held = _words()["streets"]
    before, before_number = _any(held["before"]), _any(held["before_number"])
    after, after_number = _any(held["after"]), _any(held["after_number"])
    between = rf"(?:(?:{_any(held['particles'])})['’\s]\s*){{0,3}}"
    name = rf"{between}{_CAP}[\w'’.-]*(?:\s+{between}{_CAP}[\w'’.-]*){{0,3}}"
    number = rf"(?:\s*,?\s*(?:n[°ºo]\.?\s*|no\.\s*|#\s*|д\.\s*)?{_NUMBER}\b)"
    return (
        re.compile(rf"(?<!\w)(?:{_NUMBER}\s*,?\s+)?(?i:{before})\s+(?:{name}{number}?|{number})"),
        re.compile(rf"(?<!\w){_NUMBER}\s*,?\s+(?i:{before_number})\s+{name}"),
        re.compile(rf"(?<!\w)(?i:{before_number})\s+{name}{number}"),
        re.compile(rf"(?<!\w)(?:{_NUMBER}\s*,?\s+)?(?:{_NAME}\s+){{1,4}}(?i:{after})(?!\w)"),
        re.compile(rf"(?<!\w){_NUMBER}\s*,?\s+(?:{_NAME}\s+){{1,4}}(?i:{after_number})(?!\w)"),
        re.compile(rf"(?<!\w){_NUMBER}\s*,?\s+\d{{1,3}}(?:st|nd|rd|th)\s+(?i:{after}|{after_number})(?!\w)"),
        re.compile(rf"(?<!\w){_UPPER}[\w-]*(?:\s+{_UPPER}[\w-]*)?\s?(?i:{_any(held['ends'])})\s+{_NUMBER}\b"),
        re.compile(rf"(?<!\w){_UPPER}[\w-]*(?:straße|strasse|straat)(?!\w)"),
        re.compile(rf"(?<!\w)(?i:{_any(held['flat'])})\s*(?:n[°ºo]\.?\s*|no\.\s*|#\s*)?\d{{1,5}}[A-Za-z]?\b"),
        re.compile(r"(?:شارع|نهج|زنقة|عمارة|زقاق)\s+\w+(?:\s+\w+){0,3}"),
        re.compile(r"[\u4e00-\u9fff]{1,10}(?:路|街|道|巷|弄|胡同|大道)\s*\d+\s*[号號弄]"),
        re.compile(r"\b(?!BP\d)[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"),
        re.compile(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b"),
        re.compile(rf"(?<![\w.,])\d{{5}}\s+{_NAME}\s+(?i:cedex)\b"),
    )


@cache
def _coordinates() -> tuple[re.Pattern[str], ...]:
    degrees = r"[-+−]?\d{1,3}[.,]\d{3,}\s*°?"
    minutes = r"\d{1,3}\s*°\s*\d{1,2}(?:[.,]\d+)?\s*['′’](?:\s*\d{1,2}(?:[.,]\d+)?\s*(?:[\"″”]|''))?"
    return (
        re.compile(rf"(?<![\w.,]){degrees}\s*[NS]?\s*(?:[;/]|,\s)\s*{degrees}\s*[EWO]?(?![\w])"),
        re.compile(r"(?<![\w.,])[-+−]?\d{1,2}\.\d{4,},\s*[-+−]?\d{1,3}\.\d{4,}(?!\w)"),
        re.compile(rf"(?<![\w.,]){degrees}\s*[NS]\s+{degrees}\s*[EWO](?!\w)"),
        re.compile(rf"(?<!\w)(?:[NSEWO]\s*)?{minutes}\s*[NSEWO]?(?:\s*[,;/]?\s*(?:[NSEWO]\s*)?{minutes}\s*[NSEWO]?)?"),
        re.compile(r"(?<!\w)[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?!\w)"),
        re.compile(r"(?<!\w)///\w+\.\w+\.\w+"),
        re.compile(r"\bgeo:-?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?"),
        re.compile(
            r"(?:https?://)?(?:www\.)?(?:google\.[a-z.]+/maps|maps\.google\.[a-z.]+|goo\.gl/maps|maps\.app\.goo\.gl"
            r"|maps\.apple\.com|osm\.org|openstreetmap\.org|w3w\.co|what3words\.com|waze\.com|plus\.codes)\S*",
            re.IGNORECASE,
        ),
    )


def _contacts(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _matches(_contact_patterns(), text):
        said = text[start:end].strip()
        digits = sum(each.isdigit() for each in said)
        bare = said[:1] in "+0(" and not any(each.isalpha() for each in said)
        if not bare or (7 <= digits <= 16 and not _GROUPED.fullmatch(said)):
            yield start, end


@cache
def _contact_patterns() -> tuple[re.Pattern[str], ...]:
    labels, mailbox = _any(_words()["contact"]["before"]), r"(?<![\w.+%-])[\w.+%-]{1,64}"
    return (
        re.compile(rf"{mailbox}@[\w-]+(?:\.[\w-]+)+"),
        re.compile(
            rf"{mailbox}\s{{0,3}}[\[({{]\s?(?:at|arroba|arobase|@)\s?[\])}}]\s{{0,3}}[\w-]{{1,60}}\s{{0,3}}"
            r"(?:[\[({]\s?(?:dot|point|punto|\.)\s?[\])}]|\.)\s{0,3}\w+(?:\.\w+)*",
            re.IGNORECASE,
        ),
        re.compile(rf"{mailbox} (?:at|arobase|arroba) [\w-]{{1,60}} (?:dot|point|punto) \w{{2,}}", re.IGNORECASE),
        re.compile(r"(?<![\w@.])\+\s?\d[\d\s().\u00a0\u202f-]{5,20}\d"),
        re.compile(r"(?<![\w.,])00\d[\d\s().\u00a0\u202f-]{6,20}\d"),
        re.compile(r"(?<![\w.,/-])0\d(?:[\s.\u00a0\u202f-]?\d{2}){4}(?!\d|[.,]\d)"),
        re.compile(r"(?<![\w.,])\(0?\d{1,4}\)\s?\d{2,4}(?:[\s.-]\d{2,5}){1,3}"),
        re.compile(r"(?<![\w.,-])\d{3}[-.]\d{3,4}[-.]\d{4}(?![\d-])"),
        re.compile(rf"(?<!\w)(?i:{labels})\s*[:：.]?\s*(?:n[°ºo]\.?\s*)?\+?\(?\d(?:[\d\s()./-]{{3,20}}\d)"),
        re.compile(r"(?<![\w@./])@[A-Za-z_]\w{2,}(?!@)"),
        re.compile(r"(?:https?://)?(?:wa\.me|t\.me|chat\.whatsapp\.com|signal\.me|signal\.group)/\S+", re.IGNORECASE),
    )


def _persons(text: str, people: frozenset[str]) -> Iterator[tuple[int, int]]:
    yield from _known(text, people)
    given, things = _given(), frozenset(_words()["persons"]["things"])
    for pattern in _titled():
        for met in pattern.finditer(text):
            if not _a_thing(met["name"], things):
                yield met.start(), met.end()
    for met in _two_names().finditer(text):
        yield from _by_given(text, met.start(), met[0], given, things)
    for met in _aged().finditer(text):
        if met["name"].casefold() in given:
            yield met.start("name"), met.end("name")
    for met in _initialled().finditer(text):
        if not any(met[0].startswith(each) for each in _words()["persons"]["initials_not"]):
            yield met.start(), met.end()


def _known(text: str, people: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The names of office-holders, whatever their case and accents."""
    base, places = _bare(text)
    for name in people:
        wanted = _bare(name)[0].strip()
        if len(wanted) < 5 or " " not in wanted or wanted not in base:
            continue
        for met in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", base):
            yield places[met.start()], places[met.end() - 1] + 1


def _bare(text: str) -> tuple[str, list[int]]:
    """The text without case and accents, and for each of its characters where it stood."""
    letters: list[str] = []
    places: list[int] = []
    for place, each in enumerate(text):
        for part in unicodedata.normalize("NFKD", each).casefold():
            if not unicodedata.combining(part):
                letters.append(" " if part.isspace() else part)
                places.append(place)
    return "".join(letters), places


@cache
def _titled() -> tuple[re.Pattern[str], ...]:
    held = _words()["persons"]
    particles = rf"(?:(?i:{_any(held['particles'])})[\s-])"
    inner = r"(?:['’.-][^\W\d_]+)*"
    rest = rf"(?:\s+{particles}{{0,2}}{_UPPER}[^\W\d_]*{inner}){{0,3}}"
    whole = rf"(?P<name>{_CAP}[^\W\d_]+{inner}{rest})"
    several = rf"(?P<name>{_NAME}(?:\s+{particles}{{0,2}}{_NAME}){{1,3}})"
    return (
        re.compile(rf"(?<!\w)(?:{_any(held['honorifics'])})\s+{whole}"),
        re.compile(rf"(?<!\w)(?i:{_any(held['cues'])})[\s,]+{several}"),
    )


@cache
def _two_names() -> re.Pattern[str]:
    particles = rf"(?:(?i:{_any(_words()['persons']['particles'])})[\s-])"
    return re.compile(rf"(?<!\w){_NAME}(?:\s+{particles}{{0,2}}{_NAME}){{1,4}}")


def _by_given(
    text: str, at: int, said: str, given: frozenset[str], things: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Of a row of capitalised words, the part from a given name on; none where a thing is named with it."""
    parts = [(met.start(), met.end(), met[0]) for met in re.finditer(r"[^\s]+", said)]
    for place, (start, _end, word) in enumerate(parts):
        if word.casefold().split("-")[0].strip("'’") not in given:
            continue
        rest = parts[place + 1 :]
        before = parts[place - 1] if place and parts[place - 1][2].isupper() and len(parts[place - 1][2]) > 2 else None
        if not rest and before is None:
            return
        last = rest[-1] if rest else parts[place]
        names = said[start : last[1]]
        if not _a_thing(names, things) and not _a_place(text, at + start, at + last[1]):
            yield at + (before[0] if before else start), at + last[1]
        return


def _a_thing(name: str, things: frozenset[str]) -> bool:
    return any(word.strip(".,'’").casefold() in things for word in re.split(r"[\s-]+", name))


def _a_place(text: str, start: int, end: int) -> bool:
    """Whether the words are the name of a place or of an organisation."""
    from hanse import mentions

    around = text[max(0, start - 60) : end + 60]
    shift = max(0, start - 60)
    return any(
        each.kind in ("place", "actor") and each.start + shift <= start and each.end + shift >= end
        for each in mentions(around)
    )


@cache
def _aged() -> re.Pattern[str]:
    """A name with an age: "Amina, 14," and "Amina (14)", "Amina, aged 14"."""
    age = r"(?:aged?\s+|âgée?\s+de\s+|de\s+)?\d{1,2}(?=\s*(?:[,.;)]|years?|ans|años|$))"
    return re.compile(rf"(?<!\w)(?P<name>{_NAME})\s*(?:,\s*{age}|\(\d{{1,2}}\))")


@cache
def _initialled() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.])(?:[A-ZÀ-Þ]\.[\s-]?){1,2}[A-ZÀ-Þ][a-zà-ÿ]{2,}(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?(?!\w)")


def _few(text: str) -> Iterator[tuple[int, int]]:
    stops, labels = frozenset(_words()["few"]["between_not"]), frozenset(_words()["few"]["before_not"])
    for met in _counted().finditer(text):
        between = met["between"].casefold().split()
        before = text[max(0, met.start() - 20) : met.start()].casefold().split()[-1:]
        if not any(word.strip(",;") in stops for word in between) and not labels & set(before):
            yield met.start(), met.end()
    for met in _below().finditer(text):
        yield met.start(), met.end()


@cache
def _counted() -> re.Pattern[str]:
    held = _words()["few"]
    digit, word = r"(?<![\d.,/:–-])(?<!\d\s)(?<!\w)[1-9]", rf"(?<!\w)(?<!-)(?i:{_any(held['one_to_nine'])})"
    number = rf"(?:{digit}|{word})(?![\w.,%/:–-]|\s*%)"
    return re.compile(rf"{number}(?P<between>(?:\s+[^\W\d_][\w'’-]*){{0,3}}?)\s+(?i:{_any(held['people'])})(?![\w-])")


@cache
def _below() -> re.Pattern[str]:
    held = _words()["few"]
    return re.compile(
        rf"(?<!\w)(?i:{_any(held['below_ten'])})\s+(?:[^\W\d_][\w'’-]*\s+){{0,2}}?(?i:{_any(held['people'])})(?!\w)"
    )


def _any(words: list[str]) -> str:
    return "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in sorted(words, key=len, reverse=True))


@cache
def _given() -> frozenset[str]:
    lines = Path(__file__).with_name("given_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name.casefold() for line in lines if not line.startswith("#") for name in line.split())


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
