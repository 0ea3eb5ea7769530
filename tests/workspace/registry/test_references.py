"""Does a merge move every reference, of whatever model of whatever app, and does taking it back bring it back?"""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from hanse.workspace.registry.merging import merge
from hanse.workspace.registry.models import Actor, Attestation, Claim
from hanse.workspace.registry.parting import unmerge
from hanse.workspace.registry.references import references
from tests.workspace.registry.test_merging import everything

pytestmark = pytest.mark.django_db

COLUMNS = sorted(
    (model._meta.label, field.name)
    for model in {each.related_model for each in Actor._meta.get_fields(include_hidden=True) if each.one_to_many}
    for field in model._meta.fields
    if not hasattr(model, "instance_type") and field.is_relation and field.related_model is Actor
)
LEFT = {"registry.Judgement", "registry.Merge"}


def made(model: type[models.Model], **said: Any) -> Any:
    """A row of a model with something in everything that it asks for."""
    for field in model._meta.concrete_fields:
        if field.name in said or field.has_default() or field.null or field.primary_key or field.blank:
            continue
        if field.related_model is ContentType:
            continue
        said[field.name] = _something(field)
    for field in model._meta.private_fields:
        if isinstance(field, GenericForeignKey):
            said.setdefault(field.name, Actor.objects.create(name="About", kind="city"))
    return model.objects.create(**said)


def _something(field: models.Field) -> Any:
    if field.is_relation:
        return (
            Actor.objects.create(name="Other", kind="city")
            if field.related_model is Actor
            else made(field.related_model)
        )
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, models.DateTimeField):
        return timezone.now()
    return 1 if isinstance(field, models.IntegerField) else "words"


@pytest.mark.parametrize(
    ("label", "column"), [each for each in COLUMNS if each[0] not in LEFT and each[1] != "merged_into"]
)
def test_a_reference_moves_and_comes_back(label, column):
    gone, kept = (Actor.objects.create(name=name, kind="city") for name in ("Gone", "Kept"))
    row = made(apps.get_model(label), **{column: gone})
    before = everything()
    done = merge(gone, kept)
    row.refresh_from_db()
    assert getattr(row, column) == kept
    assert unmerge(done) == 0
    row.refresh_from_db()
    assert getattr(row, column) == gone
    assert everything() == before


@pytest.mark.parametrize(("model", "column"), [(Attestation, "record"), (Claim, "subject")])
def test_what_is_said_moves_too(model, column):
    gone, kept = (Actor.objects.create(name=name, kind="city") for name in ("Gone", "Kept"))
    row = made(model, **{column: gone})
    done = merge(gone, kept)
    assert getattr(model.objects.get(pk=row.pk), column) == kept
    unmerge(done)
    assert getattr(model.objects.get(pk=row.pk), column) == gone


def test_no_history_and_no_log_is_a_reference():
    named = {(each.model._meta.label, each.column) for each in references(Actor)}
    assert ("registry.Membership", "network") in named
    assert ("registry.Attestation", "record_id") in named
    assert not [label for label, _ in named if "Historical" in label or label in LEFT]
