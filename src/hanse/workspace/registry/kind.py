"""What is a kind of record? Its model, its address, the columns that people fill in, and how it stands on a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models

from hanse.workspace.registry.as_of import Count, grouped
from hanse.workspace.registry.models import Dated, Record


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record.

    ``plural`` stands in addresses, file names and the API; ``columns`` are the fields that people fill in, in order;
    ``identity`` are those by which a row of a sheet finds the record that it means; ``schema`` is its schema.org type.
    ``only`` are values that all records of the kind have, where a model holds several kinds. ``about`` says in a
    sentence what the kind is. ``order`` is what its list is sorted by, where the model's own order has no index.

    ``label``, ``labels``, ``about`` and ``numbers`` ("%(shown)s cities", as ``n`` has it) are in the language of the
    page, lazily: what a program reads is written within ``speaking("en")``, and no label is a key.
    """

    model: type[Record]
    plural: str
    label: Any = field(compare=False)
    labels: Any = field(compare=False)
    columns: tuple[str, ...]
    identity: tuple[str, ...]
    schema: str = "Thing"
    only: tuple[tuple[str, Any], ...] = ()
    about: Any = field(default="", compare=False)
    order: tuple[str, ...] = ()
    numbers: Any = field(default="", compare=False)

    @property
    def name(self) -> str:
        """How the kind is called in a file: "membership"; kinds of one model share it."""
        return self.model._meta.model_name

    @property
    def dated(self) -> bool:
        """Whether its records have a beginning and an end."""
        return issubclass(self.model, Dated)

    @property
    def timed(self) -> bool:
        """Whether a day decides which of its records are shown."""
        return self.model.timed

    def number(self, n: int) -> str:
        """So many of it, in words: "1 city", "1,204 cities"."""
        shown = grouped(n)
        return str(self.numbers % {"n": n, "shown": shown}) if self.numbers else f"{shown} {self.labels}"

    def records(self) -> Any:
        """All records of the kind; go on with ``.visible_to(user)``."""
        return self.model.objects.filter(**dict(self.only))

    def fields(self) -> list[models.Field]:
        return [self.model._meta.get_field(name) for name in self.columns]

    def holds(self, record: Record) -> bool:
        """Whether a record is of this kind."""
        return type(record) is self.model and all(_is(record, *wanted) for wanted in self.only)

    def known(self, records: Any, day: date) -> Any:
        """What a list of a day shows of ``records``: what held, and what no date places."""
        return records.known(day)

    def counted(self, records: Any, day: date) -> Count:
        """How many of ``records`` held on a day and how many are undated. One query."""
        wanted = {"dated": self.model.stood(day), "undated": self.model.unplaced(day)}
        counts = {name: models.Count("pk", filter=each) for name, each in wanted.items()}
        return Count(**records.order_by().aggregate(**counts)) if self.timed else Count(records.order_by().count(), 0)


def _is(record: Record, lookup: str, wanted: Any) -> bool:
    name, _, within = lookup.partition("__")
    value = getattr(record, name)
    return value in wanted if within else value == wanted
