"""Which state of a record was written? A digest of it, which tells nobody what it says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from datetime import UTC
from decimal import Decimal
from functools import cache
from typing import Any

from django.db import models

Told = Callable[[Any], Any]
SECRET = {"password", "last_login"}
"""Columns that no digest holds."""


def digest(rows: Iterable[Any]) -> str:
    """The digest of rows of one model: ``FORM:SHA-256``, where FORM stands for the columns that the model had then.

    A row is a JSON array of its columns that are not empty, each as name and value, in the model's order; the lines of
    several rows are sorted. Nothing of a row can be read from it.
    """
    rows = list(rows)
    if not rows:
        return ""
    columns = _columns(type(rows[0]))
    lines = sorted(line(each, columns) for each in rows)
    return f"{form(type(rows[0]))}:{hashlib.sha256(chr(10).join(lines).encode('utf-8', 'surrogatepass')).hexdigest()}"


def line(row: Any, columns: tuple[tuple[str, Told], ...]) -> str:
    said = []
    for name, told in columns:
        value = getattr(row, name)
        if value is not None and value != "":
            said.append((name, told(value)))
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=str)


@cache
def form(model: type[models.Model]) -> str:
    """Eight letters that change where the columns of a model do."""
    return hashlib.sha256(" ".join(name for name, _ in _columns(model)).encode()).hexdigest()[:8]


@cache
def _columns(model: type[models.Model]) -> tuple[tuple[str, Told], ...]:
    """A record's own columns; of a state in its history, those of the record, not what the history adds."""
    tracked = getattr(model, "tracked_fields", None)
    fields = model._meta.concrete_fields if tracked is None else [_own(model, each.name) for each in tracked]
    return tuple((each.attname, _told(each)) for each in fields if each.attname not in SECRET)


def _own(model: type[models.Model], name: str) -> models.Field:
    return model._meta.get_field(name)


def _told(field: models.Field) -> Told:
    """How a column's value is written, alike before it goes into a database and after it comes out."""
    while field.is_relation:
        field = field.target_field
    kind = field.get_internal_type()
    if kind == "DateTimeField":
        return lambda value: field.to_python(value).astimezone(UTC).isoformat(timespec="microseconds")
    if kind == "DateField":
        return lambda value: field.to_python(value).isoformat()
    if kind == "DecimalField":
        places = Decimal(1).scaleb(-field.decimal_places)
        return lambda value: str(field.to_python(value).quantize(places))
    if kind == "JSONField":
        return lambda value: json.loads(json.dumps(value, cls=field.encoder))
    if kind in {"BooleanField", "FloatField"}:
        return field.to_python
    return int if "Integer" in kind or kind.endswith("AutoField") else str
