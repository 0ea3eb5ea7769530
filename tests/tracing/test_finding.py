"""How much of an ask a passage has, and what stands in the way of its words."""

import pytest

from hanse.tracing.uptake import uptake

DEEDS = "The ferry company shall warn the islanders, refund their tickets and repair the landing stage before winter."


def test_one_of_several_deeds_is_a_part_however_long_the_others_are() -> None:
    assert uptake(DEEDS, "The islanders shall be warned by the ferry company.").outcome == "partly reflected"
    assert uptake(DEEDS, "The ferry company shall paint its boats before winter.").outcome == "not reflected"


def test_a_sentence_beside_the_answer_is_no_surplus() -> None:
    answer = "Grants for the dunes shall be given to shore towns threatened by surges."
    ask = "Shore towns threatened by surges shall be given grants for the dunes, the groynes and the reeds."
    assert uptake(ask, answer).outcome == "partly reflected"
    assert uptake(ask, f"{answer} Forms shall be examined by two clerks.").outcome == "partly reflected"


def test_a_word_that_took_the_place_of_its_opposite_still_answers() -> None:
    assert uptake("Landings at night shall be suspended.", "Landings at night shall be resumed.").outcome == "reversed"


def test_what_nobody_is_refused_everybody_has() -> None:
    assert uptake(
        "Every sailor must have access to the infirmary.", "No sailor may be denied the infirmary."
    ).outcome in ("reflected", "partly reflected")


@pytest.mark.parametrize(
    "reply",
    [
        "The harbour shall stay free of nets. (Egypt: delete)",
        "The harbour shall stay free of nets. [Egypt reserves]",
        "The harbour shall stay free of nets. [Egypt: move to preamble]",
        "<Egypt: The harbour shall stay free of nets.>",
        "Egypt proposes: “The harbour shall stay free of nets.”",
        "[Text on a harbour free of nets to come]",
    ],
)
def test_what_a_delegation_has_not_agreed_to_is_pending(reply: str) -> None:
    assert uptake("The harbour shall stay free of nets.", reply).outcome == "pending"


def test_a_country_with_a_figure_in_round_brackets_proposes_nothing() -> None:
    assert (
        uptake(
            "The harbour shall stay free of nets.", "The harbour shall stay free of nets (Egypt: 20 per cent)."
        ).outcome
        == "reflected"
    )
