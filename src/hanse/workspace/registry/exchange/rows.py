"""What do the rows of a sheet want? Read together: what they name is looked up for all of them at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import sees
from hanse.workspace.keys import key
from hanse.workspace.registry.exchange.cells import content_type, empty, value_of
from hanse.workspace.registry.exchange.columns import COMMON, EVERYTHING, header, references, row_of
from hanse.workspace.registry.exchange.draft import Cells, Draft
from hanse.workspace.registry.exchange.matching import match
from hanse.workspace.registry.exchange.references import References, called
from hanse.workspace.registry.kinds import Kind, kind_of
from hanse.workspace.registry.models import Record

TYPED = {"record_type": "record_id", "subject_type": "subject_id"}
"""Columns that name a type of record, and those with the id of one."""
_ID = re.compile(r"[-a-zA-Z0-9_]{1,40}")
_BATCH = 500


def drafts(kind: Kind, rows: list[Cells], numbers: list[int], user: Any) -> list[Draft]:
    """The drafts of all rows. Raises HanseError where a column is none of the kind's."""
    strange = sorted({name for row in rows for name in row} - set(header(kind)))
    if strange:
        raise HanseError(
            f"{kind.labels} have no column “{strange[0]}”", where="header", do=f"take from {', '.join(header(kind))}"
        )
    found = [Draft(number, row) for number, row in zip(numbers, rows, strict=True)]
    Reading(kind, user, found).read()
    return found


class Reading:
    """One sheet of one kind."""

    def __init__(self, kind: Kind, user: Any, found: list[Draft]) -> None:
        self.kind, self.user, self.all = kind, user, found
        self.levels = EVERYTHING if user is None else sees(user)
        self.fields = {each: kind.model._meta.get_field(each) for each in header(kind)}
        self.refers = references(kind)
        self.own = [name for name in self.refers if self.fields[name].related_model is kind.model]
        """Columns by which rows of the file can name each other."""
        self.known: dict[type[Record], References] = {}

    def read(self) -> None:
        self._ids()
        self._values()
        self._file_mates()
        self._refer()
        self._orphans()
        self._point()
        self._match()
        for step in (self._make, self._fill, self._check):
            for each in self._going:
                step(each)
        self._orphans()

    @property
    def _going(self) -> Iterator[Draft]:
        return (each for each in self.all if each.going)

    def _ids(self) -> None:
        """Ids that are given: well made, once each, and not of something else that is or was here."""
        rows: dict[str, Draft] = {}
        for each in self.all:
            each.id = each.cells.get("id", "").strip()
            if each.id and not _ID.fullmatch(each.id):
                each.refuse("id", HanseError(f"“{each.id}” cannot be an id", do="take 1 to 40 letters, digits and -"))
            elif each.id in rows:
                each.refuse("id", HanseError(f"row {rows[each.id].row} has the id “{each.id}” too", do="drop one"))
            elif each.id:
                rows[each.id] = each
        for record in self._held(list(rows)):
            self._stands(rows[record.pk], record)

    def _held(self, ids: list[str]) -> Iterator[Record]:
        for start in range(0, len(ids), _BATCH):
            chunk = self.kind.model.objects.filter(pk__in=ids[start : start + _BATCH])
            yield from chunk.select_related(*self.refers)

    def _stands(self, each: Draft, record: Record) -> None:
        if record.removed is not None:
            gone = "was merged into another" if getattr(record, "merged_into_id", None) else "was removed here"
            each.refuse("id", HanseError(f"“{each.id}” {gone}", do="undo that first, or leave the row out"))
        elif record.handling not in self.levels or kind_of(record) != self.kind:
            what = f"a {kind_of(record).label}" if record.handling in self.levels else "taken"
            each.refuse("id", HanseError(f"“{each.id}” is {what}, no {self.kind.label}", do="give another id"))
        else:
            each.whole = True
            self._means(each, record)

    def _means(self, each: Draft, record: Record) -> None:
        each.record, each.existing = record, row_of(self.kind, record, self.levels)

    def _values(self) -> None:
        """What the cells write, references apart; what identifies a new record is there even if it is empty."""
        for each in self._going:
            for name, cell in each.cells.items():
                if name == "id" or name in self.refers or name in TYPED:
                    continue
                try:
                    each.values[name] = value_of(self.fields[name], cell)
                except HanseError as error:
                    each.refuse(name, error)
                    break
            for name in () if each.whole else self.kind.identity:
                each.values.setdefault(self.fields[name].attname, empty(self.fields[name]))

    def _file_mates(self) -> None:
        """New records of the file can be named by its other rows, even where they turn out to be refused."""
        name = called(self.kind.model)
        for each in self.all:
            nameable = each.going or (each.problem and each.problem[0] != "id")
            each.id = each.id or key()
            if self.own and not each.whole and nameable:
                kind = str(dict(self.kind.only).get("kind", ""))
                self._index(self.kind.model).add(each.id, str(each.values.get(name) or ""), kind)

    def _index(self, model: type[Record]) -> References:
        if model not in self.known:
            self.known[model] = References(model, self.user)
        return self.known[model]

    def _refer(self) -> None:
        for each in self._going:
            for name in self.refers:
                if cell := each.cells.get(name, "").strip():
                    self._name(each, name, cell)
                elif name in each.cells:
                    each.values[self.fields[name].attname] = None

    def _name(self, each: Draft, name: str, cell: str) -> None:
        if each.existing is not None and cell == each.existing[name]:
            each.values[self.fields[name].attname] = getattr(each.record, self.fields[name].attname)
            return
        into = self.fields[name]
        try:
            meant = self._index(into.related_model).meant(cell, (self.kind.name, name))
            each.values[into.attname] = meant
        except HanseError as error:
            each.refuse(name, error)

    def _point(self) -> None:
        """Attestations and claims name a record by its type and id."""
        for typed, pointed in TYPED.items():
            for each in self._going if typed in self.fields else ():
                cell = each.cells.get(typed, "")
                try:
                    if cell.strip():
                        self._point_to(each, typed, pointed)
                    elif cell is not None and not each.whole and not self.fields[typed].null:
                        raise HanseError("is empty, and has to name a type of record", do="write one, as actor")
                except HanseError as error:
                    each.refuse(pointed, error)

    def _point_to(self, each: Draft, typed: str, pointed: str) -> None:
        type_ = content_type(each.cells[typed])
        each.values[self.fields[typed].attname] = type_.pk
        if cell := each.cells.get(pointed, ""):
            each.values[pointed] = self._index(type_.model_class()).meant(cell, ("", pointed))

    def _match(self) -> None:
        matched = {each.id: each for each in match(self.kind, self.all, self.user, self._attribute)}
        for record in self._held(list(matched)):
            self._means(matched[record.pk], record)

    def _attribute(self, name: str) -> str:
        return self.fields[name].attname

    def _make(self, each: Draft) -> None:
        """A new record, and all that is not a reference."""
        if each.record is None:
            only = {name: value for name, value in self.kind.only if "__" not in name}
            each.record = self.kind.model(id=each.id, **only)
        for name in self._told(each):
            if name not in self.refers:
                setattr(each.record, self._attribute(name), each.values.get(self._attribute(name)))
            if each.whole and not each.cells[name].strip() and not self.fields[name].blank and not each.problem:
                each.refuse(name, HanseError("is empty, and has to be filled in", do="write something there"))

    def _told(self, each: Draft) -> Iterable[str]:
        """The columns that say something new: an empty cell does so only where the row is the whole record."""
        for name, cell in each.cells.items():
            if name == "id" or (each.existing is not None and cell == each.existing[name]):
                continue
            if cell.strip() or (cell and each.existing is None) or (each.whole and name not in COMMON[:2]):
                yield name

    def _fill(self, each: Draft) -> None:
        """The references, with the records that they mean."""
        for name in self._told(each):
            if name in self.refers:
                setattr(each.record, self._attribute(name), each.values.get(self._attribute(name)))
        for name in self.refers:
            into, pk = self.fields[name], getattr(each.record, self._attribute(name))
            if pk is None and not into.null:
                each.refuse(name, HanseError("is empty, and has to name a record", do="fill it in"))
                return
            if pk is not None and not into.is_cached(each.record):
                into.set_cached_value(each.record, self._named(into.related_model, pk))

    def _named(self, model: type[Record], pk: str) -> Record:
        index = self._index(model)
        if not index.loaded:
            names = [self._attribute(name) for name in self.refers if self.fields[name].related_model is model]
            index.load(each.values.get(name) for each in self._going for name in names)
            index.loaded |= {each.id: each.record for each in self._going if model is self.kind.model}
        return index.loaded[pk] if pk in index.loaded else model.objects.get(pk=pk)

    def _check(self, each: Draft) -> None:
        """The record's own rules, and what would change."""
        record = each.record
        if self.kind.dated:
            record.place_in_time()
        given = {name for name in self.fields if name not in {"id", *self.refers, *TYPED}}
        try:
            record.clean_fields(exclude={field.name for field in record._meta.fields} - given)
            record.clean()
        except ValidationError as error:
            each.refuse(*_first(error))
            return
        if kind_of(record) != self.kind:
            each.refuse("kind", HanseError(f"is none of {self.kind.labels}", do="import it with its own kind"))
        elif each.existing is not None:
            now, was = row_of(self.kind, record, self.levels), each.existing
            each.changes = {name: (was[name], now[name]) for name in was if was[name] != now[name]}

    def _orphans(self) -> None:
        """A row that names a refused row is refused too."""
        new = {each.id: each for each in self.all if not each.whole}
        ties = [(each, name) for each in self._going for name in self.own]
        while lost := [(each, name) for each, name in ties if each.going and self._lost(each, name, new)]:
            for each, name in lost:
                row = new[each.values[self._attribute(name)]].row
                each.refuse(name, HanseError(f"row {row}, which it names, was refused", do="correct that row first"))

    def _lost(self, each: Draft, name: str, new: dict[str, Draft]) -> bool:
        other = new.get(each.values.get(self._attribute(name)) or "")
        return other is not None and other.problem is not None


def _first(error: ValidationError) -> tuple[str, str]:
    """The column and the sentence of the first thing that is wrong."""
    for name, told in getattr(error, "error_dict", {}).items():
        return ("" if name == "__all__" else name), told[0].messages[0]
    return "", error.messages[0]
