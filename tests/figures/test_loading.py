"""Who draws no chart and fits nothing does not wait for what draws and fits."""

from __future__ import annotations

import subprocess
import sys

import pytest

from hanse import figures

SLOW = ("altair", "jsonschema", "numba", "scipy.optimize", "vl_convert")


@pytest.mark.parametrize("room", ["hanse.citing.citations", "hanse.figures.growth"])
def test_a_room_is_there_without_what_takes_long_to_load(room):
    code = f"import sys, {room}; print([name for name in {SLOW} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert told.stdout.strip() == "[]"


def test_an_unknown_name_is_refused():
    assert figures.svg
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = figures.nonsense
