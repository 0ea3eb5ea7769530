"""How do rows become records? Read, matched with what is there, checked, then written in one short transaction.

A row means the record of its ``id``; without one, the record that agrees with it in what identifies the kind
(`hanse.workspace.registry.exchange.identity`); else it is a new one. With an id, an empty cell empties the field: the
row is the whole record. Without one, an empty cell leaves the field as it is. A column that the rows do not have is
never touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from hanse.errors import HanseError
from hanse.workspace.registry.exchange.attesting import Witness, noted, weigh
from hanse.workspace.registry.exchange.draft import Draft
from hanse.workspace.registry.exchange.rows import Sheet, drafts
from hanse.workspace.registry.exchange.taken import Added, Changed, Refusal, Taken, Unchanged
from hanse.workspace.registry.kinds import KINDS, Kind
from hanse.workspace.registry.models import Attestation, Dated, Record

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
    counted = list(numbers) if numbers is not None else list(range(2, len(given) + 2))
    (taken,) = take_in_all([Sheet(kind, given, counted)], user=user, why=why, dry=dry, keep=keep)
    return taken


def take_in_all(
    sheets: Sequence[Sheet],
    *,
    user: Any = None,
    why: str = "",
    dry: bool = False,
    keep: bool = False,
    witness: Witness | None = None,
    progress: Callable[[float], None] = lambda share: None,
) -> list[Taken]:
    """Take sheets of several kinds into the registry in one transaction; what became of each, in their order.

    Rows can name new records of any of the sheets. ``progress`` hears of the share done, and may raise
    to stop it: until everything is written at once, nothing is. ``witness`` makes the sheets a source of what they say:
    what other sources attest then stands, and the sheet's value is noted beside it. The rest is as in `take_in`.
    """
    plurals = list(KINDS)
    order = sorted(range(len(sheets)), key=lambda place: plurals.index(sheets[place].kind.plural))
    found = drafts([sheets[place] for place in order], user, progress)
    if keep:
        for each in (each for rows in found for each in rows if each.existing is not None and not each.problem):
            each.changes.clear()
    read = [(sheets[place].kind, rows) for place, rows in zip(order, found, strict=True)]
    said: list[list[Attestation]] = [[] for _ in read]
    if witness is not None:
        for kind, rows in read:
            weigh(kind, rows, witness)
        said = [noted(kind, rows, witness) for kind, rows in read]
    if not dry:
        _write(read, [each for rows in said for each in rows], witness, user, why)
    by_place = dict(zip(order, map(_told, found, map(len, said)), strict=True))
    return [by_place[place] for place in range(len(sheets))]


def _write(
    found: list[tuple[Kind, list[Draft]]], attested: list[Attestation], witness: Witness | None, user: Any, why: str
) -> None:
    try:
        with transaction.atomic():
            now = timezone.now()
            said = {"default_date": now, "default_user": user, "default_change_reason": why or None}
            for kind, rows in found:
                _write_sheet(kind, [each for each in rows if each.going], {"batch_size": AT_ONCE, **said})
            if attested and witness is not None and witness.source() is not None:
                bulk_create_with_history(attested, Attestation, batch_size=AT_ONCE, **said)
    except IntegrityError as error:
        raise HanseError(
            _("somebody else changed the same records at the same time, and nothing was written"), do=_("do it again")
        ) from error


def _write_sheet(kind: Kind, good: list[Draft], said: dict[str, Any]) -> None:
    new = [each.record for each in good if each.existing is None]
    changed = [each for each in good if each.existing is not None and each.changes]
    fields = {name for each in changed for name in each.changes}
    if kind.dated and fields & {"since", "until"}:
        fields |= {"first", "last"}
    if new:
        bulk_create_with_history(new, kind.model, **said)
    if changed and kind.model.save not in (Record.save, Dated.save):  # what follows from it is written by its own
        for each in changed:
            each.record._history_user, each.record._history_date = said["default_user"], said["default_date"]
            each.record._change_reason = said["default_change_reason"]
            each.record.save()
    elif changed:
        bulk_update_with_history([each.record for each in changed], kind.model, sorted(fields), **said)


def _told(found: list[Draft], attested: int = 0) -> Taken:
    return Taken(
        tuple(Added(each.row, each.id, each.label) for each in found if each.state == "added"),
        tuple(Changed(each.row, each.id, each.label, each.told) for each in found if each.state == "changed"),
        tuple(Unchanged(each.row, each.id) for each in found if each.state == "unchanged"),
        tuple(Refusal(each.row, *each.problem) for each in found if each.problem),
        tuple(Changed(each.row, each.id, each.label, each.beside) for each in found if each.going and each.stands),
        attested,
    )
