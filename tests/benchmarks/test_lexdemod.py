"""The head of the benchmark learns from who stands where, and never sees a text that it is scored on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("sklearn")

from benchmarks import lexdemod

VERBS = ("pay", "insure", "clean", "repair", "inspect", "guard", "paint", "light", "heat", "lock", "store", "move")


def clauses(agent: str, other: str) -> list[dict[str, Any]]:
    rows = []
    for place, verb in enumerate(VERBS):
        for words, labels in (
            (f"{agent} shall {verb} it.", ["obligation"]),
            (f"{agent} shall not {verb} it.", ["prohibition"]),
            (f"{agent} may {verb} it.", ["permission"]),
            (f"{other} shall {verb} it.", ["none"]),
        ):
            row = {"id": f"x-{place}", "part": "a", "agent": agent, "text": words, "labels": labels}
            rows.append(row)
    return rows


def test_a_head_fitted_on_some_parties_reads_contracts_of_others() -> None:
    lease, work = clauses("tenant", "landlord"), clauses("employee", "employer")
    found = lexdemod.Head().fit(lease, lexdemod.labels(lease)).predict(work)
    assert (found == lexdemod.labels(work)).all()


def test_each_text_is_scored_by_a_head_that_has_not_seen_it(monkeypatch: pytest.MonkeyPatch) -> None:
    fitted: list[set[str]] = []
    scored: list[set[str]] = []
    fit, predict = lexdemod.Head.fit, lexdemod.Head.predict

    def watched_fit(self: lexdemod.Head, rows: Any, gold: Any) -> lexdemod.Head:
        fitted.append({row["text"] for row in rows})
        return fit(self, rows, gold)

    def watched_predict(self: lexdemod.Head, rows: Any) -> Any:
        scored.append({row["text"] for row in rows})
        return predict(self, rows)

    monkeypatch.setattr(lexdemod.Head, "fit", watched_fit)
    monkeypatch.setattr(lexdemod.Head, "predict", watched_predict)
    rows = clauses("tenant", "landlord") * 2
    gold = lexdemod.labels(rows)
    lexdemod.folded(rows, gold, [row["text"] for row in rows], folds=3)
    lexdemod.stretched(rows, gold)
    assert all(not known & asked for known, asked in zip(fitted, scored, strict=True))


def test_a_head_is_fitted_on_the_one_folder_and_scored_on_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, rows in (("train", clauses("tenant", "landlord")), ("score", clauses("buyer", "seller"))):
        (tmp_path / name / "lexdemod").mkdir(parents=True)
        lines = "\n".join(map(json.dumps, rows))
        (tmp_path / name / "lexdemod" / "clauses.jsonl").write_text(lines, encoding="utf-8")
    monkeypatch.setenv("HANSE_TRAIN", str(tmp_path / "train"))
    monkeypatch.setenv("HANSE_DATA", str(tmp_path / "score"))
    result = lexdemod.run()
    assert result.rows == 48
    assert [figure.name for figure in result.figures] == [
        "LexDeMod, seven modalities, macro-F1",
        "the shipped rule alone, macro-F1",
    ]
