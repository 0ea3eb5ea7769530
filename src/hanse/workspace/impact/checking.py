"""Can a rule be counted here? Its kinds, fields and values are looked up; what there is instead is told.

A field of another record is reached through ties alone: what a record is tied to is visible to whoever sees it, so no
number tells of what its reader may not see.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from hanse.errors import HanseError, echoed
from hanse.workspace.impact.rules import Condition, Having, Part, Rule
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
            for name in (rule.amount, rule.currency):
                field_of(kind_called(part.kind).model, name)
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


def _check_having(model: Any, having: Having) -> None:
    kind = kind_called(having.kind)
    if getattr(field_of(kind.model, having.by), "related_model", None) is not model:
        do = _("name the field by which it does")
        raise HanseError(_("“%s” does not point to it") % echoed(having.by), where=having.kind, do=do)
    for condition in having.where:
        _check_condition(kind.model, condition)


def _check_condition(model: Any, condition: Condition) -> None:
    field = field_of(model, condition.field)
    if not field.choices:
        return
    known = [str(value) for value, _label in field.choices]
    for value in condition.values:
        if value not in known:
            raise _missing(condition.field, value, filter(None, known))


def kind_called(plural: str) -> Kind:
    """The kind of a plural. Raises HanseError where there is none."""
    if plural not in KINDS:
        raise _missing(_("kind"), plural, KINDS)
    return KINDS[plural]


def field_of(model: Any, path: str) -> Any:
    """The field at the end of a path, ``session.process``. Raises HanseError where it leads nowhere, or past a tie."""
    *steps, last = path.split(".")
    for step in steps:
        if step not in model.ties:
            raise _missing(_("tie"), step, (each for each in model.ties if "__" not in each))
        model = model._meta.get_field(step).related_model
    fields = {field.name: field for field in model._meta.concrete_fields if field.name not in UNTOLD}
    fields = {name: each for name, each in fields.items() if not each.is_relation or name in model.ties}
    if last not in fields:
        raise _missing(_("field"), last, fields)
    return fields[last]


def _missing(what: str, given: str, there: Iterable[str]) -> HanseError:
    said = {"what": what, "given": echoed(given)}
    return HanseError(_("there is no %(what)s “%(given)s”") % said, do=_("there are %s") % ", ".join(there))
