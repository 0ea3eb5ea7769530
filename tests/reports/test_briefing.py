"""A briefing never passes two pages, says what it left out, and gives every line its source."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from hanse.errors import UnprintableText
from hanse.reports.briefing import Briefing, Line, Section, briefing_pdf, shortened

from .printing import TEXTS, links_of, pages_of, plain, tagged, tags_of, text_of

ASKS = Section("What to ask for", (Line("Seats for two cities.", "", "Statement, para. 3", "https://hanse.example/3"),))
TOLD = Line(
    "The ministry chaired the round table on regular pathways.",
    "Local governments shall be included in the follow-up.",
    "A/RES/73/195, para. 44",
    "https://un.example/73/195#44",
)


def briefing(*sections: Section, **changed: str) -> Briefing:
    """A briefing of some sections after what to ask for; the words around them can be changed."""
    whole = Briefing(
        title="Meeting with the Netherlands",
        counterpart="Netherlands, state",
        occasion="Review Forum, round table 2",
        date="2031-06-03",
        language="en",
        address="https://hanse.example/briefings/7/",
        sections=(ASKS, *sections),
        made="2031-06-02",
    )
    return replace(whole, **changed)  # type: ignore[arg-type]


def many(count: int, heading: str = "Positions", line: Line = TOLD, more: int = 0) -> Section:
    lines = tuple(replace(line, text=f"{number}: {line.text}") for number in range(count))
    return Section(heading, lines, more)


def test_everything_is_there_when_it_fits_with_what_to_ask_for_first() -> None:
    said = text_of(briefing_pdf(briefing(many(3, more=2))))
    for words in (TOLD.text, TOLD.quote, TOLD.source, "Netherlands, state", "3 June 2031", "Made on 2 June 2031"):
        assert plain(words) in plain(said)
    assert said.index("What to ask for") < said.index("Positions")
    assert "2 more on the page" in said


def test_every_source_is_a_link_and_so_is_the_page_that_has_the_rest() -> None:
    addresses = links_of(briefing_pdf(briefing(many(1))))
    assert addresses == {"https://hanse.example/briefings/7/", "https://hanse.example/3", TOLD.href}


@pytest.mark.parametrize("count", [0, 1, 9, 40, 400])
def test_two_pages_are_never_passed_and_what_is_left_out_is_counted(count: int) -> None:
    pdf = briefing_pdf(briefing(*(many(count, f"Section {letter}", more=1) for letter in "ABCDE")))
    assert pages_of(pdf) <= 2
    said = text_of(pdf)
    shown = said.count("The ministry chaired")
    left = sum(int(line.split()[0]) for line in said.splitlines() if "more on the page" in line)
    assert shown + left == 5 * count + 5
    assert "Seats for two cities." in said


def test_the_two_pages_are_filled_before_more_is_left_out() -> None:
    document = pypdfium2.PdfDocument(briefing_pdf(briefing(*(many(40, f"Section {letter}") for letter in "ABC"))))
    last = document[1].get_textpage()
    lowest = min(last.get_charbox(place)[1] for place in range(last.count_chars()) if last.get_charbox(place)[1] > 60)
    assert lowest < document[1].get_height() / 3


def test_very_long_lines_end_in_an_ellipsis_at_a_word() -> None:
    long = Line("A word or two. " * 300, "Quoted at length. " * 300, "Letter of 2031", "")
    pdf = briefing_pdf(briefing(many(3, line=long)))
    assert pages_of(pdf) <= 2
    assert "…" in text_of(pdf)
    cut = shortened(briefing(Section("Long", (long,))), 5, 40).sections[1].lines[0]
    assert cut.text == "A word or two. A word or two. A word…"
    assert cut.source == long.source


def test_a_text_without_spaces_is_cut_too() -> None:
    cut = shortened(briefing(Section("Long", (Line("城" * 99, "", "", ""),))), 1, 40).sections[1].lines[0]
    assert cut.text == "城" * 39 + "…"


def test_what_to_ask_for_keeps_twice_the_lines() -> None:
    asked = Section(ASKS.heading, ASKS.lines * 9, 0)
    cut = shortened(replace(briefing(many(9)), sections=(asked, many(9))), 3, None)
    assert [(len(section.lines), section.more) for section in cut.sections] == [(6, 3), (3, 6)]


def test_sections_without_end_are_refused() -> None:
    with pytest.raises(UnprintableText, match="give fewer sections"):
        briefing_pdf(briefing(*(many(1, f"Section {number}") for number in range(200))))


@pytest.mark.parametrize("language", TEXTS)
def test_it_can_be_read_aloud_in_every_language(language: str) -> None:
    line = Line(TEXTS[language][0], TEXTS[language][1], "A/RES/73/195, 44", "https://un.example/44")
    pdf = briefing_pdf(briefing(Section(TEXTS[language][2], (line,), 3), language=language))
    assert tagged(pdf)
    assert f"/Lang({language})".encode() in pdf
    kinds = [tag.kind for tag in tags_of(pdf)]
    assert kinds.count("H1") == 2
    assert kinds.count("BlockQuote") == 1
    assert kinds.count("L") == 2
    if language != "ar":
        for words in TEXTS[language]:
            assert plain(words) in plain(text_of(pdf))


def test_hostile_words_are_printed_as_they_stand() -> None:
    words = r"#panic() $x$ <b>@me</b> \ *x* _y_ [z] // no ``` = - + /"
    pdf = briefing_pdf(
        briefing(
            Section(words, (Line(words, words, words, "javascript:alert(1)"),)),
            counterpart=words,
            occasion=words,
            title=words,
        )
    )
    assert plain(text_of(pdf)).count(plain(words)) == 7
    assert "javascript:alert(1)" not in links_of(pdf)


def test_the_same_briefing_gives_the_same_bytes() -> None:
    assert briefing_pdf(briefing(many(30))) == briefing_pdf(briefing(many(30)))


def test_body_text_is_ten_points_at_least() -> None:
    page = pypdfium2.PdfDocument(briefing_pdf(briefing(many(2))))[0]
    text = page.get_textpage()
    start = text.get_text_bounded().index(TOLD.text)
    _, bottom, _, top = text.get_charbox(start, loose=True)
    assert top - bottom >= 10
