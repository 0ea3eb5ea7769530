"""How is a sheet brought in? Looked at first, without writing; then taken in, at one stroke."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from hanse.errors import HanseError
from hanse.workspace.registry.exchange.attesting import Witness
from hanse.workspace.registry.exchange.headings import proposed, targets
from hanse.workspace.registry.exchange.months import folded
from hanse.workspace.registry.exchange.preparing import Prepared, prepare
from hanse.workspace.registry.exchange.taken import Taken
from hanse.workspace.registry.exchange.taking import take_in_all
from hanse.workspace.registry.kinds import KINDS, Kind
from hanse.workspace.registry.models import Columns, Import, NameJudgement, Stage

DIFFERS = "@differs"
"""What was said for all rows of values that other sources attest: "wins" lets the sheet's take their place."""
KEPT = 1000
"""So many rows of each outcome are kept to be shown; all of them are counted."""
Progress = Callable[[float, str], None]


def look(sheet: Import, user: Any, progress: Progress) -> None:
    """A dry run: what would change is kept with the import."""
    _run(sheet, user, progress, dry=True)


def take(sheet: Import, user: Any, progress: Progress) -> None:
    """Take in all rows that are sure, in one transaction; what it came to is kept with the import."""
    _run(sheet, user, progress, dry=False)


def _run(sheet: Import, user: Any, progress: Progress, *, dry: bool) -> None:
    prepared = prepare(sheet, user, progress)
    taken = take_in_all(
        prepared.sheets,
        user=user,
        why=f"import of {sheet.name}",
        dry=dry,
        witness=None
        if prepared.own
        else Witness(sheet.sha256, sheet.name, user, wins=sheet.fixed.get(DIFFERS) == "wins"),
        progress=lambda share: progress(0.6 + 0.38 * share, _("Comparing with the registry")),
    )
    sheet.found = found(prepared, taken)
    sheet.stage = Stage.LOOKED if dry else Stage.TAKEN
    sheet.save(update_fields=["found", "stage"])


def found(prepared: Prepared, taken: list[Taken]) -> dict[str, Any]:
    """What came of a reading, as it is kept: counts of each kind, and the rows behind them."""
    told = []
    for sheet, each in zip(prepared.sheets, taken, strict=True):
        rows = {
            "added": [[one.row, one.label] for one in each.added],
            "changed": [[one.row, one.label, [list(field) for field in one.fields]] for one in each.changed],
            "refused": [list(one) for one in each.refused],
            "beside": [[one.row, one.label, [list(field) for field in one.fields]] for one in each.beside],
        }
        counts = {name: len(rows[name]) for name in ("added", "changed", "refused")}
        counts["unchanged"] = len(each.unchanged)
        more = {"beside_count": len(each.beside), "noted": each.noted}
        told.append(
            {"kind": sheet.kind.plural, "counts": counts, **more, **{name: r[:KEPT] for name, r in rows.items()}}
        )
    unread = [list(each) for each in sorted(set(prepared.refused))]
    rows = sorted({row for doubt in prepared.doubts for row in doubt["rows"]})
    return {
        "sheets": told,
        "unread": unread[:KEPT],
        "unread_count": len({row for row, *_ in unread}),
        "doubts": prepared.doubts,
        "doubtful_rows": len(rows),
        "left_out": len(prepared.left_out),
        "said": prepared.said,
    }


def signature(headings: list[str]) -> str:
    """A header as it is remembered: its headings in order, without case and accents."""
    return hashlib.sha256("\n".join(map(folded, headings)).encode()).hexdigest()


def remembered(kind: Kind, headings: list[str]) -> Columns | None:
    """What the columns under this header were last taken for."""
    return Columns.objects.filter(kind=kind.plural, header=signature(headings)).first()


def proposal(kind: Kind, headings: list[str]) -> dict[str, str]:
    """What each column is taken for, by its place as text: as last time, or by its heading."""
    memory = remembered(kind, headings)
    if memory is not None:
        return dict(memory.columns)
    return {str(place): name for place, name in proposed(kind, headings).items()}


def remember(sheet: Import, headings: list[str]) -> None:
    """Keep what the columns were taken for, for the next file with this header."""
    fixed = {name: cell for name, cell in sheet.fixed.items() if name != DIFFERS}
    said = {"columns": sheet.columns, "fixed": fixed, "dates": sheet.dates}
    Columns.objects.update_or_create(kind=sheet.kind, header=signature(headings), defaults=said)


def check_columns(kind: Kind, columns: dict[str, str], fixed: dict[str, str], headings: list[str]) -> None:
    """Raise HanseError where a column of ours is taken twice, or one is missing that every row needs."""
    taken: dict[str, str] = {}
    for place, name in sorted(columns.items(), key=lambda pair: int(pair[0])):
        if not name:
            continue
        if name not in targets(kind):
            raise HanseError(
                _("%(kinds)s have no column “%(column)s”") % {"kinds": kind.labels, "column": name},
                do=_("choose another"),
            )
        if name in taken:
            said = {"one": taken[name], "other": headings[int(place)], "column": targets(kind)[name]}
            raise HanseError(_("“%(one)s” and “%(other)s” are both taken for %(column)s") % said, do=_("leave one out"))
        taken[name] = headings[int(place)]
    if "id" in taken:
        return
    for name in needed(kind):
        if name not in taken and not fixed.get(name):
            said = {"column": targets(kind)[name], "kind": kind.label}
            raise HanseError(
                _("no column says the %(column)s of each %(kind)s") % said, do=_("choose one, or say it for all rows")
            )


def needed(kind: Kind) -> list[str]:
    """The columns without which no record of a kind can be made."""
    fields = kind.fields()
    return [each.name for each in fields if not each.blank and not each.has_default() and not _is_bool(each)]


def _is_bool(field: Any) -> bool:
    return field.get_internal_type() == "BooleanField"


def open_doubts(sheet: Import) -> list[dict[str, Any]]:
    """The doubtful names of the last reading that nobody has judged since."""
    judged = judgements(sheet)
    return [each for each in sheet.found.get("doubts", []) if _mark(each) not in judged]


def judgements(sheet: Import) -> dict[tuple[str, str], NameJudgement]:
    """The judgements that stand, by name and country."""
    return {(each.name, each.country): each for each in NameJudgement.objects.standing().select_related("actor")}


def _mark(doubt: dict[str, Any]) -> tuple[str, str]:
    from hanse.workspace.registry.exchange.references import same_name

    return same_name(doubt["name"])[:300], doubt["country"]


def kinds() -> list[Kind]:
    """The kinds that people have sheets of, the most usual first."""
    first = ("memberships", "cities", "networks")
    return [*(KINDS[each] for each in first), *(kind for plural, kind in KINDS.items() if plural not in first)]
