"""NOTICE names every data file that came from others."""

from __future__ import annotations

import tomllib
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_every_table_of_places_and_shapes_is_named_with_its_licence() -> None:
    told = (ROOT / "NOTICE").read_text(encoding="utf-8")
    places = ROOT / "src" / "hanse" / "places"
    tables = [*places.rglob("*.tsv"), *places.rglob("*.gz"), ROOT / "src" / "hanse" / "figures" / "world.json"]
    assert [each.name for each in tables if each.name not in told] == []


def test_the_fonts_are_named_with_their_licence_which_lies_beside_them() -> None:
    fonts = ROOT / "src" / "hanse" / "reports" / "fonts"
    told = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert "src/hanse/reports/fonts " in told
    assert "SIL Open Font License" in told
    assert "SIL OPEN FONT LICENSE" in (fonts / "OFL.txt").read_text(encoding="utf-8")
    sums = dict(line.split("  ")[::-1] for line in (fonts / "SHA256SUMS").read_text(encoding="ascii").splitlines())
    found = {path.name: sha256(path.read_bytes()).hexdigest() for path in fonts.glob("*.?tf")}
    assert found == sums
    assert sum(path.stat().st_size for path in fonts.glob("*.?tf")) < 6_200_000


def test_the_wheel_carries_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "NOTICE" in project["license-files"]
