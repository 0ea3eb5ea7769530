"""Which records does a list show? Those of a kind that somebody may see, on a day, found by words and filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.utils.translation import gettext as _

from hanse.errors import echoed
from hanse.reports.finding import day
from hanse.saying import colon
from hanse.workspace.registry.as_of import AsOf, Count
from hanse.workspace.registry.filters import Filters
from hanse.workspace.registry.kinds import KINDS, Kind
from hanse.workspace.registry.shown import country, labelled, measure
from hanse.workspace.registry.tally import tally


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows: its records, how many on the day, whether the kind holds any at all, and its filters.

    ``problem`` says why nothing of it can be told as it was asked for; then it has no records and no count.
    """

    records: Any
    count: Count
    any: bool
    filters: Filters
    filtered: bool
    tied_to: tuple[Any, ...] = ()
    problem: str = ""


def listed(kind: Kind, asked: Any, user: Any, as_of: AsOf) -> Listing:
    """The list of a kind as it was asked for."""
    held = kind.records().visible_to(user)
    filters = Filters(asked, kind, held, user)
    chosen, tied_to, strangers = _tied(kind, filters.chosen(held), asked, user)
    if problem := " ".join(filter(None, (filters.problem, *strangers))):
        return Listing(held.none(), Count(0, 0), held.exists(), filters, True, tied_to, problem)
    wanted = filters.wanted()
    if "when" in wanted:
        records, count = chosen, Count(chosen.count(), 0)
    else:
        records = kind.known(chosen, as_of.day)
        count = tally(kind, user, as_of.day) if chosen is held else kind.counted(chosen, as_of.day)
    if kind.order:
        records = records.order_by(*kind.order)
    narrowed = bool(tied_to or set(wanted) - {"when"})
    return Listing(records, count, bool(count.total) or held.exists(), filters, narrowed, tied_to)


def _tied(kind: Kind, records: Any, asked: Any, user: Any) -> tuple[Any, tuple[Any, ...], list[str]]:
    """Those tied to the records that the address names, ``?network=uclg``, these, and what is said of strangers."""
    tied, strangers = [], []
    for field in kind.model._meta.fields:
        if field.is_relation and field.name in asked and hasattr(field.related_model.objects, "visible_to"):
            other = field.related_model.objects.visible_to(user).filter(pk=asked[field.name]).first()
            if other is None:
                told = {"what": labelled(field), "given": echoed(asked[field.name])}
                strangers.append(_("There is no %(what)s “%(given)s” here that you may see.") % told)
                continue
            records = records.filter(**{field.name: other})
            tied.append(other)
    return records, tuple(tied), strangers


def with_ties(kind: Kind, records: Any) -> Any:
    """With what a line of the list names, read at once; what a record is about with what that names in turn."""
    about = [field.name for field in kind.model._meta.private_fields if isinstance(field, GenericForeignKey)]
    named = records.select_related(*_named(kind.model))
    return named.prefetch_related(*(GenericPrefetch(name, _any_record()) for name in about)) if about else named


def _named(model: Any) -> list[str]:
    return [name for name in model.ties if "__" not in name]


def _any_record() -> list[Any]:
    models = dict.fromkeys(kind.model for kind in KINDS.values())
    return [model._base_manager.select_related(*_named(model)) for model in models]


def read(kind: Kind, keys: Sequence[str]) -> list[Any]:
    """The records of some keys, in their order, with what a line of a list names."""
    found = with_ties(kind, kind.model.objects.all()).in_bulk(keys)
    return [found[key] for key in keys if key in found]


def said_aside(kind: Kind, record: Any) -> str:
    """What a line of a list says besides the record's name: a city's country, a network's nature, a tie's dates."""
    about = getattr(record, "record", None) or getattr(record, "subject", None)
    parts = [_("of %(record)s") % {"record": about}] if about else []
    for name in ("kind", "grade", "tier", "nature", "status", "act", "force", "lever", "route"):
        if name in kind.columns and getattr(record, name):
            display = getattr(record, f"get_{name}_display", None)
            parts.append(str(display() if display else getattr(record, name)))
    if "field" in kind.columns and "value" in kind.columns:
        spoken, value = _spoken_of(record), record.value and day(record.value)
        parts.append(
            colon().join(filter(None, (spoken, value if spoken or not value else f"{value} {record.unit}".rstrip())))
        )
    if "country" in kind.columns and record.country:
        parts.append(country(record.country))
    return " · ".join(part for part in parts if part)


def _spoken_of(said: Any) -> str:
    """What an attestation or a claim speaks of: a field of its record, or a measure."""
    about = said.record if hasattr(said, "record") else said.subject
    named = {field.name: field for field in about._meta.concrete_fields} if about else {}
    return labelled(named[said.field]) if said.field in named else measure(said.field)
