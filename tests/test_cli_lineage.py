"""``hanse lineage``: dates from names, campaigns as a whole, three outputs, and one sentence for what is wrong."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hanse.cli import hanse

LANTERN_BAY = Path(__file__).parents[1] / "examples" / "lantern-bay"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(hanse, [str(word) for word in words])


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    for name, words in {
        "2030-02-01 second.txt": "1. Ferry towns want a share of the harbour dues.\n",
        "2029-11 first.txt": "1. Nothing.\n\n2. A share of the harbour dues for ferry towns.\n",
        "undated.txt": "1. The harbour dues again.\n",
    }.items():
        (folder / name).write_text(words)
    return folder


def test_the_first_is_found_by_the_dates_in_the_names(notes: Path) -> None:
    result = run("lineage", "share of the harbour dues", notes, "--json")
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    assert found["first"] == ["2029-11-first"]
    assert [each["date"] for each in found["appearances"]] == ["2029-11", "2030-02-01"]
    assert found["appearances"][0]["passage"]["number"] == "2"
    assert [tie["parent"] for tie in found["ties"]] == ["2029-11-first"]
    assert found["undated_documents"] == 1


def test_the_text_quotes_marks_the_first_and_says_what_changed(notes: Path) -> None:
    said = run("lineage", "harbour dues", notes).stdout
    assert "* 2029-11" in said
    assert "“A share of the harbour dues for ferry towns.”" in said
    after = " ".join(said.split()).partition("after first (2029-11; they have more in common than chance gives): ")[2]
    assert "around them “want” put in; “for” struck; “Ferry towns” moved" in after
    assert "Without a date:" in said


def test_a_date_can_be_given_and_a_wrong_one_is_told_in_a_sentence(notes: Path) -> None:
    found = json.loads(run("lineage", "harbour dues", notes, "--json", "--date", "undated.txt=2020").stdout)
    assert found["first"] == ["undated"]
    wrong = run("lineage", "harbour dues", notes, "--date", "undated.txt=soon")
    assert wrong.exit_code == 1
    assert "undated.txt: its date is wrong (“soon” is not a date)" in wrong.stderr
    missing = run("lineage", "harbour dues", notes, "--date", "gone.txt=2020")
    assert missing.exit_code == 2
    assert "there is no file gone.txt" in missing.stderr


def test_a_campaign_is_searched_with_its_statements_drafts_and_record() -> None:
    result = run("lineage", "municipalities", LANTERN_BAY, "--json")
    kinds = {each["kind"] for each in json.loads(result.stdout)["appearances"]}
    assert {"draft", "statement"} <= kinds


@pytest.mark.parametrize(("suffix", "opening"), [(".svg", "<svg "), (".html", "<!doctype html>"), (".json", "{")])
def test_the_tree_is_written_as_its_suffix_says_and_the_same_every_time(
    notes: Path, tmp_path: Path, suffix: str, opening: str
) -> None:
    outputs = [tmp_path / f"{name}{suffix}" for name in ("one", "two")]
    for output in outputs:
        result = run("lineage", "harbour dues", notes, "-o", output)
        assert result.exit_code == 0, result.stderr
        assert result.stdout == ""
    assert outputs[0].read_text().startswith(opening)
    assert outputs[0].read_bytes() == outputs[1].read_bytes()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["", "notes"], "there are no words to look for; give a phrase or an ask."),
        (["dues", "notes", "-o", "tree.pdf"], "end the name in one of .svg, .html, .json."),
        (["dues", "notes", "-o", "none/tree.svg"], "there is no such folder to write into"),
        (["dues", "gone.txt"], "there is no such file"),
    ],
)
def test_bad_input_is_told_in_one_sentence(
    notes: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], sentence: str
) -> None:
    monkeypatch.chdir(notes.parent)
    result = run("lineage", *words)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr


def test_words_that_nobody_has_are_no_failure(notes: Path) -> None:
    result = run("lineage", "unicorns", notes)
    assert result.exit_code == 0
    assert "None of 3 documents has these words." in result.stdout


def test_what_is_restricted_stays_out_unless_it_is_asked_for(tmp_path: Path) -> None:
    for name, words in {
        "campaign.toml": '[[documents]]\nfile = "record/2029-01-01 secret.txt"\nhandling = "restricted"\n',
        "drafts/2030-01-01 draft.txt": "1. Harbour dues.\n",
        "record/2029-01-01 secret.txt": "1. Harbour dues, in secret.\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(words)
    assert "secret" not in run("lineage", "harbour dues", tmp_path).stdout
    taken = run("lineage", "harbour dues", tmp_path, "--include-restricted", "-o", tmp_path / "tree.html")
    assert taken.exit_code == 0, taken.stderr
    assert "must not be passed on" in (tmp_path / "tree.html").read_text()


LINES = """{"id": "late", "text": "Ferry towns pay.", "date": "2031-01-01", "actor": "Rimtown"}

{"id": "early", "text": "The ferry towns are poor.", "date": "2029"}
{"id": "hidden", "text": "Ferry towns in secret.", "date": "2028", "handling": "restricted"}
{"id": "bare", "text": "More ferry towns."}
no json
"""


@pytest.mark.parametrize("packed", [False, True])
def test_every_line_of_json_lines_is_a_text_with_the_date_that_it_states(tmp_path: Path, packed: bool) -> None:
    file = tmp_path / ("notes.jsonl.gz" if packed else "notes.jsonl")
    file.write_bytes(gzip.compress(LINES.encode()) if packed else LINES.encode())
    result = run("lineage", "ferry towns", file, "--json")
    assert result.exit_code == 1
    assert "notes" in result.stderr
    assert "line 6: the line is no JSON in UTF-8" in result.stderr
    assert "1 restricted document was left out" in result.stderr
    found = json.loads(result.stdout)
    assert (found["first"], found["documents"], found["undated_documents"]) == (["early"], 3, 1)
    assert [(each["date"], each["actor"]) for each in found["appearances"]] == [("2029", ""), ("2031-01-01", "Rimtown")]
    taken = run("lineage", "ferry towns", tmp_path, "--json", "--include-restricted", "--date", f"{file.name}=2027")
    assert json.loads(taken.stdout)["first"] == ["bare"]
    assert json.loads(taken.stdout)["documents"] == 4


def test_agreed_language_that_only_a_name_tells_is_said_to_be_a_guess(tmp_path: Path) -> None:
    (tmp_path / "2030-01-01 Résolution.txt").write_text("1. Harbour dues.\n")
    assert (
        "Résolution.txt: taken for agreed language, by its name or opening"
        in run("lineage", "harbour dues", tmp_path).stderr
    )
