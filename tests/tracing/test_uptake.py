import pytest
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


def test_a_record_that_contains_the_text_itself_leaves_nothing():
    found = hanse.uptake(ASK, ASK, record=[ASK])
    assert (found.score, found.novel, found.coverage) == (0.0, 0.0, 1.0)


def test_an_empty_ask_against_a_text_that_stands_is_not_reflected():
    found = hanse.uptake("  ", ASK, record=[OTHER])
    assert (found.score, found.outcome, found.why) == (0.0, "not reflected", "The ask has no words.")
    assert hanse.uptake("", ASK).outcome == "not reflected"


def test_an_ask_that_strikes_a_sentence_is_partly_taken_up_where_all_is_struck():
    old = f"{ASK} {OTHER}"
    assert 0.2 < hanse.uptake(ASK, "", record=[old]).score < 0.9
    assert hanse.uptake(ASK, "", record=[old, OTHER]).score == hanse.uptake(ASK, "", record=[old]).score
    assert hanse.uptake(old, "", record=[old]).score == 0.0
    assert hanse.uptake(ASK, "").score == 0.0


def test_one_word_is_found_where_it_stands_and_nowhere_else():
    assert hanse.uptake("mayors", ASK).coverage == 1.0
    assert hanse.uptake("lamplighters", ASK).score == 0.0
    assert hanse.uptake("mayors", ASK, record=[OTHER]).score > hanse.uptake("mayors", OTHER, record=[ASK]).score


@pytest.mark.parametrize(
    "ask",
    [
        "ქალაქები უნდა მონაწილეობდნენ მიგრაციის ფორუმში ყოველ წელს",
        "ከተሞች በየዓመቱ በስደት መድረክ ላይ መሳተፍ አለባቸው",
        "Քաղաքները պետք է մասնակցեն միգրացիայի ֆորումին ամեն տարի",
    ],
)
def test_scripts_without_a_stemmer_are_compared_word_by_word(ask):
    assert hanse.uptake(ask, ask, record=[OTHER]).score == 1.0
    assert hanse.uptake(ask, ask).how == "verbatim"
    assert hanse.uptake(ask, OTHER).score == 0.0


def test_signs_without_a_word_do_not_crash():
    assert hanse.uptake("§ — …", ASK, record=[OTHER]).score == 0.0


def test_the_features_have_the_same_names_whatever_is_found():
    pairs = [(ASK, ASK, [OTHER]), ("", "", [ASK]), (ASK, "", []), (ASK, OTHER, []), ("lamplighters", ASK, [])]
    names = [tuple(hanse.uptake(ask, new, record=record).features) for ask, new, record in pairs]
    assert len(set(names)) == 1
    assert {"coverage", "rare", "change", "change_both_in", "change_asked_out"} < set(names[0])


def test_a_text_of_several_passages_is_reflected_in_itself_and_in_parts_of_another():
    paragraphs = (
        "Cities ask for two seats at the table of the Harbour Conference.",
        "States shall publish the minutes of every session within thirty days.",
        "Lighthouse keepers shall receive a yearly allowance for oil and rope.",
    )
    document = Document("d", tuple(Passage(f"p{k}", each) for k, each in enumerate(paragraphs)), language="en")
    for ask in (document, "\n".join(paragraphs)):
        found = hanse.uptake(ask, document)
        assert (found.outcome, found.how, found.coverage) == ("reflected", "verbatim", 1.0)
    less = Document("e", document.content[::2], language="en")
    assert hanse.uptake(document, less).outcome == "partly reflected"
    assert 0.5 < hanse.uptake(document, less).coverage < 0.9
    assert hanse.uptake(paragraphs[1], document).new_spans == ((0, len(paragraphs[1]) - 1),)


@pytest.mark.parametrize(
    "passage",
    [
        "Workers whose permit has ended return within thirty days.",
        "When the permit has ended workers shall return within thirty days.",
    ],
)
def test_what_is_over_by_itself_denies_nothing(passage):
    assert hanse.uptake("return within thirty days", passage).outcome == "reflected"


def test_what_somebody_has_ended_is_denied():
    assert hanse.uptake("States shall detain children.", "States have ended the detention of children.").outcome == (
        "reversed"
    )
