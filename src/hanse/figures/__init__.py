"""How does it look? Every chart, one function each, used by pages and reports.

A chart is an Altair specification; `svg` makes a picture of it without a browser and without the network. What stands
on every page of the registry is drawn directly, a thousand times faster: `worldmap`, `timeline`, `growth`.
"""

from __future__ import annotations

from hanse.figures.lineage_tree import lineage
from hanse.figures.picture import svg

__all__ = ["lineage", "svg"]
