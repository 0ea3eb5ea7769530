"""How does a chart become a picture? As SVG, drawn offline, with a title and a description for those who hear it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal
from xml.sax.saxutils import escape, quoteattr

from hanse.figures.colours import DARK, LIGHT
from hanse.saying import locale, right_to_left, speaking, spoken

Theme = Literal["light", "dark", "page"]
"""``page``: colours are the page's own custom properties (``var(--ink)``), so that it follows the reader's scheme."""

_LINK = re.compile(r'<a (?:xlink:)?href="(?:https://vega\.github\.io/vega-datasets/)?([^"]*)"(?: aria-label="[^"]*")?')
"""The renderer resolves addresses against one of its own, which is taken off again."""
_NOISE = re.compile(r' (?:class|role|aria-roledescription|pointer-events)="[^"]*"')
"""What the renderer says of its own groups; it names them without telling anything."""
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML forbids, at which the renderer ends the whole process, and what ends a line in its expressions."""
_OPENING = re.compile(r"<svg\b[^>]*>")
_SIZE = re.compile(r'\b(width|height)="([\d.]+)"')


def svg(
    chart: Any, *, title: str, description: str = "", theme: Theme = "light", names: Mapping[str, str] | None = None
) -> str:
    """An Altair chart as one ``<svg>`` element: no script, no style, nothing to load; the same bytes every time.

    ``names`` tells for each address that a mark links to what the link is called.
    """
    import vl_convert

    specification = printable(chart.to_dict())
    drawn = vl_convert.vegalite_to_svg(specification, show_warnings=False, time_format_locale=_calendar(spoken()))
    drawn = drawn[drawn.index("<svg") :]
    drawn = _NOISE.sub("", drawn)
    drawn = _LINK.sub(lambda link: _named(link.group(1), names or {}), drawn)
    drawn = in_colours(drawn, theme)
    told = printable(title), printable(description)
    return _OPENING.sub(lambda opening: _opened(opening.group(), *told), drawn, count=1)


def printable(given: Any) -> Any:
    """A text, or all texts of a specification, with a mark in place of every character that no picture can hold."""
    if isinstance(given, dict):
        return {key: printable(value) for key, value in given.items()}
    if isinstance(given, list):
        return [printable(each) for each in given]
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", given) if isinstance(given, str) else given


def leftward() -> str:
    """An attribute that keeps a picture from being laid out from the right, where the page around it is."""
    return ' direction="ltr"' if right_to_left() else ""


@cache
def _calendar(language: str) -> dict[str, Any] | None:
    """How a chart library writes the days and months of a language; None where its own way is right."""
    if language == "en":
        return None
    with speaking(language):
        here = locale()
    months, days = here.months["stand-alone"], here.days["stand-alone"]
    monday_last = (6, 0, 1, 2, 3, 4, 5)
    return {
        "dateTime": "%x %X",
        "date": "%d/%m/%Y",
        "time": "%H:%M:%S",
        "periods": ["AM", "PM"],
        "days": [days["wide"][k] for k in monday_last],
        "shortDays": [days["abbreviated"][k] for k in monday_last],
        "months": list(months["wide"].values()),
        "shortMonths": list(months["abbreviated"].values()),
    }


def _named(address: str, names: Mapping[str, str]) -> str:
    plain = address.replace("&amp;", "&")
    return f'<a href="{address}" aria-label={quoteattr(printable(names.get(plain, plain)))}'


def in_colours(drawn: str, theme: Theme) -> str:
    """A drawing in the light colours with those of a theme in their place."""
    if theme == "light":
        return drawn
    new = DARK if theme == "dark" else {name: f"var(--{name}, {colour})" for name, colour in LIGHT.items()}
    by_colour = {colour: new[name] for name, colour in LIGHT.items()}
    return re.sub(r'"(#[0-9a-f]{6})"', lambda found: f'"{by_colour.get(found.group(1), found.group(1))}"', drawn)


def _opened(opening: str, title: str, description: str) -> str:
    """The ``<svg>`` tag with its name and description; it keeps its proportions and never outgrows the page."""
    width, height = (size for _, size in _SIZE.findall(opening)[:2])
    told = f"<title>{escape(title)}</title>" + (f"<desc>{escape(description)}</desc>" if description else "")
    space = f'xmlns="http://www.w3.org/2000/svg"{leftward()}'
    return f'<svg {space} role="group" width="{width}" height="{height}" viewBox="0 0 {width} {height}">{told}'
