"""The speed of wording is measured for both questions and for what is beside them, and told with its goal."""

from __future__ import annotations

import pytest

from benchmarks import strength


def test_each_speed_is_measured_and_those_with_a_goal_are_told_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strength, "SENTENCES", 20)
    monkeypatch.setattr(strength, "ROUNDS", 1)
    monkeypatch.setattr(strength, "_two_cores", strength.rate)
    result = strength.run()
    speeds = [each for each in result.figures if each.unit == "sentences/s"]
    assert [each.name.split(",")[0] for each in speeds] == ["strength", "visibility"]
    assert all(each.goal == strength.GOAL and each.value > 0 for each in speeds)
    assert strength.worked("visibility", 1) > 0
