"""How do two actors become one, and two again? Every reference is moved and noted, so that all of it can be undone."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.utils import bulk_update_with_history

from hanse.errors import RefusedChange
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.registry.kinds import kind_of
from hanse.workspace.registry.models import Actor, Merge, Name, Record
from hanse.workspace.registry.references import Reference, references
from hanse.workspace.registry.repeated import repeated, says_nothing

STRICTER = list(Handling)
FILLED = ("acronym", "parent", "country", "since", "website", "description", "tier", "competences", "nature", "scope")
LOCATION = ("place", "geonames_id", "latitude", "longitude")
CREATED = ""
"""In the place of a field: the row was made by the merge."""
BATCH = 500


def merge(gone: Actor, kept: Actor, *, user: Any = None, why: str = "") -> Merge:
    """Merge ``gone`` into ``kept``: all that refers to it moves, its name becomes another name, its address leads on.

    A tie that both had alike stands once, with the sources of both. What ``kept`` does not know is taken over. Where
    ``gone`` is internal and ``kept`` public, nothing more is shown: what is tied to ``gone`` becomes internal, and
    nothing is taken over. Raises RefusedChange where they are not of one kind, where one is removed, or where a
    restricted one would go into one that more people see.
    """
    with transaction.atomic():
        for each in (gone, kept):
            each.refresh_from_db(from_queryset=Actor.objects.select_for_update())
        _check(gone, kept)
        moves = Moves(user, f"Merged “{gone}” into “{kept}”." + (f" {why}" if why else ""))
        if _stricter(gone, kept):
            _shield(gone, moves)
        moves.references(gone, kept)
        _take_over(gone, kept, moves)
        moves.change(gone, merged_into_id=kept.pk, removed=timezone.now())
        return Merge.objects.create(gone=gone, kept=kept, moved=moves.log, why=why, by=user)


def _check(gone: Actor, kept: Actor) -> None:
    if gone.pk == kept.pk:
        raise RefusedChange(_("is one actor already"), where=str(gone), do=_("choose another"))
    for each in (gone, kept):
        if each.removed:
            raise RefusedChange(_("was removed or merged"), where=str(each), do=_("choose one that stands"))
    if kind_of(gone) != kind_of(kept):
        kinds = {"one": kind_of(gone).label, "other": kind_of(kept).label}
        raise RefusedChange(_("a %(one)s is no %(other)s") % kinds, where=str(gone), do=_("correct its kind first"))
    if gone.handling == Handling.RESTRICTED and _stricter(gone, kept):
        said = {"gone": gone, "kept": kept, "handling": str(Handling(kept.handling).label).lower()}
        what = _("“%(gone)s” is restricted, and “%(kept)s” is %(handling)s: more people would see what is tied to it")
        raise RefusedChange(what % said, do=_("keep “%(gone)s” instead, or change its handling first") % said)


def _stricter(one: Record, other: Record) -> bool:
    return STRICTER.index(Handling(one.handling)) > STRICTER.index(Handling(other.handling))


def _shield(gone: Actor, moves: Moves) -> None:
    """What nobody saw because it is tied to ``gone`` is not seen through the one that stays."""
    for reference in list(references(type(gone))):
        model, tied = reference.model, reference.model._meta.get_field(reference.column)
        if not issubclass(model, Record) or (tied.null and not reference.narrowed):
            continue
        for row in reference.to(gone.pk):
            if _stricter(gone, row):
                moves.change(row, handling=gone.handling)


def _take_over(gone: Actor, kept: Actor, moves: Moves) -> None:
    """What is known of one is known of both; the kept one's own word stands."""
    shielded = _stricter(gone, kept)
    empty = [name for name in FILLED if not shielded and _empty(kept, name) and not _empty(gone, name)]
    if not shielded and all(_empty(kept, name) for name in LOCATION):
        empty += [name for name in LOCATION if not _empty(gone, name)]
    if not shielded and not _empty(gone, "note") and _empty(kept, "note"):
        empty.append("note")
    taken = {Actor._meta.get_field(name).attname: getattr(gone, _attname(name)) for name in empty}
    if taken.get("parent_id") == kept.pk:
        del taken["parent_id"]
    if taken:
        moves.change(kept, **taken)
    for called in (gone.name, gone.acronym):
        known = {kept.name, kept.acronym, *kept.names.filter(removed=None).values_list("name", flat=True), ""}
        if called not in known:
            moves.create(Name(actor=kept, name=called, handling=gone.handling))


def _attname(name: str) -> str:
    return Actor._meta.get_field(name).attname


def _empty(actor: Actor, name: str) -> bool:
    return getattr(actor, _attname(name)) in ("", None)


class Moves:
    """Changes of rows, each noted as ``[model label, id, column, value before, value after]``."""

    def __init__(self, user: Any, why: str) -> None:
        self.user, self.why = user, why
        self.log: list[list[Any]] = []

    def references(self, gone: Record, kept: Record) -> None:
        """Move all that refers to ``gone``; what then says the same twice, or ties ``kept`` to itself, is removed."""
        for reference in list(references(type(gone))):
            rows = list(reference.to(gone.pk))
            if not rows:
                continue
            field = reference.model._meta.get_field(reference.column)
            for row in rows:
                setattr(row, field.attname, kept.pk)
                if isinstance(row, Actor) and row.pk == kept.pk:  # a part of what goes is not its own part
                    row.parent_id = kept.parent_id = gone.parent_id if gone.parent_id != kept.pk else None
            self.save(reference.model, field, rows, gone.pk)
            if issubclass(reference.model, Record) and not field.null:
                self._settle(reference, {each.pk for each in rows}, kept)

    def save(self, model: type[models.Model], field: models.Field, rows: list[Any], before: Any) -> None:
        """Write one column of rows, which held ``before``."""
        if issubclass(model, Record):
            for row in rows:
                self._note(row, field, before, getattr(row, field.attname))
            written(model, field, rows, self.user, self.why)
            return
        for row in rows:
            try:
                with transaction.atomic():
                    point(row, field, self.user, self.why)
            except IntegrityError:  # the kept one has such a row already: this one stays with the one that goes
                continue
            self._note(row, field, before, getattr(row, field.attname))

    def _settle(self, reference: Reference, moved: set[Any], kept: Record) -> None:
        standing = list(reference.to(kept.pk).filter(removed=None))
        for row in [each for each in standing if each.pk in moved and says_nothing(each)]:
            standing.remove(row)
            self.change(row, removed=timezone.now())
        for going, staying in repeated(standing, moved):
            self.references(going, staying)
            self.change(going, removed=timezone.now())

    def change(self, record: Record, **values: Any) -> None:
        """Set columns of one record."""
        for column, value in values.items():
            field = next(each for each in record._meta.concrete_fields if each.attname == column)
            self._note(record, field, getattr(record, column), value)
            setattr(record, column, value)
        record._change_reason, record._history_user = self.why, self.user
        record.save()

    def create(self, record: Record) -> None:
        record._change_reason, record._history_user = self.why, self.user
        record.save()
        self.log.append([record._meta.label, record.pk, CREATED, None, None])

    def _note(self, row: Any, field: models.Field, before: Any, after: Any) -> None:
        self.log.append([row._meta.label, row.pk, field.attname, stored(before), stored(after)])


def written(model: type[models.Model], field: models.Field, rows: list[Any], user: Any, why: str) -> None:
    """One column of many records, with their histories."""
    said = {"default_user": user, "default_change_reason": why, "manager": model._base_manager}
    bulk_update_with_history(rows, model, [field.name], batch_size=BATCH, **said)


def point(row: Any, field: models.Field, user: Any, why: str) -> None:
    """One column of one row that is no record; with its history, where it keeps one."""
    if not hasattr(type(row)._meta, "simple_history_manager_attribute"):
        type(row)._base_manager.filter(pk=row.pk).update(**{field.attname: getattr(row, field.attname)})
        return
    row._change_reason, row._history_user = why[:100], user
    row.save(update_fields=[field.name])


def stored(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
