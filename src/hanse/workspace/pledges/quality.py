"""Is a pledge measurable, dated, clear about who benefits, and budgeted? Hints with the words that decided.

Plain rules over the words in English, French and Spanish, so that everybody can follow them. They judge nothing and
hold nothing up. Source of the four questions: the criteria for pledges of the United Nations Network on Migration
(concrete, measurable, time-bound, in partnership) and of the Global Refugee Forum (additional, quantifiable,
needs-driven).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from hanse.workspace.pledges import sensitive
from hanse.workspace.pledges.asking import name_of, questions
from hanse.workspace.pledges.models import Asks, Means

MOST_WORDS = 6
"""So many of the deciding words are shown."""
_DIGITS = r"\d{1,3}(?:[\s.,\u00a0\u202f]\d{3})+|\d+(?:[.,]\d+)?"
_YEAR = r"(?:19|20)\d\d"

ASKED = {
    "measurable": (
        _("Measurable?"),
        _("These words say how much:"),
        _("Say how many, or by how much: a number with what it counts."),
    ),
    "dated": (_("Dated?"), _("These words say by when:"), _("Say by when: a year or a month.")),
    "beneficiaries": (_("Who benefits?"), _("These words say who:"), _("Say for whom it is done.")),
    "budget": (_("Budget?"), _("These words say what is set aside:"), _("Say what your city sets aside, if it can.")),
}


@dataclass(frozen=True, slots=True)
class Hint:
    """One question to a pledge; ``words`` are those that answered it, none where nothing did."""

    kind: str
    words: tuple[str, ...]

    @property
    def found(self) -> bool:
        return bool(self.words)

    @property
    def question(self) -> Any:
        return ASKED[self.kind][0]

    @property
    def yes(self) -> Any:
        return ASKED[self.kind][1]

    @property
    def advice(self) -> Any:
        return ASKED[self.kind][2]


def hints(text: str) -> tuple[Hint, ...]:
    """The four hints of a text, always in the same order."""
    found = {"measurable": _measures, "dated": _dates, "beneficiaries": _people, "budget": _money}
    return tuple(Hint(kind, _few(rule(text))) for kind, rule in found.items())


def of_pledge(pledge: Any) -> tuple[Hint, ...]:
    """The hints of all that a pledge says; answers to fields that ask for dates, money or people count as such."""
    texts, beside = [pledge.title, pledge.description], {kind: [] for kind in ASKED}
    beside["dated"] = [each for each in (pledge.since, pledge.until) if each]
    for each in questions(pledge.call):
        value = pledge.answers.get(name_of(each), "")
        if each.type in (Asks.TEXT, Asks.LONG) and isinstance(value, str):
            texts.append(value)
        if each.means == Means.POPULATION and isinstance(value, str) and value.strip():
            beside["beneficiaries"].append(value.strip()[:60])
        amount = pledge.answers.get(f"{name_of(each)}_amount", "")
        if each.type == Asks.MONEY and str(amount).strip():
            beside["budget"].append(f"{amount} {pledge.answers.get(f'{name_of(each)}_currency', '')}".strip())
    texts += [value for name in ("title", "description") if isinstance(value := pledge.answers.get(name), str)]
    found = hints("\n".join(texts))
    return tuple(Hint(each.kind, _few([*each.words, *beside[each.kind]])) for each in found)


def _few(words: list[str]) -> tuple[str, ...]:
    return tuple(list(dict.fromkeys(" ".join(each.split()) for each in words))[:MOST_WORDS])


def _measures(text: str) -> list[str]:
    """Numbers with what they count; no years, times, names ("goal 7"), money or numbers of houses."""
    other = [met.span() for met in _money_pattern().finditer(text)]
    other += [(flag.start, flag.end) for flag in sensitive.flags(text) if flag.kind != "few"]
    return [
        met[0]
        for met in _measured().finditer(text)
        if not any(start < met.end() and met.start() < end for start, end in other) and _counts(text, met)
    ]


def _counts(text: str, met: re.Match[str]) -> bool:
    before = text[max(0, met.start() - 20) : met.start()].casefold().split()[-1:]
    if before and before[0].strip("(,") in _words()["measurable"]["names"]:
        return False
    return not (met["number"] and re.fullmatch(_YEAR, met["number"]) and not met["share"])


@cache
def _measured() -> re.Pattern[str]:
    held = _words()["measurable"]
    words = _any(held["number_words"])
    number = rf"(?P<number>(?!{_YEAR}(?![\d.,%]|\s*%)){_DIGITS}|(?i:(?:{words})(?:[\s-](?:{words}))*))"
    what = rf"(?:(?:{_any(held['small'])})\s+){{0,3}}(?!(?i:{_any(held['not'])})\b)[^\W\d_][\w'’-]*"
    share = rf"(?P<share>{_any(held['share'])})(?:\s+{what})?"
    return re.compile(
        rf"(?<!\w)(?i:{_any(held['parts'])})(?!\w)"
        rf"|(?<![\w.,/-]){number}(?![\d/])\s*(?:{share}|[\s-](?:\s*){what})"
    )


def _dates(text: str) -> list[str]:
    return [met[0] for met in _dated().finditer(text)]


@cache
def _dated() -> re.Pattern[str]:
    held = _words()["dated"]
    months = _any(held["months"])
    coming = r"20[2-9]\d"
    return re.compile(
        rf"(?<!\w)(?:(?:\d{{1,2}}(?:st|nd|rd|th|er)?\s+(?:de\s+)?)?(?i:{months})\s+(?:\d{{1,2}},\s*)?"
        rf"(?:de\s+|del\s+)?{coming}"
        rf"|\d{{1,2}}[./]\d{{1,2}}[./]{coming}|{coming}-\d\d(?:-\d\d)?|[QT][1-4]\s*{coming}"
        rf"|(?i:{_any(held['within'])})\s+(?:\w+\s+){{0,3}}?(?i:{_any(held['units'])})(?!\w)"
        rf"|(?<!(?i:agenda)\s){coming}(?![\d/-]|\s+(?i:agenda)))"
    )


def _people(text: str) -> list[str]:
    return [met[0] for met in _benefiting().finditer(text)]


@cache
def _benefiting() -> re.Pattern[str]:
    held = _words()["beneficiaries"]
    return re.compile(rf"(?<![\w-])(?!(?i:{_any(held['none'])}))(?i:{_any(held['words'])})(?![\w])(?!-cent)")


def _money(text: str) -> list[str]:
    return [met[0] for met in _money_pattern().finditer(text)]


@cache
def _money_pattern() -> re.Pattern[str]:
    held = _words()["budget"]
    symbols, names = _any(held["symbols"]), _any(held["words"])
    large = "k|m|mn|bn|million|millions|thousand|billion|milliers|mille|millones|millón|mil|de|d['’]"
    amount = rf"(?:{_DIGITS})(?:\s*(?i:{large}))*"
    return re.compile(
        rf"(?<!\w)(?:(?:{symbols})\s?{amount}(?!\w)|{amount}[\s\u00a0]?(?:{symbols})(?!\w)"
        rf"|{amount}\s*(?i:(?:d['’]|\w+\s+)?(?:{names}))(?!\w)"
        rf"|(?:{_DIGITS})\s*(?:%|per\s+cent|pour\s+cent|por\s+ciento)[^.\n]{{0,40}}?(?i:{_any(held['budget'])})\w*)"
    )


def _any(words: list[str]) -> str:
    parts = [re.escape(each).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for each in words]
    return "|".join(sorted(parts, key=len, reverse=True))


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
