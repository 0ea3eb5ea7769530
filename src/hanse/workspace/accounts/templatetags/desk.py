"""Which rooms of the secretariat's desk stand in the head of the page?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from django import template
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext_lazy as _

register = template.Library()
ROOMS = (
    ("pledges", _("Pledges"), ("/pledges/", "/calls/", "/practices/")),
    ("statements", _("Statements"), ("/statements/", "/sign/")),
    ("engagements", _("Engagements"), ("/engagements/", "/submissions/")),
    ("surveys", _("Surveys"), ("/surveys/",)),
)
"""The kind whose list opens the room, its name, and the paths of its pages."""


_RARER = {"surveys"}
"""What is folded away under "More"."""


@dataclass(frozen=True, slots=True)
class Room:
    label: Any
    address: str
    here: bool
    rarer: bool


class Rooms(list[Room]):
    @property
    def here(self) -> bool:
        """Whether the page belongs to one of them."""
        return any(each.here for each in self)

    @property
    def at_hand(self) -> list[Room]:
        return [each for each in self if not each.rarer]

    @property
    def rarer(self) -> list[Room]:
        """Those that are folded away."""
        return [each for each in self if each.rarer]


@register.simple_tag(takes_context=True)
def desk(context: Any) -> Rooms:
    """``{% desk as rooms %}``: the rooms that are built, each with its address and whether the page is in it."""
    path = getattr(context.get("request"), "path", "")
    found = Rooms()
    for kind, label, paths in ROOMS:
        if address := _address(kind):
            found.append(Room(label, address, path.startswith(paths), kind in _RARER))
    return found


@cache
def _address(kind: str) -> str:
    """Of the list of a kind; "" where no such kind is registered."""
    address = reverse("records", args=[kind])
    try:
        resolve(address)
    except Resolver404:
        return ""
    return address
