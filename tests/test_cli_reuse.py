"""``hanse reuse`` and ``hanse library`` on files."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from hanse.cli import hanse

ASK = "Mayors shall have a seat at the table wherever ferry permits for the lantern harbour are negotiated."
REPLY = f"The Parties agree: {ASK}"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A JSON Lines file, packed, with a line that is no JSON and a restricted document; a text file beside it."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    rows = [
        {"city": "Ghent", "year": 2018, "text": ASK},
        {"city": "Sfax", "year": 2019, "text": REPLY, "handling": "restricted"},
    ]
    lines = "\n".join([json.dumps(rows[0]), "{no json", json.dumps(rows[1])])
    (folder / "asks.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    (folder / "draft.txt.gz").write_bytes(gzip.compress(REPLY.encode()))
    return folder


def run(*words: object):
    return CliRunner().invoke(hanse, [str(word) for word in words])


def test_reuse_reads_packed_files_and_json_lines_and_goes_on_after_a_bad_line(corpus: Path) -> None:
    result = run("reuse", corpus, "--id", "city,year", "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [(each["source"]["document"], each["target"]["document"]) for each in told["matches"]] == [
        ("Ghent-2018", "draft")
    ]
    assert [each["where"] for each in told["refused"]] == ["asks.jsonl.gz, line 2"]
    assert "1 restricted document" in result.stderr


def test_restricted_documents_come_in_when_that_is_said(corpus: Path) -> None:
    result = run("reuse", corpus, "--id", "city,year", "--include-restricted", "--top", "1")
    assert "Sfax-2019" in result.stdout
    assert result.stdout.count("verbatim") == 1


def test_a_library_is_filled_asked_listed_and_emptied(corpus: Path, tmp_path: Path) -> None:
    kept, draft = tmp_path / "city.library", tmp_path / "new.txt"
    draft.write_text(f"We propose: {ASK}", encoding="utf-8")
    assert run("library", kept, corpus / "draft.txt.gz").exit_code == 0
    assert run("library", kept).stdout.startswith("draft\t")
    assert "\n  draft p1: " in run("reuse", draft, "--library", kept).stdout
    assert run("library", kept, corpus / "draft.txt.gz").exit_code == 2
    assert run("library", kept, corpus / "draft.txt.gz", "--replace").exit_code == 0
    assert run("library", kept, "--remove", "draft").exit_code == 0
    assert run("reuse", draft, "--library", kept).stdout == ""


def test_where_nothing_can_be_compared_the_exit_code_is_2_with_a_sentence(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for words in (
        ("reuse", tmp_path / "empty"),
        ("reuse", tmp_path / "missing.txt"),
        ("reuse", corpus, "--engine", "abacus"),
        ("reuse", corpus, "--memory", "lots"),
        ("reuse", corpus, "--library", tmp_path / "missing"),
        ("reuse", corpus, "--library", tmp_path / "missing", "--against", corpus),
    ):
        result = run(*words)
        assert result.exit_code == 2, words
        assert result.stderr.strip().endswith((".", "both")), words
        assert "Traceback" not in result.stderr


def lines(file: Path, *rows: dict[str, str]) -> Path:
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return file


def test_a_match_says_what_its_numbers_are_and_whose_the_passages_are(tmp_path: Path) -> None:
    ask = {"id": "ask", "text": ASK, "title": "A seat", "date": "2030-01", "actor": "Velane"}
    result = run("reuse", lines(tmp_path / "two.jsonl", ask, {"id": "reply", "text": REPLY}))
    head, mine, theirs = result.stdout.strip().splitlines()
    assert head.startswith("score 0.")
    assert "100% of the first and " in head
    assert "rarity 1.00" in head
    assert mine == f"  ask p1 (2030-01, Velane, A seat): {ASK.rstrip('.')}"
    assert theirs.startswith("  reply p1")
    assert result.stderr.splitlines()[-1] == "1 match."


def test_nothing_found_and_matches_left_out_are_said(tmp_path: Path) -> None:
    corpus = lines(tmp_path / "two.jsonl", {"text": f"{ASK}\n\nIntroduction"}, {"text": "Snow fell.\n\nIntroduction"})
    said = run("reuse", corpus).stderr
    assert "No passage of one document was found in another." in said
    assert "1 match of a heading or a few common words left out" in said
    assert "Introduction" in run("reuse", corpus, "--short").stdout
    (tmp_path / "same.jsonl").write_text(f"{json.dumps({'text': ASK})}\n" * 3, encoding="utf-8")
    said = run("reuse", tmp_path / "same.jsonl", "--top", "1").stderr
    assert "1 of 3 matches printed." in said


def test_boilerplate_is_noted_once_however_many_drafts_are_compared(tmp_path: Path) -> None:
    kept = tmp_path / "city.library"
    run("library", kept, lines(tmp_path / "many.jsonl", *({"text": f"{ASK} Note {k}."} for k in range(40))))
    said = run("reuse", lines(tmp_path / "new.jsonl", {"text": ASK}, {"text": REPLY}), "--library", kept).stderr
    assert said.count("boilerplate") == 1


def test_a_packed_corpus_that_is_cut_short_leaves_a_library_as_it_was(tmp_path: Path) -> None:
    kept = tmp_path / "city.library"
    rows = "".join(f"{json.dumps({'id': f'd{k}', 'text': f'{ASK} {k}'})}\n" for k in range(3000))
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(rows.encode())[:-2000])
    whole = lines(tmp_path / "docs.jsonl", {"id": "d0", "text": REPLY})
    assert run("library", kept, whole).exit_code == 0
    result = run("library", kept, tmp_path / "cut.jsonl.gz", "--replace")
    assert result.exit_code == 2
    assert "nothing was taken in" in result.stderr
    assert [each["id"] for each in json.loads(run("library", kept, "--json").stdout)] == ["d0"]


def test_a_folder_without_a_document_makes_no_library(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("library", tmp_path / "new.library", tmp_path / "empty").exit_code == 2
    assert not (tmp_path / "new.library").exists()


def test_a_library_has_the_dates_in_file_names_and_tells_of_ids_that_came_twice(tmp_path: Path) -> None:
    folder, kept = tmp_path / "texts", tmp_path / "city.library"
    folder.mkdir()
    (folder / "2031-01-05 Rimtown statement.txt").write_text(ASK, encoding="utf-8")
    lines(folder / "2031-02-07 export.jsonl", {"id": "a", "text": REPLY}, {"id": "a", "text": f"{REPLY} So it is."})
    said = run("library", kept, folder).stderr
    assert "“a” became “a-2”" in said
    listed = json.loads(run("library", kept, "--json").stdout)
    assert {(each["id"], each["date"]) for each in listed} == {
        ("2031-01-05-rimtown-statement", "2031-01-05"), ("a", None), ("a-2", None)
    }  # fmt: skip
    assert run("library", tmp_path / "other", folder / "2031-02-07 export.jsonl", "--id", "nope").exit_code == 2


def test_a_damaged_library_is_told_where_that_is_asked(tmp_path: Path) -> None:
    kept = tmp_path / "city.library"
    run("library", kept, lines(tmp_path / "many.jsonl", *({"text": f"{ASK} Note {k}."} for k in range(200))))
    assert "The library is sound." in run("library", kept, "--check").stderr
    data = bytearray(kept.read_bytes())
    data[20_000:60_000] = bytes(byte ^ 0xFF for byte in data[20_000:60_000])
    kept.write_bytes(data)
    result = run("library", kept, "--check")
    assert result.exit_code == 2
    assert "damaged" in result.stderr
