"""What would a merge do? What both actors say side by side, what would move, and what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hanse.saying import colon
from hanse.workspace.registry.as_of import grouped
from hanse.workspace.registry.kinds import kinds_of
from hanse.workspace.registry.models import Actor, Record
from hanse.workspace.registry.references import references
from hanse.workspace.registry.shown import country

FIELDS = ("name", "acronym", "tier", "country", "place", "geonames_id", "since", "website", "handling")
TELLING = {
    ("country",): gettext_lazy("They differ in their country."),
    ("geonames_id",): gettext_lazy("They differ in their GeoNames id."),
    ("country", "geonames_id"): gettext_lazy("They differ in their country and their GeoNames id."),
}
"""Fields that say of two actors that they are two."""


@dataclass(frozen=True, slots=True)
class Line:
    """One field of both; ``differs`` where each says something, and not the same."""

    label: str
    gone: str
    kept: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """``moves`` are what would move, "3 memberships"; ``warning`` says by which fields the two are told apart.

    What the user may not see is not counted.
    """

    gone: Actor
    kept: Actor
    lines: tuple[Line, ...]
    moves: tuple[str, ...]
    warning: str


def previewed(gone: Actor, kept: Actor, user: Any) -> Preview:
    """What merging ``gone`` into ``kept`` would come to, written nowhere."""
    lines = [_line(name, gone, kept) for name in FIELDS]
    apart = tuple(name for name, line in zip(FIELDS, lines, strict=True) if (name,) in TELLING and line.differs)
    shown = tuple(line for line in lines if line.gone or line.kept)
    return Preview(gone, kept, shown, _moves(gone, user), str(TELLING.get(apart, "")))


def _line(name: str, gone: Actor, kept: Actor) -> Line:
    field = Actor._meta.get_field(name)
    one, other = (getattr(each, name) or "" for each in (gone, kept))
    said = [_said(each, name) for each in (gone, kept)]
    label = _("GeoNames id") if name == "geonames_id" else capfirst(str(field.verbose_name))
    return Line(label, *said, bool(one and other and one != other))


def _said(actor: Actor, name: str) -> str:
    value = getattr(actor, name)
    if name == "country":
        return country(value) if value else ""
    return str(getattr(actor, f"get_{name}_display", lambda: value)() or "")


def _moves(gone: Actor, user: Any) -> tuple[str, ...]:
    counts: dict[Any, int] = {}
    for reference in references(Actor):
        if issubclass(reference.model, Record):
            seen = reference.model.objects.visible_to(user)
            held = reference.to(gone.pk).filter(pk__in=seen.order_by().values("pk"))
            counts[reference.model] = counts.get(reference.model, 0) + held.count()
    return tuple(_number(model, n) for model, n in counts.items() if n)


def _number(model: type[Record], n: int) -> str:
    if model is Actor:
        return ngettext("%(shown)s actor", "%(shown)s actors", n) % {"shown": grouped(n)}
    kinds = kinds_of(model)
    return kinds[0].number(n) if kinds else f"{model._meta.verbose_name_plural}{colon()}{grouped(n)}"
