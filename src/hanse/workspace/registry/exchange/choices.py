"""Which of our choices does a word in a sheet mean? "Membre fondateur" is a founder."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from hanse.workspace.registry.exchange.months import folded


def chosen(column: str, cell: str) -> str:
    """The value that a cell means in a column with choices; the cell itself where it is no word we know."""
    return _words().get(column, {}).get(folded(cell), cell)


@cache
def _words() -> dict[str, dict[str, str]]:
    said = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {
        column: {folded(word): value for value, words in values.items() for word in words}
        for column, values in said.items()
    }
