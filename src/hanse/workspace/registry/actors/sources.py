"""How many sources has each of these records, and where do they differ? One query for a whole table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hanse.workspace.registry.models import Attestation


@dataclass(frozen=True, slots=True)
class Sources:
    """How many attestations a record has, and the fields of which sources state different values."""

    count: int
    differ: tuple[str, ...]


def sources_of(records: Sequence[Any], user: Any) -> dict[str, Sources]:
    """By the keys of records of one model, all of which the user is known to see."""
    said: dict[str, list[tuple[str, str]]] = defaultdict(list)
    by_key = {record.pk: record for record in records}
    found = Attestation.objects.all().about_all_seen(list(records), user).order_by()
    for key, field, value in found.values_list("record_id", "field", "value"):
        said[key].append((field, value))
    return {key: Sources(len(each), _differing(by_key[key], each)) for key, each in said.items()}


def _differing(record: Any, said: list[tuple[str, str]]) -> tuple[str, ...]:
    values: dict[str, set[str]] = defaultdict(set)
    own = {field.name for field in record._meta.concrete_fields}
    for field, value in said:
        if field in own and value:
            values[field].add(value)
    return tuple(sorted(field for field, each in values.items() if len(each) > 1))
