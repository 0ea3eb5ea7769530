"""Which fields does the API give? One schema for each kind of record, made from its columns."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Optional

from django.db import models
from ninja import Field, Schema
from pydantic import create_model

from hanse.workspace.api.claims import FIELDS
from hanse.workspace.registry.kinds import Kind
from hanse.workspace.registry.models import Claim


class Named(Schema):
    """A record that another one names."""

    id: str
    name: str
    address: Optional[str] = Field(None, description="its page, from the root of the workspace")  # noqa: UP045


class SourceNamed(Schema):
    id: str
    name: str
    url: str = Field(description="where a reader can open it; empty where it is not online")


class Attested(Schema):
    """A source says that a field has a value; conflicting ones stand side by side."""

    id: str
    field: str = Field(description="a column, or a measure that is only reported; empty: the record as such")
    value: str
    unit: str
    on: str = Field(description="EDTF: the day for which it is said to hold")
    quote: str
    locator: str
    confidence: str
    source: SourceNamed


class FieldChanged(Schema):
    field: str
    before: str
    after: str


class Changed(Schema):
    """One entry of a record's history."""

    who: str
    when: datetime
    what: str = Field(description="added, changed, removed, brought back, merged")
    why: str
    fields: list[FieldChanged]


class Problem(Schema):
    """What went wrong, in one sentence (RFC 9457)."""

    title: str
    status: int
    detail: str


REFUSALS = {401: Problem, 404: Problem, 422: Problem}
"""What a request for one thing can be answered with instead."""


def schema(kind: Kind) -> type[Schema]:
    """A record of a kind in a list."""
    said: dict[str, Any] = {
        "id": (str, Field(description="its identity, for ever")),
        "handling": (str, Field(description="public, internal or restricted")),
        "note": (str, ""),
    }
    for field in kind.fields():
        kept, default = _type(field)
        about = str(field.help_text) or None
        said[field.name] = (kept, Field(default, description=about))
    if kind.model is Claim:
        said |= FIELDS
    said["address"] = (str, Field(description="its page, from the root of the workspace"))
    return create_model(_called(kind), __base__=Schema, __doc__=f"One of the {kind.labels}.", **said)


def whole(kind: Kind, listed: type[Schema]) -> type[Schema]:
    """A record by itself, with what sources say of it."""
    return create_model(
        f"{_called(kind)}WithSources", __base__=listed, attestations=(list[Attested], Field(description="who says so"))
    )


def filters(kind: Kind) -> type[Schema]:
    """What a list can be narrowed by: each column that names a record, or takes one of few words, or a country."""
    said: dict[str, Any] = {
        "q": (str, Field("", max_length=200, description="words of its names, without case and marks"))
    }
    if kind.timed:
        said["as_of"] = (
            Optional[str],  # noqa: UP045
            Field(
                None,
                description="EDTF, as 2010-05: what held on its last day, or had happened, by documented dates",
            ),
        )
        said["undated"] = (
            bool,
            Field(False, description="with as_of: what no documented date places before or after, instead"),
        )
    for field in kind.fields():
        if field.is_relation or field.name == "country":
            what = "ISO 3166-1 alpha-3" if field.name == "country" else f"id of the {field.verbose_name}"
            said[field.name] = (Optional[str], Field(None, max_length=40, description=what))  # noqa: UP045
        elif field.choices:
            words = tuple(word for word, _ in field.choices if word)
            said[field.name] = (Optional[Literal[words]], Field(None))  # type: ignore[valid-type]  # noqa: UP045
    return create_model(f"{_called(kind)}Filters", __base__=Schema, **said)


def _called(kind: Kind) -> str:
    return kind.label.title().replace(" ", "").replace("-", "")


def _type(field: models.Field) -> tuple[Any, Any]:
    if field.is_relation:
        return Optional[Named], None  # noqa: UP045
    if isinstance(field, models.BooleanField):
        return bool, ...
    number = {models.FloatField: float, models.DecimalField: float}.get(type(field))
    if number is None and isinstance(field, models.IntegerField):
        number = int
    if number:
        return (Optional[number], None) if field.null else (number, ...)  # noqa: UP045
    return (Optional[str], None) if field.null else (str, ...)  # noqa: UP045
