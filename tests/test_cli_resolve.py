"""``hanse resolve``: names and sheets in, places out; what cannot be resolved is said, never dropped."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from click.testing import CliRunner, Result

from hanse.cli import hanse


def run(*words: str | Path, given: str | None = None) -> Result:
    return CliRunner().invoke(hanse, ["resolve", *(str(word) for word in words)], input=given)


def sheet(result: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_names_come_back_with_their_places() -> None:
    result = run("Ville de Nantes", "Zanzibar City")
    assert result.exit_code == 0
    first, second = result.stdout.splitlines()
    assert first.startswith("Ville de Nantes: Nantes, FRA (city 2990969")
    assert "left out" in first
    assert second.startswith("Zanzibar City: Zanzibar, TZA")


def test_json_says_what_was_found() -> None:
    told = json.loads(run("Perugia", "Qwrtzplk", "Hamilton", "--json").stdout)
    assert [each["found"] for each in told] == ["place", "nothing", "candidates"]
    assert told[0]["place"]["geonames_id"] == 3171180
    assert told[0]["place"]["country"] == "ITA"
    assert len(told[2]["candidates"]) > 2


def test_a_sheet_comes_back_with_all_its_columns(tmp_path: Path) -> None:
    file = tmp_path / "members.csv"
    file.write_text("id;City;Country;note\n1;Lviv;UA;=1+1\n2;Malines;Belgium;x\n3;;;\n", encoding="utf-8-sig")
    result = run(file)
    assert result.exit_code == 0, result.stderr
    rows = sheet(result)
    assert [row["place"] for row in rows] == ["Lviv", "Mechelen", ""]
    assert [row["found"] for row in rows] == ["place", "place", "nothing"]
    assert rows[1]["place_country"] == "BEL"
    assert rows[0]["note"] == "'=1+1"


def test_a_row_with_an_unknown_country_is_named_and_the_others_printed(tmp_path: Path) -> None:
    file = tmp_path / "members.tsv"
    file.write_text("place\tiso3\nTurku\tFIN\nTurku\tQQQ\n")
    result = run(file)
    assert result.exit_code == 1
    assert "row 3" in result.stderr
    assert "QQQ" in result.stderr
    assert [row["found"] for row in sheet(result)] == ["place", "refused"]


def test_a_sheet_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_bytes("city,country\nJyväskylä,FI\nÅrhus,DK\n".encode("cp1252"))
    assert [row["place"] for row in sheet(run(file))] == ["Jyväskylä", "Århus"]


def test_stdin_is_read_as_a_sheet() -> None:
    assert [row["place"] for row in sheet(run("-", given="name\nReykjavík\n"))] == ["Reykjavík"]


def test_a_missing_file_an_empty_one_and_a_missing_column_are_sentences(tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_text("")
    full = tmp_path / "full.csv"
    full.write_text("city\nGraz\n")
    for words in ((tmp_path / "no.csv",), (empty,), (full, "--column", "town")):
        result = run(*words)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr.strip().endswith(".")


def test_an_unknown_country_does_nothing() -> None:
    result = run("Graz", "--country", "ZZZ")
    assert result.exit_code == 2
    assert "ISO 3166-1" in result.stderr


def test_a_file_that_is_no_sheet_of_names_is_not_taken_for_a_name(tmp_path: Path) -> None:
    workbook = tmp_path / "members.xlsx"
    workbook.write_bytes(b"PK")
    result = run(workbook)
    assert result.exit_code == 2
    assert "is no list of names" in result.stderr
    assert "CSV or TSV" in result.stderr


def test_of_many_candidates_the_likeliest_are_printed_and_all_on_request() -> None:
    many = run("Saint-Denis").stdout.splitlines()
    everything = run("Saint-Denis", "--all").stdout.splitlines()
    number = int(everything[0].rpartition(" ")[2])
    assert many[:9] == everything[:9]
    assert many[9:] == [f"  {number - 8} more; --all shows them"]
    assert len(everything) == number + 1
    (told,) = json.loads(run("Saint-Denis", "--json").stdout)
    assert len(told["candidates"]) == number
