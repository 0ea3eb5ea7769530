"""How do rows become records? Read, matched with what is there, checked, then written in one short transaction.

A row means the record of its ``id``; without one, the record that agrees with it in what identifies the kind
(`hanse.workspace.registry.exchange.identity`); else it is a new one. With an id, an empty cell empties the field: the
row is the whole record. Without one, an empty cell leaves the field as it is. A column that the rows do not have is
never touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from hanse.errors import HanseError
from hanse.workspace.registry.exchange.draft import Draft
from hanse.workspace.registry.exchange.rows import drafts
from hanse.workspace.registry.exchange.taken import Added, Changed, Refusal, Taken, Unchanged
from hanse.workspace.registry.kinds import Kind

AT_ONCE = 500
"""So many records are written by one statement, at most."""


def take_in(
    kind: Kind,
    rows: Iterable[Mapping[str, str]],
    *,
    user: Any = None,
    why: str = "",
    dry: bool = False,
    numbers: Sequence[int] | None = None,
    keep: bool = False,
) -> Taken:
    """Take rows into the registry: all that can be, in one transaction; the others are refused with sentences.

    ``rows`` are cells by column, as `hanse.workspace.registry.exchange.columns.row_of` gives them; ``numbers`` are
    theirs in the file (from 2 on, under a header). ``user`` does it, and names only what this user may see; None is the
    workspace itself, which sees all that stands. ``why`` is kept in the history of each record. ``dry`` writes nothing;
    ``keep`` leaves records that are there as they are, and only adds. Raises HanseError where a column is none of the
    kind's, or somebody else wrote the same records meanwhile.
    """
    given = [dict(row) for row in rows]
    found = drafts(kind, given, list(numbers) if numbers is not None else list(range(2, len(given) + 2)), user)
    for each in found:
        if keep and each.existing is not None:
            each.changes.clear()
    if not dry:
        _write(kind, found, user, why)
    return _told(found)


def _write(kind: Kind, found: list[Draft], user: Any, why: str) -> None:
    good = [each for each in found if each.going]
    new = [each.record for each in good if each.existing is None]
    changed = [each for each in good if each.existing is not None and each.changes]
    fields = {name for each in changed for name in each.changes}
    if kind.dated and fields & {"since", "until"}:
        fields |= {"first", "last"}
    said = {"batch_size": AT_ONCE, "default_user": user, "default_change_reason": why or None}
    try:
        with transaction.atomic():
            now = timezone.now()
            if new:
                bulk_create_with_history(new, kind.model, default_date=now, **said)
            if changed:
                records = [each.record for each in changed]
                bulk_update_with_history(records, kind.model, sorted(fields), default_date=now, **said)
    except IntegrityError as error:
        raise HanseError(
            f"somebody else changed these {kind.labels} at the same time, and nothing was written", do="do it again"
        ) from error


def _told(found: list[Draft]) -> Taken:
    return Taken(
        tuple(Added(each.row, each.id, each.label) for each in found if each.state == "added"),
        tuple(Changed(each.row, each.id, each.label, each.told) for each in found if each.state == "changed"),
        tuple(Unchanged(each.row, each.id) for each in found if each.state == "unchanged"),
        tuple(Refusal(each.row, *each.problem) for each in found if each.problem),
    )
