"""A file becomes a Document: formats told by their bytes, bad files refused with a sentence, real texts read whole."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest

import hanse
from hanse.errors import DamagedFile, DuplicateFile, EmptyFile, OversizedFile, UnreadableFile, UnsupportedFile
from hanse.text import limits, reading
from hanse.text.blocks import Block
from hanse.text.characters import normalise
from hanse.text.document import Passage
from hanse.text.reading import read_all, slug
from hanse.text.structure import content

TEXT = b"PLEDGE OF PORTS\n\n1. Towns shall:\n\n(a) listen;\n\n(b) report."


def letters(words: list[str]) -> str:
    """Words with hyphens and the spaces between them left out: the same before and after hyphenation is undone."""
    return "".join(words).replace("-", "")


def test_a_document_has_what_its_file_and_its_caller_say() -> None:
    document = hanse.read(
        TEXT, name="2018-03-05 Zero Draft.txt", date="2018-03", actor="Ports", kind="draft", parent="x"
    )
    assert (document.id, document.title) == ("2018-03-05-zero-draft", "PLEDGE OF PORTS")
    assert (document.date, document.actor, document.kind, document.parent) == ("2018-03", "Ports", "draft", "x")
    assert (document.source, document.sha256) == ("2018-03-05 Zero Draft.txt", hashlib.sha256(TEXT).hexdigest())
    assert [passage.number for passage in document.passages] == ["", "1", "1(a)", "1(b)"]


def test_path_bytes_and_stream_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(TEXT)
    documents = [hanse.read(path), hanse.read(str(path)), hanse.read(TEXT, name="draft.txt")]
    documents.append(hanse.read(io.BytesIO(TEXT), name="draft.txt"))
    assert all(document == documents[0] for document in documents)


@pytest.mark.parametrize(
    ("data", "name", "error", "says"),
    [
        (b"", "a.txt", EmptyFile, "empty"),
        (b" \n\n ", "a.txt", EmptyFile, "white space"),
        (b"\x00\x01\x02\x03" * 99, "a.txt", DamagedFile, "binary"),
        (b"%PDF-1.7 ...", "a.txt", DamagedFile, "rename it to end in .pdf"),
        (b"just words", "a.pdf", DamagedFile, "promises PDF"),
        (b"just words", "a.docx", DamagedFile, "promises DOCX"),
        (b"PK\x03\x04 broken", "a.docx", DamagedFile, "truncated"),
        (b"%PDF-1.7 broken", "a.pdf", DamagedFile, "truncated"),
        (b"\x89PNG\r\n", "a.png", UnsupportedFile, "OCR"),
        (b"{\\rtf1 }", "a.doc", UnsupportedFile, "save it as DOCX"),
        (b"PK\x03\x04 zip", "a.zip", UnsupportedFile, "PDF, DOCX, HTML, TXT and Markdown"),
        (b"a,b\n1,2", "a.csv", UnsupportedFile, "PDF, DOCX, HTML, TXT and Markdown"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "a.doc", UnsupportedFile, "Word 97-2003"),
    ],
)
def test_a_bad_file_gets_a_sentence(data: bytes, name: str, error: type[Exception], says: str) -> None:
    with pytest.raises(error) as caught:
        hanse.read(data, name=name)
    assert str(caught.value).startswith(f"{name}: ")
    assert says in str(caught.value)
    assert str(caught.value).endswith(".")


def test_a_file_above_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_BYTES", 10)
    with pytest.raises(OversizedFile, match="limit"):
        hanse.read(TEXT, name="a.txt")


def test_a_path_that_is_not_there_and_a_folder_are_said_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        hanse.read(tmp_path / "none.txt")
    with pytest.raises(UnreadableFile, match="folder"):
        hanse.read(tmp_path)


def test_an_impossible_date_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="2018-13"):
        hanse.read(TEXT, name="a.txt", date="2018-13")


def test_a_batch_goes_on_and_names_the_same_file_twice(tmp_path: Path) -> None:
    for name, data in {"a.txt": TEXT, "b.txt": b"", "c.txt": TEXT, "d.txt": b"Other words."}.items():
        (tmp_path / name).write_bytes(data)
    reading = read_all(sorted(tmp_path.iterdir()))
    assert [document.source for document in reading.documents] == ["a.txt", "d.txt"]
    empty, twice = reading.refused
    assert isinstance(empty, EmptyFile)
    assert isinstance(twice, DuplicateFile)
    assert str(twice).startswith("c.txt: the same file as a.txt")


def test_ids_of_a_batch_are_unique(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "x" / "a.txt").write_bytes(b"Other words.")
    reading = read_all([tmp_path / "a.txt", tmp_path / "x" / "a.txt"])
    assert [document.id for document in reading.documents] == ["a", "a-2"]


def test_a_slug_is_plain() -> None:
    assert slug("2018-03-05 Zéro_Draft (İstanbul)") == "2018-03-05-zero-draft-istanbul"


def test_real_texts_are_read_whole(shared: Path) -> None:
    files = sorted([*(shared / "data" / "texts").glob("*.txt"), *(shared / "seeds").glob("*.txt")])
    assert len(files) >= 8
    for path in files:
        written = normalise(path.read_text(encoding="utf-8")).split()
        assert letters(list(hanse.read(path).words())) == letters(written), path.name


def test_the_same_bytes_give_the_same_document(shared: Path) -> None:
    path = next((shared / "data" / "texts").glob("*un_edited*"))
    assert hanse.read(path) == hanse.read(path)


def test_a_file_that_nobody_foresaw_is_refused_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumbles(blocks: list[Block]) -> tuple[Passage, ...]:
        if "odd" in blocks[0].text:
            raise IndexError("list index out of range")
        return content(blocks)

    monkeypatch.setattr(reading, "content", stumbles)
    (tmp_path / "a.txt").write_text("odd words")
    (tmp_path / "b.txt").write_text("plain words")
    batch = read_all([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert [document.source for document in batch.documents] == ["b.txt"]
    assert "a.txt: Hanse could not make sense of this file" in batch.refused[0].sentence
    assert isinstance(batch.refused[0].__cause__, IndexError)
