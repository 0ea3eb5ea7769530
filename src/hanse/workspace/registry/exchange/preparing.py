"""What does a file want of the registry, by what was said of its columns? Its cells as ours, its names decided."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse.errors import HanseError
from hanse.places.codes import alpha3_or_none
from hanse.places.countries import countries as nearly
from hanse.places.countries import named
from hanse.workspace.documents.models import stored
from hanse.workspace.languages import listed
from hanse.workspace.registry.exchange.choices import chosen
from hanse.workspace.registry.exchange.dates import Order, edtf, from_numbers, order_of
from hanse.workspace.registry.exchange.draft import Preset
from hanse.workspace.registry.exchange.headings import PERIOD, about_actor
from hanse.workspace.registry.exchange.naming import Asked, Decision, Naming, told
from hanse.workspace.registry.exchange.rows import Sheet
from hanse.workspace.registry.exchange.sheets import Table, own, table
from hanse.workspace.registry.exchange.taken import Refusal
from hanse.workspace.registry.exchange.whole import sheets_of_zip
from hanse.workspace.registry.kinds import KINDS, Kind
from hanse.workspace.registry.models import EdtfField, Import
from hanse.workspace.registry.shown import country

ORDERS = {"day first": Order("day first"), "month first": Order("month first")}
_BETWEEN = re.compile(r"(.*?\d{4}|.*?\d)\s*(?:[-–—]|to|bis|à|a|until|→)\s*(\d.*|present|today|heute|)", re.IGNORECASE)


@dataclass
class Prepared:
    """``sheets`` is what can be taken in; ``refused`` and ``doubts`` are what cannot, or not yet."""

    sheets: list[Sheet]
    refused: list[Refusal] = field(default_factory=list)
    doubts: list[dict[str, Any]] = field(default_factory=list)
    left_out: list[int] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    own: bool = False
    """Whether the file is an export of ours, or a zip of them: a way to edit, and no source."""


def prepare(sheet: Import, user: Any, progress: Callable[[float, str], None] = lambda share, said: None) -> Prepared:
    """Read the file of an import and decide what its names mean. Raises an UnreadableFile where it cannot be read."""
    path = stored(sheet.sha256)
    if not sheet.kind:
        return Prepared(sheets_of_zip(path, sheet.name), own=True)
    progress(0.02, _("Reading the file"))
    found = table(
        path, sheet.name, sheet=sheet.sheet, header_row=sheet.header_row, encoding=sheet.encoding, fill=sheet.fill
    )
    kind = KINDS[sheet.kind]
    prepared = Prepared([], refused=list(found.flaws), said=list(found.said), own=own(found.header))
    rows = _Cells(kind, sheet, found, prepared).rows()
    prepared.sheets = _named(kind, sheet, rows, prepared, user, progress)
    return prepared


class _Cells:
    """The cells of a table under our columns."""

    def __init__(self, kind: Kind, sheet: Import, found: Table, prepared: Prepared) -> None:
        self.kind, self.sheet, self.found, self.prepared = kind, sheet, found, prepared
        self.at = {int(place): name for place, name in sheet.columns.items() if name}
        self.own = own(found.header)
        self.said: dict[str, str] = {name: Preset(cell) for name, cell in sheet.fixed.items()}
        self.orders = {
            place: ORDERS.get(sheet.dates) or order_of(row[place] for row in found.rows)
            for place, name in self.at.items()
            if place < len(found.header) and self._dated(name)
        }

    def _numbers(self) -> None:
        """Say how numbers were read as days."""
        for place in self.orders if not self.own else ():
            for cell in from_numbers(row[place] for row in self.found.rows):
                if cell:
                    day = edtf(cell, self.orders[place])
                    told = {"heading": self.found.header[place], "number": cell, "day": day}
                    said = _("Numbers under “%(heading)s” were read as days: %(number)s as %(day)s.")
                    self.prepared.said.append(said % told)

    def rows(self) -> list[tuple[int, dict[str, str]]]:
        self._numbers()
        flawed = {each.row for each in self.found.flaws}
        kept = []
        for number, cells in zip(self.found.numbers, self.found.rows, strict=True):
            if number in flawed:
                continue
            row = dict(self.said)
            if self._read(number, cells, row):
                kept.append((number, row))
        return kept

    def _dated(self, name: str) -> bool:
        return name in self.kind.columns and isinstance(self.kind.model._meta.get_field(name), EdtfField)

    def _read(self, number: int, cells: list[str], row: dict[str, str]) -> bool:
        for place, name in self.at.items():
            cell = cells[place] if place < len(cells) else ""
            cell = cell if self.own else cell.strip()
            try:
                if name == PERIOD:
                    row |= _period(cell)
                elif place in self.orders:
                    edge = name if name in ("since", "until") else ""
                    row[name] = cell if self.own else edtf(cell, self.orders[place], edge)
                elif name == "country" or name.endswith(".country"):
                    row[name] = cell if self.own else _country(cell)
                elif cell or name not in row:
                    row[name] = cell if self.own else chosen(name, cell)
            except HanseError as error:
                self.prepared.refused.append(Refusal(number, self.found.header[place] or name, error.sentence))
                return False
        return True


def _period(cell: str) -> dict[str, str]:
    """The two ends of "2010-2015", "2010 to present", "since 2010"."""
    if not cell:
        return {}
    if match := _BETWEEN.fullmatch(cell):
        return {"since": edtf(match[1], edge="since"), "until": edtf(match[2], edge="until")}
    return {"since": edtf(cell, edge="since")}


def _country(cell: str) -> str:
    if not cell:
        return ""
    if len(cell) <= 3 and (code := alpha3_or_none(cell)):
        return code
    found = named(cell)
    if len(found) == 1:
        return found[0].alpha3
    if found:
        said = {"cell": cell, "countries": listed(country(each.alpha3) for each in found)}
        raise HanseError(
            _("“%(cell)s” could be several countries: %(countries)s") % said,
            do=_("write one of them, or its ISO 3166 code"),
        )
    near = nearly(cell)
    do = _("write its name or its ISO 3166 code")
    if len(near) == 1:
        do = _("write “%(name)s” if that is meant, or its ISO 3166 code") % {"name": country(near[0].alpha3)}
    raise HanseError(_("“%(cell)s” is no country that is known") % {"cell": cell}, do=do)


def _named(
    kind: Kind,
    sheet: Import,
    rows: list[tuple[int, dict[str, str]]],
    prepared: Prepared,
    user: Any,
    progress: Callable[[float, str], None],
) -> list[Sheet]:
    """The sheets to take in: new cities, other names, and the rows themselves."""
    column = "name" if kind.plural == "cities" else about_actor(kind)
    helps = "" if column == "name" else f"@{column}."
    asked = {
        number: _asked(row, column, helps)
        for number, row in rows
        if column and row.get(column, "").strip() and not (column == "name" and row.get("id", "").strip())
    }
    naming = Naming(user, sheet.fixed.get("handling", "") or "internal")
    progress(0.1, _looking(len(set(asked.values()))))
    decided = naming.decide(
        asked.values(), lambda done, all_: progress(0.1 + 0.4 * done / max(all_, 1), _("Looking up names"))
    )
    taken = _Naming(kind, column, prepared)
    for number, row in rows:
        clean = {name: cell for name, cell in row.items() if not name.startswith("@")}
        taken.add(number, clean, asked.get(number), decided.get(asked.get(number, ("", "", ""))))
    return taken.sheets()


def _looking(names: int) -> str:
    return ngettext("Looking up %(n)s name", "Looking up %(n)s names", names) % {"n": intcomma(names)}


def _asked(row: dict[str, str], column: str, helps: str) -> Asked:
    number = row.get(f"{helps}geonames_id", "").strip().removesuffix(".0")
    return row[column].strip(), row.get(f"{helps}country", ""), number if number.isdigit() else ""


class _Naming:
    """Rows with their names decided."""

    def __init__(self, kind: Kind, column: str, prepared: Prepared) -> None:
        self.kind, self.column, self.prepared = kind, column, prepared
        self.cities: dict[str, tuple[int, dict[str, str]]] = {}
        self.names: dict[tuple[str, str], int] = {}
        self.rows: list[tuple[int, dict[str, str]]] = []
        self.doubts: dict[Asked, dict[str, Any]] = {}

    def add(self, number: int, row: dict[str, str], asked: Asked | None, decision: Decision | None) -> None:
        if asked is None or decision is None:
            self.rows.append((number, row))
        elif decision.out:
            self.prepared.left_out.append(number)
        elif decision.doubtful:
            doubt = self.doubts.setdefault(asked, {"name": asked[0], "country": asked[1], "rows": [], **told(decision)})
            doubt["rows"].append(number)
        elif self.column == "name":
            self._city(number, row, decision)
        else:
            self._tie(number, row, decision)

    def _tie(self, number: int, row: dict[str, str], decision: Decision) -> None:
        if decision.new is not None:
            new = dict(decision.new)
            other = new.pop("@other")
            self.cities.setdefault(new["id"], (number, new))
            if other:
                self.names.setdefault((new["id"], other), number)
        self.rows.append((number, {**row, self.column: decision.actor or decision.new["id"]}))

    def _city(self, number: int, row: dict[str, str], decision: Decision) -> None:
        """A row that is itself a city: the one it means, or a new one in its place."""
        said = {name: cell for name, cell in row.items() if cell.strip()}
        if decision.actor:
            said.pop("name", None)
            self.rows.append((number, {**said, "id": decision.actor}))
            return
        new = {name: cell for name, cell in decision.new.items() if name not in ("@other", "name")}
        self.rows.append((number, {**new, **said, "id": new["id"]}))

    def sheets(self) -> list[Sheet]:
        self.prepared.doubts = list(self.doubts.values())
        found = []
        if self.cities:
            numbers, rows = zip(*self.cities.values(), strict=True)
            found.append(Sheet(KINDS["cities"], list(rows), numbers, attending=True))
        if self.names:
            rows = [
                {"actor": actor, "name": name, "handling": self.cities[actor][1]["handling"]}
                for actor, name in self.names
            ]
            found.append(Sheet(KINDS["names"], rows, list(self.names.values()), attending=True))
        return [*found, Sheet(self.kind, [row for _, row in self.rows], [number for number, _ in self.rows])]
