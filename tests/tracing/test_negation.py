from hanse.tracing.align import align
from hanse.tracing.information import Coder
from hanse.tracing.negation import keeps_negation
from hanse.tracing.uptake import uptake

ASK = "States shall not detain children, and shall ensure that families which arrive at night are not turned away."


def kept(ask: str, drafted: str) -> bool:
    coder = Coder()
    return keeps_negation(align(coder.code(ask, "en"), coder.code(drafted, "en")), (0, len(drafted)))


def test_an_editors_hand_leaves_negations_where_they_were():
    assert kept(ASK, ASK.replace("which", "that"))
    assert kept(ASK, ASK.replace(", and shall", " and shall"))
    assert uptake(ASK, ASK.replace("which", "that")).outcome == "reflected"


def test_a_negation_put_in_or_taken_out_is_not_kept():
    assert not kept(ASK, ASK.replace("shall ensure", "shall not ensure"))
    assert not kept(ASK, ASK.replace("are not turned", "are turned"))
    assert uptake(ASK, ASK.replace("shall not detain", "shall detain")).outcome == "reversed"


def test_a_word_that_denies_is_said_by_a_negation():
    prohibited = "Detention of families with children shall be prohibited."
    denied = "Families with children shall not be detained."
    assert uptake(prohibited, denied).outcome == "reflected"
    assert uptake(denied, prohibited).outcome == "reflected"
