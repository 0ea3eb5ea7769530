"""How is a record written for other programs? Its columns; what it names as far as that may be seen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from hanse.workspace.api.claims import stood
from hanse.workspace.registry.kinds import Kind
from hanse.workspace.registry.models import Claim, Record

Written = dict[str, Any]


def written(kind: Kind, records: Iterable[Record], user: Any) -> list[Written]:
    """The records as plain values, in their order. One query for each column that names other records; of claims with
    how they stand, in three more."""
    records = list(records)
    named = {field.name: _named(field, records, user) for field in kind.fields() if field.is_relation}
    beside = stood(records, user) if kind.model is Claim else {}
    return [_one(kind, record, named) | beside.get(record.pk, {}) for record in records]


def attested(record: Record, user: Any) -> list[Written]:
    """What sources say of a record, as far as they may be seen."""
    said = record.attestations.visible_to(user).select_related("source")
    return [
        {
            "id": each.pk,
            "field": each.field,
            "value": each.value,
            "unit": each.unit,
            "on": each.on,
            "quote": each.quote,
            "locator": each.locator,
            "confidence": each.confidence,
            "source": {"id": each.source_id, "name": each.source.title, "url": each.source.url},
        }
        for each in said
    ]


def _one(kind: Kind, record: Record, named: dict[str, dict[Any, Written]]) -> Written:
    row: Written = {"id": record.pk, "handling": record.handling, "note": record.note}
    for field in kind.fields():
        value = getattr(record, field.attname)
        row[field.name] = named[field.name].get(value) if field.is_relation else _plain(value)
    return {**row, "address": record.get_absolute_url()}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, datetime) else value


def _named(field: models.Field, records: list[Record], user: Any) -> dict[Any, Written]:
    """Of all records that a column names, those that the user may see."""
    wanted = {getattr(record, field.attname) for record in records} - {None}
    if not wanted:
        return {}
    if field.related_model is ContentType:
        return {pk: {"id": each.model, "name": each.name, "address": None} for pk, each in _types(wanted).items()}
    seen = field.related_model.objects.visible_to(user).filter(pk__in=wanted)
    return {each.pk: {"id": each.pk, "name": str(each), "address": each.get_absolute_url()} for each in seen}


def _types(wanted: set[Any]) -> dict[Any, ContentType]:
    return ContentType.objects.in_bulk(wanted)
