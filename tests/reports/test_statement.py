"""A joint statement is printed whole, readable aloud, and the same every time."""

from __future__ import annotations

import time
import unicodedata
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

import hanse
from hanse.errors import UnprintableText
from hanse.reports.frame import words
from hanse.reports.statement import Group, Paragraph, Signed, statement_pdf

from .printing import NAMES, TEXTS, links_of, pages_of, plain, statement, tagged, tags_of, text_of

HOSTILE = (
    r"#import \"x\": * $x^2$ @mayor <label> \ `raw` *bold* _it_ = Head // gone /* gone */ - [x] ~ -- --- ... 'a' "
    r'"b" #{panic()} #sys.inputs \u{41} {address} {page} &amp; <script>alert(1)</script> %PDF ]] }} ))'
)


@pytest.mark.parametrize("language", TEXTS)
def test_the_text_of_the_pdf_is_the_text_of_the_statement(language: str, tmp_path: Path) -> None:
    """As Hanse's own reader gives it, in logical order; compared after NFKC, without white space."""
    (tmp_path / "statement.pdf").write_bytes(statement_pdf(statement(language)))
    read = hanse.read(tmp_path / "statement.pdf")
    said = plain("".join(passage.number + passage.text for passage in read.passages))
    for paragraph in TEXTS[language]:
        assert plain(paragraph) in said


@pytest.mark.parametrize("language", TEXTS)
def test_pdfium_gives_it_too_but_sets_arabic_vowel_signs_before_their_letters(language: str) -> None:
    """PDFium turns a line of Arabic glyph by glyph and a glyph's letter and sign with it: signs are left out here."""
    said = unsigned(text_of(statement_pdf(statement(language))))
    for paragraph in TEXTS[language]:
        assert unsigned(paragraph) in said


@pytest.mark.parametrize(
    "words",
    [
        "عبد الله",
        "مُحَمَّد رَسُول اللّه",
        "أيضاً مُشترَكاً ومؤقّتاً",
        "إلّا لأنّ لِلأُمّ",
        "گِرد پَدر چّ ٹّ ڈَ",
        "भारत हिन्दी",
        "Adébáyọ̀ Ọlọ́run ẹ́kọ́",
    ],
)
def test_a_letter_with_signs_is_said_once(words: str) -> None:
    said = text_of(statement_pdf(statement(paragraphs=(Paragraph("", words),))))
    assert unsigned(words) in unsigned(said)


@pytest.mark.parametrize("language", TEXTS)
def test_every_signatory_is_named_in_any_script_beside_hash_and_address(language: str) -> None:
    sheet = statement(language)
    said = text_of(statement_pdf(sheet))
    for name in {part for names in NAMES for part in names}:
        assert plain(name) in plain(said)
    assert sheet.sha256 in said
    assert sheet.address in said


@pytest.mark.parametrize("language", TEXTS)
def test_it_can_be_read_aloud(language: str) -> None:
    """What ISO 14289-1 asks for and can be seen from outside; typst's own gate has looked at the rest."""
    pdf = statement_pdf(statement(language))
    assert tagged(pdf)
    assert f"/Lang({language})".encode() in pdf
    assert b"/Marked true" in pdf
    assert b"/DisplayDocTitle true" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert pypdfium2.PdfDocument(pdf).get_metadata_dict()["Title"] == statement(language).title
    kinds = [tag.kind for tag in tags_of(pdf)]
    assert kinds[0] == "Document"
    assert kinds.count("H1") == 1
    assert kinds.index("H1") < kinds.index("H2")
    assert kinds.count("Table") >= 2
    assert kinds.count("TH") >= 10
    assert [tag.alt for tag in tags_of(pdf) if tag.kind == "Figure"] == [
        words(language)["code"].replace("{address}", statement().address)
    ]


def test_the_address_is_a_link_and_nothing_but_web_addresses_are() -> None:
    assert links_of(statement_pdf(statement())) == {statement().address}
    assert links_of(statement_pdf(statement(address="javascript:alert(1)"))) == set()


def test_words_that_look_like_markup_are_printed_as_they_stand() -> None:
    signed = Signed(HOSTILE, HOSTILE, HOSTILE, HOSTILE, "2031-05-02", HOSTILE)
    sheet = statement(
        title=HOSTILE,
        authentic=HOSTILE,
        counting=HOSTILE,
        versions=(HOSTILE,),
        paragraphs=(Paragraph(HOSTILE, HOSTILE),),
        groups=(Group(HOSTILE, (signed,)),),
    )
    pdf = statement_pdf(sheet)
    said = plain(text_of(pdf))
    assert said.count(plain(HOSTILE)) >= 7
    assert plain("alert(1)") in said
    assert pypdfium2.PdfDocument(pdf).get_metadata_dict()["Title"] == HOSTILE


def test_lines_of_a_paragraph_stay_lines() -> None:
    pdf = statement_pdf(statement(paragraphs=(Paragraph("1.", "One\r\ntwo\u2028three\n\nfour"),)))
    lines = [line.strip() for line in text_of(pdf).splitlines()]
    assert lines[lines.index("1. One") :][:4] == ["1. One", "two", "three", "four"]


def test_a_word_without_end_stays_on_the_page() -> None:
    word = "W" * 400
    pdf = statement_pdf(
        statement(
            paragraphs=(Paragraph("1.", word),),
            groups=(Group("Everywhere", (Signed(word, word, word, word, "2031", word),)),),
        )
    )
    assert plain(text_of(pdf)).count(word) >= 6
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        boxes = [text.get_charbox(place) for place in range(text.count_chars())]
        assert max(right for _, _, right, _ in boxes) < page.get_width() - 50


def test_marks_are_told_in_the_language_and_other_words_as_they_are() -> None:
    signed = tuple(Signed("A", "B", "C", "D", "2031-05-01", mark) for mark in ("late", "rolling endorsement", "proxy"))
    said = plain(text_of(statement_pdf(statement("fr", groups=(Group("Europe", signed),)))))
    assert plain("tardive") in said
    assert plain("après clôture") in said
    assert "proxy" in said


def test_without_marks_there_is_no_column_for_them_and_without_signatures_it_says_so() -> None:
    unmarked = (Group("Europe", (Signed("A", "B", "C", "D", date(2031, 5, 1)),)),)
    assert "Note" not in text_of(statement_pdf(statement(groups=unmarked)))
    said = text_of(statement_pdf(statement(groups=(), withdrawn=0)))
    assert "No city has signed yet." in said
    assert "Signatures: 0" in said
    assert "Withdrawn" not in said


def test_counts_come_from_the_signatures_with_their_rule_and_day() -> None:
    said = text_of(statement_pdf(statement()))
    assert "Signatures: 7" in said
    assert "Withdrawn: 1" in said
    assert "As of 2 June 2031" in said
    assert "One signature a city and version of the text." in said


def test_the_same_statement_gives_the_same_bytes_dated_as_it_says() -> None:
    pdf = statement_pdf(statement())
    assert pdf == statement_pdf(statement())
    assert pypdfium2.PdfDocument(pdf).get_metadata_dict()["CreationDate"] == "D:20310602000000Z"


def test_five_hundred_signatories_take_no_minutes() -> None:
    statement_pdf(statement())  # loads the fonts
    cities = tuple(
        Signed(f"City of {n}", "Ghana", f"Ana Ouédraogo {n}", "Mayor", f"2031-05-{n % 28 + 1:02}") for n in range(500)
    )
    began = time.process_time()
    pdf = statement_pdf(statement(groups=(Group("Africa", cities[:300]), Group("Europe", cities[300:]))))
    assert time.process_time() - began < 3  # 0.05 on an idle machine
    said = plain(text_of(pdf))
    assert all(plain(f"City of {n}Ghana") in said for n in range(500))
    assert pages_of(pdf) > 10


def test_a_sign_that_no_font_has_is_named_with_its_place() -> None:
    with pytest.raises(UnprintableText) as refused:
        statement_pdf(statement(paragraphs=(Paragraph("1.", "Cities"), Paragraph("2.", "act 🚀 now"))))
    assert refused.value.sentence == (
        "paragraphs 2, text: “🚀” (U+1F680) is in none of the fonts that come with Hanse; "
        "write it with other characters."
    )


def test_a_statement_without_a_title_is_not_printed() -> None:
    with pytest.raises(UnprintableText, match="title"):
        statement_pdf(statement(title=" "))


def unsigned(text: str) -> str:
    """A text without vowel signs and other marks."""
    return "".join(char for char in plain(text) if unicodedata.category(char) != "Mn")
