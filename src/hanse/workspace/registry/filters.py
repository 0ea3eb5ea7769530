"""By what is a list narrowed? Words, and what its kind's columns offer to choose; what does not exist is told."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from typing import Any

from django import forms
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from hanse.errors import echoed
from hanse.places.countries import COUNTRIES
from hanse.saying import colon, semicolon
from hanse.workspace.accounts.rights import Handling, Right, may
from hanse.workspace.registry.fields import found
from hanse.workspace.registry.kinds import Kind
from hanse.workspace.registry.regions import called
from hanse.workspace.registry.shown import alphabetical, country, labelled
from hanse.workspace.registry.together import either

FEW = 24
"""A choice with more values than this is typed, not chosen."""
_CARRIED = re.compile("page|after|before|removed|as_of|language|currency|which|utm_.*|fbclid|gclid")
"""What an address can hold besides filters: a page, a day, a language, where a visitor comes from."""
ALWAYS = [("", gettext_lazy("on the day shown")), ("always", gettext_lazy("at any time"))]


class Filters(forms.Form):
    """By words and by whatever the kind's columns offer to choose. A choice that does not exist is a `problem`."""

    q = forms.CharField(required=False, label=gettext_lazy("Search"), widget=forms.TextInput(attrs={"type": "search"}))

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
            self._choice("handling", _("handling"), Handling.choices)
        if kind.timed:
            self.fields["when"] = forms.ChoiceField(required=False, label=pgettext("records", "Shown"), choices=ALWAYS)

    def _offered(self, field: models.Field) -> list[tuple[str, str]]:
        only = dict(self.kind.only).get(f"{field.name}__in")
        return [each for each in field.choices if each[0] and (only is None or each[0] in only)]

    def _countries(self, held: Any) -> None:
        codes = set(held.order_by().values_list("country", flat=True).distinct()) - {""}
        regions = {
            part for code in codes & set(COUNTRIES) for part in (COUNTRIES[code].region, COUNTRIES[code].subregion)
        }
        self._choice("region", _("region"), _sorted((each, called(each)) for each in regions))
        self._choice("country", _("country"), _sorted((code, country(code)) for code in codes))

    def _choice(self, name: str, label: str, choices: Any) -> None:
        offered = [("", _("any")), *choices]
        self.fields[name] = forms.ChoiceField(required=False, label=capfirst(label), choices=offered)

    @property
    def names(self) -> str:
        """What the form sets itself: other parameters of the address are carried on."""
        return " ".join([*self.fields, "page", "after", "before", "removed"])

    def wanted(self) -> dict[str, str]:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def problem(self) -> str:
        """Why the list cannot be told as it was asked for, and what there is instead; "" where it can."""
        self.is_valid()
        told = [self._unknown(name, self.fields[name]) for name in self.errors]
        ties = {field.name for field in self.kind.model._meta.fields if field.is_relation}
        told.append(not_filtered(self.kind.labels, self.data, {*self.fields, *ties}))
        return " ".join(filter(None, told))

    def _unknown(self, name: str, field: forms.Field) -> str:
        if not isinstance(field, forms.ChoiceField):
            return f"{field.label}{colon()}{' '.join(self.errors[name])}"
        return no_choice(str(field.label).lower(), self.data[name], field.choices, self.kind.labels)

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


def _sorted(choices: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(choices, key=lambda each: alphabetical(each[1]))


def refused(form: forms.Form, what: Any, known: Container[str]) -> str:
    """Why a list of ``what`` cannot be told as a form of filters was filled in; "" where it can. ``known`` is what an
    address may name."""
    form.is_valid()
    told = [
        no_choice(str(field.label).lower(), form.data.get(name, ""), field.choices)
        for name, field in form.fields.items()
        if name in form.errors and isinstance(field, forms.ChoiceField)
    ]
    told += form.errors.get("q", [])
    told.append(not_filtered(what, form.data, known))
    return " ".join(filter(None, told))


def not_filtered(what: Any, asked: Mapping[str, str], by: Container[str]) -> str:
    """Says of what an address asks for and nothing here is narrowed ``by`` that it narrows nothing; "" for nothing."""
    strange = sorted(name for name in asked if name not in by and not _CARRIED.fullmatch(name) and asked[name])
    if not strange:
        return ""
    told = {"what": capfirst(str(what)), "names": either(map(echoed, strange))}
    return _("%(what)s are not filtered by %(names)s.") % told


def no_choice(what: Any, given: str, choices: Iterable[tuple[str, Any]], labels: Any = "") -> str:
    """Says that a choice does not exist, among the records that are called ``labels``, and what there is to choose
    from; "" where it does, or nothing was given."""
    offered = {value: str(said) for value, said in choices if value}
    if not given or given in offered:
        return ""
    there = [said if said.casefold() == value.casefold() else f"{said} ({value})" for value, said in offered.items()]
    told = {"what": what, "given": echoed(given), "labels": labels}
    problem = (
        _("There is no %(what)s “%(given)s” among the %(labels)s here")
        if labels
        else _("There is no %(what)s “%(given)s” here")
    )
    return _("%(problem)s; %(instead)s.") % {"problem": problem % told, "instead": _instead(there)}


def _instead(there: list[str]) -> str:
    if not there:
        return _("there is none")
    if len(there) == 1:
        return _("there is %(choice)s") % {"choice": there[0]}
    if len(there) > FEW:
        return _("choose one of the %(n)s that there are") % {"n": len(there)}
    return _("there are %(choices)s") % {"choices": semicolon().join(there)}
