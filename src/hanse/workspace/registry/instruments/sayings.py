"""What do sources say of many records at once? Two queries, whatever their number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hanse.workspace.registry.models import Attestation, Record
from hanse.workspace.registry.said import Saying
from hanse.workspace.registry.shown import openable


def sayings_of(records: Sequence[Record], user: Any) -> dict[str, list[Saying]]:
    """By record, all that is said of it and the user may know; records that nothing is said of are there too."""
    told: dict[str, list[Saying]] = {each.pk: [] for each in records}
    found = Attestation.objects.all().about_all_seen(records, user).select_related("source")
    for each in found.order_by("field", "on", "value", "pk"):
        told[each.record_id].append(Saying(each, openable(each.source.url) or each.source.get_absolute_url()))
    return told
