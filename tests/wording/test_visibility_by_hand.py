"""What is counted is what a person counts who reads every line.

The counts below were made by reading, and for the long text by searching every word stem with grep and reading each
hit. The rule read by: every expression that names a member of the group counts once, wherever it stands (titles and
addresses of web pages too); "United Nations High Commissioner for Refugees" is one organisation and no refugee; "local
level" stands for the tier, a list of levels ("local, national and regional levels") does not.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from hanse.wording.visibility import visibility
from tests.conftest import lacking

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "data" / "texts"
BY_HAND = {
    "gcm_2018_objectives_un_edited.txt": {
        "cities": 0,
        "mayors": 0,
        "local authorities": 8,
        "urban": 1,
        "networks": 0,
        "states": 53,
        "organisations": 21,
        "migrants": 106,
        "refugees": 1,
    },
    "city_asks_excerpts.txt": {
        "cities": 5,
        "mayors": 4,
        "local authorities": 9,
        "urban": 0,
        "networks": 2,
        "states": 0,
        "organisations": 6,
        "migrants": 3,
        "refugees": 7,
    },
    "nyd_2016_ares71-1_opening.txt": {
        "cities": 0,
        "mayors": 0,
        "local authorities": 0,
        "urban": 0,
        "networks": 0,
        "states": 6,
        "organisations": 5,
        "migrants": 6,
        "refugees": 8,
    },
}


@pytest.mark.parametrize("name", BY_HAND)
def test_a_count_is_the_same_as_the_count_by_hand(name: str) -> None:
    file = TEXTS / name
    if not file.is_file():
        lacking(f"the text {name} is not on this machine")
    report = visibility(file.read_text(encoding="utf-8"))
    assert {count.group: count.mentions for count in report.total} == BY_HAND[name]
