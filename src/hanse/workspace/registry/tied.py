"""Who and what is tied to a record? Everything that names it, found through the models, on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import ForeignKey
from django.utils.translation import gettext as _

from hanse.workspace.registry.as_of import AsOf, Count
from hanse.workspace.registry.fields import what
from hanse.workspace.registry.forms import FIXED
from hanse.workspace.registry.kinds import KINDS, Kind, kind_of
from hanse.workspace.registry.listing import said_aside, with_ties
from hanse.workspace.registry.models import Record
from hanse.workspace.registry.shown import labelled

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Tie:
    """Records of one kind that name this one in one field: the first with what a list says beside them; how many."""

    kind: Kind
    field: str
    label: str
    lines: tuple[tuple[Any, str], ...]
    count: Count
    later: int

    @property
    def records(self) -> list[Any]:
        return [record for record, _ in self.lines]

    @property
    def more(self) -> int:
        return self.count.total - len(self.lines)


def tied(record: Record, user: Any, as_of: AsOf) -> list[Tie]:
    """What names a record and the user may see, by kind and field. What does not hold on the day is only counted."""
    ties = []
    for kind in KINDS.values():
        for field in kind.model._meta.fields:
            if field.is_relation and field.related_model is type(record):
                ties += _tie(kind, field, record, user, as_of)
    return ties


def addable(record: Record) -> list[tuple[Kind, str]]:
    """What can be tied to a record by a form, each with the column that names it: a membership, another name."""
    plural, model = kind_of(record).plural, type(record)._meta.model_name
    found: dict[str, tuple[Kind, str]] = {}
    for kind in KINDS.values():
        named = [each for each in kind.fields() if isinstance(each, ForeignKey) and not each.null]
        fitting = [each for each in named if what(each) == plural] or [each for each in named if what(each) == model]
        if fitting and not FIXED & set(kind.columns):
            found[kind.plural] = (kind, fitting[0].name)
    return list(found.values())


def _tie(kind: Kind, field: Any, record: Record, user: Any, as_of: AsOf) -> list[Tie]:
    all_of_them = kind.records().visible_to(user).filter(**{field.name: record})
    total = all_of_them.order_by().count()
    if not total:
        return []
    known = kind.known(all_of_them, as_of.day)
    count = kind.counted(all_of_them, as_of.day)
    first = tuple((each, said_aside(kind, each)) for each in with_ties(kind, known)[:SHOWN])
    label = (
        str(kind.labels)
        if field.name in {"actor", "parent", "source", "instrument"}
        else _("%(labels)s: %(column)s") % {"labels": kind.labels, "column": labelled(field)}
    )
    return [Tie(kind, field.name, label, first, count, total - count.total)]
