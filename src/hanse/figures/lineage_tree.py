"""How does a lineage look? A family tree along a time axis: a lane for each actor, curves from parent to child."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from hanse.figures.colours import LIGHT, SANS
from hanse.figures.lineage_labels import ABOVE, BELOW, BESIDE
from hanse.figures.lineage_layout import MEANS, Layout, height, laid_out
from hanse.figures.ticks import drawn
from hanse.saying import gettext, spoken
from hanse.tracing.lineage.value import Lineage

SHAPES = {"adopted": "square", "draft": "diamond", "statement": "circle", "other": "triangle-up"}
Layer = Any
"""A chart of one kind of mark; the methods that make one tell no types."""
_SECOND = 11
"""Size of small letters."""


def key() -> list[str]:
    """What the marks mean, for a picture that stands alone; in lines."""
    said = gettext(
        "Filled: the very words. Hollow: another form. Large: the first. A bar: the date is known only roughly.\n"
        "Full line: a version of the other, or more in common than chance gives. Dotted: the nearest in wording,\n"
        "and nothing else tells. Rows follow descent: below each text stand those that most likely came from it."
    )
    return said.split("\n")


def lineage(
    lineage: Lineage, *, width: int = 760, links: Mapping[str, str] | None = None, title: str = ""
) -> alt.LayerChart:
    """The family tree of a phrase or an ask, ``width`` pixels wide without the names of the lanes.

    Time runs to the right; each lane is an actor, each mark a document that has the words: a square where it was
    adopted, a diamond for a draft, a circle for a statement; filled for the very words, hollow for other forms, large
    for the first. Full curves lead from texts that a later one revises or resembles, dotted ones from the nearest that
    has the words and nothing else in common. What there is no room for is counted at the foot, year by year. ``links``
    gives the address of each document's passage. With a ``title`` the picture has it, and a key to its marks, above.
    """
    plan = laid_out(lineage, links or {}, width=width)
    time = _time(plan, width, "x")
    lanes = alt.Y("lane:N", title=None, sort=plan.lanes, axis=_names(plan, width))
    layers: list[Layer] = [
        _reaches(plan, _time(plan, width, "from"), lanes),
        _ties(plan, time, lanes),
        _words(plan, time, lanes),
        _marks(plan, time, lanes),
        _rest(plan, time, lanes),
    ]
    chart: alt.LayerChart = (
        alt.layer(*layers)
        .properties(width=width, height=max(1, len(plan.lanes)) * height(len(plan.lanes)))
        .resolve_scale(color="independent", shape="independent")
        .configure(font=SANS, background=LIGHT["paper"], aria=False, padding=4)
        .configure_view(stroke=None)
        .configure_title(
            anchor="start",
            frame="bounds",
            color=LIGHT["ink"],
            fontSize=16,
            fontWeight="normal",
            offset=14,
            subtitleColor=LIGHT["soft"],
            subtitleFontSize=_SECOND,
            subtitleLineHeight=15,
            subtitlePadding=6,
        )
        .configure_axis(domain=False, labelColor=LIGHT["ink"], labelFontSize=12)
    )
    return chart.properties(title=alt.Title(title, subtitle=key(), limit=width)) if title else chart


def _time(plan: Layout, width: int, field: str) -> alt.X:
    return alt.X(
        f"{field}:T", title=None, scale=alt.Scale(type="utc", domain=list(plan.domain)), axis=_years(plan, width)
    )


def _years(plan: Layout, width: int) -> alt.Axis:
    return alt.Axis(
        orient="top", grid=True, gridColor=LIGHT["rule"], tickColor=LIGHT["rule"], labelColor=LIGHT["soft"],
        format=drawn(plan.time_format), values=plan.ticks, labelFontSize=_SECOND,
    )  # fmt: skip


def _names(plan: Layout, width: int) -> alt.Axis:
    bold = " || ".join(f"datum.value === {name!r}" for name in sorted(plan.first_lanes)) or "false"
    return alt.Axis(
        ticks=False, labelPadding=8, labelLimit=240 if width >= 500 else 110, grid=True, gridColor=LIGHT["rule"],
        gridOpacity=0.45, labelExpr="split(datum.label, '\\u2063')[0]",
        labelFontWeight=alt.condition(bold, alt.value("bold"), alt.value("normal")),
    )  # fmt: skip


def _data(rows: list[dict[str, Any]]) -> alt.InlineData:
    return alt.InlineData(values=rows)


def _reaches(plan: Layout, time: alt.X, lanes: alt.Y) -> Layer:
    """The days that a partial date may be."""
    bars = [row for row in plan.nodes if row["from"] != row["to"]]
    return (
        alt.Chart(_data(bars))
        .mark_rule(strokeWidth=5, color=LIGHT["rule"], strokeCap="round")
        .encode(x=time, x2="to:T", y=lanes)
    )


def _ties(plan: Layout, time: alt.X, lanes: alt.Y) -> Layer:
    return (
        alt.Chart(_data(plan.curves))
        .mark_line(interpolate="basis", fill=None)
        .encode(
            x=time,
            y=lanes,
            detail="tie:N",
            order="step:Q",
            color=alt.condition("datum.firm", alt.value(LIGHT["soft"]), alt.value(LIGHT["line"])),
            strokeWidth=alt.condition("datum.firm", alt.value(1.5), alt.value(0.8)),
            strokeDash=alt.condition("datum.firm", alt.value([1, 0]), alt.value([2, 3])),
        )
    )


def _marks(plan: Layout, time: alt.X, lanes: alt.Y) -> Layer:
    means = {kind: MEANS[kind] for kind in SHAPES}
    kinds = [kind for kind in SHAPES if any(row["kind"] == means[kind] for row in plan.nodes)]
    legend = alt.Legend(
        orient="bottom", title=None, labelFontSize=_SECOND, labelColor=LIGHT["soft"], symbolSize=70,
        columns=1 if spoken() == "zh" else 2,
        symbolStrokeColor=LIGHT["soft"], symbolFillColor=LIGHT["soft"], labelLimit=240,
    )  # fmt: skip
    shape = alt.Scale(domain=[means[kind] for kind in kinds], range=[SHAPES[kind] for kind in kinds])
    return (
        alt.Chart(_data(plan.nodes))
        .mark_point(opacity=1, strokeWidth=1.6)
        .encode(
            x=time,
            y=lanes,
            shape=alt.Shape("kind:N", scale=shape, legend=legend if len(kinds) > 1 else None),
            size=alt.Size("size:Q", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            href="href:N",
        )
    )


def _words(plan: Layout, time: alt.X, lanes: alt.Y) -> Layer:
    """What changed, beside the mark that it led to; symbols of adopted texts below theirs."""
    places: dict[str, dict[str, Any]] = {
        f"{align} {side}": {"dx": BESIDE if align == "left" else -BESIDE, "dy": away}
        for align in ("left", "right")
        for side, away in (("above", ABOVE), ("below", BELOW))
    }
    places["symbol"] = {"dx": -6, "dy": 15}
    halo = {"stroke": LIGHT["paper"], "strokeWidth": 4, "color": LIGHT["paper"]}
    return alt.layer(
        *(
            alt.Chart(_data([row for row in plan.labels if row["place"] == place]))
            .mark_text(align="right" if place.startswith("right") else "left", fontSize=_SECOND, **moved, **ink)
            .encode(x=time, y=lanes, text="label:N")
            for ink in (halo, {"color": LIGHT["soft"]})
            for place, moved in places.items()
        )
    )


def _rest(plan: Layout, time: alt.X, lanes: alt.Y) -> Layer:
    return (
        alt.Chart(_data(plan.rest))
        .mark_text(fontSize=_SECOND, color=LIGHT["soft"])
        .encode(x=time, y=lanes, text="label:N")
    )
