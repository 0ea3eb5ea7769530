"""What else could a doubtful name mean? All places of that name or another, and actors of the registry."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from hanse.errors import HanseError
from hanse.places.folding import spaced
from hanse.places.gazetteer import gazetteer
from hanse.places.resolving import could_mean
from hanse.workspace.registry.exchange.options import Option, actor_option, facts, place_option
from hanse.workspace.registry.models import Actor, ActorKind

MOST = 60
"""So many are listed."""
LEAST = 2
"""Letters from which actors are searched for."""


def candidates(name: str, country: str, sought: str, user: Any) -> list[Option]:
    """What a name could mean, and fits what is sought: all places of the name, or else the places called as sought.

    ``country`` is an alpha-3 code or "". Actors are those that ``user`` may see.
    """
    wanted = spaced(sought).split()
    found = [each for each in _places(name, country) if _fits(each, wanted)]
    if wanted and not found:
        found = _places(sought, country) or (_places(sought, "") if country else [])
    actors = _actors(sought, user) if len("".join(wanted)) >= LEAST else []
    return [*actors, *found][:MOST]


def chosen(key: str, user: Any) -> Option | None:
    """The option of a key, "actor:dhaka" or "place:1185241"; None where there is no such actor or place."""
    kind, _, pk = key.partition(":")
    if kind == "place" and pk.isdecimal() and len(pk) < 12:
        entry = gazetteer().city(int(pk))
        return Option(key, entry.name, "", (), facts(entry)) if entry is not None else None
    actor = Actor.objects.visible_to(user).filter(pk=pk).first() if kind == "actor" else None
    return Option(key, actor.name, "", ()) if actor is not None else None


def _places(name: str, country: str) -> list[Option]:
    try:
        found = could_mean(name, country or None)
    except HanseError:
        return []
    return [place_option(each) for each in found if each.geonames_id]


def _actors(sought: str, user: Any) -> list[Option]:
    found = Actor.objects.visible_to(user).exclude(kind=ActorKind.PERSON).filter(folded__contains=spaced(sought))
    return [
        actor_option(each, _("has these letters in its name")) for each in found.order_by("folded", "id")[: MOST // 3]
    ]


def _fits(option: Option, wanted: list[str]) -> bool:
    said = f"{spaced(option.name)} {spaced(option.where)}"
    return all(word in said for word in wanted)
