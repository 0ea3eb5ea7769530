"""Status and proposals of passages: brackets, alternatives, attributed words, marks of agreement."""

from __future__ import annotations

import pytest

import hanse
from hanse.text.document import Document


def read(text: str) -> Document:
    return hanse.read(text.encode(), name="draft.txt")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("1. Towns act.", "open"),
        ("1. Towns [may] act.", "open"),
        ("1. [Towns act.]", "bracketed"),
        ("1. [Towns act] [and report].", "bracketed"),
        ("[1. Towns act.]", "bracketed"),
        ("1. [EU: Towns act.]", "bracketed"),
        ("PP5 alt 1 Noting that towns act,", "bracketed"),
        ("1. Towns act. (agreed ad ref)", "agreed ad ref"),
        ("1. [agreed ad ref] Towns act.", "agreed ad ref"),
        ("1. Towns act. - agreed ad referendum", "agreed ad ref"),
        ("1. Towns act. (agreed)", "agreed"),
        ("1. Towns act as was agreed ad ref at the time, they say.", "open"),
        ("1. Towns agreed to act.", "open"),
    ],
)
def test_the_status_of_a_passage(text: str, status: str) -> None:
    assert read(text).passages[0].status == status


def test_the_mark_of_agreement_stays_in_the_words() -> None:
    assert read("1. Towns act. (agreed ad ref)").passages[0].text == "Towns act. (agreed ad ref)"


@pytest.mark.parametrize(
    ("bracket", "author", "kind", "text"),
    [
        ("[EU: with ports]", "EU", "insert", "with ports"),
        ("[EU: delete]", "EU", "delete", "Towns act every year."),
        ("[EU: delete “as appropriate”]", "EU", "delete", "as appropriate"),
        ("[EU, Chile: replace “ports” with “piers”]", "EU, Chile", "replace", "piers"),
        ("[EU alt: with piers]", "EU", "insert", "with piers"),
        ("[EU: reserve]", "EU", "reserve", "reserve"),
        ("[EU: retain]", "EU", "comment", "retain"),
        ("[alt 2: with piers]", "", "alternative", "with piers"),
        ("[ports/piers]", "", "alternative", "ports/piers"),
    ],
)
def test_who_proposes_what(bracket: str, author: str, kind: str, text: str) -> None:
    (passage,) = read(f"1. Towns act {bracket} every year.").passages
    (proposal,) = passage.proposals
    assert (proposal.author, proposal.kind, proposal.text, proposal.tracked) == (author, kind, text, False)
    assert passage.text[slice(*proposal.span)] == bracket


def test_a_bracket_across_paragraphs_takes_in_all_between() -> None:
    document = read("1. Open.\n\n2. [Towns act,\n\n(a) in spring;\n\n(b) in autumn.]\n\n3. Open again.")
    assert [passage.status for passage in document.passages] == ["open", "bracketed", "bracketed", "bracketed", "open"]


def test_a_bracket_that_is_never_closed_stays_in_its_paragraph() -> None:
    document = read("1. Towns [act at once.\n\n2. Ports wait.")
    assert [passage.status for passage in document.passages] == ["open", "open"]
