"""What is common to every record? Who may see it, since when it holds, what its sources say, and its whole history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, ClassVar, Self

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Replace
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from hanse.places.folding import spaced
from hanse.text.dates import days
from hanse.workspace.accounts.rights import Handled, Handling, Right, may, sees, sight
from hanse.workspace.keys import key


class Records(Handled):
    """Every view starts with ``visible_to(user)``: a record is seen by whoever may see it and all that it ties."""

    def visible_to(self, user: Any) -> Self:
        seen = super().visible_to(user).standing()
        for tie in self.model.ties:
            seen = seen.exclude(**{f"{tie}__in": _out_of_sight(self.model, tie, user)})
        return seen

    def standing(self) -> Self:
        """What was not removed."""
        return self.filter(removed=None)

    def bulk_update(self, objs: Any, fields: Any, batch_size: int | None = None) -> int:
        """With the names as lists sort by them, where a name is among the fields."""
        objs = list(objs)
        if set(fields) & set(self.model.called_by):
            for each in objs:
                each._meta.get_field("folded").pre_save(each, False)
            fields = [*fields, "folded"]
        return super().bulk_update(objs, fields, batch_size)

    def removed_for(self, user: Any) -> Self:
        """What was removed and this user may bring back."""
        known = super().visible_to(user) if may(user, Right.RECORD) else self.none()
        return known.exclude(removed=None)


def _out_of_sight(model: Any, tie: str, user: Any) -> models.QuerySet:
    """The records at the end of a tie that are removed or not to be seen: few, so that ties are not joined to all."""
    for step in tie.split("__"):
        model = model._meta.get_field(step).related_model
    hidden = Q(removed__isnull=False)
    if sees(user) != frozenset(Handling):
        hidden |= ~sight(model, user)
    return model._base_manager.filter(hidden).order_by().values("pk")


LONGEST_KEY = 300
"""Letters of a name that lists sort and search by."""


class Folded(models.TextField):
    """A record's names as lists sort and search by them: without case, marks and script, one name a line."""

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **{"default": "", "editable": False, **said})

    def pre_save(self, record: Any, add: bool) -> str:
        if not isinstance(record, Record):  # an entry of the history keeps what it was given
            return super().pre_save(record, add)
        names = (spaced(getattr(record, field)) for field in record.called_by)
        key = "\n".join(name for name in names if name)[:LONGEST_KEY]
        setattr(record, self.attname, key)
        return key


class Record(models.Model):
    """One thing that the registry knows. ``ties`` names the records without which it says nothing, ``bounded_by`` those
    of them before whose beginning it cannot hold, nor after their end, ``called_by`` the fields that it goes by."""

    ties: ClassVar[tuple[str, ...]] = ()
    bounded_by: ClassVar[tuple[str, ...]] = ()
    called_by: ClassVar[tuple[str, ...]] = ()

    id = models.CharField(primary_key=True, max_length=40, default=key, editable=False)
    handling = models.CharField(max_length=12, choices=Handling.choices, default=Handling.INTERNAL)
    note = models.TextField(blank=True)
    made = models.DateTimeField(auto_now_add=True)
    removed = models.DateTimeField(null=True, editable=False)
    folded = Folded()

    attestations = GenericRelation(
        "registry.Attestation", content_type_field="record_type", object_id_field="record_id"
    )
    history = HistoricalRecords(inherit=True, history_change_reason_field=models.TextField(null=True))

    objects = Records.as_manager()

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        from hanse.workspace.registry.kinds import kind_of

        return reverse("record", args=[kind_of(self).plural, self.pk])

    @classmethod
    def at_odds(cls, records: Iterable[Self]) -> Iterator[tuple[Self, ValidationError]]:
        """Of records that are to be written together: those that contradict one before them, and why."""
        yield from ()

    @classmethod
    def to_come(cls, day: date) -> Any:
        """A condition: by their documented dates they begin only after a day."""
        return Q(pk__in=())

    @classmethod
    def over(cls, day: date) -> Any:
        """A condition: by their documented dates they had ended before a day."""
        return Q(pk__in=())

    def remove(self) -> None:
        """Take out of sight; can be undone."""
        self.removed = timezone.now()
        self.save()

    def restore(self) -> None:
        self.removed = None
        self.save()


def validate_edtf(value: str) -> None:
    """Raises ValidationError unless the value is a date as the registry takes it."""
    if value and days(value) is None:
        raise ValidationError("Write a date as 2018-07-11, 2018-07, 2018 or 201X; with ~ or ? where it is doubtful.")


class EdtfField(models.CharField):
    """A date that may be partial, as EDTF text; empty where it is not documented."""

    def __init__(self, *args: Any, **said: Any) -> None:
        said = {"max_length": 12, "blank": True, "validators": [validate_edtf], **said}
        super().__init__(*args, **said)


def stood(model: type[Record], day: date) -> Q:
    """Of a dated model: held on a day by its documented beginning."""
    return Q(first__lte=day) & ~ended(model, day)


def unplaced(model: type[Record], day: date) -> Q:
    """Of a dated model: has no documented beginning, had not ended by a day, and nothing says that it began later."""
    return Q(first=None) & ~later(model, day) & ~ended(model, day)


def ended(model: type[Record], day: date) -> Q:
    """Of a dated model: had ended by a day, by its own end or, where that is not documented, with what bounds it."""
    return Q(last__lt=day, last__isnull=False) | Q(last=None) & _bounded(model, lambda end: end.over(day))


def later(model: type[Record], day: date) -> Q:
    """What bounds it begins only after a day."""
    return _bounded(model, lambda end: end.to_come(day))


def _bounded(model: type[Record], outside: Callable[[type[Record]], Any]) -> Q:
    """By few records at the ends, so that these are not joined to all."""
    found = Q(pk__in=())
    for name in model.bounded_by:
        end = model._meta.get_field(name).related_model
        found |= Q(**{f"{name}__in": end._base_manager.filter(outside(end)).order_by().values("pk")})
    return found


def first_day(field: str) -> Replace:
    """Of a partial date as text, which is a prefix of its days: compares as days do; an unknown digit counts as 0."""
    return Replace(F(field), Value("X"), Value("0"))


class DatedRecords(Records):
    def as_of(self, day: date) -> Self:
        """What held on a day by its documented beginning: from the first day that ``since`` can mean to the last of
        ``until``. What has no documented beginning is apart: `undated`."""
        return self.filter(stood(self.model, day))

    def undated(self, day: date) -> Self:
        """What has no documented beginning, had not ended by a day, and is not bounded by what began later."""
        return self.filter(unplaced(self.model, day))

    def ended(self, day: date) -> Self:
        """What had ended by a day: itself, or what bounds it."""
        return self.filter(ended(self.model, day))

    def begun(self, day: date) -> Self:
        """What had begun by a day, ended or not; of what has no documented beginning, what may have."""
        return self.filter(Q(first__lte=day) | Q(first=None) & ~later(self.model, day))


class Dated(Record):
    """A record that holds for a time. ``first`` and ``last`` follow from what ``since`` and ``until`` say."""

    since = EdtfField(help_text="2018-07-11, 2018-07 or 2018; empty where it is not documented")
    until = EdtfField(help_text="empty while it goes on, or where no end is documented")
    first = models.DateField(null=True, editable=False, db_index=True)
    last = models.DateField(null=True, editable=False, db_index=True)

    objects = DatedRecords.as_manager()

    class Meta:
        abstract = True

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
            raise ValidationError({"until": f"The end, {self.until}, is before the beginning, {self.since}."})

    def save(self, *args: Any, **said: Any) -> None:
        self.place_in_time()
        super().save(*args, **said)
