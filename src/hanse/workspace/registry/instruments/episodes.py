"""Who pressed whom with migration? Episodes of Northern and Southern states, in the same fields, told by both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.listing import listed
from hanse.workspace.registry.models import Actor, Episode, Lever, Name
from hanse.workspace.registry.pages import listing, page
from hanse.workspace.registry.regions import called, side_by_side, where
from hanse.workspace.registry.said import Said, Saying
from hanse.workspace.registry.tied import tied

PER_PAGE = 100
ACCOUNT = "account by "
"""An attestation of the field "account by tur" says how that actor, by id or by name, tells an episode."""


@dataclass(frozen=True, slots=True)
class Account:
    """How somebody tells an episode."""

    who: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many episodes are documented, by lever and by the region of who pressed; regions with none too."""

    regions: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    pressed: tuple[int, ...]
    by: tuple[int, ...]


@listing("episodes")
def episodes(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """What had begun by the day, with a count by lever and region beside it."""
    kind = KINDS["episodes"]
    found = listed(kind, request.GET, request.user, as_of)
    records = found.records.select_related("by", "against").order_by("-first", "pk")
    context = {
        "kind": kind,
        "as_of": as_of,
        "list": found,
        "page": Paginator(records, PER_PAGE).get_page(request.GET.get("page")),
        "tally": tally(list(records)),
    }
    return render(request, "registry/instruments/episodes.html", context)


def tally(records: Sequence[Episode]) -> Tally | None:
    """None where nothing is documented."""
    if not records:
        return None
    levers = [each for each in Lever if any(record.lever == each for record in records)]
    by = [where(each.by) for each in records]
    of_levers = ([key for each, key in zip(records, by, strict=True) if each.lever == lever] for lever in levers)
    regions, counts = zip(*side_by_side(by, [where(each.against) for each in records], *of_levers), strict=True)
    pressing, pressed, *columns = zip(*counts, strict=True)
    labels = [str(lever.label) for lever in levers]
    return Tally(tuple(map(called, regions)), tuple(zip(labels, columns, strict=True)), pressed, pressing)


@page("episodes")
def episode(request: HttpRequest, episode: Episode, as_of: AsOf) -> HttpResponse:
    """The same fields for everybody, and what each side says, side by side."""
    user = request.user
    accounts = told(Said(episode, user))
    one, other = _of(accounts, episode.by, user), _of(accounts, episode.against, user)
    context = {
        "kind": KINDS["episodes"],
        "record": episode,
        "as_of": as_of,
        "sides": [(episode.by, _("pressed"), one), (episode.against, _("was pressed"), other)],
        "others": _others([each for each in accounts if each not in (*one, *other)], user),
        "ties": tied(episode, user, as_of),
    }
    return render(request, "registry/instruments/episode.html", context)


def told(said: Said) -> list[Account]:
    """All accounts of an episode."""
    found = {name: group for name, group in said.by_field.items() if name.lower().startswith(ACCOUNT)}
    return [Account(name[len(ACCOUNT) :].strip(), tuple(group)) for name, group in sorted(found.items())]


def _of(accounts: Sequence[Account], actor: Actor, user: Any) -> list[Account]:
    """Those of an actor, under its id or any of its names."""
    names = Name.objects.visible_to(user).filter(actor=actor).values_list("name", flat=True)
    known = {name.casefold() for name in (actor.pk, actor.name, *names)}
    return [each for each in accounts if each.who.casefold() in known]


def _others(accounts: Sequence[Account], user: Any) -> list[tuple[Actor | None, Account]]:
    """With the actor that is meant, where the user may see it."""
    seen = Actor.objects.visible_to(user).in_bulk([each.who for each in accounts])
    return [(seen.get(each.who), each) for each in accounts]
