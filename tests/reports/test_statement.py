"""A joint statement is printed whole, readable aloud, and the same every time."""

from __future__ import annotations

import pytest

from hanse.errors import UnprintableText
from hanse.reports.statement import statement_pdf

from .printing import TEXTS, plain, statement, text_of


@pytest.mark.parametrize("language", [each for each in TEXTS if each != "ar"])
def test_the_text_of_the_pdf_is_the_text_of_the_statement(language: str) -> None:
    said = plain(text_of(statement_pdf(statement(language))))
    for paragraph in TEXTS[language]:
        assert plain(paragraph) in said


def test_the_hash_stands_in_full_and_the_address_beside_it() -> None:
    sheet = statement()
    said = text_of(statement_pdf(sheet))
    assert sheet.sha256 in said
    assert sheet.address in said


def test_the_same_statement_gives_the_same_bytes() -> None:
    assert statement_pdf(statement()) == statement_pdf(statement())


def test_a_statement_without_a_title_is_not_printed() -> None:
    with pytest.raises(UnprintableText, match="title"):
        statement_pdf(statement(title=" "))
