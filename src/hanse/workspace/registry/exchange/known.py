"""Which records can rows name? Those that stand, and the new ones of all sheets that are read together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext as _

from hanse.errors import HanseError
from hanse.workspace.registry.exchange.draft import Draft
from hanse.workspace.registry.exchange.identity import identity
from hanse.workspace.registry.exchange.matching import repeat
from hanse.workspace.registry.exchange.references import References, called
from hanse.workspace.registry.kinds import Kind
from hanse.workspace.registry.models import Record


class Known:
    """What can be named, by model."""

    def __init__(self, user: Any) -> None:
        self.user = user
        self.standing: dict[type[Record], References] = {}
        self.coming: dict[type[Record], dict[str, tuple[Draft, Kind]]] = {}
        """New records by id, those that are refused among them."""
        self.read: dict[str, dict[Any, Draft]] = {}
        """Of kinds that have several sheets: the rows by the id of what is there, or by what identifies what is new."""

    def of(self, model: type[Record]) -> References:
        """What can be meant by a cell; looked up when it is first asked for."""
        if model not in self.standing:
            self.standing[model] = References(model, self.user)
            for each, kind in self.coming.get(model, {}).values():
                self._name(model, each, kind)
        return self.standing[model]

    def once(self, kind: Kind, drafts: Iterable[Draft], attribute: Callable[[str], str]) -> None:
        """Of several sheets of a kind: a row that means what a row of one before means may only say the same."""
        fields = [kind.model._meta.get_field(name) for name in kind.identity]
        before, here = self.read.setdefault(kind.plural, {}), {}
        for each in (each for each in drafts if each.going):
            key = (*identity(fields, each.values), each.values.get("geonames_id"))
            mark = each.id if each.existing is not None else key
            named = each.existing is None and each.cells.get("id", "").strip()
            if mark in before and not named:
                repeat(kind, each, before[mark], attribute, elsewhere=True)
            else:
                here.setdefault(mark, each)
        before |= here

    def expect(self, kind: Kind, drafts: Iterable[Draft]) -> None:
        """The new records of a sheet can be named from now on."""
        coming = self.coming.setdefault(kind.model, {})
        for each in drafts:
            if each.existing is not None or each.same_as is not None or (each.problem and each.problem[0] == "id"):
                continue
            if each.id in coming:
                said = {"kinds": coming[each.id][1].labels, "id": each.id}
                wrong = _("the sheet of %(kinds)s has the id “%(id)s” too") % said
                each.refuse("id", HanseError(wrong, do=_("give another")))
                continue
            coming[each.id] = (each, kind)
            if kind.model in self.standing:
                self._name(kind.model, each, kind)

    def _name(self, model: type[Record], each: Draft, kind: Kind) -> None:
        sort = str(each.values.get("kind") or dict(kind.only).get("kind", ""))
        self.standing[model].add(each.id, str(each.values.get(called(model)) or ""), sort)

    def load(self, model: type[Record], ids: Iterable[str | None]) -> None:
        """Load the records of these ids, at once."""
        coming = self.coming.get(model, {})
        self.of(model).load(pk for pk in ids if pk not in coming)

    def record(self, model: type[Record], pk: str) -> Record:
        """The record itself, a new one too."""
        if pk in (coming := self.coming.get(model, {})) and coming[pk][0].record is not None:
            return coming[pk][0].record
        loaded = self.of(model).loaded
        return loaded[pk] if pk in loaded else model(id=pk)

    def refused(self, model: type[Record], pk: str | None, kind: Kind) -> str:
        """Which row it is, where a new record was refused; "" where it was not."""
        each, its = self.coming.get(model, {}).get(pk or "", (None, kind))
        if each is None or each.problem is None:
            return ""
        said = {"row": each.row, "sheet": its.plural}
        return (_("row %(row)d") if its == kind else _("row %(row)d of %(sheet)s")) % said
