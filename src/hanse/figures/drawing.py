"""How is a picture put together where every millisecond counts? SVG elements, one function each.

For figures that stand on every page: a chart library takes a third of a second for what takes a thousandth here.
Coordinates are pixels from the upper left corner; colours are those of `hanse.figures.colours`, in light.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from hanse.figures.colours import LIGHT, SANS
from hanse.figures.picture import Theme, in_colours, leftward, printable
from hanse.saying import apart

_SHAPES = {
    "circle": "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0z",
    "square": "M-.9-.9h1.8v1.8h-1.8z",
    "triangle-up": "M0-1.1l1.05 1.9h-2.1z",
    "triangle-down": "M0 1.1l1.05-1.9h-2.1z",
    "triangle-right": "M1.1 0l-1.9 1.05v-2.1z",
    "diamond": "M0-1.2l1.2 1.2-1.2 1.2-1.2-1.2z",
    "cross": "M-1-1l2 2M-1 1l2-2",
    "stroke": "M0-1.2v2.4",
}


def picture(
    parts: Iterable[str],
    box: tuple[float, float, float, float],
    *,
    title: str,
    description: str = "",
    theme: Theme = "light",
    width: float | None = None,
) -> str:
    """One ``<svg>`` element of these parts: no script, no style, nothing to load.

    ``box`` is left, top, width and height of what is shown; ``width`` in pixels, if not the box's own.
    """
    left, up, wide, high = box
    across = width or wide
    told = f"<title>{escape(printable(title))}</title>"
    told += f"<desc>{escape(printable(description))}</desc>" if description else ""
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg"{leftward()} role="group" width="{across:g}" '
        f'height="{across * high / wide:.0f}" '
        f'viewBox="{left:g} {up:g} {wide:g} {high:g}" font-family="{SANS}">'
    )
    return opening + told + in_colours("".join(parts), theme) + "</svg>"


def line(
    start: tuple[float, float], end: tuple[float, float], colour: str = "rule", width: float = 1, dash: str = ""
) -> str:
    dashed = f' stroke-dasharray="{dash}" stroke-linecap="round"' if dash else ""
    return (
        f'<path d="M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}" stroke="{LIGHT[colour]}" '
        f'stroke-width="{width:g}"{dashed}/>'
    )


def steps(points: Iterable[tuple[float, float]], colour: str = "accent", width: float = 2) -> str:
    """A line that goes level to each point's place and there up or down to it."""
    (x, y), *others = points
    way = f"M{x:.1f} {y:.1f}" + "".join(f"H{right:.1f}V{down:.1f}" for right, down in others)
    return f'<path d="{way}" fill="none" stroke="{LIGHT[colour]}" stroke-width="{width:g}"/>'


def words(
    place: tuple[float, float],
    said: str,
    colour: str = "ink",
    size: float = 12,
    anchor: str = "start",
    halo: bool = False,
) -> str:
    """A line of text on its base line; with a ``halo`` it stays readable over lines."""
    around = f' stroke="{LIGHT["paper"]}" stroke-width="3" paint-order="stroke"' if halo else ""
    return (
        f'<text x="{place[0]:.1f}" y="{place[1]:.1f}" font-size="{size:g}" text-anchor="{anchor}" '
        f'fill="{LIGHT[colour]}"{around}>{escape(apart(printable(said)))}</text>'
    )


def mark(shape: str, place: tuple[float, float], size: float = 5, colour: str = "accent", hollow: bool = False) -> str:
    """A mark of a shape around a place; ``size`` is half its width."""
    drawn = shape in {"cross", "stroke"}
    fill = "none" if drawn else LIGHT["paper"] if hollow else LIGHT[colour]
    edge = f'stroke="{LIGHT[colour]}" stroke-width="{2 if drawn else 1.5}" vector-effect="non-scaling-stroke"'
    where = f"translate({place[0]:.1f} {place[1]:.1f}) scale({size:g})"
    return f'<path transform="{where}" d="{_SHAPES[shape]}" fill="{fill}" {edge}/>'


def told(shown: str, name: str, link: str = "") -> str:
    """What is drawn, with the name that pointing at it shows; with a ``link``, where a click leads."""
    named = f"<g><title>{escape(printable(name))}</title>{shown}</g>" if name else shown
    return f"<a href={quoteattr(link)} aria-label={quoteattr(printable(name or link))}>{named}</a>" if link else named


def cut(said: str, width: float, size: float = 12) -> str:
    """A text that has room on so many pixels, its end left out if need be; from the usual width of letters."""
    if breadth(said, size) <= width:
        return said
    short = said
    while short and breadth(short + "…", size) > width:
        short = short[:-1].rstrip()
    return f"{short}…"


def breadth(said: str, size: float = 12) -> float:
    """About how many pixels a text takes; ideographs take a square each."""
    return sum(size if ord(letter) >= 0x2E80 else size * 0.56 for letter in said)
