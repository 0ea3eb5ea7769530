"""``hanse asserted``: sentences of files that count what was done."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from hanse.cli import hanse

TEXT = "1. Over 150 cities signed the charter.\n\n2. Mayors met in spring. No city will be left alone.\n"


def test_claims_of_a_file_are_listed_with_their_sentence(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf-8")
    shown = CliRunner().invoke(hanse, ["asserted", str(file)])
    assert shown.exit_code == 0
    assert shown.stdout == "report  1         sign       over 150 cities:  Over 150 cities signed the charter.\n"


def test_claims_as_json_carry_spans_of_the_passage(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf-8")
    (row,) = json.loads(CliRunner().invoke(hanse, ["asserted", str(file), "--json"]).stdout)
    told = {"value": 150, "qualifier": "over", "unit": "cities", "act": "sign", "verb": "signed", "paragraph": "1"}
    assert {key: row[key] for key in told} == told
    assert row["document"] == "report"
    assert row["text"] == "Over 150 cities signed the charter."
    assert row["text"][slice(*row["number"])] == "Over 150 cities"
    assert row["text"][slice(*row["verb_span"])] == "signed"


def test_a_text_that_counts_nothing_has_no_claims(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("The sea is blue.", encoding="utf-8")
    shown = CliRunner().invoke(hanse, ["asserted", str(file)])
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert json.loads(CliRunner().invoke(hanse, ["asserted", str(file), "--json"]).stdout) == []


def test_a_file_that_cannot_be_read_is_said_and_the_rest_is_listed(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf-8")
    shown = CliRunner().invoke(hanse, ["asserted", str(file), str(tmp_path / "none.pdf")])
    assert shown.exit_code == 1
    assert "150 cities" in shown.stdout
    assert "none.pdf" in shown.stderr
    assert CliRunner().invoke(hanse, ["asserted", str(tmp_path / "none.pdf")]).exit_code == 2
