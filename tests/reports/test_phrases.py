"""Every number has its plain sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hanse.reports import phrases
from hanse.text.document import Passage
from hanse.tracing.board import Cell

CELL = Cell("A", "d", "reflected", "yes", "why", passage=Passage("p", "text", "12", page=3))


@pytest.mark.parametrize(
    ("value", "said"), [(0, "0%"), (0.001, "less than 1%"), (0.714, "71%"), (0.999, "99%"), (1, "100%")]
)
def test_a_part_is_never_rounded_to_all_or_nothing(value: float, said: str) -> None:
    assert phrases.share(value) == said


def test_coverage_and_novelty_say_all_none_and_how_much() -> None:
    assert phrases.coverage(replace(CELL, coverage=1.0)) == "The passage carries all that the ask says."
    assert phrases.novel(replace(CELL, coverage=1.0, novel=0.0)) == "All of that stands in earlier texts."
    assert phrases.novel(replace(CELL, coverage=0.0)) == ""


@pytest.mark.parametrize(
    ("expected", "said"), [(0.0, "thousand"), (0.25, "about 0.25"), (7.2, "common wording alone would give about 7")]
)
def test_chance_is_said_in_matches(expected: float, said: str) -> None:
    assert said in phrases.expected(replace(CELL, expected=expected))


def test_strength_is_said_in_words_and_what_was_not_read_is_said_so() -> None:
    assert phrases.strength(3) == "urges (should, requests, calls upon)"
    assert phrases.strength(None) == "Strength not read"


def test_paragraphs_are_called_as_delegates_call_them() -> None:
    assert phrases.paragraph(Passage("p", "t", "12")) == "para. 12"
    assert phrases.paragraph(Passage("p", "t", "OP5(a)")) == "OP5(a)"
    assert phrases.paragraph(Passage("p", "t", page=3)) == "unnumbered, page 3"
