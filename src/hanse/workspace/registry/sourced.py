"""How many sources has each of these records, where do they differ, and of which day is the newest? One query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from hanse.reports.finding import day
from hanse.text.dates import days
from hanse.workspace.registry.models import Attestation


@dataclass(frozen=True, slots=True)
class Sources:
    """How many attestations a record has, the fields of which sources state different values, and the newest date that
    one of them holds for, or was published on; "" where none has a date."""

    count: int
    differ: tuple[str, ...]
    newest: str = ""


def sources_of(records: Sequence[Any], user: Any, by: date | None = None) -> dict[str, Sources]:
    """By the keys of records of one model, all of which the user is known to see; ``newest`` of those up to ``by``."""
    said: dict[str, list[tuple[str, str]]] = defaultdict(list)
    by_key = {record.pk: record for record in records}
    found = Attestation.objects.all().about_all_seen(list(records), user).order_by()
    dated: dict[str, list[str]] = defaultdict(list)
    for key, field, value, on, published in found.values_list("record_id", "field", "value", "on", "source__date"):
        said[key].append((field, value))
        if by is None or not (meant := days(on or published)) or meant[0] <= by:
            dated[key].append(on or published)
    return {key: Sources(len(each), _differing(by_key[key], each), newest(dated[key])) for key, each in said.items()}


def last_attested(records: Sequence[Any], user: Any, by: date | None = None) -> dict[str, str]:
    """By the keys of ties without a documented end: "last attested 2016". They may have ended since; nobody says so.

    Of what is attested for a day after ``by`` nothing is told: a page of a day in the past.
    """
    held = [each for each in records if not each.until]
    said = sources_of(held, user, by)
    return {pk: _("last attested %(day)s") % {"day": day(each.newest)} for pk, each in said.items() if each.newest}


def newest(dates: Iterable[str]) -> str:
    """The latest of some partial dates, by the last day that each can mean; "" where there is none."""
    known = [(meant[1], written) for written in dates if (meant := days(written))]
    return max(known)[1] if known else ""


def _differing(record: Any, said: list[tuple[str, str]]) -> tuple[str, ...]:
    values: dict[str, set[str]] = defaultdict(set)
    own = {field.name for field in record._meta.concrete_fields}
    for field, value in said:
        if field in own and value:
            values[field].add(value)
    return tuple(sorted(field for field, each in values.items() if len(each) > 1))
