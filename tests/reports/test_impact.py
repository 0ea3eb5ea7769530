"""An impact report says everything that it was given, in six languages, and the same every time."""

from __future__ import annotations

import time
from dataclasses import replace

import pypdfium2
import pytest

from hanse import saying
from hanse.errors import HanseError, UnprintableText
from hanse.reports.frame import words
from hanse.reports.impact import Chart, Counter, Quote, Row, Story, impact_json, impact_pdf, impact_sheet
from hanse.reports.impact_told import told

from .accounts import ASKED, PASSAGE, item, sheet
from .printing import links_of, pages_of, plain, tagged, tags_of, text_of
from .test_statement import HOSTILE, unsigned


def texts(data: object) -> list[str]:
    """Every text of what templates are given, but for addresses, pictures, tags and contract values."""
    if isinstance(data, str):
        return [data]
    if isinstance(data, dict):
        unseen = {"say", "glyphs", "code", "svg", "alt", "href", "printed", "outcome", "language", "runs", "missing"}
        return [text for key, value in data.items() if key not in unseen for text in texts(value)]
    return [text for each in data for text in texts(each)] if isinstance(data, list | tuple) else []


@pytest.mark.parametrize("language", saying.LANGUAGES)
def test_the_text_of_the_pdf_is_the_data(language: str) -> None:
    given = sheet(language)
    said = unsigned(text_of(impact_pdf(given)))
    for text in texts(told(given)):
        if language != "ar":
            assert unsigned(text) in said, text
        for word in text.split():  # numbers and Latin words turn a line of Arabic where PDFium gives it
            assert unsigned(word).strip(".,:;،؛") in said, word
    assert said.count(unsigned(PASSAGE[language])) >= 4
    assert said.count(unsigned(ASKED[language])) >= 4


@pytest.mark.parametrize("language", saying.LANGUAGES)
def test_it_can_be_read_aloud(language: str) -> None:
    made = impact_pdf(sheet(language))
    assert tagged(made)
    assert f"/Lang({language})".encode() in made
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert pypdfium2.PdfDocument(made).get_metadata_dict()["Title"] == sheet(language).title
    tags = tags_of(made)
    kinds = [tag.kind for tag in tags]
    assert kinds.count("H1") >= 5
    assert kinds.count("TH") == 2
    code, chart = [tag.alt for tag in tags if tag.kind == "Figure"]
    assert sheet(language).address in code
    assert plain("Africa") in plain(chart)
    assert plain(words(language)["impact"]["not_documented"]) in plain(chart)


def test_what_nobody_documented_is_said_to_be_so_and_never_nought() -> None:
    bare = replace(
        sheet(),
        since="",
        until="",
        counters=(Counter("Partners", None, "", "2031-12-31"),),
        charts=(),
        stories=(Story("A letter", "", "", Quote("Words."), ()),),
        annexes=(replace(sheet().annexes[0], items=(item(1, date="", claimants=(), confirmed=(), passages=()),)),),
    )
    said = text_of(impact_pdf(bare))
    assert said.count("not documented") >= 9
    assert "All that is documented" in said
    assert "No definition is documented." in said
    assert "No draft is documented." in said
    assert plain("Partners No definition") in plain(said)


def test_numbers_stand_beside_what_was_published_with_definition_baseline_target_and_day() -> None:
    said = plain(text_of(impact_pdf(sheet())))
    for line in (
        "61",
        "As of 31 December 2031. Baseline: 12 on 31 December 2029. Target: 80 by 31 December 2032.",
        "Proposed by machine, not judged by a person and not counted: 7.",
        "influenced more than sixty positions",
        "sixty-four positions source not documented",
        "12%",
        "1,250,000.5 USD",
        '{"source": "positions"}',
        "ab" * 32,
    ):
        assert plain(line) in said


def test_an_item_that_is_gone_keeps_its_number_and_digest() -> None:
    gone = item(2, title="", asked=(), passages=(), confirmed=(), claimants=(), rivals=(), note="Removed since.")
    annex = replace(sheet().annexes[0], items=(item(1), gone, item(3)))
    said = plain(text_of(impact_pdf(replace(sheet(), annexes=(annex,)))))
    assert plain("Counted items: 3") in said
    assert plain(f"2. Removed since. SHA-256 of the item {gone.digest}") in said


def test_links_lead_to_snapshots_and_sources_and_nowhere_else() -> None:
    assert links_of(impact_pdf(sheet())) == {
        "https://hanse.example/impact/reports/r1/",
        "https://hanse.example/impact/snapshots/s1/",
        "https://hanse.example/asks/a1/",
        "https://x.example/",
    }


def test_words_that_look_like_markup_are_printed_as_they_stand() -> None:
    story = replace(sheet().stories[0], title=HOSTILE, actor=HOSTILE, asked=Quote(HOSTILE, HOSTILE, HOSTILE, HOSTILE))
    odd = item(1, title=HOSTILE, kind=HOSTILE, claimants=(HOSTILE,), rivals=(HOSTILE,), note=HOSTILE, digest=HOSTILE)
    annex = replace(sheet().annexes[0], title=HOSTILE, items=(odd,), note=HOSTILE)
    counter = replace(sheet().counters[0], name=HOSTILE, unit=HOSTILE, definition=HOSTILE, rule=HOSTILE, code=HOSTILE)
    made = impact_pdf(
        replace(
            sheet(),
            title=HOSTILE,
            by=HOSTILE,
            notes=(HOSTILE,),
            counters=(counter,),
            stories=(story,),
            annexes=(annex,),
        )
    )
    assert plain(text_of(made)).count(plain(HOSTILE)) >= 14


def test_a_very_long_passage_and_a_word_without_end_stay_on_the_page_whole() -> None:
    long = " ".join(f"Sentence {number} without end." for number in range(800)) + " " + "W" * 400
    made = impact_pdf(
        replace(sheet(), annexes=(replace(sheet().annexes[0], items=(item(1, passages=(Quote(long),)),)),))
    )
    assert pages_of(made) > 5
    assert plain(long.split(" W")[0])[-200:] in plain(text_of(made))
    for page in pypdfium2.PdfDocument(made):
        text = page.get_textpage()
        boxes = [text.get_charbox(place) for place in range(text.count_chars())]
        assert max(right for _, _, right, _ in boxes) < page.get_width() - 50


def test_a_character_that_no_font_has_is_printed_as_its_code() -> None:
    said = plain(text_of(impact_pdf(replace(sheet(), notes=("Cities 🚀 act.",)))))
    assert plain("Cities [U+1F680] act.") in said
    assert plain("printed as its code") in said


def test_the_same_sheet_gives_the_same_bytes_also_when_it_was_written_down_and_read_again() -> None:
    for language in ("en", "ar"):
        given = sheet(language)
        read = impact_sheet(impact_json(given))
        assert read == given
        assert impact_pdf(given) == impact_pdf(read)
    assert pypdfium2.PdfDocument(impact_pdf(sheet())).get_metadata_dict()["CreationDate"] == "D:20320115000000Z"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"title": 1', '{"title": "x", "counters": 3}'])
def test_what_is_no_report_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(HanseError, match="no impact report"):
        impact_sheet(text)


def test_an_unknown_audience_and_an_empty_title_are_refused() -> None:
    with pytest.raises(HanseError, match="there is no audience “press”"):
        impact_pdf(replace(sheet(), audience="press"))  # type: ignore[arg-type]
    with pytest.raises(UnprintableText, match="title"):
        impact_pdf(replace(sheet(), title=" "))


def test_an_annex_of_five_hundred_items_takes_seconds_at_most() -> None:
    impact_pdf(sheet())  # loads the fonts
    began = time.process_time()
    made = impact_pdf(sheet(items=500))
    assert time.process_time() - began < 5  # 0.8 on an idle machine
    assert plain("500.OP500") in plain(text_of(made))


def test_a_picture_of_many_rows_stays_on_one_page_whole() -> None:
    parts = tuple(Row(f"Part {number}", number + 1.0) for number in range(90))
    document = pypdfium2.PdfDocument(impact_pdf(replace(sheet(), charts=(Chart("Everything", parts),))))
    held = [page for page in document if "Part 0" in page.get_textpage().get_text_range()]
    assert "Part 89" in held[0].get_textpage().get_text_range()
