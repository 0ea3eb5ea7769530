"""Which records make a number? Read a page at a time, each thing that counts once, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import Count, Q

from hanse.workspace.impact.checking import field_of
from hanse.workspace.impact.conditions import Records
from hanse.workspace.impact.values import Unit
from hanse.workspace.registry.kinds import Kind, kind_of
from hanse.workspace.registry.listing import read, said_aside


class Counted:
    """The members of a rule's parts, one part after the other; with ``unit`` the records of one thing that counts once.

    ``united``: what several parts have in common counts once.
    """

    def __init__(
        self,
        parts: Sequence[Records],
        day: date,
        since: date | None,
        *,
        number: int = 0,
        united: bool = False,
        said: str = "",
        unit: str = "",
    ) -> None:
        self.parts, self.day, self.since = parts, day, since
        self.number, self.united, self.unit = number, united, unit
        self.said = Q(**{f"{said}__isnull": False}) if said else Q()

    def __len__(self) -> int:
        return self.number

    def __getitem__(self, place: slice) -> list[Unit]:
        start, stop, _step = place.indices(self.number)
        if self.united:
            rows = [self._keys_of(part) for part in self.parts]
            keys = rows[0].union(*rows[1:]).order_by("common")[start:stop]
            return self._units(self.parts[0], [key for (key,) in keys])
        found: list[Unit] = []
        for part in self.parts:
            there = self.number if len(self.parts) == 1 else self._number(part)
            if start < there and stop > 0:
                found += self._page(part, max(start, 0), min(stop, there))
            start, stop = start - there, stop - there
        return found

    def keys(self) -> Iterator[tuple[str, str]]:
        """Kind and key of every record behind the number, in a fixed order."""
        for part in self.parts:
            for pk in self._records(part).order_by("pk").values_list("pk", flat=True):
                yield part.part.kind, pk

    def behind(self, unit: str) -> Counted:
        """The records that make one thing that counts once."""
        found = Counted(self.parts, self.day, self.since, unit=unit)
        found.said = self.said
        found.number = sum(found._records(part).count() for part in found.parts)
        return found

    def _records(self, part: Records) -> Any:
        found = part.counted(self.day, self.since).filter(self.said)
        return found.alias(common=part.unit).filter(common=self.unit) if self.unit else found

    def _keys_of(self, part: Records) -> Any:
        return self._records(part).annotate(common=part.unit).values_list("common")

    def _by_unit(self, part: Records) -> bool:
        return bool(part.part.once_per) and not self.unit

    def _number(self, part: Records) -> int:
        found = self._records(part)
        return found.aggregate(n=Count(part.unit, distinct=True))["n"] if self._by_unit(part) else found.count()

    def _page(self, part: Records, start: int, stop: int) -> list[Unit]:
        if self._by_unit(part):
            keys = self._keys_of(part).distinct().order_by("common")[start:stop]
            return self._units(part, [key for (key,) in keys])
        order = ("folded", "pk") if part.kind.model.called_by else ("pk",)
        page = self._records(part).order_by(*order).values_list("pk", flat=True)[start:stop]
        return [_unit(part.kind, each) for each in read(part.kind, list(page))]

    def _units(self, part: Records, keys: list[str]) -> list[Unit]:
        """Things that count once, by what they have in common: a process, a city, an official number."""
        of: dict[str, int] = {}
        for each in self.parts if self.united else [part]:
            rows = self._records(each).annotate(common=each.unit).filter(common__in=keys).values("common")
            for row in rows.annotate(n=Count("pk")):
                of[row["common"]] = of.get(row["common"], 0) + row["n"]
        ends = ends_of(part, keys)
        alone = {each.pk: each for each in read(part.kind, [key for key in keys if key not in ends])}
        return [
            _unit(part.kind, alone[key]) if key in alone else shared(part, key, ends.get(key), of[key]) for key in keys
        ]


def ends_of(part: Records, keys: Iterable[str]) -> dict[str, Any]:
    """The records to which those of a part are tied that count once together, by key; none where it is no tie."""
    field = field_of(part.kind.model, part.part.once_per)
    return field.related_model.objects.in_bulk(list(keys)) if field.is_relation else {}


def shared(part: Records, key: str, end: Any, of: int) -> Unit:
    """What ``of`` records have in common, as one thing: the record that they are tied to, or what they all say."""
    if end is None:
        return Unit(part.part.kind, key, key, "", of=of, group=True)
    kind = kind_of(end)
    return Unit(kind.plural, key, str(end), end.get_absolute_url(), str(kind.label), of=of, group=True)


def _unit(kind: Kind, record: Any) -> Unit:
    """A record that counts by itself."""
    aside = said_aside(kind, record)
    return Unit(kind.plural, record.pk, str(record), record.get_absolute_url(), str(kind.label), (record,), 1, aside)
