"""What do the list of instruments and the page of one show?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.documents.models import Document
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.instruments import episodes  # noqa: F401
from hanse.workspace.registry.instruments.participation import TREATIES, Group, Participants, at_a_glance
from hanse.workspace.registry.instruments.terms import sides
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.listing import Listing, listed
from hanse.workspace.registry.models import Actor, Force, Instrument, Level
from hanse.workspace.registry.pages import listing, page
from hanse.workspace.registry.pictures import grown
from hanse.workspace.registry.regions import called as region
from hanse.workspace.registry.regions import side_by_side, where
from hanse.workspace.registry.said import Said
from hanse.workspace.registry.shown import measure as called
from hanse.workspace.registry.tied import tied

PER_PAGE = 120
FOLDED = 6
FEW = 8
"""Fewer participants are not counted by region."""
_SHOWN = {"objectives", "participations", "terms", "attestations", "claims"}
"""Kinds that the page of an instrument shows in sections of their own."""
_MEASURES = ("parties", "endorsements", "signatories", "pledges", "attendees")
"""What is drawn over time, the first that sources report."""


@dataclass(frozen=True, slots=True)
class Among:
    """Instruments among the same circle; a long list of bilateral ones is folded until somebody asks for them."""

    label: str
    lines: tuple[tuple[Instrument, str], ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Column:
    """Instruments of one force, each with who took part at a glance; how many there are on all pages."""

    force: Force
    about: Any
    total: int
    levels: tuple[Among, ...]


FORCES = {
    Force.BINDING: gettext_lazy("Hard law: it obliges those who became its parties."),
    Force.CONTESTED: gettext_lazy("Whether it binds is disputed; what is said of its force says by whom."),
    Force.NON_BINDING: gettext_lazy("Soft law: a commitment that no court enforces."),
}


@listing("instruments")
def instruments(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Hard and soft law side by side, contested ones between them: what had been adopted by the day."""
    kind = KINDS["instruments"]
    found = listed(kind, request.GET, request.user, as_of)
    page = Paginator(found.records, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "kind": kind,
        "as_of": as_of,
        "list": found,
        "page": page,
        "columns": _columns(list(page), found, request.user, as_of),
    }
    return render(request, "registry/instruments/instruments.html", context)


def _columns(shown: list[Instrument], found: Listing, user: Any, as_of: AsOf) -> list[Column]:
    glances = at_a_glance(shown, user, as_of.day)
    forces = list(found.records.order_by().values_list("force", flat=True))
    return [
        Column(
            force,
            about,
            forces.count(force),
            tuple(_among([each for each in shown if each.force == force], glances, found.filtered)),
        )
        for force, about in FORCES.items()
    ]


def _among(shown: list[Instrument], glances: dict[str, str], narrowed: bool) -> Iterator[Among]:
    for level in Level:
        own = tuple((each, glances.get(each.pk, "")) for each in shown if each.level == level)
        if own:
            yield Among(str(level.label), own, narrowed or level != Level.BILATERAL or len(own) <= FOLDED)


@page("instruments")
def instrument(request: HttpRequest, instrument: Instrument, as_of: AsOf) -> HttpResponse:
    """What it is and binds, its objectives, who did what to it by the day, what is exchanged, what sources report."""
    user, day = request.user, as_of.day
    participants, said = Participants(instrument, user, day), Said(instrument, user)
    objectives = list(instrument.objectives.all().visible_to(user).order_by("number"))
    measure = next((name for name in _MEASURES if name in said.by_field), "parties")
    reported = [each for each in said.measures(day) if each.attestation.field == measure]
    context = {
        "kind": KINDS["instruments"],
        "record": instrument,
        "as_of": as_of,
        "force": FORCES[Force(instrument.force)],
        "participants": participants,
        "listed": len(participants.parties) if measure == "parties" else 0,
        "latest": _latest(reported),
        "measure": measure,
        "unplaced": [each.value for each in reported if not each.attestation.on],
        "picture": grown(
            reported,
            participants.steps,
            unit=called(measure),
            title=_("%(measure)s of %(instrument)s") % {"measure": capfirst(called(measure)), "instrument": instrument},
            day=day,
            known=participants.known_on,
        ),
        "regions": _by_region(participants.groups) if len(participants.records) >= FEW else [],
        "objectives": objectives,
        "sides": sides(instrument, user, day),
        "treaty": instrument.kind in TREATIES,
        "body": _seen(Actor, instrument.body_id, user),
        "document": _seen(Document, instrument.document_id, user),
        "ties": [each for each in tied(instrument, user, as_of) if each.kind.plural not in _SHOWN],
    }
    return render(request, "registry/instruments/instrument.html", context)


def _by_region(groups: list[Group]) -> list[tuple[str, tuple[int, ...]]]:
    """How many did what, by region, in the order of the acts."""
    counted = side_by_side(*([where(each.actor) for each in group.records] for group in groups))
    return [(region(name), counts) for name, counts in counted]


def _latest(reported: Iterable[Any]) -> Any:
    """The newest dated report; `Said.measures` gives them newest first."""
    return next((each for each in reported if each.attestation.on), None)


def _seen(model: Any, pk: Any, user: Any) -> Any:
    return model.objects.visible_to(user).filter(pk=pk).first() if pk else None
