"""How is a merge taken back? Every column that it changed gets back what stood there."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hanse.errors import RefusedChange
from hanse.workspace.registry.merging import CREATED, point, stored, written
from hanse.workspace.registry.models import Merge, Record
from hanse.workspace.registry.references import references


def unmerge(merge: Merge, *, user: Any = None) -> int:
    """Take a merge back: the rows stand as before it. Returns how many values were left because people changed them.

    Raises RefusedChange where it was taken back already, or where a later merge moved the same rows on.
    """
    with transaction.atomic():
        merge.refresh_from_db(from_queryset=Merge.objects.select_for_update())
        return _parted(merge, user)


def _parted(merge: Merge, user: Any) -> int:
    where = _("The merge of %(gone)s") % {"gone": merge.gone}
    if merge.undone:
        raise RefusedChange(_("was taken back already"), where=where, do=_("nothing is left to do"))
    if later := _later(merge):
        since = _("%(gone)s was merged into %(kept)s since") % {"gone": later.gone, "kept": later.kept}
        raise RefusedChange(since, where=where, do=_("take that back first"))
    why = f"Took back the merge of “{merge.gone}” into “{merge.kept}”."
    left = sum(_put_back(label, column, list(entries), user, why) for (label, column), entries in _backwards(merge))
    merge.undone = timezone.now()
    merge.save()
    return left


def _later(merge: Merge) -> Merge | None:
    touched = {(label, pk) for label, pk, *_ in merge.moved}
    since = Merge.objects.filter(undone=None, pk__gt=merge.pk).select_related("gone", "kept").order_by("-pk")
    for each in since:
        if each.gone_id == merge.kept_id or touched & {(label, pk) for label, pk, *_ in each.moved}:
            return each
    return None


def _backwards(merge: Merge) -> Any:
    return groupby(reversed(merge.moved), key=lambda entry: (entry[0], entry[2]))


def _put_back(label: str, column: str, entries: list[list[Any]], user: Any, why: str) -> int:
    model = apps.get_model(label)
    rows = model._base_manager.in_bulk([entry[1] for entry in entries])
    if column == CREATED:
        for row in rows.values():
            _take_away(row, user, why)
        return 0
    field = next(each for each in model._meta.concrete_fields if each.attname == column)
    back, left = [], 0
    for _label, pk, _column, before, after in entries:
        row = rows.get(pk)
        if row is None or stored(getattr(row, column)) != after:
            left += 1
            continue
        setattr(row, column, field.to_python(before) if not field.is_relation else before)
        back.append(row)
    if issubclass(model, Record) and column.removesuffix("_id") in _derives(model):
        for row in back:
            row._change_reason, row._history_user = why, user
            row.save()
    elif issubclass(model, Record):
        written(model, field, back, user, why)
    else:
        for row in back:
            point(row, field, user, why)
    return left


def _derives(model: type[Record]) -> set[str]:
    """Fields from which others follow when a record is saved."""
    return {"since", "until", *model.called_by}


def _take_away(row: Record, user: Any, why: str) -> None:
    """Delete a row that the merge made; one of which something has been said since is removed, and stays."""
    row._change_reason, row._history_user = why, user
    said = any(reference.to(row.pk).exists() for reference in references(type(row)))
    if said:
        row.remove()
    else:
        row.delete()
