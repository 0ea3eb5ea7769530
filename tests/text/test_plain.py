"""Plain text: paragraphs out of lines, pages and margins."""

from __future__ import annotations

import hanse
from hanse.text.document import Document, Furniture
from hanse.text.plain import blocks


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


def test_hard_wrapped_lines_are_joined_and_hyphenation_is_undone() -> None:
    text = (
        "The towns of the northern shore agree to decen-\ntralised care for boats, and to a non-\nbinding list of the "
        "piers that\nthey keep open in the winter.\n\nThey meet again."
    )
    assert texts(text) == [
        "The towns of the northern shore agree to decentralised care for boats, and to a non-binding list of the piers "
        "that they keep open in the winter.",
        "They meet again.",
    ]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    assert texts("OUR PLEDGE\nDraft two\n26 March 2018\n\nWe act.") == [
        "OUR PLEDGE",
        "Draft two",
        "26 March 2018",
        "We act.",
    ]


def test_a_number_at_the_start_of_a_line_begins_a_paragraph_unless_it_is_referred_to() -> None:
    text = (
        "1. The towns of the shore agree to open their gates\nand to keep them open, as is said in paragraph\n"
        "12. They agree on\nthis too.\n2. The ports of the shore do the same, and they also\nwrite it down."
    )
    first, second = texts(text)
    assert first.startswith("1. The towns")
    assert "paragraph 12. They agree on this too." in first
    assert second.startswith("2. The ports")


def test_an_indented_line_belongs_to_its_item() -> None:
    assert texts("We ask for:\n- boats and\n  piers;\n- lamps.") == ["We ask for:", "- boats and piers;", "- lamps."]


def test_line_numbers_in_the_margin_are_furniture_in_their_places() -> None:
    lines = ["The towns of the northern shore agree to decen-", "tralised care for their boats in winter:"]
    lines += [f"{number}. open the gates of harbour {number};" for number in range(1, 7)]
    text = "\n".join(f"{number} {line}" for number, line in enumerate(lines, 1))
    document = hanse.read(text.encode(), name="draft.txt")
    assert (
        document.passages[0].text
        == "The towns of the northern shore agree to decentralised care for their boats in winter:"
    )
    assert [passage.number for passage in document.passages[1:]] == list("123456")
    assert [one.text for one in document.furniture if one.kind == "line number"] == list("12345678")
    assert "".join(document.words()) == text.replace("decen-\n", "decen").replace("\n", "").replace(" ", "")


def test_form_feeds_are_pages_whose_headers_and_numbers_are_furniture() -> None:
    text = (
        "PLEDGE OF PORTS  v1\n\n1. Towns agree to open their gates and to keep\nthem\n\nPage 1\f"
        "PLEDGE OF PORTS  v2\n\nopen all winter, as they did before the storm\ncame.\n\nPage 2"
    )
    document = hanse.read(text.encode(), name="draft.txt")
    (passage,) = document.passages
    assert (
        passage.text
        == "Towns agree to open their gates and to keep them open all winter, as they did before the storm came."
    )
    assert [one.kind for one in document.furniture] == ["header", "page number", "header", "page number"]
    assert list(document.words()) == text.split()


def test_ligatures_soft_hyphens_and_odd_spaces_are_made_plain() -> None:
    assert texts("The ﬁrst of\u00adfice\u00a0opens\u200b.") == ["The first office opens."]


def test_a_number_alone_is_furniture() -> None:
    document: Document = hanse.read(b"We act.\n\n- 3 -\n\nWe rest.", name="x.txt")
    assert [one for one in document.content if isinstance(one, Furniture)] == [Furniture("- 3 -", "page number")]
