"""Sentences that count what was done are found, with number, unit, verb and who did it; others are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hanse
from hanse.text.document import Document, Passage

GOLD = Path(__file__).with_name("asserted.tsv")


def gold() -> list[tuple[str, str, list[tuple[str, ...]]]]:
    rows = [line.split("\t") for line in GOLD.read_text("utf-8").splitlines()]
    return [(tongue, said, [tuple(each.split("|")) for each in want.split(";") if each]) for tongue, said, want in rows]


def told(said: str, tongue: str) -> list[tuple[str, str, str, str]]:
    """What is found in a sentence: value, qualifier, unit, act."""
    document = Document(id="d", content=(Passage(id="p", text=said),), language=tongue)
    return [(f"{each.value:g}", each.qualifier, each.unit, each.act) for each in hanse.asserted(document)]


def agreed(want: list[tuple[str, ...]], got: list[tuple[str, ...]]) -> int:
    """How many of those wanted are found, each once: the same number, bound and act, and the noun in the unit."""
    left, hits = list(got), 0
    for number, bound, noun, act in want:
        for each in left:
            if float(each[0]) == float(number) and each[1] == bound and noun in each[2] and each[3] == act:
                left.remove(each)
                hits += 1
                break
    return hits


def test_hand_labelled_sentences_are_read_as_people_read_them():
    wanted = found = hits = 0
    wrong = []
    for tongue, said, want in gold():
        got = told(said, tongue)
        right = agreed(want, got)
        wanted, found, hits = wanted + len(want), found + len(got), hits + right
        if right < max(len(want), len(got)):
            wrong.append((said, want, got))
    precision, recall = hits / found, hits / wanted
    assert (round(precision, 2) >= 0.95, round(recall, 2) >= 0.9) == (True, True), (precision, recall, wrong)


SAID = "Overall, the Council influenced more than 60 global positions, and 96% of its city partners reported a gain."


def test_every_part_is_shown_where_it_stands():
    first, second = hanse.asserted(SAID)
    assert SAID[slice(*first.number)] == "more than 60 global positions"
    assert SAID[slice(*first.verb_span)] == first.verb == "influenced"
    assert SAID[slice(*first.subject)] == "the Council"
    assert (first.value, first.qualifier, first.unit, first.act) == (
        60.0,
        "over",
        "global positions",
        "influence",
    )
    assert (second.value, second.unit, second.verb) == (96.0, "percent of city partners", "reported")
    assert SAID[slice(*first.sentence)] == SAID


def test_who_did_it_is_found_behind_the_verb_too():
    said = "The charter was signed by over 50 mayors. Eight sessions were hosted by the City of Quito."
    one, other = hanse.asserted(said)
    assert said[slice(*one.subject)] == "over 50 mayors"
    assert said[slice(*other.subject)] == "the City of Quito"


def test_a_sentence_that_does_not_say_who_did_it_has_no_subject():
    (found,) = hanse.asserted("Since then, 70 pledges have been made.")
    assert found.subject is None


def test_passages_of_a_document_keep_their_ids_and_headings_count_nothing():
    blocks = (Passage(id="h", text="150 cities signed", kind="heading"), Passage(id="p", text="150 cities signed."))
    assert [each.passage for each in hanse.asserted(Document(id="d", content=blocks))] == ["p"]


@pytest.mark.parametrize(
    "said", ["", "   ", "150", "城市签署了150项承诺。", "150 Städte haben die Erklärung unterzeichnet."]
)
def test_what_counts_nothing_or_is_in_another_language_has_none(said):
    assert hanse.asserted(said) == ()


def test_what_is_no_text_is_refused():
    with pytest.raises(hanse.HanseError):
        hanse.asserted(150)


@given(st.text(max_size=200) | st.lists(st.sampled_from(SAID.split()), max_size=30).map(" ".join))
def test_spans_lie_in_the_text_whatever_it_is(said):
    for each in hanse.asserted(said):
        for start, end in filter(None, (each.sentence, each.number, each.verb_span, each.subject)):
            assert 0 <= start < end <= len(said)
