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
    assert "draft p1: " in run("reuse", draft, "--library", kept).stdout
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
