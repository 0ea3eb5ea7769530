"""What does a counting rule say? Which records count, by which date, and what makes two of them one.

A rule is JSON: ``{"count": [{"kind": "pledges", "where": [{"field": "state", "is": ["published"]}]}]}``.

- ``count``: the parts that are counted together. Each has a ``kind`` (its plural), conditions ``where``, ``having``
  other records that point to it, the ``date`` that places a record in time (a field, or several of which the first
  documented one counts; empty for the kind's own), and ``once_per``: records of which this is the same count once.
- ``of``: what the counted are a share of. ``sum``: the field with an amount, added by ``currency``.
- ``source``: a count that code makes ("positions", "survey"), with its ``question``.

Fields of other records are reached through ties, with a dot: ``session.process``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from hanse.errors import HanseError, echoed
from hanse.workspace.readable import unreadable

OF_RULE = frozenset({"count", "of", "sum", "currency", "source", "question"})
OF_PART = frozenset({"kind", "where", "having", "date", "once_per"})
OF_CONDITION = frozenset({"field", "is", "not", "documented"})
OF_HAVING = frozenset({"kind", "by", "where"})
MOST = 20
"""Parts, conditions and values that a rule has at most, each."""


@dataclass(frozen=True, slots=True)
class Condition:
    """``field`` has one of ``values`` (or none of them, where ``denied``); with no values: whether it is documented."""

    field: str
    values: tuple[str, ...] = ()
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Having:
    """At least one record of ``kind`` points to the counted one ``by`` a field, and meets the conditions."""

    kind: str
    by: str
    where: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Records of one kind that count."""

    kind: str
    where: tuple[Condition, ...] = ()
    having: tuple[Having, ...] = ()
    date: tuple[str, ...] = ()
    once_per: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """How a number is made: of ``parts``, as a share of ``of``, as a sum of ``amount``, or by a ``source`` in code."""

    parts: tuple[Part, ...] = ()
    of: Part | None = None
    amount: str = ""
    currency: str = ""
    source: str = ""
    question: str = ""

    @classmethod
    def read(cls, text: str) -> Rule:
        """The rule that JSON says. Raises HanseError with what is wrong, where in it, and what to write."""
        try:
            said = json.loads(text or "{}")
        except (ValueError, RecursionError) as error:
            raise HanseError(
                _("it is no JSON (%s)") % error, where=_("rule"), do=_("write it as the example")
            ) from None
        return _rule(said)


def canonical(rule: Rule) -> str:
    """The rule as JSON, the same for the same rule, without what it leaves to be as usual."""
    return json.dumps(_said(rule), ensure_ascii=False, separators=(", ", ": "))


def _rule(said: Any) -> Rule:
    where = _("rule")
    said = _object(said, OF_RULE, where)
    rule = Rule(
        tuple(_part(each, _("part %d") % place) for place, each in enumerate(_list(said, "count", where), 1)),
        _part(said["of"], "of") if "of" in said else None,
        *(_text(said, name, where) for name in ("sum", "currency", "source", "question")),
    )
    if bool(rule.parts) == bool(rule.source):
        raise HanseError(_("it counts nothing"), where=where, do=_("give it either “count” or “source”"))
    if rule.amount and rule.of:
        raise HanseError(_("it is a sum and a share at once"), where=where, do=_("leave out “sum” or “of”"))
    from hanse.workspace.impact.checking import check

    check(rule)
    return rule


def _part(said: Any, where: str) -> Part:
    said = _object(said, OF_PART, where)
    dates = said.get("date", [])
    dates = [dates] if isinstance(dates, str) and dates else _list({"date": dates or []}, "date", where)
    return Part(
        _text(said, "kind", where),
        _conditions(said, where),
        tuple(_having(each, where) for each in _list(said, "having", where)),
        tuple(map(str, dates)),
        _text(said, "once_per", where),
    )


def _having(said: Any, where: str) -> Having:
    said = _object(said, OF_HAVING, f"{where}, having")
    return Having(_text(said, "kind", where), _text(said, "by", where), _conditions(said, where))


def _conditions(said: Mapping[str, Any], where: str) -> tuple[Condition, ...]:
    return tuple(_condition(each, f"{where}, where") for each in _list(said, "where", where))


def _condition(said: Any, where: str) -> Condition:
    said = _object(said, OF_CONDITION, where)
    given = set(said) - {"field"}
    if len(given) != 1:
        do = _("give the field one of “is”, “not”, “documented”")
        raise HanseError(_("a condition says one thing"), where=where, do=do)
    field = _text(said, "field", where)
    if "documented" in said:
        return Condition(field, denied=not said["documented"])
    name = given.pop()
    values = said[name] if isinstance(said[name], list) else [said[name]]
    if not values or len(values) > MOST:
        raise HanseError(_("a condition has 1 to %d values") % MOST, where=where, do=_("write them as a list"))
    return Condition(field, tuple(map(_value, values)), denied=name == "not")


def _value(said: Any) -> str:
    return str(said).lower() if isinstance(said, bool) else str(said)


def _object(said: Any, known: frozenset[str], where: str) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise HanseError(_("it is no object"), where=where, do=_("write it in braces, as the example"))
    if strange := sorted(set(said) - known):
        do = _("there are %s") % ", ".join(sorted(known))
        raise HanseError(_("it does not know “%s”") % echoed(strange[0]), where=where, do=do)
    return said


def _list(said: Mapping[str, Any], name: str, where: str) -> list[Any]:
    found = said.get(name, [])
    if not isinstance(found, list) or len(found) > MOST:
        do = _("write it in brackets, with at most %d in it") % MOST
        raise HanseError(_("“%s” is no list") % name, where=where, do=do)
    return found


def _text(said: Mapping[str, Any], name: str, where: str) -> str:
    found = said.get(name, "")
    if not isinstance(found, str) or unreadable(found):
        raise HanseError(_("“%s” is no text") % name, where=where, do=_("write it in quotation marks"))
    return found.strip()


def _said(rule: Rule) -> dict[str, Any]:
    whole: dict[str, Any] = {"count": [_said_part(each) for each in rule.parts]}
    whole |= {"of": _said_part(rule.of)} if rule.of else {}
    whole |= {"sum": rule.amount, "currency": rule.currency, "source": rule.source, "question": rule.question}
    return {name: value for name, value in whole.items() if value}


def _said_part(part: Part) -> dict[str, Any]:
    whole: dict[str, Any] = {
        "kind": part.kind,
        "where": [_said_condition(each) for each in part.where],
        "having": [_said_having(each) for each in part.having],
        "date": part.date[0] if len(part.date) == 1 else list(part.date),
        "once_per": part.once_per,
    }
    return {name: value for name, value in whole.items() if value}


def _said_having(having: Having) -> dict[str, Any]:
    whole = {"kind": having.kind, "by": having.by, "where": [_said_condition(each) for each in having.where]}
    return {name: value for name, value in whole.items() if value}


def _said_condition(condition: Condition) -> dict[str, Any]:
    if not condition.values:
        return {"field": condition.field, "documented": not condition.denied}
    return {"field": condition.field, "not" if condition.denied else "is": list(condition.values)}
