"""What is common to every record? Who may see it, what it goes by, what its sources say, and its whole history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any, ClassVar, Self

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import EmptyResultSet, ValidationError
from django.db import connection, models
from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.db.models.signals import class_prepared
from django.dispatch import receiver
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.models import HistoricalRecords

from hanse.places.folding import spaced
from hanse.text.dates import days
from hanse.workspace.accounts.rights import Handled, Handling, Right, may, named_for, sees
from hanse.workspace.keys import key
from hanse.workspace.registry.models.columns import call


class Records(Handled):
    """Every view starts with ``visible_to(user)``: a record is seen by whoever may see it and all that it ties."""

    def visible_to(self, user: Any) -> Self:
        ties = [~Q(**{f"{tie}__in": _out_of_sight(self.model, tie, user)}) for tie in self.model.ties]
        return super().visible_to(user).filter(*ties, removed=None)

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

    def on(self, day: date) -> Self:
        """Those that by their documented dates held on a day, or had happened by then."""
        return self.filter(self.model.stood(day))

    def undated(self, day: date) -> Self:
        """Those that no documented date places before or after a day: listed and counted apart."""
        return self.filter(self.model.unplaced(day))

    def known(self, day: date) -> Self:
        """Both: what a list of a day shows."""
        return self.filter(self.model.stood(day) | self.model.unplaced(day)) if self.model.timed else self

    def removed_for(self, user: Any) -> Self:
        """What was removed and this user may bring back."""
        known = super().visible_to(user) if may(user, Right.RECORD) else self.none()
        return known.exclude(removed=None)


@cache
def _address_of(plural: str, prefix: str) -> str:
    """Where the records of a kind are; told once, for a page has hundreds of links. ``prefix`` is the site's own."""
    return reverse("record", args=[plural, "-"]).removesuffix("-/")


def _out_of_sight(model: Any, tie: str, user: Any) -> RawSQL:
    """The records at the end of a tie that are removed or not to be seen: few, so that ties are not joined to all."""
    for step in tie.split("__"):
        model = model._meta.get_field(step).related_model
    levels = sees(user)
    if levels == frozenset(Handling):
        return subset(model, ("removed",), lambda: Q(removed__isnull=False))
    others = sorted(frozenset(Handling) - levels)
    named = tuple(sorted(named_for(user).get(model._meta.label_lower, ())))
    unseen = Q(handling__in=others) & ~Q(pk__in=named) if named else Q(handling__in=others)
    return subset(model, ("hidden", *others, *named), lambda: Q(removed__isnull=False) | unseen)


_SUBSETS: dict[tuple[Any, ...], tuple[str, tuple[Any, ...]]] = {}
MOST_SUBSETS = 2000


def subset(model: type[models.Model], name: tuple[Any, ...], condition: Callable[[], Q]) -> RawSQL:
    """The keys of some records of a model, for ``field__in``. What ``name`` stands for is put into SQL once: pages ask
    for the same subsets again and again, and to put them into words anew took longer than to answer."""
    known = _SUBSETS.get((model, *name))
    if known is None:
        keys = model._base_manager.filter(condition()).order_by().values("pk").query
        try:
            known = keys.get_compiler(connection=connection).as_sql()
        except EmptyResultSet:
            known = "SELECT '' WHERE 1 = 0", ()
        if len(_SUBSETS) >= MOST_SUBSETS:
            _SUBSETS.clear()
        _SUBSETS[model, *name] = known
    return RawSQL(*known)


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
    of them before whose beginning it cannot hold, nor after their end, ``called_by`` the fields that it goes by;
    ``timed`` says whether a day decides which records hold."""

    ties: ClassVar[tuple[str, ...]] = ()
    bounded_by: ClassVar[tuple[str, ...]] = ()
    called_by: ClassVar[tuple[str, ...]] = ()
    timed: ClassVar[bool] = False

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

        return f"{_address_of(kind_of(self).plural, get_script_prefix())}{self.pk}/"

    @classmethod
    def at_odds(cls, records: Iterable[Self]) -> Iterator[tuple[Self, ValidationError]]:
        """Of records that are to be written together: those that contradict one before them, and why."""
        yield from ()

    @classmethod
    def stood(cls, day: date) -> Q:
        """A condition: by their documented dates they held on a day."""
        return ~Q(pk=None)

    @classmethod
    def unplaced(cls, day: date) -> Q:
        """A condition: no documented date places them before or after a day."""
        return Q(pk=None)

    @classmethod
    def to_come(cls, day: date) -> Q:
        """A condition: by their documented dates they begin only after a day."""
        return Q(pk__in=())

    @classmethod
    def over(cls, day: date) -> Q:
        """A condition: by their documented dates they had ended before a day."""
        return Q(pk__in=())

    def remove(self) -> None:
        """Take out of sight; can be undone."""
        self.removed = timezone.now()
        self.save()

    def restore(self) -> None:
        self.removed = None
        self.save()


@receiver(class_prepared)
def _columns_called(sender: Any, **_said: Any) -> None:
    if issubclass(sender, Record):
        call(sender)


def validate_edtf(value: str) -> None:
    """Raises ValidationError unless the value is a date as the registry takes it."""
    if value and days(value) is None:
        raise ValidationError(_("Write a date as 2018-07-11, 2018-07, 2018 or 201X; with ~ or ? where it is doubtful."))


class EdtfField(models.CharField):
    """A date that may be partial, as EDTF text; empty where it is not documented."""

    def __init__(self, *args: Any, **said: Any) -> None:
        said = {"max_length": 12, "blank": True, "validators": [validate_edtf], **said}
        super().__init__(*args, **said)
