"""Files that are too large, packed or unpacked, are refused before they do harm."""

import io
import zipfile

import pytest

from hanse.errors import DamagedFile, EmptyFile, OversizedFile
from hanse.text import docx, limits
from tests.text.word_files import p, word_file


def test_an_upload_beyond_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_BYTES", 1000)
    with pytest.raises(OversizedFile, match=r"big\.pdf: .*limit.*; .*"):
        limits.check_size(bytes(1001), "big.pdf")
    limits.check_size(bytes(1000), "fits.pdf")


def test_nothing_at_all_is_an_empty_file():
    with pytest.raises(EmptyFile):
        limits.check_size(b"", "none.pdf")


def test_three_hundred_megabytes_are_beyond_the_limit():
    assert limits.MAX_BYTES < 300 * 1024 * 1024


def packed(**parts: bytes) -> bytes:
    buffer = io.BytesIO(word_file(p("Words.")))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_a_zip_bomb_is_refused_unopened():
    with pytest.raises(OversizedFile, match="zip bomb"):
        docx.blocks(packed(bomb=bytes(20_000_000)), "bomb.docx")


def test_a_part_that_lies_about_its_size_is_refused():
    data = bytearray(word_file(p("Words. " * 400)))
    name = b"word/document.xml"
    entry = data.rindex(name) - 46
    data[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    with pytest.raises((OversizedFile, DamagedFile)):
        docx.blocks(bytes(data), "liar.docx")


def test_too_many_parts_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_PARTS", 3)
    with pytest.raises(OversizedFile):
        docx.blocks(packed(), "many.docx")


def test_entities_are_never_expanded():
    text = '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document xmlns:w="%s"><w:body/></w:document>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", text % "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
    with pytest.raises(DamagedFile, match="document type"):
        docx.blocks(buffer.getvalue(), "laughs.docx")


def test_a_corrupted_part_is_damaged():
    data = bytearray(word_file(p("Words that can be packed. " * 50)))
    start = data.index(b"word/document.xml") + 40
    data[start : start + 30] = bytes(range(200, 230))
    with pytest.raises(DamagedFile):
        docx.blocks(bytes(data), "corrupt.docx")
