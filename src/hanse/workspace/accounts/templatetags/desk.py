"""Which rooms of the secretariat's desk stand in the head of the page?"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

from django import template
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils.translation import gettext_lazy as _

register = template.Library()
ROOMS = (
    ("pledges", _("Pledges"), ("/pledges/", "/calls/", "/practices/")),
    ("statements", _("Statements"), ("/statements/", "/sign/")),
    ("engagements", _("Engagements"), ("/engagements/", "/submissions/")),
    ("impact", _("Impact"), ("/impact/", "/indicators/", "/changes/")),
    ("surveys", _("Surveys"), ("/surveys/",)),
    ("claims", _("Claims"), ("/claims/", "/evidence/")),
    ("citations", _("Citations"), ("/citations/",)),
    ("wording", _("Wording"), ("/wording/",)),
)
"""The kind whose list opens the room, or the page that does; its name, and the paths of its pages."""


_RARER = {"surveys", "claims", "citations", "wording"}
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
    def folded(self) -> bool:
        """Whether the page belongs to one that is folded away."""
        return any(each.here for each in self.rarer)

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
    for opened, label, paths in ROOMS:
        if address := _address(opened):
            found.append(Room(label, address, path.startswith(paths), opened in _RARER))
    return found


@cache
def _address(opened: str) -> str:
    """Of a page of that name, or of the list of a kind; "" where neither is there."""
    with suppress(NoReverseMatch):
        return reverse(opened)
    address = reverse("records", args=[opened])
    try:
        resolve(address)
    except Resolver404:
        return ""
    return address
