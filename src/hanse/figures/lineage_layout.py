"""Where in the picture does every appearance of a lineage stand, and which are drawn at all?"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from hanse.figures.colours import LIGHT
from hanse.figures.lineage_labels import Box, Point, below, curve, room
from hanse.figures.ticks import ticks
from hanse.saying import Said, apart, gettext, ngettext, noop
from hanse.tracing.adoption import is_proposed_kind
from hanse.tracing.lineage.dates import days
from hanse.tracing.lineage.value import Appearance, Lineage

MOST = 60
"""Appearances that are drawn; of what is more, the years' numbers are."""
MEANS = Said(
    {
        "adopted": noop("adopted text"),
        "draft": noop("draft"),
        "statement": noop("statement, ask or proposal"),
        "other": noop("other text"),
    }
)
_COLOURS = {"adopted": "reflected", "draft": "accent", "statement": "weakened", "other": "soft"}
LANE, LOW_LANE, MANY = 34, 24, 12
"""Height of a lane in pixels; of each of more than so many."""
_APART = "\u2063"
"""An invisible mark that keeps two lanes of one name apart."""


@dataclass(frozen=True)
class Layout:
    """Rows for the layers of the chart; a row's ``lane`` is its place from top to bottom, ``x`` its day."""

    lanes: list[str]
    first_lanes: set[str]
    domain: tuple[str, str]
    ticks: list[str]
    """Days that are marked on the axis, written in ``time_format``."""
    time_format: str
    nodes: list[dict[str, Any]]
    curves: list[dict[str, Any]]
    labels: list[dict[str, Any]]
    rest: list[dict[str, Any]]


def laid_out(lineage: Lineage, links: Mapping[str, str], width: int = 760) -> Layout:
    """The layout of a lineage; an empty one has no lanes."""
    shown = _shown(lineage)
    lane_of = _lanes(lineage, shown)
    lanes = list(dict.fromkeys(lane_of[each.document] for each in _by_descent(lineage, shown)))
    first = {each.document for each in lineage.first}
    nodes = [_node(each, lane_of[each.document], each.document in first, links) for each in shown]
    by_document = {row["document"]: row for row in nodes}
    domain = _domain(lineage.appearances)
    rest = _rest(lineage, shown)
    if rest:
        lanes.append(rest[0]["lane"])
    curves = _curves(lineage, by_document)
    marked, time_format = ticks(domain, width)
    return Layout(
        lanes=lanes,
        first_lanes={lane_of[each.document] for each in shown if each.document in first},
        domain=domain,
        ticks=marked,
        time_format=time_format,
        nodes=nodes,
        curves=curves,
        labels=_labels(lineage, shown, Plane(by_document, lanes, curves, domain, width)),
        rest=rest,
    )


def height(lanes: int) -> int:
    """Height in pixels of each of so many lanes."""
    return LANE if lanes <= MANY else LOW_LANE


def kind(appearance: Appearance) -> str:
    """What sort of text it is to the eye: adopted, draft, statement, other."""
    if appearance.adopted:
        return "adopted"
    if "draft" in appearance.kind.casefold():
        return "draft"
    return "statement" if is_proposed_kind(appearance.kind) or appearance.kind in ("ask", "speech") else "other"


def _shown(lineage: Lineage) -> list[Appearance]:
    """Everything up to `MOST`; of more, the first, the adopted, those of firm descent, then the earliest."""
    if len(lineage.appearances) <= MOST:
        return list(lineage.appearances)
    first = {each.document for each in lineage.first}
    firm = {id for tie in lineage.ties if tie.basis != "words" for id in (tie.parent, tie.child)}
    order = {each.document: k for k, each in enumerate(lineage.appearances)}
    ranked = sorted(
        lineage.appearances,
        key=lambda each: (
            each.document not in first or order[each.document] >= MOST // 2,
            not each.adopted,
            each.document not in firm,
            order[each.document],
        ),
    )
    chosen = {each.document for each in ranked[:MOST]}
    return [each for each in lineage.appearances if each.document in chosen]


def _lanes(lineage: Lineage, shown: Sequence[Appearance]) -> dict[str, str]:
    """The lane of each document: its actor's, or its kind's, or its own; no two of the same day share one."""
    taken: set[tuple[str, str]] = set()
    lanes = {}
    for each in shown:
        name = each.actor or (gettext("Drafts") if kind(each) == "draft" else each.heading)
        while (name, _middle(each)) in taken:
            name += _APART
        taken.add((name, _middle(each)))
        lanes[each.document] = name
    return lanes


def _by_descent(lineage: Lineage, shown: Sequence[Appearance]) -> list[Appearance]:
    """Every line of descent together, parents before children, earlier children first."""
    here = {each.document: each for each in shown}
    children: dict[str | None, list[str]] = {}
    for each in shown:
        children.setdefault(_shown_parent(lineage, each.document, here), []).append(each.document)
    found, waiting = [], list(reversed(children.get(None, [])))
    while waiting:
        document = waiting.pop()
        found.append(here[document])
        waiting += reversed(children.get(document, []))
    return found


def _shown_parent(lineage: Lineage, document: str, here: Mapping[str, object]) -> str | None:
    """The nearest ancestor that is drawn."""
    tie = lineage.tie(document)
    while tie is not None and tie.parent not in here:
        tie = lineage.tie(tie.parent)
    return tie.parent if tie else None


def _node(each: Appearance, lane: str, is_first: bool, links: Mapping[str, str]) -> dict[str, Any]:
    sort, colour = kind(each), LIGHT[_COLOURS[kind(each)]]
    start, end = days(each.date) or ("", "")
    return {
        "document": each.document,
        "lane": lane,
        "x": _middle(each),
        "from": start,
        "to": end,
        "kind": MEANS[sort],
        "stroke": colour,
        "fill": colour if each.how == "verbatim" else LIGHT["paper"],
        "size": 190 if is_first else 80,
        "href": links.get(each.document),
    }


def _middle(each: Appearance) -> str:
    """The day itself, or the middle of the days that a partial date may be."""
    start, end = days(each.date) or ("", "")
    if start == end:
        return start
    first, last = date.fromisoformat(start), _day(end)
    return (first + (last - first) / 2).isoformat()


def _day(written: str) -> date:
    """A day, the last of its month where the month has no such day."""
    year, month, day = map(int, written.split("-"))
    return date(year, month, min(day, monthrange(year, month)[1]))


def _domain(appearances: Sequence[Appearance]) -> tuple[str, str]:
    """From before the first to after the last, with a little room."""
    reach = [days(each.date) for each in appearances]
    starts = [date.fromisoformat(each[0]) for each in reach if each] or [date(2000, 1, 1)]
    ends = [_day(each[1]) for each in reach if each] or [date(2001, 1, 1)]
    room = max(timedelta(days=10), (max(ends) - min(starts)) / 25)
    first = max(min(starts), date.min + room) - room
    return first.isoformat(), (min(max(ends), date.max - room) + room).isoformat()


def _curves(lineage: Lineage, nodes: Mapping[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """Four points for each tie: out of the parent, half way, and into the child."""
    rows = []
    for tie in lineage.ties:
        child = nodes.get(tie.child)
        parent_id = _shown_parent(lineage, tie.child, nodes)
        if child is None or parent_id is None:
            continue
        parent = nodes[parent_id]
        firm = tie.basis != "words" and parent_id == tie.parent
        begin, end = date.fromisoformat(parent["x"]), date.fromisoformat(child["x"])
        half = (begin + (end - begin) / 2).isoformat()
        points = ((parent["x"], parent), (half, parent), (half, child), (child["x"], child))
        for step, (x, row) in enumerate(points):
            rows.append({"tie": tie.child, "step": step, "x": x, "lane": row["lane"], "firm": firm})
    return rows


def _labels(lineage: Lineage, shown: Sequence[Appearance], plan: Plane) -> list[dict[str, Any]]:
    """Official symbols below the marks of adopted texts; changes beside theirs, where no line and no mark is."""
    rows, taken = [], [plan.around(row) for row in plan.nodes.values()]
    for each in shown:
        if each.adopted and each.symbol:
            row = plan.nodes[each.document]
            taken.append(below(plan.at(row), each.symbol))
            rows.append({"x": row["x"], "lane": row["lane"], "label": each.symbol, "place": "symbol"})
    for tie in lineage.ties:
        if not tie.changed or tie.child not in plan.nodes:
            continue
        row = plan.nodes[tie.child]
        found = room(plan.at(row), tie.said, plan.width, taken, plan.lines)
        if found:
            label, box = found
            taken.append(box)
            place = f"{label.align} {label.side}"
            rows.append({"x": row["x"], "lane": row["lane"], "label": apart(label.said), "place": place})
    return rows


@dataclass(frozen=True)
class Plane:
    """The picture in pixels: where a mark stands, and every point of every curve."""

    nodes: Mapping[str, dict[str, Any]]
    lanes: Sequence[str]
    curves: Sequence[dict[str, Any]]
    domain: tuple[str, str]
    width: int

    def at(self, row: Mapping[str, Any]) -> Point:
        start, end = map(date.fromisoformat, self.domain)
        x = (date.fromisoformat(row["x"]) - start) / (end - start) * self.width
        return x, (self.lanes.index(row["lane"]) + 0.5) * height(len(self.lanes))

    def around(self, row: Mapping[str, Any]) -> Box:
        """The box of a mark."""
        (x, y), half = self.at(row), row["size"] ** 0.5 / 2
        return Box(x - half, y - half, x + half, y + half)

    @cached_property
    def lines(self) -> list[Point]:
        of_tie: dict[str, list[Point]] = {}
        for row in self.curves:
            of_tie.setdefault(row["tie"], []).append(self.at(row))
        return [point for points in of_tie.values() for point in curve(points)]


def _rest(lineage: Lineage, shown: Sequence[Appearance]) -> list[dict[str, Any]]:
    """How many more there are, year by year."""
    here = {each.document for each in shown}
    more = [each for each in lineage.appearances if each.document not in here]
    years = Counter(_middle(each)[:4] for each in more)
    lane = ngettext("%(num)s more, by year", "%(num)s more, by year", len(more))
    return [{"x": f"{year}-07-01", "lane": lane, "label": f"+{count}"} for year, count in sorted(years.items())]
