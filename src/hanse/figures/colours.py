"""Which colours and letters do figures have? Those of the pages (``tokens.css`` in the reports), light and dark."""

from __future__ import annotations

LIGHT = {
    "paper": "#fdfcf9",
    "ink": "#1f1d1a",
    "soft": "#5b564d",
    "rule": "#dcd7cb",
    "line": "#8a8375",
    "accent": "#23466e",
    "reflected": "#17593a",
    "weakened": "#734600",
    "pending": "#4c3c96",
}
"""Charts are drawn in these; `hanse.figures.picture` puts others in their place."""
DARK = {
    "paper": "#171614",
    "ink": "#ece7dc",
    "soft": "#b4ada0",
    "rule": "#3a3730",
    "line": "#7d766a",
    "accent": "#a3c6ea",
    "reflected": "#92d5b0",
    "weakened": "#e9c078",
    "pending": "#c1b5f2",
}
SANS = "Noto Sans, Liberation Sans, Arial, sans-serif"
