"""``hanse strength --report``, ``visibility``, ``claims`` and ``trend`` on files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from hanse.cli import hanse

OLD = "States shall consult local authorities on migration policy.\n\nStates should fund <centres> in cities.\n"
NEW = (
    "States should consult local authorities on migration policy, as appropriate.\n\n"
    "States shall fund <centres> in cities.\n"
)


@pytest.fixture
def drafts(tmp_path: Path) -> list[str]:
    files = [tmp_path / "zero.txt", tmp_path / "final.txt"]
    for file, text in zip(files, (OLD, NEW), strict=True):
        file.write_text(text, encoding="utf-8")
    return [str(file) for file in files]


def test_the_report_says_how_binding_each_draft_is_and_what_moved(drafts: list[str]) -> None:
    shown = CliRunner().invoke(hanse, ["strength", "--report", *drafts])
    assert shown.exit_code == 0
    assert "1 stronger, 1 weaker" in shown.stdout
    assert "caveat: as appropriate" in shown.stdout


def test_the_report_as_a_page_escapes_the_words_and_needs_no_script(drafts: list[str], tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    assert CliRunner().invoke(hanse, ["strength", *drafts, "-o", str(page)]).exit_code == 0
    written = page.read_text(encoding="utf-8")
    assert "&lt;centres&gt;" in written
    assert "<script" not in written
    assert '<mark class="caveat">as appropriate</mark>' in written
    assert "↓ weaker" in written


def test_the_report_as_json_has_every_paragraph(drafts: list[str], tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    shown = CliRunner().invoke(hanse, ["strength", "--report", *drafts, "--json", "-o", str(file)])
    rows = json.loads(shown.stdout)
    assert rows == json.loads(file.read_text(encoding="utf-8"))
    assert [each["move"] for each in rows[1]["paragraphs"]] == ["weaker", "stronger"]


def test_a_report_of_an_unknown_kind_is_refused(drafts: list[str]) -> None:
    shown = CliRunner().invoke(hanse, ["strength", *drafts, "-o", "report.pdf"])
    assert shown.exit_code == 2
    assert "name it .html or .json" in shown.stderr


def test_visibility_shows_words_company_omissions_and_the_lexicon(drafts: list[str]) -> None:
    shown = CliRunner().invoke(hanse, ["visibility", drafts[0]])
    assert "words: local authorities 1" in shown.stdout
    assert "What these counts omit:" in shown.stdout
    assert "Who is named, version" in shown.stdout


def test_the_lexicon_can_be_printed_changed_and_used(drafts: list[str], tmp_path: Path) -> None:
    printed = CliRunner().invoke(hanse, ["visibility", "--print-lexicon"])
    mine = tmp_path / "mine.toml"
    mine.write_text(printed.stdout.replace('name = "Who is named"', 'name = "Mine"'), encoding="utf-8")
    shown = CliRunner().invoke(hanse, ["visibility", drafts[0], "--lexicon", str(mine)])
    assert "Words: Mine, version" in shown.stdout


def test_claims_are_audited_with_passages_and_omissions(drafts: list[str]) -> None:
    shown = CliRunner().invoke(hanse, ["claims", drafts[0], "--about", "compact for safe"])
    assert shown.exit_code == 0
    assert "CONTRASTED by zero, which has the words once" in shown.stdout
    assert "[cities]" in shown.stdout
    assert "What this count omits:" in shown.stdout
    assert not shown.stderr
    assert CliRunner().invoke(hanse, ["claims", drafts[0], "--about", "no such text"]).exit_code == 2


def test_claims_on_several_texts_say_that_one_is_to_be_chosen(drafts: list[str]) -> None:
    shown = CliRunner().invoke(hanse, ["claims", drafts[0]])
    assert "choose with --about" in shown.stderr
    assert "Global Compact on Refugees" in shown.stderr


def test_a_trend_is_read_from_lines_with_a_country_and_a_year(tmp_path: Path) -> None:
    lines = tmp_path / "speeches.jsonl"
    rows = [
        {"text": "Migration to our cities grows.", "country": "KEN", "year": 2019},
        {"text": "Peace.", "country": "LAO", "year": 2019},
    ]
    lines.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    shown = CliRunner().invoke(hanse, ["trend", str(lines), "--id", "country,year"])
    assert shown.exit_code == 0
    assert "2019      2             1              1   1.00" in shown.stdout
    found = json.loads(CliRunner().invoke(hanse, ["trend", str(lines), "--id", "country,year", "--json"]).stdout)
    assert found["years"][0]["actors"] == ["KEN"]
