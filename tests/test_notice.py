"""NOTICE names every data file that came from others."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_every_table_of_places_and_shapes_is_named_with_its_licence() -> None:
    told = (ROOT / "NOTICE").read_text(encoding="utf-8")
    places = ROOT / "src" / "hanse" / "places"
    tables = [*places.rglob("*.tsv"), *places.rglob("*.gz"), ROOT / "src" / "hanse" / "figures" / "world.json"]
    assert [each.name for each in tables if each.name not in told] == []


def test_the_wheel_carries_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "NOTICE" in project["license-files"]
