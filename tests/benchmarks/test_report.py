"""Figures are kept with the machine they were measured on, and written into the pages that quote them."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.data import HERE
from benchmarks.figures import Figure, Result
from benchmarks.report import FULL, PAGE, keep, load, table, write_pages
from benchmarks.running import measured

FAST = Result(
    "board, speed",
    (
        Figure("first run", 8.25, "s", goal=10, better="lower"),
        Figure(
            "macro-F1", 0.5, goal=0.9, interval=(0.45, 0.55), peer="bag of words 0.4", published="0.7 (somebody, 2020)"
        ),
        Figure("sentences", 12345.6, "sentences/s"),
    ),
    notes=("median of three",),
    seconds=61.2,
    peak_mb=1203.7,
)


def test_the_table_says_value_interval_goal_published_peer_seconds_and_memory() -> None:
    lines = table([FAST.to_json()]).splitlines()
    assert lines[2] == "| board, speed | first run | 8.25 s | ≤ 10 ✓ |  |  | 61 | 1,204 |"
    assert lines[3] == (
        "| board, speed | macro-F1 | 0.5 (0.450 to 0.550) | ≥ 0.9 ✗ | 0.7 (somebody, 2020) | bag of words 0.4 |  |  |"
    )
    assert lines[4] == "| board, speed | sentences | 12,346 sentences/s |  |  |  |  |  |"


def test_the_short_table_has_the_figures_with_a_goal_or_a_peer() -> None:
    lines = table([FAST.to_json()], short=True).splitlines()
    assert [line.split(" | ")[1] for line in lines[2:]] == ["first run", "macro-F1"]


def test_every_task_runs_in_a_process_of_its_own() -> None:
    results, skipped = measured(["countries"])
    assert not skipped
    assert results["countries"].peak_mb > 0


def test_results_are_kept_by_task_and_the_newest_stands(tmp_path: Path) -> None:
    path = tmp_path / "var" / "benchmarks.json"
    keep({"board": FAST}, {"lid": "lid is not there"}, path)
    told = keep({"lid": Result("LID", (Figure("AUC", 0.9),))}, {"gcm": "gcm is not there"}, path)
    assert told == load(path) == json.loads(path.read_text(encoding="utf-8"))
    assert [each["name"] for each in told["results"]] == ["lid", "board"]
    assert told["skipped"] == {"gcm": "gcm is not there"}
    assert told["machine"]["cores"] > 0
    assert told["machine"]["python"].startswith("3.")


def test_tables_are_written_between_their_marks_and_nowhere_else(tmp_path: Path) -> None:
    page, readme, other = tmp_path / "figures.md", tmp_path / "README.md", tmp_path / "other.md"
    for file in (page, readme):
        file.write_text("# Above\n\n<!-- figures -->\nold\n<!-- /figures -->\n\nBelow.\n", encoding="utf-8")
    other.write_text("No marks.", encoding="utf-8")
    told = keep({"board": FAST}, {"lid": "lid is not there"}, tmp_path / "figures.json")
    assert write_pages(told, page, readme, other) == [page, readme]
    assert write_pages(told, other, tmp_path / "none.md", other) == []
    once = page.read_text(encoding="utf-8")
    assert once.startswith("# Above\n\n<!-- figures -->\n\n| task |")
    assert once.endswith("<!-- /figures -->\n\nBelow.\n")
    assert "old" not in once
    assert "- board, speed: median of three.\n- lid: not measured, lid is not there." in once
    assert "sentences" not in readme.read_text(encoding="utf-8")
    write_pages(told, page, readme, other)
    assert page.read_text(encoding="utf-8") == once


def test_the_tables_of_a_task_are_written_into_the_method(tmp_path: Path) -> None:
    method = tmp_path / "tracing.md"
    method.write_text("# A\n\n<!-- tables of ablation -->\nold\n<!-- /tables -->\n\nB\n", encoding="utf-8")
    ablation = Result("ablation", (Figure("whole", 0.9),), tables=("| without | a |\n| --- | --- |",))
    told = keep({"ablation": ablation, "board": FAST}, {}, tmp_path / "figures.json")
    assert write_pages(told, tmp_path / "none.md", tmp_path / "none.md", method) == [method]
    written = method.read_text(encoding="utf-8")
    assert "<!-- tables of ablation -->\n\n| without | a |\n| --- | --- |\n\n<!-- /tables -->\n\nB" in written
    assert "old" not in written


def test_the_page_of_figures_names_every_task() -> None:
    words = PAGE.read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in words for name in FULL)
    assert PAGE.is_relative_to(HERE)
