"""Which column of ours does a heading mean? By its own name, or by what it is called in several languages."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy

from hanse.workspace.registry.exchange.columns import header, references
from hanse.workspace.registry.exchange.months import folded
from hanse.workspace.registry.kinds import KINDS, Kind
from hanse.workspace.registry.models import Actor

PERIOD = "@period"
"""A column with the beginning and the end together: "2010-2015"."""
_LABELS: dict[str, Any] = {
    "id": gettext_lazy("id of the record"),
    "handling": gettext_lazy("handling (public, internal, restricted)"),
    "geonames_id": gettext_lazy("GeoNames id"),
    PERIOD: gettext_lazy("beginning and end together"),
}
_OF = {
    "@actor.country": gettext_lazy("country of the actor"),
    "@actor.geonames_id": gettext_lazy("GeoNames id of the actor"),
    "@city.country": gettext_lazy("country of the city"),
    "@city.geonames_id": gettext_lazy("GeoNames id of the city"),
}
"""Columns that help to find who is meant."""


def about_actor(kind: Kind) -> str:
    """The column of a kind's sheet that names an actor who may be a city, "" where it has none."""
    for name in ("actor", "city"):
        if name in references(kind) and kind.model._meta.get_field(name).related_model is Actor:
            return name
    return ""


def targets(kind: Kind) -> dict[str, str]:
    """What a column of a file can be for a kind, with the words for it: its own columns, and those that help."""
    found = {name: _label(kind, name) for name in header(kind)}
    if named := about_actor(kind):
        found |= {name: str(said) for name, said in _OF.items() if name.startswith(f"@{named}.")}
    if {"since", "until"} <= set(kind.columns):
        found[PERIOD] = str(_LABELS[PERIOD])
    return found


def proposed(kind: Kind, headings: list[str]) -> dict[int, str]:
    """By place of the column what it is taken for; each of ours once, to the heading that fits best."""
    offered = targets(kind)
    fits = sorted(
        (
            (rank, place, name)
            for place, heading in enumerate(headings)
            for name in offered
            if (rank := _rank(heading, name))
        ),
        key=lambda fit: (fit[0], fit[1], list(offered).index(fit[2])),
    )
    found: dict[int, str] = {}
    for _, place, name in fits:
        if place not in found and name not in found.values():
            found[place] = name
    return found


def recognised(heading: str) -> bool:
    """Whether a heading means a column of any kind."""
    return folded(heading.replace("_", " ")) in _known()


def _rank(heading: str, name: str) -> int:
    """How well a heading fits a column, the lower the better: 1 for our own name, then synonyms, the more usual first,
    then headings made of such words ("Ville membre"); 0 where it does not fit."""
    said = folded(heading.replace("_", " "))
    own = name.rpartition(".")[2] if name.startswith("@") else name
    if said in (own.replace("_", " "), name.removeprefix("@").replace(".", " ").replace("_", " ")):
        return 1 if not name.startswith("@") else 2
    words = _synonyms().get(name if name == PERIOD else own, {})
    if said in words:
        return 3 + words[said]
    parts = [folded(part) for part in _WORD.findall(heading)]
    known = sum(part in words or part == own for part in parts)
    return _COMPOSED - 100 * known // len(parts) if parts and known * 2 >= len(parts) else 0


_WORD = re.compile(r"[^\W_]+")
_COMPOSED = 1000


def _label(kind: Kind, name: str) -> str:
    return str(_LABELS.get(name) or kind.model._meta.get_field(name).verbose_name)


@cache
def _synonyms() -> dict[str, dict[str, int]]:
    said = tomllib.loads(Path(__file__).with_name("headings.toml").read_text(encoding="utf-8"))
    return {name: {folded(word): rank for rank, word in enumerate(words)} for name, words in said.items()}


@cache
def _known() -> frozenset[str]:
    own = {name.replace("_", " ") for kind in KINDS.values() for name in header(kind)}
    return frozenset(own | {word for words in _synonyms().values() for word in words})
