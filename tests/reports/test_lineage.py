"""The page of a lineage quotes the first, lists every appearance, and marks what changed."""

from __future__ import annotations

import re
from html import unescape

import pytest

import hanse
from hanse.errors import RestrictedDocument
from hanse.reports.lineage import QUOTED, html, redline
from hanse.text.document import Document, Passage


def text(id: str, date: str | None, words: str, **said: object) -> Document:
    content = (Passage(id="p1", text=words, number="7"),)
    return Document(id=id, content=content, date=date, title=id.title(), language="en", **said)  # type: ignore[arg-type]


SENTENCE = "Port towns shall open tide schools to every child who comes by sea."
TEXTS = [
    text("pact", "2029-11-14", SENTENCE, symbol="ALC/4", adopted=True, actor="Assembly <b>"),
    text("rev", "2031-03-02", SENTENCE.replace("shall", "may"), kind="draft"),
    text("late", None, "Tide schools."),
]


def test_the_first_is_quoted_with_symbol_and_paragraph() -> None:
    page = html(hanse.lineage("tide schools", TEXTS))
    first = page[page.index("<figure>") : page.index("</figure>")]
    assert "<mark>tide schools</mark>" in first
    assert "ALC/4, para. 7" in first
    assert "14 November 2029" in first
    assert "agreed language" in first


def test_every_appearance_is_listed_and_the_change_is_marked() -> None:
    page = html(hanse.lineage("tide schools", TEXTS))
    assert len(re.findall(r'<li id="a\.', page)) == 3
    assert "<del>shall</del> <ins>may</ins>" in page
    assert "Without a date" in page


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("Ports shall pay.", "Ports may pay.", "Ports <del>shall</del> <ins>may</ins> pay."),
        ("National ports pay.", "Before dawn, national ports pay.", "<ins>Before dawn,</ins> national ports pay."),
        ("Ports publish a reply in May.", "Ports publish a reply.", "Ports publish a reply <del>in May</del>."),
        ("Ports pay.", "[Delta: The Ports pay.]", "<ins>[Delta: The</ins> Ports pay.<ins>]</ins>"),
        ("In May ports pay.", "Ports pay.", "<del>In May</del> Ports pay."),
        ("Ports (old) pay.", "Ports pay.", "Ports <del>(old)</del> pay."),
        ("Ports pay", "Ports pay <b>", "Ports pay <ins>&lt;b&gt;</ins>"),
    ],
)
def test_a_redline_shows_the_new_text_as_it_is_written(old: str, new: str, shown: str) -> None:
    drawn = redline(old, new)
    assert drawn == shown
    kept = unescape(re.sub(r"</?ins>", "", re.sub(r"<del>.*?</del>", "", drawn)))
    assert kept.replace(" ", "") == new.replace(" ", "")


def test_everything_is_escaped_and_nothing_is_loaded() -> None:
    page = html(hanse.lineage("tide schools", TEXTS))
    assert "<b>" not in page
    assert not re.search(r'(src|href)="(?!#)', page)
    assert "default-src 'none'" in unescape(page)
    assert " style=" not in page


def test_every_link_in_the_page_has_its_place() -> None:
    page = html(hanse.lineage("tide schools", TEXTS))
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets <= set(re.findall(r'id="([^"]+)"', page))


def test_of_many_first_ones_some_are_quoted_and_the_number_of_the_others_is_told() -> None:
    texts = [text(f"t{k}", "2030", f"Lamp {k} and tide schools.") for k in range(QUOTED + 3)]
    page = html(hanse.lineage("tide schools", texts))
    assert page.count("<figure>") == QUOTED
    assert "And 3 more of the first" in page


def test_words_that_nobody_has_make_a_page_that_says_so() -> None:
    page = html(hanse.lineage("sky schools", TEXTS))
    assert "None of 3 documents has these words." in page
    assert "<svg" not in page


def test_what_is_restricted_does_not_leave_unasked() -> None:
    found = hanse.lineage("tide schools", [*TEXTS, text("secret", "2028", "Tide schools.", handling="restricted")])
    with pytest.raises(RestrictedDocument):
        html(found)
    assert "must not be passed on" in html(found, include_restricted=True)
