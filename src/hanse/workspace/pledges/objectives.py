"""Toward which objectives? Written as "gcm 7, gcm 15, sdg 10": the instrument's id and the objective's number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from hanse.workspace.registry.models import Instrument, Objective

_PART = re.compile(r"(?P<whose>.*?)[\s:.#]*(?<!\d)(?P<first>\d{1,3})(?:\s*[-–]\s*(?P<last>\d{1,3}))?")
_SAID = frozenset({"objective", "objectives", "goal", "goals", "objectif", "objectifs", "objetivo", "objetivos", "no"})
_CALLED = {"sdg": "sdgs", "ods": "sdgs", "odd": "sdgs", "pmm": "gcm", "pmr": "gcr"}
"""Acronyms in other languages."""
_SHORT = {"agenda-2030": "SDG"}
MOST_IN_A_RANGE = 60


@dataclass(frozen=True, slots=True)
class Toward:
    """One objective that a pledge names."""

    code: str
    objective: Any

    @property
    def number(self) -> int:
        return int(self.objective.number)

    @property
    def instrument(self) -> Any:
        return self.objective.instrument


def canonical(text: str) -> str:
    """What was written, as the codes of objectives, each once and in order: "GCM objectives 7; 15" is "gcm 7, gcm 15".

    Raises ValidationError with the first that there is not, or whose instrument nothing says.
    """
    pairs = dict.fromkeys(pair for part in re.split(r"[,;/\n|+&]| and | et | y ", text) for pair in _pairs(part))
    codes: list[str] = []
    whose = ""
    for said, number in pairs:
        whose = said or whose
        codes.append(f"{whose} {number}")
    known = _known(codes)
    for code in codes:
        if code not in known:
            raise ValidationError({"toward": _told(code)})
    return ", ".join(dict.fromkeys(known[code] for code in codes))


def written(objectives: Iterable[Any]) -> str:
    """Objectives as their codes, in the order of instruments and numbers."""
    return ", ".join(sorted({code(each) for each in objectives}, key=_order))


def code(objective: Any) -> str:
    return f"{objective.instrument_id} {objective.number}"


def codes(text: str) -> list[str]:
    """The codes of a canonical text."""
    return text.split(", ") if text else []


def short(text: str) -> str:
    """A canonical text as a line of a list shows it: "GCM 7, SDG 10"."""
    told = []
    for each in codes(text):
        whose, _space, number = each.rpartition(" ")
        told.append(f"{_SHORT.get(whose, whose.upper())} {number}")
    return ", ".join(told)


def instruments(text: str) -> set[str]:
    """The ids of the instruments whose objectives a canonical text names."""
    return {each.rpartition(" ")[0] for each in codes(text)}


def named(text: str, user: Any) -> list[Toward]:
    """The objectives of a canonical text that a user may see, in their order."""
    wanted = {each.rpartition(" ")[::2]: each for each in codes(text)}
    if not wanted:
        return []
    query = Q()
    for instrument, number in wanted:
        query |= Q(instrument=instrument, number=number)
    found = Objective.objects.visible_to(user).filter(query).select_related("instrument")
    by_code = {code(each): each for each in found}
    return [Toward(each, by_code[each]) for each in codes(text) if each in by_code]


def naming(code: str) -> Q:
    """A condition on records: ``toward`` names an objective."""
    return (
        Q(toward=code)
        | Q(toward__startswith=f"{code}, ")
        | Q(toward__endswith=f", {code}")
        | Q(toward__contains=f", {code}, ")
    )


def _pairs(part: str) -> list[tuple[str, int]]:
    """The instrument and the numbers of a part; a range is each of its numbers."""
    if not part.strip():
        return []
    met = _PART.fullmatch(part.strip())
    if met is None:
        raise ValidationError({"toward": _told(part)})
    words = [each.strip(".:#") for each in met["whose"].casefold().split()]
    whose = "-".join(each for each in words if each not in _SAID)
    first, last = int(met["first"]), int(met["last"] or met["first"])
    if not first <= last < first + MOST_IN_A_RANGE:
        raise ValidationError({"toward": _told(part)})
    return [(_CALLED.get(whose, whose), number) for number in range(first, last + 1)]


def _known(wanted: list[str]) -> dict[str, str]:
    """By code as it was written, the code as it is kept: an instrument is named by its id or by its acronym."""
    spelled = {each.rpartition(" ")[0] for each in wanted}
    if not spelled:
        return {}
    ids: dict[str, str] = {}
    for each in Instrument.objects.standing().filter(objectives__removed=None).distinct():
        for name in {each.pk.casefold(), *_names(each)} & spelled:
            ids.setdefault(name, each.pk)
    ids |= {each: each for each in spelled if each in ids.values()}
    held = set(
        Objective.objects.standing().filter(instrument__in=set(ids.values())).values_list("instrument", "number")
    )
    pairs = {each: (ids.get(each.rpartition(" ")[0]), int(each.rpartition(" ")[2])) for each in wanted}
    return {each: f"{pair[0]} {pair[1]}" for each, pair in pairs.items() if pair in held}


def _names(instrument: Any) -> set[str]:
    """Title and short title, whole and by what stands in brackets, as `_pairs` writes them."""
    bare = re.sub(r"\([^)]*\)", "", instrument.short)
    said = [
        instrument.title,
        instrument.short,
        bare,
        *re.findall(r"\(([^)]+)\)", f"{instrument.title} {instrument.short}"),
    ]
    return {"-".join(re.findall(r"[\w]+", each.casefold())) for each in said if each}


def _order(code: str) -> tuple[str, int]:
    whose, _, number = code.rpartition(" ")
    return whose, int(number)


def _told(code: str) -> str:
    return _("“%(code)s” names no objective here; write the instrument and the number, as gcm 7.") % {
        "code": code.strip()[:60]
    }
