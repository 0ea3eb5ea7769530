"""Word files become Blocks in order."""

import io

import docx as python_docx
import pytest

from hanse.errors import DamagedFile, EmptyFile, EncryptedFile, UnsupportedFile
from hanse.text import docx


def saved(document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_headings_lists_and_tables_come_in_order():
    document = python_docx.Document()
    document.add_heading("Harbours", 1)
    document.add_paragraph("Keep the lamps lit.", style="List Number")
    document.add_paragraph("Keep the ledgers open.", style="List Number")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "left", "right"
    document.add_paragraph("The end.")
    found = docx.blocks(saved(document), "harbours.docx")
    assert [(block.label, block.text, block.heading, block.cell) for block in found] == [
        ("", "Harbours", 1, False),
        ("1.", "Keep the lamps lit.", 0, False),
        ("2.", "Keep the ledgers open.", 0, False),
        ("", "left", 0, True),
        ("", "right", 0, True),
        ("", "The end.", 0, False),
    ]


def test_a_truncated_file_is_damaged():
    document = python_docx.Document()
    document.add_paragraph("Words")
    with pytest.raises(DamagedFile, match=r"cut\.docx: .*; .*"):
        docx.blocks(saved(document)[:-400], "cut.docx")


def test_other_bytes_are_not_word():
    with pytest.raises(DamagedFile, match="not a Word file"):
        docx.blocks(b"%PDF-1.4 ...", "renamed.docx")


def test_a_file_without_words_is_empty():
    with pytest.raises(EmptyFile):
        docx.blocks(saved(python_docx.Document()), "blank.docx")
    with pytest.raises(EmptyFile):
        docx.blocks(b"", "none.docx")


def test_old_word_and_locked_word_say_what_to_do():
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
    with pytest.raises(UnsupportedFile, match="save it as DOCX"):
        docx.blocks(ole + "WordDocument".encode("utf-16-le"), "old.doc")
    with pytest.raises(EncryptedFile, match="password"):
        docx.blocks(ole + "EncryptedPackage".encode("utf-16-le"), "locked.docx")
