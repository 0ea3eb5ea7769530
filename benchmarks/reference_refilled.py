"""What would a string that was marked by hand look like with other works in it? Its form stays, its fields change."""

from __future__ import annotations

import random
import re

from benchmarks.marked_references import MARK, Marked, joined
from benchmarks.reference_works import (
    BODIES,
    JOURNALS,
    LAW_JOURNALS,
    ORGANS,
    PAPERS,
    PLACES,
    SHORT_JOURNALS,
    SITES,
    SUBJECTS_UN,
    UNIVERSITIES,
    Maker,
)

KEPT = 0.25
"""The share of fields that stay as they are."""
_STATES = ["MA", "CA", "NY", "IL", "DC", "NJ", "MI", "NC"]


def refilled(of: Marked, luck: Maker) -> Marked:
    """A marked string with most of its fields filled anew."""
    works = _Works(of, luck)
    return Marked(of.style, of.kind, MARK.sub(works.filled, joined(of.source)))


class _Works:
    """The fields of one string: families and houses are drawn once for each mark, in printed order."""

    def __init__(self, of: Marked, luck: Maker) -> None:
        self.of, self.luck = of, luck
        self.any: random.Random = luck.any
        house, town = (value[3:-1] for value in luck.house())
        self.house, self.town = house, town
        self.named = self.any.random() < 0.8
        self.placed = self.any.random() < 0.75

    def filled(self, found: re.Match[str]) -> str:
        mark, value = found[1], found[2]
        if mark in "fg":
            new = getattr(self, mark)(value) if self.named else value
        elif mark in "ul":
            new = getattr(self, mark)(value) if self.placed else value
        elif mark in "dw" or self.any.random() < KEPT:
            new = value
        else:
            new = getattr(self, mark)(value)
        return "{" + mark + ":" + new + "}"

    def f(self, value: str) -> str:
        if value in ("Jr.", "III"):
            return value
        family, _ = self.luck.person()
        return family.upper() if value.isupper() and len(value) > 2 else family

    def g(self, value: str) -> str:
        _, given = self.luck.person()
        parts = re.findall(r"[^\W\d_]+", given)
        count = len(re.findall(r"[A-ZÀ-ÞĀ-Ž]", value))
        while len(parts) < count <= 3:
            parts.append(self.any.choice("ABCDEFGHIJKLMNOPRSTVW"))
        letters = [each[0].upper() for each in parts[: max(1, count)]]
        if re.fullmatch(r"[A-ZÀ-ÞĀ-Ž]{1,4}", value):
            return "".join(letters)
        if re.fullmatch(r"(?:[A-ZÀ-ÞĀ-Ž]\.[\s-]?)+", value):
            return (
                ("-. " if "-" in value else " " if ". " in value else "")
                .join(f"{each}." for each in letters)
                .replace(".-. ", ".-")
            )
        return value if re.fullmatch(r"(?:[A-Z] )+[A-Z]", value) else given

    def o(self, value: str) -> str:
        if value.isupper() and " " not in value:
            return self.luck.pick("UNHCR", "OECD", "IOM", "UNESCO", "UCLG", "ICMPD", value)
        return self.luck.of(ORGANS if self.of.style == "un" else BODIES)

    def t(self, value: str) -> str:
        if value.endswith("?") or value.isupper():
            return value
        if self.of.style == "un" and self.any.random() < 0.5:
            return self.luck.of(SUBJECTS_UN)
        words = [word for word in value.split() if len(word) > 3]
        capitals = len(words) > 1 and sum(word[0].isupper() for word in words) > 0.7 * len(words)
        new, _ = self.luck.title(capitals=capitals)
        return value if new.endswith("?") else new

    def c(self, value: str) -> str:
        kind = self.of.kind
        if re.search(
            r"Proc|Conf|Paper|Brief|Report|LNCS|Series|Dispatch|UNTS|Treaty|Lecture|UbiComp|Serie|\bWP\b", value
        ):
            return value
        if kind == "journal-article":
            if "." in value or re.fullmatch(r"(?:[A-Z]\w{0,6} ?){1,5}", value):
                return self.luck.of(SHORT_JOURNALS) if self.of.style == "numbered" else value
            return self.luck.of(LAW_JOURNALS if self.any.random() < 0.3 and self.of.note else JOURNALS)
        if kind == "chapter":
            return self.luck.title(capitals=True)[0].rstrip("?")
        return self.luck.of(PAPERS) if kind == "news" else self.luck.of(SITES) if kind == "web-page" else value

    def v(self, value: str) -> str:
        return self.luck.number(1, 130) if value.isdigit() else value

    def i(self, value: str) -> str:
        return self.luck.number(1, 12) if value.isdigit() and len(value) < 3 else self._digits(value)

    def y(self, value: str) -> str:
        return self.luck.number(1975, 2025) + value[4:]

    def p(self, value: str) -> str:
        if found := re.fullmatch(r"(\d+)(\s?[-–]\s?)(\d+)", value):
            first = self.any.randint(1, 980)
            last = str(first + self.any.randint(4, 45))
            short = len(found[3]) < len(found[1]) and first > 99
            same = len(last) - 2 if short and str(first)[:-2] == last[:-2] else 0
            return f"{first}{found[2]}{last[same:]}"
        return self._digits(value)

    def n(self, value: str) -> str:
        if found := re.fullmatch(r"(\d+)([-–])(\d+)", value):
            first = self.any.randint(1, 600)
            last = first + self.any.randint(1, 3)
            return f"{first}{found[2]}{last % 100 if len(found[3]) < len(found[1]) and first > 99 else last}"
        return self.luck.number(1, 60 if self.luck.odds(0.5) else 400) if value.isdigit() else self._digits(value)

    def s(self, value: str) -> str:
        return value

    def u(self, value: str) -> str:
        if self.of.kind == "thesis":
            return self.luck.of(UNIVERSITIES)
        if self.of.kind in ("report", "working-paper"):
            return self.luck.of(BODIES)
        return value if self.of.kind == "un-document" else self.house

    def l(self, value: str) -> str:  # noqa: E743
        if re.search(r", [A-Z]{2}$", value):
            return f"{self.luck.of(PLACES).split(',')[0]}, {self.luck.of(_STATES)}"
        if " and " in value or "/" in value or "–" in value:
            return value
        return self.luck.of(PLACES) if self.of.kind in ("report", "working-paper", "thesis", "news") else self.town

    def e(self, value: str) -> str:
        form = (
            "spoken-short"
            if re.match(r"[A-Z]\.", value)
            else "vancouver"
            if re.search(r"[a-z] [A-Z]{1,2}(?:,|$)", value)
            else "harvard"
            if re.search(r"[a-z], [A-Z]\.", value)
            else "spoken"
        )
        several = re.search(r"\band\b|&|,|;|\by\b|\bet\b", value)
        if form == "spoken" and "," in value and " and " not in value:
            return value
        for _ in range(8):
            new = self.luck.editors(form)[3:-1]
            if bool(several) == bool(re.search(r"\band\b|&|;|\by\b|\bet\b|\bund\b|, [A-Z]\w+ [A-Z]|\., ", new)):
                return new
        return value

    def _digits(self, value: str) -> str:
        return re.sub(r"\d", lambda _: str(self.any.randint(1, 9)), value)
