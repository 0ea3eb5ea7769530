"""How does it look? Every chart, one function each, used by pages and reports.

A chart is an Altair specification; `svg` makes a picture of it without a browser and without the network. What stands
on every page of the registry is drawn directly, a thousand times faster: `worldmap`, `timeline`, `growth`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hanse.figures.lineage_tree import lineage as lineage
    from hanse.figures.picture import svg as svg

_ROOMS = {"lineage": "hanse.figures.lineage_tree", "svg": "hanse.figures.picture"}
"""Loaded when first used: who draws no chart does not wait for Altair."""
__all__ = ["lineage", "svg"]


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module 'hanse.figures' has no attribute {name!r}")
    value = getattr(import_module(_ROOMS[name]), name)
    globals()[name] = value
    return value
