import pytest

import hanse
from hanse.citing.stance_model import STANCES, Judged, fit, retrained, shipped
from hanse.errors import HanseError


@pytest.mark.parametrize(
    ("passage", "label", "words"),
    [
        ("Our results confirm the finding of Varga (2012) for small towns.", "supports", ["confirm"]),
        ("Contrary to Varga (2012), we find no effect of membership.", "contrasts", ["Contrary to"]),
        ("The data are taken from Varga (2012).", "mentions", ["data are", "taken from"]),
        ("It is too early to say whether Varga (2012) was right.", "unsure", ["too early"]),
        ("Nos résultats contredisent ceux de Moreau (2016).", "contrasts", ["contredisent"]),
        ("Nuestros resultados confirman los de Torres (2008).", "supports", ["confirman"]),
    ],
)
def test_a_plain_judgement_is_read_with_the_words_that_decided_it(passage, label, words):
    found = hanse.stance(passage)
    assert found.label == label
    assert [passage[start:end] for start, end in found.cues][: len(words)] == words


def test_the_citation_judged_is_the_one_pointed_at():
    passage = "Unlike Silva (2011), we find a clear effect, as did Okafor (2014)."
    silva, okafor = passage.index("Silva"), passage.index("Okafor")
    assert hanse.stance(passage, target=(silva, silva + 12)).label == "contrasts"
    assert hanse.stance(passage, target=(okafor, okafor + 13)).target == (okafor, okafor + 13)


def test_a_target_in_double_square_brackets_is_the_one_judged():
    passage = "Silva (2011) wrote first; our results contradict [[Okafor 2014]]."
    start, end = hanse.stance(passage).target
    assert passage[start:end] == "[[Okafor 2014]]"


def test_a_target_outside_the_passage_is_refused_in_a_sentence():
    with pytest.raises(HanseError, match="outside the passage"):
        hanse.stance("Short.", target=(3, 90))


@pytest.mark.parametrize("passage", ["", " ", "[[", "[[]]", "()", "1", "\ue000", "a" * 50_000, "(2010" * 2_000])
def test_odd_passages_are_answered(passage):
    found = hanse.stance(passage)
    assert found.label in STANCES
    assert 0 <= found.confidence <= 1


def test_what_is_no_text_is_refused():
    with pytest.raises(HanseError, match="no text"):
        hanse.stance(3)


def test_spans_lie_within_the_passage_and_the_answer_is_the_same_twice():
    passage = "Although [[Okafor 2014]] overstates the pace, the claim stands in each of our cases (Silva 2011)."
    found = hanse.stance(passage, "Discussion")
    assert found == hanse.stance(passage, "Discussion")
    assert all(0 <= start < end <= len(passage) for start, end in found.cues)


def test_function_is_told_apart_from_stance():
    assert hanse.stance("We used the primers described by Varga (2012).", "Methods").function == "method"


@pytest.mark.slow
def test_corrections_are_learned():
    passage = "This chimes bizarrely with [[Okafor 2014]]."
    corrections = [Judged(passage, "contrasts", worth=5.0), Judged(passage, "contrasts", worth=5.0)]
    learned = retrained(corrections)
    assert hanse.stance(passage, learned=learned).label == "contrasts"


def test_the_same_passages_give_the_same_model_twice():
    one, other = (fit(shipped()[:200]) for _ in range(2))
    assert (one.names, one.softmax.weights.tobytes()) == (other.names, other.softmax.weights.tobytes())


def test_a_correction_with_an_unknown_stance_is_refused():
    with pytest.raises(HanseError, match="no stance"):
        retrained([Judged("As in Varga (2012).", "agrees")])
