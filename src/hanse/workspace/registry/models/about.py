"""Who sees what is said of a record? Whoever may see the record: a sentence about it would tell that it is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Self

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet

from hanse.workspace.registry.models.record import Record, Records


class SaidOfRecords(Records):
    """Attestations, claims: ``about`` is the name of the generic relation's fields, "record" or "subject"."""

    about: ClassVar[str] = "record"

    def visible_to(self, user: Any) -> Self:
        """With the records that they are about; what is about none is seen by its own handling."""
        return super().visible_to(user).filter(self._of_what_is_seen(user))

    def about_seen(self, record: Record, user: Any) -> Self:
        """What is said of a record that the user is known to see."""
        return self.about_all_seen([record], user)

    def about_all_seen(self, records: Sequence[Record], user: Any) -> Self:
        """What is said of records of one model that the user is known to see."""
        if not records:
            return self.none()
        return self._about(type(records[0]), [record.pk for record in records], user)

    def about_found(self, records: QuerySet, user: Any) -> Self:
        """What is said of records that were found, all of which the user is known to see; they are not read."""
        return self._about(records.model, records.order_by().values("pk"), user)

    def _about(self, model: type[Record], keys: Any, user: Any) -> Self:
        kind = ContentType.objects.get_for_model(model)
        return super().visible_to(user).filter(**{f"{self.about}_type": kind, f"{self.about}_id__in": keys})

    def _of_what_is_seen(self, user: Any) -> Q:
        seen = Q(**{f"{self.about}_type": None}) if self.about == "subject" else Q(pk=None)
        for kind, model in self._spoken_of():
            seen |= self._seen(kind, model, user)
        return seen

    def _seen(self, kind: int, model: type[Record], user: Any) -> Q:
        there = model.objects.visible_to(user).filter(pk=OuterRef(f"{self.about}_id"))
        return Q(**{f"{self.about}_type": kind}) & Q(Exists(there.order_by()))

    def number(self, user: Any) -> int:
        """How many a user sees. Counted for each model that they are about, which is far less work than all at once."""
        held = super().visible_to(user).order_by()
        about_none = held.filter(**{f"{self.about}_type": None}).count() if self.about == "subject" else 0
        return about_none + sum(held.filter(self._seen(*each, user)).count() for each in self._spoken_of())

    def _spoken_of(self) -> list[tuple[int, type[Record]]]:
        """The models of whose records anything is said, by content type: few of all, and only they are looked into."""
        models = [each for each in apps.get_models() if issubclass(each, Record)]
        models = [each for each in models if not issubclass(each.objects._queryset_class, SaidOfRecords)]
        kinds = {kind.pk: model for model, kind in ContentType.objects.get_for_models(*models).items()}
        said = self.model._base_manager.filter(**{f"{self.about}_type": OuterRef("pk")})
        told = ContentType.objects.filter(Exists(said), pk__in=kinds).order_by("pk").values_list("pk", flat=True)
        return [(pk, kinds[pk]) for pk in told]


class SaidOfSubjects(SaidOfRecords):
    about = "subject"
