"""Can a rule be counted here? Its kinds, fields and values are looked up; what there is instead is told.

A field of another record is reached through ties alone, and at each step only through those that decide who sees the
counted record itself: what it is tied to so is visible to whoever sees it, and no number tells of what its reader may
not see.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from hanse.errors import HanseError, echoed
from hanse.workspace.impact.rules import Condition, Having, Part, Rule
from hanse.workspace.readable import readable, unreadable
from hanse.workspace.registry.kinds import KINDS, Kind
from hanse.workspace.registry.models import EdtfField

UNTOLD = frozenset({"note", "handling", "removed", "made", "folded", "answers", "uid", "receipt", "canonical", "slot"})
"""Columns that a rule does not ask for: what they hold is not for everybody who sees the record."""


def check(rule: Rule) -> None:
    """Raises HanseError for the first thing in a rule that there is not."""
    for part in [*rule.parts, *filter(None, [rule.of])]:
        _check_part(part)
    if rule.amount:
        for part in rule.parts:
            _check_sum(kind_called(part.kind).model, rule)
    from hanse.workspace.impact.sources import SOURCES

    if rule.source and rule.source not in SOURCES:
        raise _missing(_("source"), rule.source, SOURCES)


def _check_part(part: Part) -> None:
    kind = kind_called(part.kind)
    for condition in part.where:
        _check_condition(kind.model, condition)
    for having in part.having:
        _check_having(kind.model, having)
    for name in part.date:
        if not isinstance(field_of(kind.model, name), models.DateField | EdtfField):
            raise HanseError(_("“%s” is no date") % echoed(name), where=part.kind, do=_("name a field with a date"))
    if part.once_per:
        field_of(kind.model, part.once_per)


def _check_sum(model: Any, rule: Rule) -> None:
    """The amount is a number, and its currency a text that is never left out, both of the record itself."""
    own = {field.name: field for field in model._meta.concrete_fields if field.name not in UNTOLD}
    numbers = [name for name, field in own.items() if isinstance(field, _NUMBERS)]
    texts = [name for name, field in own.items() if isinstance(field, models.CharField) and not field.null]
    for name, fitting in ((rule.amount, numbers), (rule.currency, texts)):
        if name not in fitting:
            raise _missing(_("field"), name, fitting)


def _check_having(model: Any, having: Having) -> None:
    kind = kind_called(having.kind)
    if getattr(field_of(kind.model, having.by), "related_model", None) is not model:
        do = _("name the field by which it does")
        raise HanseError(_("“%s” does not point to it") % echoed(having.by), where=having.kind, do=do)
    for condition in having.where:
        _check_condition(kind.model, condition)


def _check_condition(model: Any, condition: Condition) -> None:
    field = field_of(model, condition.field)
    known = [str(value) for value, _label in field.choices or ()]
    if isinstance(field, models.BooleanField):
        known = ["true", "false"]
    for value in condition.values:
        if known and value not in known:
            raise _missing(condition.field, value, filter(None, known))
        if told := _unlike(field, value):
            raise HanseError(told, where=condition.field, do=_("write it as the example"))


def _unlike(field: Any, value: str) -> str:
    """Why a field cannot have a value; "" where it can."""
    if unreadable(value):
        return _("“%s” is no text") % echoed(readable(value))
    if isinstance(field, models.BooleanField | models.JSONField):
        return ""
    try:
        meant = field.to_python(value)
    except ValidationError:
        meant = None
    if isinstance(field, _NUMBERS) and (meant is None or not math.isfinite(meant)):
        return _("“%(cell)s” is no number") % {"cell": echoed(value)}
    return _("“%s” is no date") % echoed(value) if meant is None else ""


_NUMBERS = (models.IntegerField, models.DecimalField, models.FloatField)


def kind_called(plural: str) -> Kind:
    """The kind of a plural. Raises HanseError where there is none."""
    if plural not in KINDS:
        raise _missing(_("kind"), plural, KINDS)
    return KINDS[plural]


def field_of(model: Any, path: str) -> Any:
    """The field at the end of a path, ``session.process``. Raises HanseError where it leads nowhere, or past a tie."""
    *steps, last = path.split(".")
    ties, way = model.ties, ""
    for step in steps:
        if f"{way}{step}" not in ties:
            raise _missing(_("tie"), step, _from(ties, way))
        model, way = model._meta.get_field(step).related_model, f"{way}{step}__"
    fields = {field.name: field for field in model._meta.concrete_fields if field.name not in UNTOLD}
    fields = {name: each for name, each in fields.items() if not each.is_relation or f"{way}{name}" in ties}
    if last not in fields:
        raise _missing(_("field"), last, fields)
    return fields[last]


def _from(ties: Iterable[str], way: str) -> Iterable[str]:
    """The ties that go on from a way."""
    ahead = (each.removeprefix(way) for each in ties if each.startswith(way))
    return (each for each in ahead if "__" not in each)


def _missing(what: str, given: str, there: Iterable[str]) -> HanseError:
    said = {"what": what, "given": echoed(given)}
    return HanseError(_("there is no %(what)s “%(given)s”") % said, do=_("there are %s") % ", ".join(there))
