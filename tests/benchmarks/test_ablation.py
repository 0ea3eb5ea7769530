"""Taking a signal away puts it back afterwards, and every signal named is one that the engine has."""

from __future__ import annotations

import pytest

pytest.importorskip("sklearn")

from benchmarks.ablation import ABLATIONS, markdown, without
from hanse.tracing import change, information
from hanse.tracing.information import Coder

OLD, ASK = "Cities may be heard each year.", "Cities and mayors shall be heard."


@pytest.mark.parametrize("ablation", ABLATIONS, ids=lambda each: each.signal)
def test_a_signal_taken_away_is_there_again_afterwards(ablation):
    before = (information.weights, change.change, change.LONGEST_RUN)
    with without(ablation.instead):
        coder = Coder()
        change.agreement(coder.code(OLD), coder.code(ASK), coder.code(ASK))
    assert (information.weights, change.change, change.LONGEST_RUN) == before


def test_names_of_signals_are_told_apart():
    assert len({each.signal for each in ABLATIONS}) == len(ABLATIONS)


def test_figures_that_a_signal_does_not_touch_are_left_out_of_the_table():
    whole = {"lobbyplag": 0.9, "lid": 0.8, "couching_en": 0.7}
    rows = [{"signal": "nothing", **whole}, {"signal": "stems", **whole, "lid": 0.75}]
    assert markdown(rows, whole).splitlines()[-2:] == [
        "| nothing | 0.900 | 0.800 | 0.700 |",
        "| stems | · | 0.750 | · |",
    ]
