"""Which record does a cell mean? By its id, by "name [id]", or by a name that only one has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from rapidfuzz import fuzz, process

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import Eyes
from hanse.workspace.registry.models import Actor, ActorKind, Name, Record

_WITH_ID = re.compile(r"(?P<name>.*?)\s*\[(?P<id>[-\w]{1,40})\]", re.DOTALL)
_OF_KIND: dict[tuple[str, str], ActorKind] = {
    ("membership", "network"): ActorKind.NETWORK,
    ("office", "person"): ActorKind.PERSON,
    ("access", "person"): ActorKind.PERSON,
    ("clearance", "city"): ActorKind.LOCAL_GOVERNMENT,
}
"""Which kind of actor a field holds, where it can hold only one."""
_CALLED = {
    ActorKind.NETWORK: gettext_lazy("network"),
    ActorKind.PERSON: gettext_lazy("person"),
    ActorKind.LOCAL_GOVERNMENT: gettext_lazy("city"),
}
_BATCH = 500
_SHOWN = 5
"""So many candidates are named."""
_NEAREST = 3
"""So many are proposed for a name that none has."""
_LIKE = 70
"""Likeness in hundredths from which a name is proposed for another."""


def called(model: type[Record]) -> str:
    """The field that says how a record of a model is called; "" where it has no name of its own."""
    return model.called_by[0] if model.called_by else ""


def label(record: Record, eyes: Eyes) -> str:
    """How a cell names a record: "Dhaka [dhaka]"; nothing where it was removed, or ``eyes`` do not see it."""
    if record.removed is not None or not eyes.see(record):
        return ""
    name = called(type(record))
    return f"{getattr(record, name)} [{record.pk}]" if name else record.pk


def same_name(name: str) -> str:
    """A name as it is compared: one form of each letter, one case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


@dataclass
class References:
    """The records of one model that cells can mean, those of the same file among them (`add`)."""

    model: type[Record]
    user: Any = None
    known: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Id to name and kind of actor."""
    named: dict[str, list[str]] = field(default_factory=dict)
    exactly: dict[str, list[str]] = field(default_factory=dict)
    loaded: dict[str, Record] = field(default_factory=dict)
    """The records themselves, once they were asked for."""

    def __post_init__(self) -> None:
        seen = self.model.objects
        seen = seen.standing() if self.user is None else seen.visible_to(self.user)
        name = called(self.model)
        columns = [name or "id", "kind" if self.model is Actor else "id"]
        for pk, title, kind in seen.order_by().values_list("id", *columns):
            self.add(pk, title if name else "", kind if self.model is Actor else "")
        for pk, other in self._other_names(seen):
            if pk in self.known and pk not in self.named.setdefault(same_name(other), []):
                self.named[same_name(other)].append(pk)

    def _other_names(self, seen: Any) -> Iterable[tuple[str, str]]:
        """Short titles, acronyms, symbols; of actors, the names that they go by elsewhere."""
        for column in self.model.called_by[1:]:
            yield from seen.order_by().exclude(**{column: ""}).values_list("id", column)
        if self.model is Actor:
            names = Name.objects.standing() if self.user is None else Name.objects.visible_to(self.user)
            yield from names.order_by().values_list("actor_id", "name")

    def add(self, pk: str, name: str, kind: str = "") -> None:
        self.known[pk] = (name, kind)
        if name:
            self.exactly.setdefault(name, []).append(pk)
            self.named.setdefault(same_name(name), []).append(pk)

    def load(self, ids: Iterable[str | None]) -> None:
        """Load the records of these ids, at once."""
        wanted = sorted({pk for pk in ids if pk})
        for start in range(0, len(wanted), _BATCH):
            self.loaded |= self.model.objects.in_bulk(wanted[start : start + _BATCH])

    def meant(self, cell: str, column: tuple[str, str]) -> str:
        """The id that a cell means in a column (model and field); raises HanseError where none or several do."""
        found = self._found(cell, column)
        if not found:
            raise HanseError(self._none(cell, column), do=_("add it first, or give its id"))
        return self._only(cell, found)

    def picked(self, cell: str, column: tuple[str, str]) -> str:
        """What somebody means who can be asked again: as `meant`, or by a beginning that only one name has.

        Raises HanseError with the records that are called most nearly so.
        """
        found = self._found(cell, column) or self._beginning(cell, column)
        if found:
            return self._only(cell, found)
        near = self._near(cell, column)
        do = _("add it first")
        if near:
            said = {"records": self._listed(near, _NEAREST)}
            do = _("is %(records)s meant? Write one of them, or add it first") % said
        raise HanseError(self._none(cell, column), do=do)

    def _found(self, cell: str, column: tuple[str, str]) -> list[str]:
        """By id, by "name [id]", by the name letter by letter, by any of its names."""
        given = cell.strip()
        with_id = _WITH_ID.fullmatch(given)
        for pk in (given, with_id["id"] if with_id else ""):
            if pk in self.known:
                return [pk]
            if pk and (stands := self._merged(pk)):
                return [stands]
        exactly = self._fitting(self.exactly.get(given, ()), column)
        return exactly or self._fitting(self.named.get(same_name(given), ()), column)

    def _beginning(self, cell: str, column: tuple[str, str]) -> list[str]:
        """Those of which a name begins with these words: "Metropolis" of "Metropolis, World Association"."""
        begins = re.compile(rf"{re.escape(same_name(cell))}\b") if cell.strip() else None
        held = (pk for name, ids in self.named.items() if begins and begins.match(name) for pk in ids)
        return self._fitting(dict.fromkeys(held), column)

    def _near(self, cell: str, column: tuple[str, str]) -> list[str]:
        said = same_name(cell)
        close = process.extract(said, list(self.named), scorer=fuzz.WRatio, score_cutoff=_LIKE, limit=_BATCH)
        held = dict.fromkeys(pk for name, *_ in close for pk in self.named[name])
        return self._fitting(held, column)[:_NEAREST]

    def _fitting(self, ids: Iterable[str], column: tuple[str, str]) -> list[str]:
        kind = _OF_KIND.get(column, "")
        return [pk for pk in ids if not kind or self.known[pk][1] == kind]

    def _only(self, cell: str, found: list[str]) -> str:
        if len(found) > 1:
            does = _("“%(cell)s” can mean %(records)s") % {"cell": cell.strip(), "records": self._listed(found)}
            raise HanseError(does, do=_("write one of them with its brackets"))
        return found[0]

    def _none(self, cell: str, column: tuple[str, str]) -> str:
        kind = _CALLED[_OF_KIND[column]] if column in _OF_KIND else self.model._meta.verbose_name
        return _("there is no %(kind)s “%(cell)s”") % {"kind": kind, "cell": cell.strip()}

    def _merged(self, pk: str) -> str:
        """Where an actor that was merged away stands."""
        gone = Actor.objects.filter(pk=pk).exclude(merged_into=None).first() if self.model is Actor else None
        passed = set()
        while gone is not None and gone.merged_into_id and gone.pk not in passed:
            passed.add(gone.pk)
            gone = gone.merged_into
        return gone.pk if gone is not None and gone.pk in self.known else ""

    def _listed(self, found: list[str], most: int = 0) -> str:
        """At most ``most`` in their order, or the first few by their ids."""
        shown = found[:most] if most else sorted(found)[:_SHOWN]
        shown = [f"{self.known[pk][0]}{self._kind(pk)} [{pk}]" for pk in shown]
        rest = len(found) - _SHOWN
        more = [ngettext("%(n)s more", "%(n)s more", rest) % {"n": rest}] if rest > 0 else []
        return get_text_list([*shown, *more], _("or"))

    def _kind(self, pk: str) -> str:
        kind = self.known[pk][1]
        return f", {kind}," if kind else ""
