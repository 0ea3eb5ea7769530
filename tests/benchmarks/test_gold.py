"""The authored gold is whole: its counts are those it tells, every key resolves, its papers can be read in print."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

import pypdfium2
import pytest

pytest.importorskip("reportlab")

from benchmarks import gold
from benchmarks.gold.__main__ import rendered
from benchmarks.gold.manuscript import UNSEEN, Paper, papers

PASSAGES, REFERENCES, PAPERS = gold.passages(), gold.references(), papers()


def test_the_passages_are_four_hundred_and_each_is_its_own():
    assert len(PASSAGES) == len({row["id"] for row in PASSAGES}) == len({row["passage"] for row in PASSAGES}) == 400
    assert Counter(row["stance"] for row in PASSAGES) == {
        "supports": 110,
        "contrasts": 90,
        "mentions": 150,
        "unsure": 50,
    }
    assert Counter(row["language"] for row in PASSAGES) == {"en": 360, "fr": 20, "es": 20}
    assert {row["style"] for row in PASSAGES} == set(gold.STYLES)


@pytest.mark.parametrize("row", PASSAGES, ids=lambda row: row["id"])
def test_a_passage_marks_one_citation(row):
    assert row["passage"].count(gold.OPEN) == row["passage"].count(gold.CLOSE) == 1
    text, start, end = gold.bare(row["passage"])
    assert text[start:end].strip()
    assert gold.OPEN not in text


def test_the_references_are_two_hundred_in_six_styles_and_all_kinds():
    assert (
        len(REFERENCES) == len({row["id"] for row in REFERENCES}) == len({row["string"] for row in REFERENCES}) == 200
    )
    assert min(Counter(row["style"] for row in REFERENCES).values()) >= 30
    assert {row["style"] for row in REFERENCES} == set(gold.STYLES)
    assert {row["kind"] for row in REFERENCES} == set(gold.KINDS)
    assert sum(row["broken"] for row in REFERENCES) == 12


@pytest.mark.parametrize("row", REFERENCES, ids=lambda row: row["id"])
def test_every_field_stands_in_its_string(row):
    printed = re.sub(r"-\n", "", row["string"]).replace("\n", " ")
    names = [name for author in row["authors"] for name in author.values()]
    fields = ("year", "title", "container", "volume", "issue", "pages", "publisher", "place", "doi", "url", "symbol")
    assert [value for value in (*names, *(row[field] for field in fields)) if value not in printed] == []
    assert re.fullmatch(r"(\d{4})?", row["year"])


def test_the_papers_are_twenty_in_six_styles_with_their_keys_resolved_and_used():
    assert Counter(paper.format for paper in PAPERS) == {"pdf": 12, "docx": 8}
    assert {paper.style for paper in PAPERS} == set(gold.STYLES)
    told = [paper.gold() for paper in PAPERS]
    assert sum(len(each["passages"]) for each in told) == 316
    for each in told:
        assert {key for passage in each["passages"] for key in passage["cites"]} == {
            reference["key"] for reference in each["references"]
        }


@pytest.mark.parametrize("paper", [*PAPERS, *papers(UNSEEN)], ids=lambda paper: paper.id)
def test_a_printed_paper_holds_every_sentence_and_reference_of_its_gold(paper):
    file = rendered(paper)
    assert file == rendered(paper)
    printed = letters(words(paper, file))
    told = paper.gold()
    for passage in told["passages"]:
        for note in passage["notes"]:
            assert letters(note) in printed
    for run in (run for sentence in paper.sentences for run in sentence.runs):
        assert letters(run.text) in printed or crosses_a_page(run.text, printed)
    if paper.list_heading:
        for reference in told["references"]:
            assert letters(reference["text"]) in printed or crosses_a_page(reference["text"], printed)


def words(paper: Paper, file: bytes) -> str:
    """What a simple reader gets out of the file."""
    if paper.format == "docx":
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            parts = [
                archive.read(f"word/{name}.xml")
                for name in ("document", "footnotes", "endnotes")
                if f"word/{name}.xml" in archive.namelist()
            ]
        texts = re.findall(r"<w:t[^>]*>([^<]*)</w:t>", b"".join(parts).decode())
        return "".join(texts).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    document = pypdfium2.PdfDocument(file)
    return "".join(page.get_textpage().get_text_bounded() for page in document)


def letters(text: str) -> str:
    """Only what no line break, hyphen or ligature changes."""
    for joined, apart in (("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi"), ("ﬄ", "ffl")):
        text = text.replace(joined, apart)
    return re.sub(r"[\W_]", "", text).lower()


def crosses_a_page(text: str, printed: str) -> bool:
    """Whether both ends of a text are there, with a running head or foot between."""
    wanted = letters(text)
    return any(wanted[:cut] in printed and wanted[cut:] in printed for cut in range(len(wanted)))
