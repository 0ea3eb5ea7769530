"""What refers to a record? Every foreign key and generic relation of every app, found through the models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from hanse.workspace.registry.models import Actor, Judgement, Merge

LOGS = {Judgement, Merge}
"""What tells of actors as they were when it was written."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One way in which rows of a model refer to records: ``column`` holds the id, ``kind`` narrows a generic one."""

    model: type[models.Model]
    column: str
    narrowed: tuple[tuple[str, Any], ...] = ()

    def to(self, pk: str) -> Any:
        """The rows that refer to a record, removed ones too."""
        return self.model._base_manager.filter(**dict(self.narrowed), **{self.column: pk}).order_by("pk")


def references(model: type[models.Model]) -> Iterator[Reference]:
    """All ways in which something refers to records of ``model``; histories and logs of merges stay as they are."""
    for other in apps.get_models(include_auto_created=True):
        if other in LOGS or hasattr(other, "instance_type"):
            continue
        for field in other._meta.concrete_fields:
            if field.is_relation and field.related_model is model and (other, field.name) != (Actor, "merged_into"):
                yield Reference(other, field.name)
        for field in other._meta.private_fields:
            if isinstance(field, GenericForeignKey):
                kind = ContentType.objects.get_for_model(model)
                yield Reference(other, field.fk_field, ((field.ct_field, kind),))
