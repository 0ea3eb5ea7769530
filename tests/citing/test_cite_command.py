"""``hanse cite`` lists references and citing sentences, what either lacks of the other, and exports them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hanse.cli import hanse

PAPER = """A Title

Introduction

Towns travel (Osei 2014).

References

Osei, K. (2014). Towns. Cities, 3(1), 4–9.
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path


def ended(*words: str) -> int:
    with pytest.raises(SystemExit) as end:
        hanse(list(words))
    return int(end.value.code or 0)


def test_references_and_citing_sentences_are_listed(paper: Path, capsys: pytest.CaptureFixture[str]):
    assert ended("cite", str(paper), "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row["references"][0]["title"] == "Towns"
    assert [each["cites"] for each in row["citations"]] == [[1]]


def test_references_are_exported(paper: Path, capsys: pytest.CaptureFixture[str]):
    assert ended("cite", str(paper), "--to", "ris") == 0
    assert "TI  - Towns" in capsys.readouterr().out


def test_a_paper_without_references_is_said_to_have_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "bare.txt"
    path.write_text("Only words stand here.", encoding="utf-8")
    assert ended("cite", str(path)) == 0
    assert "there is no list of references" in capsys.readouterr().err


LACKING = PAPER.replace("(Osei 2014).", "(Osei 2014; Abara 2016). Ships sail (Duro 2011).").replace(
    "References\n", "References\n\nKeita, M. (2012). Harbours. Ports, 2(1), 1–3.\n"
)


def test_citations_without_a_reference_and_references_that_nothing_cites_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path = tmp_path / "lacking.txt"
    path.write_text(LACKING, encoding="utf-8")
    assert ended("cite", str(path), "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert [each["title"] for each in row["references"]] == ["Harbours", "Towns"]
    assert row["uncited"] == [1]
    passage = row["citations"][0]["passage"]
    assert row["unanswered"] == [
        {"text": "Abara 2016", "passage": passage, "sentence": "Towns travel (Osei 2014; Abara 2016)."},
        {"text": "Duro 2011", "passage": passage, "sentence": "Ships sail (Duro 2011)."},
    ]
    assert ended("cite", str(path)) == 0
    told = capsys.readouterr().out
    assert "2 cited without a reference:\n  Abara 2016:  Towns travel" in told
    assert "1 never cited in the text:\n    1  Keita. 2012. Harbours" in told


def test_a_paper_that_lacks_nothing_is_said_nothing_of(paper: Path, capsys: pytest.CaptureFixture[str]):
    assert ended("cite", str(paper), "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["unanswered"], row["uncited"]) == ([], [])
    assert ended("cite", str(paper)) == 0
    assert "cited without" not in capsys.readouterr().out


MIXED = """A Title

Introduction

Towns travel, and states listen to them in most of their meetings (Osei 2014; Keita 2012). The ships of the harbour are
counted in every season. Contrairement à ce qu'affirme Osei (2014), nos données ne montrent aucun effet.

References

Keita, M. (2012). Harbours. Ports, 2(1), 1–3.
Osei, K. (2014). Towns. Cities, 3(1), 4–9.
"""


def test_each_sentence_has_a_stance_in_its_own_language_and_how_sure_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path = tmp_path / "mixed.txt"
    path.write_text(MIXED, encoding="utf-8")
    assert ended("cite", str(path), "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    *_, last = row["citations"]
    assert (last["stance"], 0 < last["confidence"] <= 1) == ("contrasts", True)
    assert ended("cite", str(path)) == 0
    told = capsys.readouterr().out
    assert "2 references, 2 citing sentences, 3 citing passages (a sentence and one reference" in told
    assert f"contrasts {last['confidence']:.2f}  Contrairement" in told
