from hypothesis import given, settings

import hanse
from hanse.text.document import Document, Passage
from tests.strategies import any_words, sentences

ASK = "States shall include mayors in their delegations to the review forum."
OTHER = "The secretariat shall publish the minutes of each meeting in print."


def test_a_plain_number_is_called_a_paragraph_and_the_preamble_is_named_once():
    passage = Passage(id="p", text="Recognizing that cities shall be heard on the fund,", number="2", part="preamble")
    why = hanse.uptake("Cities shall be heard on the fund.", passage).why
    assert why.startswith("Paragraph 2 ")
    assert why.count("preamb") == 1


def test_a_string_a_passage_and_a_document_are_taken_alike():
    plain = hanse.uptake(ASK, ASK)
    assert hanse.uptake(Passage.of(ASK), Document.of(ASK)) == plain
    assert plain.coverage == 1.0
    assert plain.how == "verbatim"


@given(sentences(3, 40, any_words))
@settings(max_examples=60, deadline=None)
def test_identical_text_of_any_length_from_three_words_is_found(text):
    found = hanse.uptake(text, text)
    assert (found.coverage, found.how) == (1.0, "verbatim")
    assert len(found.ask_spans) == len(found.new_spans)


@given(sentences(3, 20), sentences(3, 20), sentences(3, 20))
@settings(max_examples=60, deadline=None)
def test_every_share_lies_between_nought_and_one(ask, new, old):
    found = hanse.uptake(ask, new, record=[old])
    for share in (found.score, found.coverage, found.novel, found.substantive):
        assert 0.0 <= share <= 1.0
    assert found.expected >= 0.0


def test_what_the_record_has_is_not_novel():
    assert hanse.uptake(ASK, ASK).novel == 1.0
    assert hanse.uptake(ASK, ASK, record=[OTHER]).novel == 1.0
    assert hanse.uptake(ASK, ASK, record=[OTHER, ASK]).novel == 0.0


def test_every_earlier_text_can_only_lower_the_score():
    alone = hanse.uptake(ASK, ASK, record=[OTHER]).score
    assert alone > 0.5
    assert hanse.uptake(ASK, ASK, record=[OTHER, ASK]).score == 0.0


def test_the_change_counts_and_not_what_both_have_from_the_old_text():
    old = "The controller shall inform the council of every breach within a week."
    ask = "The controller shall inform the council and the mayor of every breach within a day."
    made = "The controller shall inform the council and the mayor of every breach within a day at most."
    unmade = "The controller shall inform the council of every serious breach within a week."
    assert hanse.uptake(ask, made, record=[old]).score > 0.7
    assert hanse.uptake(ask, unmade, record=[old]).score < 0.2


def test_an_empty_ask_asks_for_deletion_where_there_is_a_record():
    assert hanse.uptake("", "", record=[ASK]).score == 1.0
    assert hanse.uptake("", ASK, record=[ASK]).score == 0.0
    assert hanse.uptake("", "").score == 0.0


def test_a_striking_phrase_is_less_expected_than_boilerplate():
    striking = hanse.uptake("lamplighters of the harbour orchards", "lamplighters of the harbour orchards")
    common = hanse.uptake("the United Nations and the international community", "the United Nations and the world")
    assert striking.expected < common.expected
    assert striking.substantive > common.substantive
