"""What do the rows of a sheet want? Read together: what they name is looked up for all of them at once.

Sheets of several kinds are read together too, since their new records name each other. First every row finds the record
that it means, then all references are filled in, then every record is checked by its own rules.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hanse.errors import HanseError
from hanse.saying import comma
from hanse.workspace.accounts.rights import eyes
from hanse.workspace.keys import key
from hanse.workspace.registry.exchange.cells import content_type, empty, value_of
from hanse.workspace.registry.exchange.columns import COMMON, EVERYTHING, header, references, row_of
from hanse.workspace.registry.exchange.draft import Cells, Draft, Preset
from hanse.workspace.registry.exchange.known import Known
from hanse.workspace.registry.exchange.matching import match
from hanse.workspace.registry.kinds import Kind, kind_of
from hanse.workspace.registry.models import Record

TYPED = {"record_type": "record_id", "subject_type": "subject_id"}
"""Columns that name a type of record, and those with the id of one."""
_ID = re.compile(r"[-a-zA-Z0-9_]{1,40}")
_BATCH = 500


class Sheet(NamedTuple):
    """Rows of one kind, and their numbers in their file; ``attending`` ones come in only with a row that names them."""

    kind: Kind
    rows: list[Cells]
    numbers: Sequence[int]
    attending: bool = False


def drafts(
    sheets: Sequence[Sheet], user: Any, progress: Callable[[float], None] = lambda share: None
) -> list[list[Draft]]:
    """The drafts of each sheet's rows. Raises HanseError where a column is none of the kind's.

    What others tie to comes first in ``sheets``, as in `hanse.workspace.registry.kinds.KINDS`.
    """
    known = Known(user)
    kinds = Counter(each.kind.plural for each in sheets)
    readings = [Reading(each, user, known, one_of_several=kinds[each.kind.plural] > 1) for each in sheets]
    for each in sorted(readings, key=lambda reading: bool(reading.typed)):
        each.find()
        progress(0.3)
    for done, step in enumerate((Reading.refer, Reading.orphans, Reading.make, Reading.fill, Reading.check)):
        for each in readings:
            step(each)
            progress(0.4 + done / 10)
    while any(each.orphans() for each in readings):
        pass
    leave_unnamed(readings)
    return [each.all for each in readings]


class Reading:
    """One sheet, which may be one of several of its kind."""

    def __init__(self, sheet: Sheet, user: Any, known: Known, *, one_of_several: bool = False) -> None:
        self.kind, self.user, self.known, self.one_of_several = sheet.kind, user, known, one_of_several
        self.attending = sheet.attending
        self.eyes = EVERYTHING if user is None else eyes(user)
        self.fields = {each: self.kind.model._meta.get_field(each) for each in header(self.kind)}
        self.refers = references(self.kind)
        self.typed = {typed: pointed for typed, pointed in TYPED.items() if typed in self.fields}
        strange = sorted({name for row in sheet.rows for name in row} - set(self.fields))
        if strange:
            raise HanseError(
                _("%(kinds)s have no column “%(column)s”") % {"kinds": self.kind.labels, "column": strange[0]},
                where=_("the header of %(sheet)s") % {"sheet": self.kind.plural},
                do=_("take from %(columns)s") % {"columns": comma().join(self.fields)},
            )
        self.all = [Draft(number, row) for number, row in zip(sheet.numbers, sheet.rows, strict=True)]

    def find(self) -> None:
        """Which record does each row mean? Needs the sheets of what identifies this kind to be found."""
        self._ids()
        self._values()
        self._refer([name for name in self.refers if name in self.kind.identity])
        self._point()
        matched = {each.id: each for each in match(self.kind, self.all, self.user, self._attribute)}
        for record in self._held(list(matched)):
            self._means(matched[record.pk], record)
        if self.one_of_several:
            self.known.once(self.kind, self.all, self._attribute)
        self.known.expect(self.kind, self.all)

    @property
    def _going(self) -> Iterator[Draft]:
        return (each for each in self.all if each.going)

    def _attribute(self, name: str) -> str:
        return self.fields[name].attname

    def _ids(self) -> None:
        """Ids that are given: well made, once each, and not of something else that is or was here."""
        rows: dict[str, Draft] = {}
        for each in self.all:
            each.id = each.cells.get("id", "").strip()
            if each.id and not _ID.fullmatch(each.id):
                wrong = _("“%(id)s” cannot be an id") % {"id": each.id}
                each.refuse("id", HanseError(wrong, do=_("take 1 to 40 letters, digits and -")))
            elif each.id in rows:
                wrong = _("row %(row)d has the id “%(id)s” too") % {"row": rows[each.id].row, "id": each.id}
                each.refuse("id", HanseError(wrong, do=_("drop one")))
            elif each.id:
                rows[each.id] = each
            else:
                each.id = key()
        for record in self._held(list(rows)):
            self._stands(rows[record.pk], record)

    def _held(self, ids: list[str]) -> Iterator[Record]:
        for start in range(0, len(ids), _BATCH):
            chunk = self.kind.model.objects.filter(pk__in=ids[start : start + _BATCH])
            yield from chunk.select_related(*self.refers)

    def _stands(self, each: Draft, record: Record) -> None:
        if record.removed is not None:
            merged = getattr(record, "merged_into_id", None)
            gone = _("“%(id)s” was merged into another") if merged else _("“%(id)s” was removed here")
            each.refuse("id", HanseError(gone % {"id": each.id}, do=_("undo that first, or leave the row out")))
        elif not self.eyes.see(record) or kind_of(record) != self.kind:
            said = {"id": each.id, "kind": self.kind.label, "other": kind_of(record).label}
            seen = self.eyes.see(record)
            wrong = _("“%(id)s” is a %(other)s, no %(kind)s") if seen else _("“%(id)s” is taken, no %(kind)s")
            each.refuse("id", HanseError(wrong % said, do=_("give another id")))
        else:
            each.whole = True
            self._means(each, record)

    def _means(self, each: Draft, record: Record) -> None:
        each.record, each.existing = record, row_of(self.kind, record, self.eyes)

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
                each.values.setdefault(self._attribute(name), empty(self.fields[name]))

    def refer(self) -> None:
        """The references that identify nothing, to records of any sheet."""
        self._refer([name for name in self.refers if name not in self.kind.identity])

    def _refer(self, names: Sequence[str]) -> None:
        for each in self._going:
            for name in names:
                if cell := each.cells.get(name, "").strip():
                    self._name(each, name, cell)
                elif name in each.cells:
                    each.values[self._attribute(name)] = None

    def _name(self, each: Draft, name: str, cell: str) -> None:
        into = self.fields[name]
        if each.existing is not None and cell == each.existing[name]:
            each.values[into.attname] = getattr(each.record, into.attname)
            return
        try:
            each.values[into.attname] = self.known.of(into.related_model).meant(cell, (self.kind.name, name))
        except HanseError as error:
            each.refuse(name, error)

    def _point(self) -> None:
        """Attestations and claims name a record by its type and id."""
        for typed, pointed in self.typed.items():
            for each in self._going:
                try:
                    if each.cells.get(typed, "").strip():
                        self._point_to(each, typed, pointed)
                    elif not each.whole and not self.fields[typed].null:
                        raise HanseError(_("is empty, and has to name a type of record"), do=_("write one, as actor"))
                except HanseError as error:
                    each.refuse(pointed, error)

    def _point_to(self, each: Draft, typed: str, pointed: str) -> None:
        type_ = content_type(each.cells[typed])
        each.values[self._attribute(typed)] = type_.pk
        if cell := each.cells.get(pointed, ""):
            each.values[pointed] = self.known.of(type_.model_class()).meant(cell, ("", pointed))

    def make(self) -> None:
        """New records, and all that is not a reference."""
        for each in self._going:
            if each.record is None:
                only = {name: value for name, value in self.kind.only if "__" not in name}
                each.record = self.kind.model(id=each.id, **only)
            for name in self._told(each):
                if name not in self.refers:
                    setattr(each.record, self._attribute(name), each.values.get(self._attribute(name)))
                if each.whole and not each.cells[name].strip() and not self.fields[name].blank and each.going:
                    empty_ = HanseError(_("is empty, and has to be filled in"), do=_("write something there"))
                    each.refuse(name, empty_)

    def _told(self, each: Draft) -> Iterable[str]:
        """The columns that say something new: an empty cell does so only where the row is the whole record."""
        for name, cell in each.cells.items():
            if name == "id" or (
                each.existing is not None and (isinstance(cell, Preset) or cell == each.existing[name])
            ):
                continue
            if cell.strip() or (cell and each.existing is None) or (each.whole and name not in COMMON[:2]):
                yield name

    def fill(self) -> None:
        """The references, with the records that they mean."""
        for model in {self.fields[name].related_model for name in self.refers}:
            names = [self._attribute(name) for name in self.refers if self.fields[name].related_model is model]
            self.known.load(model, (each.values.get(name) for each in self._going for name in names))
        for each in self._going:
            self._fill(each)

    def _fill(self, each: Draft) -> None:
        for name in self._told(each):
            if name in self.refers:
                setattr(each.record, self._attribute(name), each.values.get(self._attribute(name)))
        for name in self.refers:
            into, pk = self.fields[name], getattr(each.record, self._attribute(name))
            if pk is None and not into.null:
                each.refuse(name, HanseError(_("is empty, and has to name a record"), do=_("fill it in")))
                return
            if pk is not None and not into.is_cached(each.record):
                into.set_cached_value(each.record, self.known.record(into.related_model, pk))

    def check(self) -> None:
        """The records' own rules, those for records that are written together, and what would change."""
        for each in self._going:
            self._check(each)
        drafts = {each.record: each for each in self._going}
        for record, error in self.kind.model.at_odds(drafts):
            drafts[record].refuse(*_first(error))

    def _check(self, each: Draft) -> None:
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
            wrong = _("is none of %(kinds)s") % {"kinds": self.kind.labels}
            each.refuse("kind", HanseError(wrong, do=_("import it with its own kind")))
        elif each.existing is not None:
            now, was = row_of(self.kind, record, self.eyes), each.existing
            each.changes = {name: (was[name], now[name]) for name in was if was[name] != now[name]}

    def orphans(self) -> bool:
        """Refuse the rows that name a refused row; whether there were any."""
        some = False
        for each in self._going:
            for name in self.refers:
                model, pk = self.fields[name].related_model, each.values.get(self._attribute(name))
                if each.going and (where := self.known.refused(model, pk, self.kind)):
                    wrong = _("%(row)s, which it names, was refused") % {"row": where}
                    each.refuse(name, HanseError(wrong, do=_("correct that row first")))
                    some = True
        return some

    def names(self) -> set[str]:
        """The ids of all that the rows name that are not refused."""
        columns = [self._attribute(name) for name in self.refers]
        return {each.values.get(name) or "" for each in self.all if not each.problem for name in columns}

    def keep(self, named: set[str]) -> None:
        """Leave out the rows that neither are nor tie to what is named."""
        columns = [self._attribute(name) for name in self.refers]
        self.all = [
            each
            for each in self.all
            if {each.id, each.cells.get("id", ""), *(each.values.get(name) for name in columns)} & named
        ]


def leave_unnamed(readings: Sequence[Reading]) -> None:
    """Of what only attends other rows (new cities, their other names) nothing comes in whose rows were all refused."""
    attending = [each for each in readings if each.attending]
    if attending:
        named = set().union(*(each.names() for each in readings if not each.attending)) - {""}
        for each in attending:
            each.keep(named)


def _first(error: ValidationError) -> tuple[str, str]:
    """The column and the sentence of the first thing that is wrong."""
    for name, told in getattr(error, "error_dict", {}).items():
        return ("" if name == "__all__" else name), told[0].messages[0]
    return "", error.messages[0]
