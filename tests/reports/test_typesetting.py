"""Whatever can be typed is either printed or named, with its place, before anything is made."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanse.errors import UnprintableText
from hanse.reports.statement import Group, Paragraph, Signed, statement_pdf
from hanse.reports.typesetting import FONTS, TEMPLATES, printable, typeset

from .printing import plain, statement, text_of

LIVING = (
    "Þórsdóttir Łódź Ștefan İzmir Nguyễn Thị Hường ẹ́ ọ̀ ɛɔŋ Ɓ",
    "Ελένη ᾧ Їжак Ґалаґан Ҡазан Ѣ",
    "پاریس لاہور ڭ ئۇ ۱۲۳ ﷺ مُحَمَّد اللّٰه",
    "臺灣 廣東 東京 横浜 ひらがな カタカナ 喆堃玥镕 서울 부산",
    "עברית հայերեն ქართული አዲስ हिन्दी বাংলা தமிழ் ไทย ລາວ ខ្មែរ ދިވެހި ⵜⵉⴼ",
    "①②★☐✓→≥≤½€₽₺№§†•‣…—–‐‑「」Ⅳⅳ∑∞≈",
)


@pytest.mark.parametrize("words", LIVING)
def test_the_scripts_of_the_world_are_printed(words: str) -> None:
    printable({"words": words})


def test_all_of_gb_2312_and_common_traditional_characters_are_printed() -> None:
    simplified = "".join(bytes([a, b]).decode("gb2312", "ignore") for a in range(0xB0, 0xF8) for b in range(0xA1, 0xFF))
    traditional = "".join(bytes([a, b]).decode("big5", "ignore") for a in range(0xA4, 0xC6) for b in range(0x40, 0xFF))
    traditional = "".join(filter(str.isalpha, traditional))
    assert len(simplified) == 6763
    printable({"words": simplified + traditional})


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("🚀", "“🚀” (U+1F680) is"),
        ("a\x07", "U+0007 is"),
        ("\x00", "U+0000 is"),
        ("\ue000", "U+E000 is"),
        ("👩\u200d🚀", "“👩” (U+1F469), “🚀” (U+1F680) are"),
        ("\ud800", "U+D800 is half a character"),
    ],
)
def test_what_cannot_be_printed_is_named_with_its_field(words: str, named: str) -> None:
    with pytest.raises(UnprintableText) as refused:
        printable({"city": "Łódź", "signer": f"Ana {words}"})
    assert refused.value.where == "signer"
    assert named in refused.value.sentence


@pytest.mark.parametrize("mark", ["\ufeff", "\u200b", "\u00ad", "\u202e", "\u2066", "\u200f", "\u00a0", "\u202f", "\t"])
def test_invisible_marks_do_no_harm(mark: str) -> None:
    printable({"words": f"one{mark}two"})


@pytest.mark.parametrize("text", ["one\x0b\u2069\ntwo", "\u2028\u034f", "\ufe0f", "a\n\u200b\u2066\nb", "", " \t "])
def test_lines_of_nothing_but_invisible_marks_do_no_harm(text: str) -> None:
    printable({"words": text})
    statement_pdf(replace(statement(), counting=text, authentic=text))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40), st.text(max_size=12))
def test_any_text_at_all_is_printed_or_refused_in_one_sentence(long: str, short: str) -> None:
    signed = Signed(short, long, long, short, short, short)
    sheet = replace(statement(), groups=(Group(short, (signed,)),), paragraphs=(Paragraph(short, long),), counting=long)
    said = ""
    try:
        said = statement_pdf(sheet)[:4].decode()
    except UnprintableText as refused:
        said = refused.sentence
    assert said == "%PDF" or "U+" in said


def test_a_tag_that_is_none_is_refused() -> None:
    with pytest.raises(UnprintableText, match="no language tag"):
        typeset("statement", {"title": "x"}, language="the language of the sea")


def test_a_language_without_words_of_its_own_is_framed_in_english() -> None:
    pdf = statement_pdf(replace(statement(), language="de"))
    assert b"/Lang(de)" in pdf
    assert plain("Signatories by region") in plain(text_of(pdf))


def test_a_file_does_not_ask_readers_to_turn_every_line() -> None:
    assert b"R2L" not in statement_pdf(statement("ar"))


def test_fonts_and_templates_lie_in_the_package() -> None:
    assert len(list(FONTS.glob("*.?tf"))) > 15
    assert (TEMPLATES / "look.typ").exists()
