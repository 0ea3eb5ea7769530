"""How much, by when, how often? Quantities of a text, made comparable."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from hanse.wording.flat import flat
from hanse.wording.lexicon import lexicon

Kind = Literal["per cent", "deadline", "term", "duration", "frequency", "money", "count", "haste", "multiple"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity with its place. ``value`` in the kind's unit: per cent, year, days, times a year, units, a count."""

    kind: Kind
    value: float
    start: int
    end: int
    bound: Literal["", "most", "least"] = ""
    """What the text says before it: "at most", "less than"; "at least"."""
    unit: str = ""
    """What is counted, or the unit of time as written."""


@cache
def _words(language: str) -> dict[str, Any]:
    return lexicon(language, "measures")


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    words = _words(language)
    whole = "|".join(sorted((flat(w) for w, value in words["numbers"].items() if value >= 1), key=len, reverse=True))
    other = "|".join(sorted((flat(w) for w, value in words["numbers"].items() if value < 1), key=len, reverse=True))
    spelled = rf"{other}|\b(?:{whole})(?:(?: and | et | y |[ -])(?:{whole})\b)*"
    number = rf"(?:\d{{1,3}}(?:[., ]\d{{3}})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?|{spelled})"
    units = "|".join(sorted(map(flat, words["units"]), key=len, reverse=True))
    parts = "|".join(flat(word) for word, value in words["numbers"].items() if value < 1)
    sources = {
        "fraction": rf"\b({parts})\b",
        "per cent": rf"\b({number})\s*(?:{words['per_cent']})(?!\w)",
        "deadline": rf"\b(?:{words['by']})\s+(?:the\s+)?(?:{words['end_of']}\s+)?(?:\d{{1,2}}\s+)?"
        rf"(?:(?:{words['months']})\s+(?:de\s+|del\s+)?)?((?:19|20)\d\d)\b",
        "term": rf"\b(?:{words['within']})\s+({number})\s+({units})\b",
        "every": rf"\b(?:{words['every']})\s+({number})\s+({units})\b",
        "duration": rf"\b({number})[\s-]+({units})\b",
        "money": rf"(?:\b(?:usd|eur|us)\s*|[$€£])\s*({number})(?:\s*({words['scale']}))?\b|"
        rf"\b({number})(?:\s+({words['scale']}))?\s*(?:{words['currency']})(?!\w)",
        "count": rf"\b({number})\s+(?:[^\W\d_]+\s+){{0,1}}?([^\W\d_]{{3,}})",
    }
    return {name: re.compile(source) for name, source in sources.items()}


def measures(flattened: str, language: str) -> list[Measure]:
    """The quantities of a text already ``flat``; each stretch of text is read once, as the most telling kind."""
    return list(_measures(flattened, language))


@lru_cache(maxsize=4_096)
def _measures(flattened: str, language: str) -> tuple[Measure, ...]:
    found: list[Measure] = []
    words, patterns = _words(language), _patterns(language)
    taken: list[tuple[int, int]] = []

    def add(kind: Kind, value: float, match: re.Match[str], unit: str = "") -> None:
        span = match.span()
        if not any(a < span[1] and span[0] < b for a, b in taken):
            taken.append(span)
            found.append(Measure(kind, value, *span, _bound(flattened, span[0], words), unit))

    for phrase, times in words["frequency"].items():
        for match in re.finditer(rf"\b(?:{flat(phrase)})\b", flattened):
            add("frequency", float(times), match)
    for phrase, rank in words["haste"].items():
        for match in re.finditer(rf"\b(?:{flat(phrase)})\b", flattened):
            add("haste", float(rank), match)
    for phrase, value in words["multiple"].items():
        for match in re.finditer(rf"\b(?:{flat(phrase)})\b", flattened):
            add("multiple", float(value), match)
    if not re.search(r"\d|" + "|".join(rf"\b{flat(word)}\b" for word in words["numbers"]), flattened):
        return tuple(found)
    for match in patterns["per cent"].finditer(flattened):
        add("per cent", _number(match[1], words), match)
    for match in patterns["fraction"].finditer(flattened):
        add("per cent", 100 * _number(match[1], words), match)
    for match in patterns["deadline"].finditer(flattened):
        add("deadline", float(match[1]), match)
    for match in patterns["every"].finditer(flattened):
        days = _number(match[1], words) * _unit(match[2], words)
        add("frequency", 365 / days if days else 0.0, match)
    for match in patterns["term"].finditer(flattened):
        add("term", _number(match[1], words) * _unit(match[2], words), match, match[2])
    for match in patterns["money"].finditer(flattened):
        scale = match[2] or match[4]
        value = _number(match[1] or match[3], words) * float(words["scales"].get(scale, 1) if scale else 1)
        add("money", value, match)
    for match in patterns["duration"].finditer(flattened):
        add("duration", _number(match[1], words) * _unit(match[2], words), match, match[2])
    for match in patterns["count"].finditer(flattened):
        if not re.fullmatch(r"(?:19|20)\d\d", match[1]) and not _numbering(flattened, match.start(), words):
            add("count", _number(match[1], words), match, match[2])
    return tuple(found)


def _number(text: str, words: dict[str, Any]) -> float:
    if not text[0].isdigit():
        known = {flat(word): float(value) for word, value in words["numbers"].items()}
        return known[text] if text in known else spelled([known.get(part, 0.0) for part in re.split(r"[- ]", text)])
    plain = re.sub(r"[., ](?=\d{3}(?!\d))", "", text).replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return 0.0


def spelled(parts: list[float]) -> float:
    """The value of a number of several words: "two hundred and fifty", "quatre-vingt-dix", "doscientos mil"."""
    total = current = 0.0
    for part in parts:
        if part >= 1000:
            total, current = total + max(current, 1.0) * part, 0.0
        elif part == 100 or (part == 20 and current == 4):
            current = max(current, 1.0) * part
        else:
            current += part
    return total + current


def _unit(text: str, words: dict[str, Any]) -> float:
    return float(words["units"][text])


def _bound(flattened: str, start: int, words: dict[str, Any]) -> Literal["", "most", "least"]:
    before = flattened[max(0, start - 60) : start]
    if re.search(rf"(?:{words['threshold']})", flattened[max(0, start - 40) : start]):
        return "most"
    most = re.search(rf"\b(?:{words['most']})\s*$", before)
    least = re.search(rf"\b(?:{words['least']})\s*$", before)
    if most and least:
        return "most" if most.start() < least.start() else "least"
    return "most" if most else "least" if least else ""


def _numbering(flattened: str, start: int, words: dict[str, Any]) -> bool:
    return bool(re.search(rf"(?:{words['numbering']})[\s.]*$", flattened[max(0, start - 16) : start]))
