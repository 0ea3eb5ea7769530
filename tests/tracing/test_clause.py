"""Words that stand unbroken in a draft are never said to be weaker there, however many sentences they are."""

from __future__ import annotations

import re

import hanse
from benchmarks.prose import Writer

PARAGRAPHS = Writer(1).passages(160)


def finding(ask: str, draft: str) -> tuple[str, str | None]:
    cell = hanse.trace([ask], [draft]).cells[0]
    return cell.outcome, cell.how


def test_a_paragraph_of_several_sentences_is_reflected_in_itself() -> None:
    assert {finding(each, each) for each in PARAGRAPHS} == {("reflected", "verbatim")}


def test_two_sentences_of_a_paragraph_are_reflected_in_it() -> None:
    asked = [(" ".join(re.split(r"(?<=\.) ", each)[:2]), each) for each in PARAGRAPHS]
    assert {finding(ask, paragraph) for ask, paragraph in asked} == {("reflected", "verbatim")}


def test_a_sentence_beside_the_answer_that_was_not_asked_for_is_no_part_of_it() -> None:
    ask = "States shall give municipalities a seat in the review forum."
    draft = f"{ask} Donors may consider additional voluntary contributions to the fund, where appropriate."
    assert finding(ask, draft) == ("reflected", "verbatim")
