"""On which days does a record hold? By its documented dates: a partial date means all of its days.

What lasts holds from the first day that its beginning can mean to the last of its end; an event that began has taken
place, and what happened once has happened ever since. What no date places is undated, and told apart; it does not hold
while what it is bounded by has not begun, nor after that has ended.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Replace
from django.db.models.lookups import GreaterThan, LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from hanse.text.dates import days
from hanse.workspace.registry.models.record import EdtfField, Record, Records, subset


class DatedRecords(Records):
    def ended(self, day: date) -> Self:
        """What had ended by a day: itself, or what bounds it."""
        return self.filter(_ended(self.model, day))

    def begun(self, day: date) -> Self:
        """What had begun by a day, ended or not; of what has no documented beginning, what may have."""
        return self.filter(Q(first__lte=day) | Q(first=None) & ~_later(self.model, day))


class Dated(Record):
    """A record that holds for a time. ``first`` and ``last`` follow from what ``since`` and ``until`` say."""

    timed: ClassVar[bool] = True

    since = EdtfField(help_text=_("2018-07-11, 2018-07 or 2018; empty where it is not documented"))
    until = EdtfField(help_text=_("empty while it goes on, or where no end is documented"))
    first = models.DateField(null=True, editable=False, db_index=True)
    last = models.DateField(null=True, editable=False, db_index=True)

    objects = DatedRecords.as_manager()

    class Meta:
        abstract = True

    @classmethod
    def stood(cls, day: date) -> Q:
        return Q(first__lte=day) & ~_ended(cls, day)

    @classmethod
    def unplaced(cls, day: date) -> Q:
        return Q(first=None) & ~_later(cls, day) & ~_ended(cls, day)

    @classmethod
    def to_come(cls, day: date) -> Q:
        return Q(first__gt=day)

    @classmethod
    def over(cls, day: date) -> Q:
        return Q(last__lt=day)

    def place_in_time(self) -> None:
        """Set ``first`` and ``last``: for whoever writes many at once, past ``save``."""
        begin, end = days(self.since), days(self.until)
        self.first = begin[0] if begin else None
        self.last = end[1] if end else None

    def clean(self) -> None:
        super().clean()
        begin, end = days(self.since), days(self.until)
        if begin and end and end[1] < begin[0]:
            told = _("The end, %(until)s, is before the beginning, %(since)s.")
            raise ValidationError({"until": told % {"until": self.until, "since": self.since}})

    def save(self, *args: Any, **said: Any) -> None:
        self.place_in_time()
        super().save(*args, **said)


class Event(Dated):
    """What takes place once, from a first to a last day: a meeting, an episode. Since it began, it has taken place."""

    class Meta:
        abstract = True

    @classmethod
    def stood(cls, day: date) -> Q:
        return Q(first__lte=day)

    @classmethod
    def unplaced(cls, day: date) -> Q:
        return Q(first=None)


class Happening(Record):
    """What happens on the one day that the field ``happened`` holds, and has happened since: an act, an adoption."""

    timed: ClassVar[bool] = True
    happened: ClassVar[str]

    class Meta:
        abstract = True

    @classmethod
    def stood(cls, day: date) -> Q:
        return ~Q(**{cls.happened: ""}) & Q(LessThanOrEqual(first_day(cls.happened), day.isoformat()))

    @classmethod
    def unplaced(cls, day: date) -> Q:
        return Q(**{cls.happened: ""}) & ~_later(cls, day)

    @classmethod
    def to_come(cls, day: date) -> Q:
        return Q(GreaterThan(first_day(cls.happened), day.isoformat()))


def first_day(field: str) -> Replace:
    """Of a partial date as text, which is a prefix of its days: compares as days do; an unknown digit counts as 0, and
    doubt about it as none."""
    said = Replace(F(field), Value("X"), Value("0"))
    for doubt in "~?%":
        said = Replace(said, Value(doubt), Value(""))
    return said


def _ended(model: type[Record], day: date) -> Q:
    """Had ended by a day, by its own end or, where that is not documented, with what bounds it."""
    return Q(last__lt=day, last__isnull=False) | Q(last=None) & _bounded(model, "over", day)


def _later(model: type[Record], day: date) -> Q:
    """What bounds it begins only after a day."""
    return _bounded(model, "to_come", day)


def _bounded(model: type[Record], outside: str, day: date) -> Q:
    """By few records at the ends, ``over`` or ``to_come``, so that these are not joined to all."""
    found = Q(pk__in=())
    for name in model.bounded_by:
        end = model._meta.get_field(name).related_model
        found |= Q(**{f"{name}__in": subset(end, (outside, day), partial(getattr(end, outside), day))})
    return found
