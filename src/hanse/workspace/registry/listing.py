"""Which records does a list show? Those of a kind that somebody may see, on a day, found by words and filters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models

from hanse.places.countries import COUNTRIES
from hanse.reports.finding import day
from hanse.workspace.accounts.rights import Handling, Right, may
from hanse.workspace.registry.as_of import AsOf, Count
from hanse.workspace.registry.fields import found
from hanse.workspace.registry.kinds import Kind
from hanse.workspace.registry.shown import country, labelled
from hanse.workspace.registry.tally import tally

FEW = 24
"""A choice with more values than this is typed, not chosen."""
ALWAYS = [("", "on the day shown"), ("always", "at any time")]


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows: its records, how many on the day, whether the kind holds any at all, and its filters."""

    records: Any
    count: Count
    any: bool
    filters: forms.Form
    filtered: bool
    tied_to: tuple[Any, ...]


class Filters(forms.Form):
    """By words and by whatever the kind's columns offer to choose. A choice that does not exist chooses nothing."""

    q = forms.CharField(required=False, label="Search", widget=forms.TextInput(attrs={"type": "search"}))

    def __init__(self, data: Any, kind: Kind, held: Any, user: Any) -> None:
        super().__init__(data)
        self.kind, self.user = kind, user
        columns = {field.name: field for field in kind.fields()}
        if "country" in columns:
            self._countries(held)
        for name, field in columns.items():
            if field.choices and len(field.choices) <= FEW:
                self._choice(name, labelled(field), self._offered(field))
        if may(user, Right.RECORD):
            self._choice("handling", "handling", Handling.choices)
        if kind.timed:
            self.fields["when"] = forms.ChoiceField(required=False, label="Shown", choices=ALWAYS)

    def _offered(self, field: models.Field) -> list[tuple[str, str]]:
        only = dict(self.kind.only).get(f"{field.name}__in")
        return [each for each in field.choices if each[0] and (only is None or each[0] in only)]

    def _countries(self, held: Any) -> None:
        codes = set(held.order_by().values_list("country", flat=True).distinct()) - {""}
        regions = {
            part for code in codes & set(COUNTRIES) for part in (COUNTRIES[code].region, COUNTRIES[code].subregion)
        }
        self._choice("region", "region", [(each, each) for each in sorted(regions)])
        self._choice("country", "country", sorted(((code, country(code)) for code in codes), key=lambda each: each[1]))

    def _choice(self, name: str, label: str, choices: Any) -> None:
        offered = [("", "any"), *choices]
        self.fields[name] = forms.ChoiceField(required=False, label=label.capitalize(), choices=offered)

    @property
    def names(self) -> str:
        """What the form sets itself: other parameters of the address are carried on."""
        return " ".join([*self.fields, "page", "removed"])

    def wanted(self) -> dict[str, str]:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def chosen(self, held: Any) -> Any:
        for name, value in self.wanted().items():
            if name == "q":
                held = found(held, value, self.user).order_by(*held.model._meta.ordering)
            elif name == "region":
                held = held.filter(
                    country__in=[c.alpha3 for c in COUNTRIES.values() if value in (c.region, c.subregion)]
                )
            elif name != "when":
                held = held.filter(**{name: value})
        return held


def listed(kind: Kind, asked: Any, user: Any, as_of: AsOf) -> Listing:
    """The list of a kind as it was asked for."""
    held = kind.records().visible_to(user)
    filters = Filters(asked, kind, held, user)
    chosen, tied_to = _tied(kind, filters.chosen(held), asked, user)
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


def _tied(kind: Kind, records: Any, asked: Any, user: Any) -> tuple[Any, tuple[Any, ...]]:
    """Those tied to the records that the address names: ``?network=uclg``. A stranger to the user ties nothing."""
    tied = []
    for field in kind.model._meta.fields:
        if field.is_relation and field.name in asked and hasattr(field.related_model.objects, "visible_to"):
            other = field.related_model.objects.visible_to(user).filter(pk=asked[field.name]).first()
            records = records.filter(**{field.name: other}) if other else records.none()
            tied += [other] if other else []
    return records, tuple(tied)


def with_ties(kind: Kind, records: Any) -> Any:
    """With what a line of the list names, read at once."""
    model = kind.model
    about = [field.name for field in model._meta.private_fields if isinstance(field, GenericForeignKey)]
    named = records.select_related(*[name for name in model.ties if "__" not in name])
    return named.prefetch_related(*about) if about else named


def said_aside(kind: Kind, record: Any) -> str:
    """What a line of a list says besides the record's name: a city's country, a network's nature, a tie's dates."""
    about = getattr(record, "record", None) or getattr(record, "subject", None)
    parts = [f"of {about}"] if about else []
    for name in ("kind", "grade", "tier", "nature", "status", "act", "force", "lever", "route"):
        if name in kind.columns and getattr(record, name):
            display = getattr(record, f"get_{name}_display", None)
            parts.append(str(display() if display else getattr(record, name)))
    if "field" in kind.columns and "value" in kind.columns:
        parts.append(": ".join(part for part in (record.field, record.value and day(record.value)) if part))
    if "country" in kind.columns and record.country:
        parts.append(country(record.country))
    return " · ".join(part for part in parts if part)
