"""What does each word of a reference string look like, whatever it says? Signs by which its part of the string is told.

Signs are of form and place, and of words that any list of references has ("in", "eds", "vol", "Press"); names and
titles are never signs, so that what was learned holds for works that nobody has seen.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

TOKEN = re.compile(
    r"[’']t(?=\s[A-Z])|"
    r"[A-ZÀ-Þ]{1,2}\.(?!\s\d)(?=[\s,;:)&-]|[A-ZÀ-Þ]\.|$)|\d{1,2}\.\s?\d{1,2}\.\s?(?=(?:19|20)\d\d\b)"
    r"|\d{1,2}/\d{1,2}/(?=(?:19|20)\d\d\b)|\d+[a-z]?\b|(?:[a-z]{1,3}|[A-Z])\d+[a-z]?\b"
    r"|[^\W\d_]+(?:[’'.&-][^\W\d_]+)*|[^\w\s]|\w+"
)
"""Initials, days in figures ("3.5." before a year), numbers, numbers of articles ("e1021", "S44"), words, signs."""
_OPENS, _CLOSES = "“«„‘", "”»’"
_MONTHS = re.compile(
    r"^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|ene|abr|ago|dic|enero|febrero"
    r"|marzo|abril|mayo|junio|julio|agosto|janvier|février|mars|avril|mai|juin|juillet|août|märz|juni|juli|oktober|dezember|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|gennaio|febbraio|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|dicembre)[a-z]*$"
)


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    held = tomllib.loads(files("hanse.citing").joinpath("reference_words.toml").read_text("utf-8"))
    return {name: frozenset(said.split()) for name, said in held["words"].items()} | {
        name: frozenset(each.strip() for each in said.replace("\n", " ").split("|"))
        for name, said in held["names"].items()
    }


def tokens(text: str) -> list[tuple[int, int]]:
    """The words, numbers and signs of a string, by their places in it."""
    return [match.span() for match in TOKEN.finditer(text)]


def signs(
    text: str,
    spans: list[tuple[int, int]],
    before: list[str],
    *,
    note: bool,
    about: str = "",
    plain: frozenset[str] = frozenset(),
) -> list[list[str]]:
    """The signs of every token. ``before`` is what the rules took each for, ``about`` says which marks (DOI, address,
    symbol) were taken out; ``plain`` names lexicons to leave out."""
    words = [text[start:end] for start, end in spans]
    shapes = [_shape(word) for word in words]
    sorts = [known(word, plain) for word in words]
    for name in ("houses", "towns"):
        if name not in plain:
            _mark(words, name, sorts)
    state = _states(words)
    count = len(words)
    quoted = any(each[0] == "q" for each in state)
    sort = "note" if note else "list"
    chunks = _chunks(words, sorts, shapes)
    widths = _widths(words)
    about += "d" if "month" in sorts else ""
    found = []
    for i in range(count):
        here = [
            "1",
            f"s={shapes[i]}",
            f"s={_at(shapes, i - 1)}/{shapes[i]}/{_at(shapes, i + 1)}",
            f"s-2={_at(shapes, i - 2)}/{_at(shapes, i - 1)}",
            f"s+2={_at(shapes, i + 1)}/{_at(shapes, i + 2)}",
            f"k={sorts[i]}",
            f"k-={_at(sorts, i - 1)}/{sorts[i]}",
            f"k+={sorts[i]}/{_at(sorts, i + 1)}",
            f"k-1={_at(sorts, i - 1)}",
            f"k3={_at(sorts, i - 1)}/{sorts[i]}/{_at(sorts, i + 1)}",
            f"s3={_at(shapes, i - 3)}/{_at(shapes, i - 2)}/{_at(shapes, i - 1)}/{shapes[i]}",
            f"s4={shapes[i]}/{_at(shapes, i + 1)}/{_at(shapes, i + 2)}/{_at(shapes, i + 3)}",
            f"sk={_at(shapes, i - 1)}/{sorts[i]} {_at(sorts, i + 1)}",
            f"k+1={_at(sorts, i + 1)}",
            f"k-2={_at(sorts, i - 2)}",
            f"k+2={_at(sorts, i + 2)}",
            f"r={before[i]}",
            f"r={_at(before, i - 1)}/{before[i]}/{_at(before, i + 1)}",
            f"r={before[i]} s={shapes[i]}",
            f"r={before[i]} q={quoted} {sort}",
            f"q={state[i]}",
            f"q={state[i]} {sort} s={shapes[i]}",
            f"b={min(9, 10 * i // count)} q={quoted}",
            f"e={min(count - i, 6)} s={shapes[i]}",
            f"g={_gap(text, spans, i)} s={shapes[i]}",
            f"q={state[i]} k={sorts[i]}",
            f"q={state[i]} r={before[i]}",
            f"x={about} k={sorts[i]} {sort}",
            f"x={about} {chunks[i].after}",
            *chunks[i].signs,
            f"{chunks[i].signs[0]} s={shapes[i]}",
        ]
        if widths[i]:
            here += [f"w={widths[i]} {sort}", f"w={widths[i]} {sort} s={_at(shapes, i - 1)} k-2={_at(sorts, i - 2)}"]
        found.append(here)
    _past(words, sorts, shapes, found)
    return found


@dataclass(slots=True)
class _Chunk:
    """The words between two signs of punctuation."""

    after: str
    signs: list[str]


_BREAKS = frozenset('.,;:()[]“”«»„‘’"?!/|<>')


def _chunks(words: list[str], sorts: list[str], shapes: list[str]) -> list[_Chunk]:
    """For every token, what its chunk holds, what stands around it, and how far from the end it is."""
    bounds, start = [], 0
    for i in range(len(words) + 1):
        if i == len(words) or words[i] in _BREAKS:
            if i > start:
                bounds.append((start, i))
            start = i + 1
    held = [_content(sorts[a:b], shapes[a:b]) for a, b in bounds]
    found = [_Chunk("-", ["c=-"])] * len(words)
    for k, (a, b) in enumerate(bounds):
        left, right = _at(words, a - 1), _at(words, b)
        before, after = _at(held, k - 1), _at(held, k + 1)
        chunk = _Chunk(
            f"<{left}>{right} {held[k]}",
            [
                f"c={held[k]} <{left}>{right}",
                f"c={held[k]}",
                f"c={before}|{held[k]}",
                f"c={held[k]}|{after}",
                f"c={before}|{held[k]}|{after}",
                f"ce={min(len(bounds) - k, 5)} c={held[k]}",
                f"cl={min(b - a, 8)} <{left}>{right}",
            ],
        )
        found[a:b] = [chunk] * (b - a)
    return found


_TELLING = (
    "house", "town", "press", "university", "thesis", "series", "journal", "news", "editors", "edition", "volume",
    "issue", "pages", "point", "chapter", "month", "state", "web", "others", "body", "within", "following", "pointing",
    "translated",
)  # fmt: skip


def _content(sorts: list[str], shapes: list[str]) -> str:
    """What a chunk holds: the words that tell most, else the shape of its words."""
    told = [name for name in _TELLING if name in sorts][:2]
    number = "0" if any(each[0] == "0" or each == "year" for each in shapes) else ""
    if told:
        return "+".join(told) + number
    if len(shapes) == 1:
        return shapes[0]
    upper = sum(each[0] == "A" for each in shapes)
    return ("A" if upper == len(shapes) else "Aa" if shapes[0][0] == "A" else "a") + ("+" if len(shapes) > 3 else "")


def _widths(words: list[str]) -> list[str]:
    """Of the numbers around a dash: whether few pages lie between them or many."""
    found = [""] * len(words)
    for i in range(1, len(words) - 1):
        if words[i] in "-–—−" and words[i - 1].isdigit() and words[i + 1].isdigit():
            first, last = words[i - 1], words[i + 1]
            apart = int(first[: -len(last)] + last if len(last) < len(first) else last) - int(first)
            said = "none" if apart < 1 else "few" if apart < 4 else "some" if apart < 8 else "many"
            found[i - 1] = found[i] = found[i + 1] = said
    return found


def _past(words: list[str], sorts: list[str], shapes: list[str], found: list[list[str]]) -> None:
    """What has come before a token, and what is still to come."""
    past: set[str] = set()
    for i, word in enumerate(words):
        told = "".join(sorted(past))
        found[i] += [f"p={told}", f"p={told} s={shapes[i]}"]
        if shapes[i] == "year":
            past.add("y")
        elif word in _CLOSES or (word == '"' and "o" in past):
            past.add("t")
        elif word == '"':
            past.add("o")
        elif (
            word.lower() in ("in", "en", "dans", "em")
            and i
            and words[i - 1] in (".", ",", "”", "’", '"', "»", "?", "}", "“")
        ):
            past.add("w")
        elif sorts[i] in ("volume", "pages"):
            past.add(sorts[i][0])
    ahead: set[str] = set()
    for i in range(len(words) - 1, -1, -1):
        told = "".join(sorted(ahead))
        found[i].append(f"a={told} q={'t' if 't' in past else ''}")
        if shapes[i] == "year":
            ahead.add("y")
        elif words[i] == ":":
            ahead.add(":")
        elif words[i] == "(":
            ahead.add("(")
        elif words[i] in _CLOSES:
            ahead.add("”")
        elif sorts[i] in ("volume", "pages", "editors", "house", "issue"):
            ahead.add(sorts[i][0])


def _at(of: list[str], place: int) -> str:
    return of[place] if 0 <= place < len(of) else "-"


def _gap(text: str, spans: list[tuple[int, int]], i: int) -> str:
    left = bool(i) and spans[i - 1][1] == spans[i][0]
    right = i + 1 < len(spans) and spans[i][1] == spans[i + 1][0]
    return f"{int(left)}{int(right)}"


def is_house(name: str) -> bool:
    """Whether a name is that of a publishing house that prints much, or calls itself a press."""
    said = name.strip(" .,")
    return said in _lexicon()["houses"] or any(known(word, frozenset()) == "press" for word in said.split())


def is_town(name: str) -> bool:
    """Whether a name is that of a town in which much is printed, and of no house."""
    return name in _lexicon()["towns"] and name not in _lexicon()["houses"]


def _shape(word: str) -> str:
    if word in _CLITIC:
        return "a"
    if word[0].isdigit():
        if word[-1] in "./ ":
            return "d.m."
        if re.fullmatch(r"(?:1[5-9]|20)\d\d[a-z]?", word):
            return "year"
        return "0/0" if "/" in word or "." in word else f"0{min(len(word), 5)}"
    if not word[0].isalpha():
        return word
    if re.fullmatch(r"[A-ZÀ-Þ]{1,2}\.", word):
        return "A."
    if _ROMAN.fullmatch(word):
        return "II" if word.isupper() else "ii"
    if word[-1].isdigit() or word[-2:-1].isdigit():
        return "A0" if word[0].isupper() else "a0"
    if word.isupper():
        return "A" if len(word) == 1 else "AA" if len(word) < 4 else "AAAA"
    if word[0].isupper():
        return "Aa-Aa" if "-" in word else "Aa" if word[1:].islower() else "AaA"
    return "a" if word.isalpha() and word.islower() else "a-"


_CLITIC = ("’t", "'t")
"""The article in Dutch names: "’t Hart"."""
_ROMAN = re.compile(r"(?=[IVXL]{2})X{0,4}(?:L?X{0,3})(?:IX|IV|V?I{0,3})|(?=[ivxl]{2})(?:l?x{0,4})(?:ix|iv|v?i{0,3})")
"""Roman numerals of two letters and more, to ninety."""


def known(word: str, plain: frozenset[str]) -> str:
    """The lexicon that a word stands in; of small words the word itself, of others "-"."""
    if len(word) == 1 and word.isupper():
        return "-"
    low = word.lower().rstrip(".")
    if word in _CLITIC:
        return "particle"
    if word[0].isdigit() and word[-1] in "./ ":
        return "month"
    if not word[0].isalpha():
        return word if len(word) == 1 and not word.isdigit() else "-"
    for name, held in _lexicon().items():
        if name not in ("houses", "towns") and name not in plain and low in held:
            return name
    if _MONTHS.match(low):
        return "month"
    return low if low in _lexicon()["small"] else "-"


def _mark(words: list[str], name: str, sorts: list[str]) -> None:
    """Runs of words that are together the name of a publishing house or a town."""
    held = _lexicon()[name]
    for i in range(len(words)):
        if not words[i][0].isupper():
            continue
        for length in (4, 3, 2, 1):
            said = " ".join(words[i : i + length])
            if said in held:
                for place in range(i, min(i + length, len(words))):
                    sorts[place] = name[:-1]
                break


_PAIRS = {"“": "”", "«": "»", "„": "“”", "‘": "’", '"': '"', "'": "'"}


def _states(words: list[str]) -> list[str]:
    """Of every token: inside quotation marks, and inside brackets."""
    found, quote, depth = [], "", 0
    for i, word in enumerate(words):
        if word in "([":
            depth += 1
        after = words[i + 1] if i + 1 < len(words) else "."
        closes = bool(quote) and word in _PAIRS[quote] and not (quote in "‘'" and after[0].islower())
        opens = not quote and word in _PAIRS and after[0] not in ".,;:)"
        if opens:
            quote = word
        found.append(("q" if quote else "-") + ("(" if depth else "-"))
        if closes:
            quote = ""
        if word in ")]":
            depth = max(0, depth - 1)
    return found
