"""Which record does a row without an id mean? The one that agrees with it in all that identifies its kind."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from hanse.errors import HanseError
from hanse.saying import comma
from hanse.workspace.registry.exchange.references import same_name
from hanse.workspace.registry.kinds import Kind
from hanse.workspace.registry.models import EdtfField

Key = tuple[Any, ...]
MAY_BE_UNSAID = frozenset({"since", "country"})
"""A row that leaves these open means the one record that agrees in the rest, and tells one that has them open more."""
_FEW = 400
"""So many different values are looked for by name; else all records of the kind are gone through."""


class Identities:
    """The records of a kind by what identifies them."""

    def __init__(self, kind: Kind, rows: Sequence[dict[str, Any]], user: Any) -> None:
        self.kind = kind
        self.fields = [kind.model._meta.get_field(name) for name in kind.identity]
        self.located = "geonames_id" in kind.columns
        self.by_key: dict[Key, list[str]] = {}
        self.by_rest: dict[Key, list[str]] = {}
        self.keys: dict[str, Key] = {}
        self.places: dict[str, int | None] = {}
        for pk, place, *values in self._held(rows, user):
            self.add(pk, tuple(map(_compared, self.fields, values)), place if self.located else None)

    def add(self, pk: str, key: Key, place: int | None, *, exactly: bool = False) -> None:
        """``exactly``: only a row that leaves nothing open means it."""
        self.keys[pk], self.places[pk] = key, place
        self.by_key.setdefault(key, []).append(pk)
        if not exactly:
            self.by_rest.setdefault(self._rest(key), []).append(pk)

    def key(self, values: dict[str, Any]) -> Key:
        """What identifies a row, from its values by attribute name."""
        return identity(self.fields, values)

    def meant(self, values: dict[str, Any], taken: Collection[str] = ()) -> str:
        """The id of the record that a row means, "" where there is none yet; HanseError where several fit.

        ``taken`` are records that other rows of the file mean more exactly.
        """
        key = self.key(values)
        place = values.get("geonames_id") if self.located else None
        found = self._placed(self.by_key.get(key, []), place)
        if not found:
            near = [pk for pk in self.by_rest.get(self._rest(key), []) if pk not in taken and self._open(key, pk)]
            found = self._placed(near, place)
        if len(found) > 1:
            said = {"kinds": self.kind.labels, "ids": comma().join(found[:5])}
            raise HanseError(_("several %(kinds)s fit this row: %(ids)s") % said, do=_("give the id of one of them"))
        return found[0] if found else ""

    def _placed(self, found: list[str], place: int | None) -> list[str]:
        """Without those of another place; where several are left, the one of just this place."""
        near = [pk for pk in found if place is None or self.places[pk] in (None, place)]
        here = [pk for pk in near if place is not None and self.places[pk] == place]
        return here or near

    def _open(self, key: Key, pk: str) -> bool:
        """Whether a row and a record differ only in what one of them leaves open."""
        pairs = zip(self.fields, key, self.keys[pk], strict=True)
        return all(one == other or not (one and other) for field, one, other in pairs if field.name in MAY_BE_UNSAID)

    def _rest(self, key: Key) -> Key:
        return tuple(each for field, each in zip(self.fields, key, strict=True) if field.name not in MAY_BE_UNSAID)

    def _held(self, rows: Sequence[dict[str, Any]], user: Any) -> Iterable[Any]:
        records = self.kind.records().standing() if user is None else self.kind.records().visible_to(user)
        place = "geonames_id" if self.located else "id"
        names = ["id", place, *(field.attname for field in self.fields)]
        if narrow := self._narrow(rows):
            records = records.filter(**narrow)
        return records.order_by("id").values_list(*names)

    def _narrow(self, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
        """The reference with the fewest different values, as a filter, where they are few."""
        refers = [field for field in self.fields if field.remote_field is not None]
        wanted = {field.attname: {row.get(field.attname) for row in rows} - {None} for field in refers}
        few = min(wanted.items(), key=lambda pair: len(pair[1]), default=("", ()))
        return {f"{few[0]}__in": sorted(few[1])} if few[1] and len(few[1]) <= _FEW else {}


def identity(fields: Iterable[models.Field], values: dict[str, Any]) -> Key:
    """The values of the identifying fields of a kind, as they are compared."""
    return tuple(_compared(field, values.get(field.attname)) for field in fields)


def _compared(field: models.Field, value: Any) -> Any:
    """A value as it is compared: names by `same_name`, nothing as nothing."""
    if value is None or value == "":
        return None
    if isinstance(value, str) and not isinstance(field, EdtfField) and field.remote_field is None:
        return same_name(value)
    return value
