"""Which of the starting facts are people's by now? What they edited or removed, and what names a thing they removed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hanse.workspace.registry.exchange.cells import content_type
from hanse.workspace.registry.exchange.columns import references
from hanse.workspace.registry.exchange.rows import TYPED, Sheet
from hanse.workspace.registry.kinds import Kind
from hanse.workspace.registry.models import Record


class FactSheet(NamedTuple):
    """One file: ``cities.csv``, or ``attestations-states.csv`` where several hold one kind."""

    path: Path
    sheet: Sheet


Key = tuple[type[Record], str]
"""A record: its model and id."""


class Spared(NamedTuple):
    """The sheets without what is people's: ``kept`` names the records that are, ``left_out`` the rows that name what
    was removed and is no more."""

    sheets: list[FactSheet]
    kept: tuple[str, ...]
    left_out: tuple[str, ...]


def spared(sheets: list[FactSheet]) -> Spared:
    """Take out the rows whose record has a history entry by a person or was removed, and the rows that tie to those."""
    theirs, gone = _peoples(sheets), _removed(sheets)
    kept = [_called(each.sheet.kind, row) for each in sheets for row in each.sheet.rows if _key(each, row) in theirs]
    left: dict[Key, str] = {}
    while new := {key: name for key, name in _naming(sheets, gone) if key not in theirs and key not in left}:
        left |= new
        gone |= new.keys() - _standing(sheets, new)
    out = [_without(each, theirs | left.keys()) for each in sheets]
    return Spared(out, tuple(kept), tuple(left.values()))


def _peoples(sheets: list[FactSheet]) -> frozenset[Key]:
    found: set[Key] = set(_removed(sheets, merged=True))
    for model, ids in _ids(sheets).items():
        history = model.history.exclude(history_user=None).order_by().values_list("id", flat=True)
        found |= {(model, each) for each in ids.intersection(history)}
    return frozenset(found)


def _removed(sheets: list[FactSheet], *, merged: bool = False) -> set[Key]:
    """What was removed; an actor that was merged away is still named: its name leads to where it stands."""
    found: set[Key] = set()
    for model, ids in _ids(sheets).items():
        removed = model.objects.exclude(removed=None).order_by()
        if not merged and any(field.name == "merged_into" for field in model._meta.fields):
            removed = removed.filter(merged_into=None)
        found |= {(model, each) for each in ids.intersection(removed.values_list("id", flat=True))}
    return found


def _standing(sheets: list[FactSheet], keys: dict[Key, str]) -> set[Key]:
    held = {model: set(model.objects.standing().order_by().values_list("id", flat=True)) for model in _ids(sheets)}
    return {(model, pk) for model, pk in keys if pk in held[model]}


def _ids(sheets: list[FactSheet]) -> dict[type[Record], set[str]]:
    found: dict[type[Record], set[str]] = {}
    for each in sheets:
        found.setdefault(each.sheet.kind.model, set()).update(row.get("id", "") for row in each.sheet.rows)
    return found


def _naming(sheets: list[FactSheet], gone: set[Key]) -> Iterator[tuple[Key, str]]:
    """The rows that name one of these."""
    if not gone:
        return
    for each in sheets:
        for row in each.sheet.rows:
            if not gone.isdisjoint(_named(each.sheet.kind, row)):
                yield _key(each, row), _called(each.sheet.kind, row)


def _named(kind: Kind, row: dict[str, str]) -> Iterator[Key]:
    for name in references(kind):
        if row.get(name):
            yield kind.model._meta.get_field(name).related_model, row[name]
    for typed, pointed in TYPED.items():
        if row.get(typed) and row.get(pointed):
            yield content_type(row[typed]).model_class(), row[pointed]


def _without(each: FactSheet, keys: frozenset[Key]) -> FactSheet:
    kept = zip(each.sheet.numbers, each.sheet.rows, strict=True)
    going = [(number, row) for number, row in kept if _key(each, row) not in keys]
    return each._replace(
        sheet=each.sheet._replace(rows=[row for _, row in going], numbers=[number for number, _ in going])
    )


def _key(each: FactSheet, row: dict[str, str]) -> Key:
    return each.sheet.kind.model, row.get("id", "")


def _called(kind: Kind, row: dict[str, str]) -> str:
    return f"{kind.label} {row.get('id', '')}"
