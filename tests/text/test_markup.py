"""Markdown and HTML: structure kept, no word lost, the page's own furniture set apart."""

from __future__ import annotations

import pytest

import hanse

PAGE = """<!doctype html><html><head><title>x</title><style>p {}</style></head><body>
<header><nav><a href="/">Home</a></nav></header>
<main><h1>Pledge of Ports</h1><p>We, the mayors, call on:</p>
<ol><li>states to:<ol type="a"><li>listen;</li><li>pay<sup>2</sup>;</li></ol></li>
<li>ports to <del>close</del><ins>open</ins>.</li></ol>
<table><tr><th>Port</th><th>Year</th></tr><tr><td>Ada</td><td>2018</td></tr></table>
Loose&nbsp;words, 4 km<sup>2</sup>.</main><footer>All rights kept</footer></body></html>"""


def test_html_keeps_lists_tables_headings_and_changes() -> None:
    passages = hanse.read(PAGE.encode(), name="page.html").passages
    assert [(one.kind, one.number, one.text) for one in passages] == [
        ("title", "", "Pledge of Ports"),
        ("paragraph", "", "We, the mayors, call on:"),
        ("item", "1", "states to:"),
        ("item", "1(a)", "listen;"),
        ("item", "1(b)", "pay;"),
        ("item", "2", "ports to close."),
        ("cell", "", "Port"),
        ("cell", "", "Year"),
        ("cell", "", "Ada"),
        ("cell", "", "2018"),
        ("paragraph", "", "Loose words, 4 km2."),
    ]
    assert [(one.kind, one.text) for one in passages[5].proposals] == [("delete", "close"), ("insert", "open")]


def test_html_furniture_is_set_apart_and_no_word_is_lost() -> None:
    document = hanse.read(PAGE.encode(), name="page.html")
    assert [(one.kind, one.text) for one in document.furniture] == [
        ("header", "Home"),
        ("footnote", "2"),
        ("footer", "All rights kept"),
    ]
    words = (
        "Home Pledge of Ports We, the mayors, call on: 1. states to: (a) listen; (b) pay 2 ; 2. ports to close open ."
    )
    assert "".join(document.words()).startswith("".join(words.split()))


def test_a_page_without_marks_keeps_its_paragraphs() -> None:
    page = b"<html><body><div class='nav-menu'>Menu</div><p>1. We agree.</p><p>(a) one;</p>tail</body></html>"
    document = hanse.read(page, name="page.html")
    assert [one.number for one in document.passages] == ["1", "1(a)", ""]
    assert [one.text for one in document.furniture] == ["Menu"]


def test_markdown_keeps_headings_lists_and_labels_of_every_kind() -> None:
    text = (
        "# Pledge\n\n## Our aims\n\nWe call on states to:"
        "\n\n1. **listen**:\n   - early\n   - often\n2. pay;\n\n(a) typed\n"
    )
    passages = hanse.read(text.encode(), name="pledge.md").passages
    assert [(one.kind, one.label, one.number) for one in passages] == [
        ("title", "", ""),
        ("heading", "", ""),
        ("paragraph", "", ""),
        ("item", "1.", "1"),
        ("item", "-", ""),
        ("item", "-", ""),
        ("item", "2.", "2"),
        ("item", "(a)", "2(a)"),
    ]
    assert [one.chapeau for one in passages[3:]] == ["p3", "p4", "p4", "p3", "p7"]


def test_markdown_strikes_and_bold_are_changes_and_front_matter_is_furniture() -> None:
    document = hanse.read(b"---\nlayout: x\n---\nTowns ~~may~~ **will** act.\n", name="a.md")
    (passage,) = document.passages
    assert passage.text == "Towns may act."
    assert [(one.kind, one.text) for one in passage.proposals] == [("delete", "may"), ("insert", "will")]
    assert [one.text for one in document.furniture] == ["layout: x"]


def test_a_page_nested_beyond_reason_keeps_its_words() -> None:
    page = "<html><body>" + "<div>" * 5000 + "Towns act." + "</div>" * 5000 + "</body></html>"
    assert [one.text for one in hanse.read(page.encode(), name="page.html").passages] == ["Towns act."]


def test_where_a_page_marks_no_main_content_its_edges_are_furniture() -> None:
    story = "".join(
        f"<p>Towns of the northern shore opened gate number {n}, and they told everybody about it.</p>"
        for n in range(9)
    )
    links = "".join(f'<a href="/{n}">Topic {n}</a> ' for n in range(9))
    page = (
        f"<html><body><div><p>{links}</p></div><div><h1>Gates</h1>{story}</div><div><p>{links}</p></div></body></html>"
    )
    document = hanse.read(page.encode(), name="page.html")
    assert document.passages[0].text == "Gates"
    assert len(document.passages) == 10
    assert len(document.furniture) == 2


def test_a_number_goes_on_after_the_mark_of_its_list() -> None:
    document = hanse.read(
        b"5. alt 1 Asks for cards;\n5. alt 2 Asks for none;\n6. bis Invites towns to:\n\n- (a) sing;\n- (b) *dance*.\n",
        name="a.md",
    )
    assert [(one.number, one.label, one.text) for one in document.passages] == [
        ("5 alt 1", "5. alt 1", "Asks for cards;"),
        ("5 alt 2", "5. alt 2", "Asks for none;"),
        ("6 bis", "6. bis", "Invites towns to:"),
        ("6 bis(a)", "- (a)", "sing;"),
        ("6 bis(b)", "- (b)", "dance."),
    ]
    assert [one.status for one in document.passages[:3]] == ["bracketed", "bracketed", "open"]


@pytest.mark.parametrize("start", ["--1", "²", "x", "9" * 5000, "99999999"])
def test_a_list_may_say_any_nonsense_of_its_first_number(start: str) -> None:
    page = f'<main><ol type="i" start="{start}"><li>Ferries run.</li></ol></main>'
    (passage,) = hanse.read(page.encode(), name="page.html").passages
    assert passage.text == "Ferries run."
    assert len(passage.number) < 12
