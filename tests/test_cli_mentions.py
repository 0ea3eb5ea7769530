"""``hanse mentions``: places, actors and roles of files."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from hanse.cli import hanse


def test_mentions_of_a_file_are_listed_with_what_they_name(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("Mayors of Milan and Kampala wrote to UNHCR.\n", encoding="utf-8")
    shown = CliRunner().invoke(hanse, ["mentions", str(file)])
    assert shown.exit_code == 0
    assert "Mayors" in shown.stdout
    assert "Kampala: Kampala (city, UGA, GeoNames 232422)" in shown.stdout
    assert "UNHCR: UNHCR" in shown.stdout


def test_mentions_as_json_carry_spans_of_the_passage_and_can_be_of_one_kind(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    text = "Mayors of Milan and Kampala wrote to UNHCR."
    file.write_text(text, encoding="utf-8")
    rows = json.loads(CliRunner().invoke(hanse, ["mentions", str(file), "--json", "--kind", "place"]).stdout)
    assert [(row["text"], row["place"]["country"]) for row in rows] == [("Milan", "ITA"), ("Kampala", "UGA")]
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)


def test_a_file_that_cannot_be_read_is_said_and_the_rest_is_listed(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("The ministers met in Quito.", encoding="utf-8")
    shown = CliRunner().invoke(hanse, ["mentions", str(file), str(tmp_path / "none.pdf")])
    assert shown.exit_code == 1
    assert "Quito" in shown.stdout
    assert CliRunner().invoke(hanse, ["mentions", str(tmp_path / "none.pdf")]).exit_code == 2
