"""Which sign does each outcome have on paper? The one that it has on screen, in the colour of its words."""

from __future__ import annotations

import re
from functools import cache

from hanse.reports.finding import TEMPLATES
from hanse.tracing.board import OUTCOMES


@cache
def glyphs() -> dict[str, str]:
    """The sign of each outcome as SVG, from the file of signs that pages draw theirs from."""
    drawn = (TEMPLATES / "glyphs.html").read_text(encoding="utf-8")
    light = (TEMPLATES / "tokens.css").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for outcome in OUTCOMES:
        name = outcome.replace(" ", "-")
        symbol = re.search(rf'<symbol id="g-{name}" viewBox="([^"]+)">(.*?)</symbol>', drawn)
        colour = re.search(rf"--{name}: (#[0-9a-f]{{6}})", light)
        assert symbol
        assert colour
        shapes = symbol[2].replace("currentColor", colour[1])
        found[outcome] = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{symbol[1]}">{shapes}</svg>'
    return found
