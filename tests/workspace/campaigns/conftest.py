"""The example campaign as people bring it in: a folder, a zip of it, and the campaign made of it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLE = Path(__file__).parents[3] / "examples" / "lantern-bay"

ASKS = """id,actor,date,text,kind,theme
a1,City of Port Velane,2031-01-20,The Tide Fund shall be open to municipalities directly.,add,Money
a2,City of Highmere,2031-01-22,States shall consult mayors before they open a reception centre.,add,Reception
"""
ZERO = """1. The Tide Fund shall be open to States.

2. States should consult mayors, as appropriate, before they open a reception centre.
"""
REVISED = """1. The Tide Fund shall be open to municipalities directly.

2. States shall consult mayors before they open a reception centre.
"""
EARLIER = "1. The harbour fund shall be open to municipalities directly and to their networks.\n"


def files(**more: str) -> dict[str, str]:
    """A small campaign: two asks, two drafts, one text of the record."""
    return {
        "campaign.toml": 'title = "Small Accord"\nforum = "Small Assembly"\n',
        "asks/asks.csv": ASKS,
        "drafts/2031-03-02 Zero draft.txt": ZERO,
        "drafts/2031-04-27 Revision 1.txt": REVISED,
        "record/2030-01-01 Harbour proposal.txt": EARLIER,
        **more,
    }


@pytest.fixture
def packed(tmp_path: Path) -> Callable[..., Path]:
    """A zip of files given as ``{path: text}``; of the small campaign where none are given."""

    def pack(content: dict[str, str] | None = None, name: str = "campaign.zip") -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as archive:
            for inside, text in (content or files()).items():
                archive.writestr(inside, text)
        return path

    return pack


@pytest.fixture
def example_zip(tmp_path: Path) -> Path:
    """The example folder, packed."""
    path = tmp_path / "lantern-bay.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(EXAMPLE.rglob("*")):
            if file.is_file():
                archive.write(file, Path("lantern-bay", file.relative_to(EXAMPLE)).as_posix())
    return path


@pytest.fixture
def traced(otto: Any, packed: Callable[..., Path]) -> Callable[..., Any]:
    """A campaign of given files, public unless said otherwise, brought in by the officer and traced."""
    from hanse.workspace.campaigns.folder_in import import_folder
    from hanse.workspace.campaigns.retracing import retrace

    def make(content: dict[str, str] | None = None, **said: Any) -> Any:
        campaign = import_folder(packed(content), otto, **{"handling": "public", **said})
        retrace(campaign, lambda share, words: None, lambda: False)
        return campaign

    return make
