"""Do the starting facts go out whole, and come in whole in an empty house?"""

from __future__ import annotations

import zipfile
from typing import IO

import pytest

from hanse.workspace.registry.exchange.exporting import everything
from hanse.workspace.registry.exchange.taking import take_in_all
from hanse.workspace.registry.exchange.whole import sheets_of_zip
from hanse.workspace.registry.kinds import KINDS


def sheets(file: IO[bytes]) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.slow
def test_the_export_of_a_seeded_registry_makes_the_same_registry_in_an_empty_house(facts, ada):
    seeded = sum(kind.records().count() for kind in KINDS.values())
    assert seeded > 5000
    out = everything(ada)
    before = sheets(out)
    for kind in reversed(KINDS.values()):
        kind.records().delete()
    out.seek(0)
    taken = take_in_all(sheets_of_zip(out, "registry.zip"), user=ada)
    assert [each for told in taken for each in told.refused] == []
    assert sum(len(told.added) for told in taken) == seeded
    assert sheets(everything(ada)) == before
