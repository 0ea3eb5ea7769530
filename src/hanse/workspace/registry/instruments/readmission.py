"""Which states agreed with whom to take people back, since when, and with what force? A matrix, as of a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from hanse.text.dates import days
from hanse.workspace.accounts.rights import reading
from hanse.workspace.registry.as_of import as_of
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Actor, ActorKind, Force, Instrument, Participation

THEME = "readmission"
MARKS = {Force.BINDING: "■", Force.CONTESTED: "◩", Force.NON_BINDING: "□"}


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement of two or more on taking people back, and how it stood on the day."""

    instrument: Instrument
    parties: tuple[Actor, ...]
    mark: str
    status: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Each agreement stands in the row of one party and the column of another; columns are those who have most."""

    columns: tuple[Actor, ...]
    rows: tuple[tuple[Actor, tuple[tuple[Agreement, ...], ...]], ...]


def agreements(user: Any, day: date) -> list[Agreement]:
    """Those on readmission that had been adopted by the day and had not ended, each with its parties."""
    kind = KINDS["instruments"]
    found = kind.known(Instrument.objects.visible_to(user).filter(theme__icontains=THEME), day)
    standing = [each for each in found.order_by("adopted", "title") if not _ended(each, day)]
    acts = Participation.objects.visible_to(user).filter(instrument__in=standing).select_related("actor")
    parties: dict[str, dict[str, Actor]] = {}
    for each in KINDS["participations"].known(acts, day).order_by("actor__name", "pk"):
        parties.setdefault(each.instrument_id, {})[each.actor_id] = each.actor
    return [_agreement(each, tuple(parties.get(each.pk, {}).values()), day) for each in standing]


def _agreement(instrument: Instrument, parties: tuple[Actor, ...], day: date) -> Agreement:
    force, begun = Force(instrument.force), days(instrument.in_force)
    if force == Force.NON_BINDING:
        status = _("not binding")
    elif begun is None:
        status = _("entry into force not documented")
    else:
        status = _("in force") if begun[0] <= day else _("not yet in force")
    return Agreement(instrument, parties, MARKS[force], status)


def _ended(instrument: Instrument, day: date) -> bool:
    end = days(instrument.ended)
    return end is not None and end[1] < day


def matrix(found: Sequence[Agreement]) -> Matrix:
    """Of every pair, who has more agreements is the column, of equals an organisation: so that few columns hold all."""
    actors = {party.pk: party for each in found for party in each.parties}
    most = Counter(party.pk for each in found for party in each.parties)
    cells: dict[tuple[str, str], list[Agreement]] = {}
    for each in found:
        for pair in combinations(each.parties, 2):
            column, row = sorted(
                pair, key=lambda side: (-most[side.pk], side.kind == ActorKind.STATE, side.name, side.pk)
            )
            cells.setdefault((row.pk, column.pk), []).append(each)
    columns = sorted({column for _, column in cells}, key=lambda pk: (-most[pk], actors[pk].name))
    rows = sorted({row for row, _ in cells}, key=lambda pk: (actors[pk].name, pk))
    return Matrix(
        tuple(actors[pk] for pk in columns),
        tuple((actors[row], tuple(tuple(cells.get((row, column), ())) for column in columns)) for row in rows),
    )


@reading
def readmission(request: HttpRequest) -> HttpResponse:
    """The matrix, and the same agreements as a list; of one party where the address names it."""
    day = as_of(request)
    found = agreements(request.user, day.day)
    wanted = request.GET.get("party", "")
    parties = {party.pk: party for each in found for party in each.parties}
    shown = [each for each in found if not wanted or wanted in {party.pk for party in each.parties}]
    context = {
        "as_of": day,
        "agreements": shown,
        "any": bool(found),
        "matrix": matrix(shown),
        "marks": [(mark, str(force.label)) for force, mark in MARKS.items()],
        "parties": sorted(parties.values(), key=lambda each: (each.name, each.pk)),
        "wanted": wanted,
    }
    return render(request, "registry/instruments/readmission.html", context)
