"""Which records does a part of a rule mean? Its conditions, dates and dedupe key, as the database asks for them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual
from django.utils import timezone

from hanse.workspace.impact.checking import field_of, kind_called
from hanse.workspace.impact.rules import Condition, Having, Part
from hanse.workspace.registry.models import EdtfField, Happening
from hanse.workspace.registry.models.dated import first_day

FIRST, LAST = date.min + timedelta(days=1), date.max - timedelta(days=1)
"""Between them every day has its hours in every time zone."""
FOLLOWS = {"first": "since", "last": "until"}
"""Days that follow from what was written in another field."""


class Records:
    """The records that a part counts, of those that somebody sees."""

    def __init__(self, part: Part, user: Any) -> None:
        self.part, self.user = part, user
        self.kind = kind_called(part.kind)
        found = self.kind.records().visible_to(user)
        for condition in part.where:
            found = found.filter(_asked(self.kind.model, condition))
        for having in part.having:
            found = found.filter(self._having(having))
        self.all = found.order_by()

    def _having(self, having: Having) -> Exists:
        """What points to it is counted only where it may be seen itself."""
        kind = kind_called(having.kind)
        found = kind.records().visible_to(self.user).filter(**{having.by: OuterRef("pk")})
        for condition in having.where:
            found = found.filter(_asked(kind.model, condition))
        return Exists(found.order_by())

    @property
    def timed(self) -> bool:
        """Whether a day decides which of them count."""
        return bool(self.dates) or self.kind.timed

    @property
    def dates(self) -> tuple[str, ...]:
        """The fields that place them in time, as the database calls them; none for the kind's own way."""
        return tuple(each.replace(".", "__") for each in self.part.date)

    @property
    def placed_by(self) -> tuple[str, ...]:
        """The same, with the field that the kind's own way goes by."""
        if self.dates or not self.kind.timed:
            return self.dates
        return (self.kind.model.happened,) if issubclass(self.kind.model, Happening) else ("first",)

    def by(self, day: date) -> Q:
        """By their documented dates they held on a day, or had happened by then."""
        if not self.dates:
            return self.kind.model.stood(day)
        found, before = Q(pk__in=()), ~Q(pk=None)
        for path in self.dates:
            found |= before & self._documented(path) & self._compared(path, day, LessThanOrEqual)
            before &= ~self._documented(path)
        return found

    def undated(self, day: date) -> Q:
        """No documented date places them."""
        if not self.dates:
            return self.kind.model.unplaced(day)
        return ~self._any_documented()

    def from_(self, day: date) -> Q:
        """By their documented dates they began, or happened, on a day or later."""
        found, before = Q(pk__in=()), ~Q(pk=None)
        for path in self.placed_by:
            found |= before & self._documented(path) & self._compared(path, day, GreaterThanOrEqual)
            before &= ~self._documented(path)
        return found

    def counted(self, day: date, since: date | None = None) -> Any:
        """Those that count: on a day with the undated ones, or in a period, in which only a date can place them."""
        if since is not None:
            return self.all.filter(self.by(day) & self.from_(since)) if self.timed else self.all.none()
        return self.all.filter(self.by(day) | self.undated(day)) if self.timed else self.all

    @property
    def unit(self) -> Any:
        """What counts once: the record, or what it has in common with others, where that is documented."""
        if not self.part.once_per:
            return F("pk")
        field = field_of(self.kind.model, self.part.once_per)
        path = self.part.once_per.replace(".", "__")
        said = Cast(path, models.TextField())
        said = said if field.is_relation else _filled(said)
        return Coalesce(said, Cast("pk", models.TextField()), output_field=models.TextField())

    @property
    def text(self) -> Any:
        """Its date as text, as it is documented; "" where it is not."""
        said = [self._text(path) for path in self.placed_by]
        return Coalesce(*said, Value(""), output_field=models.TextField()) if said else Value("", models.TextField())

    @property
    def written(self) -> Any:
        """The same, as partial as it was written: of what lasts, what its first or last day follows from."""
        said = [self._text(self._as_written(path)) for path in self.placed_by]
        return Coalesce(*said, Value(""), output_field=models.TextField())

    def _as_written(self, path: str) -> str:
        field = self._field(path)
        source = FOLLOWS.get(field.name, "")
        there = any(each.name == source for each in field.model._meta.concrete_fields)
        return f"{path.removesuffix(field.name)}{source}" if there else path

    def _any_documented(self) -> Q:
        found = Q(pk__in=())
        for path in self.dates:
            found |= self._documented(path)
        return found

    def _field(self, path: str) -> Any:
        model = self.kind.model
        *steps, last = path.split("__")
        for step in steps:
            model = model._meta.get_field(step).related_model
        return model._meta.get_field(last)

    def _documented(self, path: str) -> Q:
        return ~Q(**{path: ""}) if isinstance(self._field(path), EdtfField) else Q(**{f"{path}__isnull": False})

    def _compared(self, path: str, day: date, how: Any) -> Q:
        """A partial date counts from the first day that it can mean, as `Happening` has it."""
        field = self._field(path)
        if isinstance(field, EdtfField):
            written = day.isoformat() if how is LessThanOrEqual else _shortest(day)
            return Q(how(first_day(path), written))
        if isinstance(field, models.DateTimeField):
            ends = time.max if how is LessThanOrEqual else time.min
            known = min(max(day, FIRST), LAST)
            return Q(**{f"{path}__{how.lookup_name}": timezone.make_aware(datetime.combine(known, ends))})
        return Q(**{f"{path}__{how.lookup_name}": day})

    def _text(self, path: str) -> Any:
        return _filled(Cast(path, models.TextField()))


def _shortest(day: date) -> str:
    """The shortest partial date that begins on a day: of 1 May 2024 "2024-05", of New Year's Day "2024"."""
    return day.isoformat().removesuffix("-01").removesuffix("-01")


def _filled(text: Any) -> Any:
    return NullIf(text, Value("", models.TextField()), output_field=models.TextField())


def _asked(model: Any, condition: Condition) -> Q:
    field = field_of(model, condition.field)
    path = condition.field.replace(".", "__")
    if not condition.values:
        documented = Q(**{f"{path}__isnull": False})
        documented &= ~Q(**{path: ""}) if isinstance(field, models.CharField | models.TextField) else Q()
        return ~documented if condition.denied else documented
    values = [_value(field, each) for each in condition.values]
    wanted = Q(**{f"{path}__in": values})
    return ~wanted if condition.denied else wanted


def _value(field: Any, text: str) -> Any:
    return text == "true" if isinstance(field, models.BooleanField) else text
