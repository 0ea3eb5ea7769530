"""Where in the world? Marks and tinted countries on a map of equal areas, drawn offline and small enough for any page.

Drawn here and not by the chart library: the same map takes that a tenth of a second and ten times the room.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path
from typing import Literal

from hanse.figures.colours import LIGHT
from hanse.figures.drawing import picture, told
from hanse.figures.picture import Theme
from hanse.figures.projection import HEIGHT, WIDTH, projected
from hanse.saying import gettext

Shape = Literal["full", "hollow", "square"]
SMALL, LARGE = 11.0, 62.0
"""Radius of a mark for one, and of the largest: in units, of which the map is 2,000 wide."""
NEAR = 440.0
"""Units from one side to the other of a map around a place."""
_TINTS = {1: 0.16, 2: 0.4, 3: 0.75}
_LETTERS = 25
_STEP = re.compile(r"M(\d+) (\d+)([lh])([^Mz]*)z")


@dataclass(frozen=True, slots=True)
class Mark:
    """One place, or one country with all that is in it.

    ``latitude`` and ``longitude`` are degrees (WGS 84); ``count`` is how many it stands for: the mark's area follows
    it. ``shape`` tells kinds apart without colour. ``link`` is where a click leads; ``name`` is read aloud and shown on
    pointing.
    """

    latitude: float
    longitude: float
    name: str
    count: int = 1
    shape: Shape = "full"
    link: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A country that is tinted: ``tint`` 1 faint, 2 middle, 3 strong; ``name`` is shown on pointing."""

    tint: Literal[1, 2, 3]
    name: str
    link: str = ""


def borders() -> str:
    """To be said beside every map."""
    return gettext("Borders as in Natural Earth; no opinion on whose they are is meant.")


def worldmap(
    marks: Iterable[Mark] = (),
    *,
    areas: Mapping[str, Area] | None = None,
    title: str,
    description: str = "",
    theme: Theme = "light",
    around: tuple[float, float] | None = None,
    fit: bool = False,
) -> str:
    """A map as one ``<svg>`` element: no script, no style, nothing to load; the same bytes every time.

    ``areas`` are by ISO 3166-1 alpha-3 (Kosovo: XKX); a code that has no shape is left out: put a mark there. With
    ``around`` (latitude, longitude) only that corner of the world is drawn, with ``fit`` the part that holds all marks,
    where that is well below half of it. The page says `borders` beside it, and lists the same places in words.
    """
    areas, marks = areas or {}, list(marks)
    frame = _fitting(marks) if fit and marks else _frame(around)
    seen = [code for code in _countries() if _meets(_boxes()[code], frame)]
    parts = [_land(code for code in seen if code not in areas)]
    parts += [_area(code, areas[code]) for code in sorted(areas) if code in seen]
    held = sorted(marks, key=lambda mark: (-mark.count, mark.name, mark.longitude, mark.latitude))
    most = max((mark.count for mark in held), default=1)
    parts += [_mark(mark, most, frame[2] / WIDTH) for mark in held]
    return picture(parts, frame, title=title, description=description, theme=theme, width=760)


def _frame(around: tuple[float, float] | None) -> tuple[float, float, float, float]:
    """Left, top, width and height of what is drawn."""
    if around is None:
        return 0, 0, WIDTH, HEIGHT
    x, y = projected(*around)
    wide, high = NEAR, NEAR * 0.62
    left = round(min(max(0.0, x - wide / 2), WIDTH - wide), 1)
    return left, round(min(max(0.0, y - high / 2), HEIGHT - high), 1), wide, high


def _fitting(marks: Sequence[Mark]) -> tuple[float, float, float, float]:
    """The frame that holds all marks with some room; the whole world where they need most of it."""
    places = [projected(mark.latitude, mark.longitude) for mark in marks]
    (left, right), (top, bottom) = ((min(each), max(each)) for each in zip(*places, strict=True))
    wide = max(NEAR, (right - left) * 1.3, (bottom - top) * 1.3 / 0.62)
    if wide > WIDTH * 0.45:
        return _frame(None)
    middle, high = ((left + right) / 2, (top + bottom) / 2), wide * 0.62
    across = min(max(0.0, middle[0] - wide / 2), WIDTH - wide)
    return (
        round(across, 1),
        round(min(max(0.0, middle[1] - high / 2), HEIGHT - high), 1),
        round(wide, 1),
        round(high, 1),
    )


def _land(codes: Iterable[str]) -> str:
    outlines = "".join(_countries()[code] for code in codes)
    return f'<path d="{outlines}" fill="{LIGHT["rule"]}" fill-opacity="0.8" {_BORDER}/>' if outlines else ""


_BORDER = f'stroke="{LIGHT["paper"]}" stroke-width="1" vector-effect="non-scaling-stroke"'


def _area(code: str, area: Area) -> str:
    tint = f'fill="{LIGHT["accent"]}" fill-opacity="{_TINTS[area.tint]}"'
    return told(f'<path d="{_countries()[code]}" {tint} {_BORDER}/>', area.name, area.link)


def _mark(mark: Mark, most: int, scale: float) -> str:
    x, y = projected(mark.latitude, mark.longitude)
    radius = max(SMALL, LARGE * sqrt(mark.count / most)) if most > 1 else SMALL * (1 if scale == 1 else 1.4)
    radius = round(radius * max(scale, 0.3), 1)
    colour = "fill" if mark.shape != "hollow" else "stroke"
    paint = {
        "fill": f'fill="{LIGHT["accent"]}" fill-opacity="0.78" stroke="{LIGHT["paper"]}"',
        "stroke": f'fill="{LIGHT["paper"]}" fill-opacity="0.6" stroke="{LIGHT["accent"]}"',
    }[colour]
    paint += f' stroke-width="{1 if colour == "fill" else 1.6}" vector-effect="non-scaling-stroke"'
    if mark.shape == "square":
        corner, side = f'x="{x - radius:.1f}" y="{y - radius:.1f}"', f"{2 * radius:.1f}"
        shown = f'<rect {corner} width="{side}" height="{side}" {paint}/>'
    else:
        shown = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" {paint}/>'
    if mark.count > 1 and radius >= _LETTERS * 0.28 * (len(str(mark.count)) + 1):
        ink = LIGHT["paper"] if colour == "fill" else LIGHT["ink"]
        shown += (
            f'<text x="{x:.1f}" y="{y + _LETTERS * 0.35:.1f}" font-size="{_LETTERS}" text-anchor="middle" '
            f'fill="{ink}" pointer-events="none" aria-hidden="true">{mark.count}</text>'
        )
    return told(shown, mark.name, mark.link)


@cache
def _countries() -> Mapping[str, str]:
    """The outline of each country, by ISO 3166-1 alpha-3; Natural Earth, made by ``scripts/make-world``."""
    held = json.loads(Path(__file__).with_name("world.json").read_text(encoding="utf-8"))
    countries: dict[str, str] = held["countries"]
    return countries


@cache
def _boxes() -> Mapping[str, tuple[float, float, float, float]]:
    """Left, top, right and bottom of each country."""
    return {code: _box(outline) for code, outline in _countries().items()}


def _box(outline: str) -> tuple[float, float, float, float]:
    across, down = [], []
    for x, y, kind, steps in _STEP.findall(outline):
        right, below = int(x), int(y)
        across.append(right)
        down.append(below)
        if kind == "h":
            continue
        numbers = [int(each) for each in re.findall(r"-?\d+", steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            right, below = right + dx, below + dy
            across.append(right)
            down.append(below)
    return min(across), min(down), max(across) + 1, max(down) + 1


def _meets(box: tuple[float, float, float, float], frame: tuple[float, float, float, float]) -> bool:
    left, up, wide, high = frame
    return box[0] < left + wide and box[2] > left and box[1] < up + high and box[3] > up
