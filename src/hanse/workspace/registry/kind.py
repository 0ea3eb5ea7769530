"""What is a kind of record? Its model, its address, the columns that people fill in, and how it stands on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from hanse.workspace.registry.as_of import Count
from hanse.workspace.registry.models import Record
from hanse.workspace.registry.models.record import first_day, later, stood, unplaced


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record.

    ``plural`` stands in addresses, file names and the API; ``columns`` are the fields that people fill in, in order;
    ``identity`` are those by which a row of a sheet finds the record that it means; ``schema`` is its schema.org type.
    ``only`` are values that all records of the kind have, where a model holds several kinds. ``about`` says in a
    sentence what the kind is. ``happened`` names the date of what happens once, and since then has happened: an act,
    an adoption; without it a dated record holds from its beginning to its end. ``order`` is what its list is sorted by,
    where the model's own order has no index.
    """

    model: type[Record]
    plural: str
    label: str
    labels: str
    columns: tuple[str, ...]
    identity: tuple[str, ...]
    schema: str = "Thing"
    only: tuple[tuple[str, Any], ...] = ()
    about: str = ""
    happened: str = ""
    order: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """How the kind is called in a file: "membership"; kinds of one model share it."""
        return self.model._meta.model_name

    @property
    def dated(self) -> bool:
        return any(field.name == "first" for field in self.model._meta.fields)

    @property
    def timed(self) -> bool:
        """Whether a day decides which of its records are shown."""
        return self.dated or bool(self.happened)

    def records(self) -> Any:
        """All records of the kind; go on with ``.visible_to(user)``."""
        return self.model.objects.filter(**dict(self.only))

    def fields(self) -> list[models.Field]:
        return [self.model._meta.get_field(name) for name in self.columns]

    def holds(self, record: Record) -> bool:
        """Whether a record is of this kind."""
        return type(record) is self.model and all(_is(record, *wanted) for wanted in self.only)

    def on(self, records: Any, day: date) -> Any:
        """Those of ``records`` that by their documented dates stood on a day, or had happened by then."""
        return self._placed(records).filter(self._stood(day))

    def undated(self, records: Any, day: date) -> Any:
        """Those that no documented date places before or after a day: listed and counted apart."""
        return self._placed(records).filter(self._unplaced(day))

    def known(self, records: Any, day: date) -> Any:
        """Both: what a list of a day shows."""
        return self._placed(records).filter(self._stood(day) | self._unplaced(day)) if self.timed else records

    def counted(self, records: Any, day: date) -> Count:
        """How many stood on a day and how many are undated. One query."""
        if not self.timed:
            return Count(records.order_by().count(), 0)
        wanted = {"dated": self._stood(day), "undated": self._unplaced(day)}
        found = self._placed(records).order_by()
        return Count(**found.aggregate(**{name: models.Count("pk", filter=each) for name, each in wanted.items()}))

    def _stood(self, day: date) -> Q:
        if self._event:
            return Q(first__lte=day)
        if self.happened:
            return Q(first_day__gt="", first_day__lte=day.isoformat())
        return stood(self.model, day) if self.dated else ~Q(pk=None)

    def _unplaced(self, day: date) -> Q:
        if self._event:
            return Q(first=None)
        if self.happened:
            return Q(first_day="") & ~later(self.model, day)
        return unplaced(self.model, day) if self.dated else Q(pk=None)

    def _placed(self, records: Any) -> Any:
        return records.annotate(first_day=first_day(self.happened)) if self.happened else records

    @property
    def _event(self) -> bool:
        """Held once, with a first and a last day: a meeting, an episode."""
        return self.dated and self.schema == "Event"


def _is(record: Record, lookup: str, wanted: Any) -> bool:
    name, _, within = lookup.partition("__")
    value = getattr(record, name)
    return value in wanted if within else value == wanted
