"""Every task can be run, says so where its data is missing, and invents its texts the same every time."""

from __future__ import annotations

import random
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.board import texts
from benchmarks.data import folder, rows
from benchmarks.figures import Figure, MissingData, Result
from benchmarks.prose import WORDS, Writer
from benchmarks.reading import corrupted, letters
from benchmarks.report import FULL, QUICK
from benchmarks.running import alone, measured

NEED_DATA = (
    "gcm",
    "lobbyplag",
    "lid",
    "lid_documents",
    "ablation",
    "chance",
    "direction",
    "reading",
    "bill_similarity",
    "clough",
    "mrpc",
    "lexdemod",
    "trend",
    "pan",
    "geoparsing",
)


@pytest.mark.parametrize("name", FULL)
def test_every_task_has_a_run_and_says_what_it_answers(name: str) -> None:
    pytest.importorskip("sklearn")
    task = import_module(f"benchmarks.{name}")
    assert callable(task.run)
    assert task.__doc__


def test_the_quick_tasks_are_among_all() -> None:
    assert set(QUICK) < set(FULL)


@pytest.mark.parametrize("name", NEED_DATA)
def test_a_task_without_its_data_is_left_out_with_a_sentence(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("sklearn")
    monkeypatch.setenv("HANSE_DATA", str(tmp_path))
    monkeypatch.setenv("HANSE_TRAIN", str(tmp_path))
    results, skipped = measured([name], alone)
    assert not results
    assert skipped[name].endswith(f"is not in {tmp_path}; which HANSE_DATA names")


def test_a_folder_without_the_files_wanted_is_missing_data_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANSE_DATA", str(tmp_path))
    (tmp_path / "lid").mkdir()
    assert folder("lid") == tmp_path / "lid"
    with pytest.raises(MissingData, match=r"no alignments\*\.jsonl in lid"):
        rows("lid", "alignments*.jsonl")


@pytest.mark.parametrize(
    ("value", "better", "met"), [(9.0, "lower", True), (11.0, "lower", False), (11.0, "higher", True)]
)
def test_a_goal_is_met_or_not_whichever_way_is_good(value: float, better: str, met: bool) -> None:
    assert Figure("seconds", value, goal=10, better=better).met is met
    assert Figure("seconds", value).met is None


def test_invented_prose_is_the_same_for_the_same_seed_and_as_long_as_wanted() -> None:
    passages = Writer(3).passages(40)
    assert passages == Writer(3).passages(40) != Writer(4).passages(40)
    lengths = [len(passage.split()) for passage in passages]
    assert min(lengths) >= 20
    assert max(lengths) <= 130
    assert all(len(words) == len(set(words)) for words in WORDS.values())


def test_a_revised_draft_keeps_most_of_the_one_before() -> None:
    writer = Writer(5)
    before = writer.passages(100)
    after = writer.revised(before)
    assert 0.6 < len(set(before) & set(after)) / 100 < 0.95


def test_the_board_of_the_benchmark_has_asks_that_come_into_drafts_and_asks_that_never_do() -> None:
    asks, drafts, record = texts(10, 3, 40, 50)
    assert [len(asks), len(drafts), sum(map(len, record))] == [10, 3, 50]
    held = [sum(any(ask in passage for passage in draft) for draft in drafts) for ask in asks]
    assert held[4] == held[9] == 0
    assert max(held) == 3
    assert any(asks[0] in passage for text in record for passage in text)


def test_a_revision_is_dated_after_the_one_before_it() -> None:
    _, drafts, _ = texts(10, 3, 40, 50)
    assert all(set(one) & set(other) for one, other in pairwise(drafts))


def test_about_one_word_in_twenty_is_corrupted() -> None:
    text = " ".join(f"word{k}" for k in range(2000))
    changed = corrupted(text, random.Random(1))
    kept = len(set(text.split()) & set(changed.split()))
    assert 0.93 < kept / 2000 < 0.98


def test_a_word_split_at_the_end_of_a_line_is_whole_again() -> None:
    assert letters(["decen-", "tralised", "cast"]) == letters(["decentralised", "cast"])


def test_a_failing_check_is_not_taken_for_missing_data() -> None:
    def broken(name: str) -> Result:
        raise ValueError(f"the engine is broken at {name}")

    with pytest.raises(ValueError, match="engine is broken at gcm"):
        measured(["gcm"], broken)
