"""How is a number counted, in words? Made from the rule itself, so that what is said and what is done cannot differ."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from hanse.saying import semicolon
from hanse.workspace.accounts.rights import EVERYBODY
from hanse.workspace.impact.checking import field_of, kind_called
from hanse.workspace.impact.rules import Condition, Having, Part, Rule
from hanse.workspace.impact.sources import SOURCES
from hanse.workspace.registry.shown import country, labelled
from hanse.workspace.registry.together import either, together


def in_words(rule: Rule) -> list[str]:
    """The sentences that say what a rule counts, in the language of the page."""
    if rule.source:
        return [str(SOURCES[rule.source].words)]
    said = [_("Counted: %(what)s.") % {"what": semicolon().join(_part(each) for each in rule.parts)}]
    if rule.of:
        said.append(_("As a share of: %(what)s.") % {"what": _part(rule.of)})
    if rule.amount:
        names = {"field": _field(rule.parts[0].kind, rule.amount)}
        said.append(_("Added up: %(field)s, each currency by itself, never across currencies.") % names)
    return [*said, *_once(rule), *_dates(rule)]


def _once(rule: Rule) -> list[str]:
    if rule.amount:
        return [_("Each record is added once.")]
    named = dict.fromkeys((part.kind, part.once_per) for part in rule.parts if part.once_per)
    if not named:
        return [_("Each record counts once.")]
    names = together(dict.fromkeys(_field(*each) for each in named))
    return [_("Those of the same %(field)s count once; one that names none counts by itself.") % {"field": names}]


def _dates(rule: Rule) -> list[str]:
    parts = [*rule.parts, *([rule.of] if rule.of else [])]
    names = dict.fromkeys(_field(part.kind, each) for part in parts for each in part.date)
    said = [_("Placed in time by: %(fields)s.") % {"fields": either(names)}] if names else []
    if names or any(kind_called(part.kind).timed for part in parts):
        return [*said, _("What no documented date places is counted too, and told apart.")]
    return [_("No date decides what is counted.")]


def _part(part: Part) -> str:
    kind = kind_called(part.kind)
    said = [_condition(kind.model, each) for each in part.where]
    return _with(str(kind.labels), [*said, *(_having(each) for each in part.having)])


def _having(having: Having) -> str:
    kind = kind_called(having.kind)
    what = _with(str(kind.label), [_condition(kind.model, each) for each in having.where])
    return _("with at least one %(what)s") % {"what": what}


def _with(what: str, conditions: list[str]) -> str:
    if not conditions:
        return what
    return _("%(what)s (%(conditions)s)") % {"what": what, "conditions": semicolon().join(conditions)}


def _condition(model: Any, condition: Condition) -> str:
    field = field_of(model, condition.field)
    said = {"field": _way(model, condition.field), "values": either(_values(field, condition.values))}
    if not condition.values:
        return (_("%(field)s: not documented") if condition.denied else _("%(field)s: documented")) % said
    return (_("%(field)s: not %(values)s") if condition.denied else _("%(field)s: %(values)s")) % said


def _values(field: Any, values: Iterable[str]) -> list[str]:
    if field.choices:
        labels = {str(value): str(label) for value, label in field.choices}
        return [labels[each] for each in values]
    if field.get_internal_type() == "BooleanField":
        return [_("yes") if each == "true" else _("no") for each in values]
    if field.name == "country":
        return [country(each) for each in values]
    if field.is_relation:
        ends = field.related_model.objects.visible_to(EVERYBODY).in_bulk(list(values))
        return [str(ends.get(each, each)) for each in values]
    return [each or pgettext("value", "empty") for each in values]


def _field(plural: str, path: str) -> str:
    return _way(kind_called(plural).model, path)


def _way(model: Any, path: str) -> str:
    """A field, after the ties by which it is reached: "session · process · led by states"."""
    steps = path.split(".")
    ways = [".".join(steps[:place]) for place in range(1, len(steps) + 1)]
    return " · ".join(_label(field_of(model, each)) for each in ways)


def _label(field: Any) -> str:
    """What a field is called; of one that no form shows, what it stands for."""
    unshown = {"first": _("beginning"), "last": _("end"), "frozen": _("frozen on"), "record_id": _("record")}
    return unshown.get(field.name) or labelled(field)
