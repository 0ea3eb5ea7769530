"""Is the couching set well formed: fields, unique ids, labels that exist, and enough pairs of each?"""

import json
from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest

from hanse.text.document import Part
from hanse.tracing.board import OUTCOMES

HERE = Path(__file__).parent
FIRST = ("en", "fr", "es", "kept/en")
OTHERS = tuple(
    f"{hand}/{language}" for hand in ("second", "third", "fourth", "kept_fourth") for language in ("en", "fr", "es")
)
FILES = FIRST + OTHERS
NEEDED = {"id", "language", "ask", "reply", "change", "outcome"}
OPTIONAL = {"ask_chapeau", "reply_chapeau", "part", "note"}


def pairs(file: str) -> list[dict[str, Any]]:
    lines = (HERE / f"{file}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


EVERY_PAIR = [pair for file in FILES for pair in pairs(file)]


@pytest.mark.parametrize("file", FILES)
def test_every_pair_has_the_fields_and_words_that_the_readme_lists(file: str) -> None:
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    for pair in pairs(file):
        assert NEEDED <= set(pair) <= NEEDED | OPTIONAL, pair
        assert all(isinstance(value, str) and value == value.strip() and value for value in pair.values()), pair
        assert pair["outcome"] in OUTCOMES, pair
        assert pair.get("part", "") in get_args(Part), pair
        assert pair["id"].startswith(
            "en-kept-" if file == "kept/en" else f"{file.removeprefix('kept_').replace('/', '-')}-"
        ), pair
        assert pair["language"] == file.rpartition("/")[2], pair
        assert pair["change"] in readme or file in OTHERS, pair


def test_no_two_pairs_share_an_id_or_their_words() -> None:
    assert [each for each, count in Counter(pair["id"] for pair in EVERY_PAIR).items() if count > 1] == []
    words = Counter(
        (pair["ask"], pair.get("ask_chapeau"), pair["reply"], pair.get("reply_chapeau"), pair.get("part"))
        for pair in EVERY_PAIR
    )
    assert [each for each, count in words.items() if count > 1] == []


def test_pairs_of_one_ask_share_the_stem_of_their_id() -> None:
    asks: dict[str, set[str]] = {}
    for pair in (pair for file in FIRST for pair in pairs(file)):
        asks.setdefault(pair["id"][:-1], set()).add(pair["ask"])
    assert all(len(words) == 1 for words in asks.values())


@pytest.mark.parametrize(("file", "fewest"), [("en", 35), ("fr", 8), ("es", 8), ("kept/en", 10)])
def test_each_outcome_has_enough_pairs_to_be_measured(file: str, fewest: int) -> None:
    counted = Counter(pair["outcome"] for pair in pairs(file))
    assert set(counted) == set(OUTCOMES) - {"deleted"}
    assert min(counted.values()) >= fewest


@pytest.mark.parametrize("file", FILES)
def test_a_change_leads_to_one_outcome_only(file: str) -> None:
    outcomes: dict[str, set[str]] = {}
    for pair in pairs(file):
        outcomes.setdefault(pair["change"], set()).add(pair["outcome"])
    assert {change for change, labels in outcomes.items() if len(labels) > 1} == set()
