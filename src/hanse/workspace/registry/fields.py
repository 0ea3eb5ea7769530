"""How is another record named in a form? By typing: its name, or "name [id]" as the suggestions write it."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from hanse.errors import echoed
from hanse.places.countries import COUNTRIES, countries
from hanse.places.folding import spaced
from hanse.saying import semicolon
from hanse.workspace.documents.models import Document
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Actor, Name, Record
from hanse.workspace.registry.shown import country
from hanse.workspace.registry.together import either

ASIDE = {("membership", "network"): "networks", ("office", "person"): "office-holders", ("clearance", "city"): "cities"}
"""Fields that take one kind of actor only."""
_WITH_ID = re.compile(r"\[([-\w]+)\]\s*$")
SHOWN = 10
LONGEST_TYPED = 2_000
"""Characters of the longest title, with its id, and some to spare."""


def what(field: models.ForeignKey) -> str:
    """What a relation takes, as suggestions are asked for it: "networks", "actor", "instrument"."""
    return ASIDE.get((field.model._meta.model_name, field.name), field.related_model._meta.model_name)


def candidates(what: str, user: Any) -> Any:
    """The records that ``what`` may mean, of those that a user may see; None where it means nothing."""
    if what == "document":
        return Document.objects.visible_to(user)
    if what in KINDS:
        return KINDS[what].records().visible_to(user)
    models_of = {kind.model._meta.model_name: kind.model for kind in KINDS.values()}
    return models_of[what].objects.visible_to(user) if what in models_of else None


def written(record: Any) -> str:
    """A record as a form names it."""
    return f"{record} [{record.pk}]"


def found(records: Any, typed: str, user: Any) -> Any:
    """Those of ``records`` whose names hold what was typed, by their beginning first."""
    key = spaced(typed)
    if records.model is Document:
        return records.filter(title__icontains=typed).order_by("title") if typed.strip() else records
    if not key:
        return records.filter(pk=typed.strip())
    named = Q(pk=typed.strip())
    if records.model.called_by:
        named |= Q(folded__contains=key)
    if records.model is Actor:
        named |= Q(pk__in=Name.objects.visible_to(user).filter(folded__contains=key).values("actor"))
    else:
        named |= _by_ties(records.model, key)
    starts = models.Case(models.When(folded__startswith=key, then=0), default=1, output_field=models.IntegerField())
    return records.filter(named).alias(by_beginning=starts).order_by("by_beginning", "folded", "pk")


def _by_ties(model: type[Record], key: str) -> Q:
    """A tie is found by the names of what it ties, too."""
    tied = [name for name in model.ties if "__" not in name]
    query = Q(pk=None)
    for name in tied:
        named = model._meta.get_field(name).related_model._base_manager.filter(folded__contains=key)
        query |= Q(**{f"{name}__in": named.order_by().values("pk")})
    return query


def exactly(records: Any, typed: str, user: Any) -> list[Any]:
    """The records that what was typed names: one where it is clear."""
    if with_id := _WITH_ID.search(typed):
        return list(records.filter(pk=with_id[1]))
    if by_id := list(records.filter(pk=typed.strip())):
        return by_id
    if records.model is Document:
        return list(records.filter(title__iexact=typed.strip())[:SHOWN])
    key = spaced(typed)
    return [each for each in found(records, typed, user)[:100] if _called(each, key)][:SHOWN] if key else []


def _called(record: Record, key: str) -> bool:
    names = set(record.folded.split("\n")) | {spaced(str(record))}
    return key in names or (isinstance(record, Actor) and record.names.filter(folded=key, removed=None).exists())


class CountryName(forms.CharField):
    """A country by its name in any language, or by its code; its ISO 3166-1 alpha-3 code comes out."""

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        if not typed or typed in COUNTRIES:
            return typed
        meant = countries(typed)
        if len(meant) == 1:
            return meant[0].alpha3
        if meant:
            names = either(f"{country(each.alpha3)} ({each.alpha3})" for each in meant)
            told = _("“%(typed)s” may be %(names)s; write the code.") % {"typed": echoed(typed), "names": names}
            raise forms.ValidationError(told)
        told = _("No country is called “%(typed)s”; write its name or its code, as MAR.") % {"typed": echoed(typed)}
        raise forms.ValidationError(told)


class Typed(forms.TextInput):
    """A text field that suggests records while somebody types; without scripts it is still a text field."""

    template_name = "registry/parts/typed.html"

    def __init__(self, what: str) -> None:
        super().__init__(attrs={"autocomplete": "off", "spellcheck": "false"})
        self.what = what

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        listed = f"{(attrs or {}).get('id', name)}-offered"
        address = f"{reverse('suggest', args=[self.what])}?typed={name}"
        context = super().get_context(name, value, {**(attrs or {}), "list": listed})
        return {**context, "listed": listed, "address": address}


class NamedRecord(forms.CharField):
    """A record by its name. Raises ValidationError where no record, or more than one, is called so."""

    def __init__(self, *, what: str, user: Any, **said: Any) -> None:
        super().__init__(**{"widget": Typed(what), **said})
        self.what, self.user = what, user

    def prepare_value(self, value: Any) -> Any:
        if value is None or hasattr(value, "pk"):
            return written(value) if value else ""
        if isinstance(value, str) and value and "[" not in value:
            known = candidates(self.what, self.user).filter(pk=value).first()
            return written(known) if known else value
        return value

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        if not typed:
            return None
        records = candidates(self.what, self.user)
        if len(typed) > LONGEST_TYPED:  # no name is so long, and no database looks for it
            records = records.none()
        meant = exactly(records, typed, self.user)
        if len(meant) == 1:
            return meant[0]
        if meant:
            names = semicolon().join(written(each) for each in meant)
            told = _("Several are called so: %(names)s. Write one of these, with its brackets.") % {"names": names}
            raise forms.ValidationError(told)
        near = [written(each) for each in found(records, typed, self.user)[:3]]
        told = (
            _("Nothing here is called “%(typed)s”. Did you mean %(names)s?")
            if near
            else _("Nothing here is called “%(typed)s”. Add it first, or correct the name.")
        )
        raise forms.ValidationError(told % {"typed": echoed(typed), "names": either(near)})

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.prepare_value(initial) != (data or "")
