"""Hints to a pledge, with the words that decided."""

from __future__ import annotations

import pytest

from hanse.workspace.pledges.quality import hints, of_pledge

NOTHING: tuple[str, ...] = ()


def by_kind(text: str) -> dict[str, tuple[str, ...]]:
    return {each.kind: each.words for each in hints(text)}


@pytest.mark.parametrize(
    ("text", "measurable", "dated", "beneficiaries", "budget"),
    [
        (
            "By 2027 we open classes to 400 newcomers, with 200,000 EUR of our own.",
            ("400 newcomers",),
            ("2027",),
            ("newcomers",),
            ("200,000 EUR",),
        ),
        (
            "D'ici 18 mois, la ville ouvre trois centres pour 1 200 réfugiés, avec 2 millions d'euros.",
            ("trois centres", "1 200 réfugiés"),
            ("D'ici 18 mois",),
            ("réfugiés",),
            ("2 millions d'euros",),
        ),
        (
            "En los próximos dos años damos vivienda al 15 % de los hogares con 3 millones de pesos.",
            ("15 % de los hogares",),
            ("En los próximos dos años",),
            ("hogares",),
            ("3 millones de pesos",),
        ),
        ("We commit to strengthening cooperation.", NOTHING, NOTHING, NOTHING, NOTHING),
    ],
    ids=["en", "fr", "es", "nothing"],
)
def test_the_words_that_decided_are_told_in_three_languages(text, measurable, dated, beneficiaries, budget):
    assert by_kind(text) == {
        "measurable": measurable,
        "dated": dated,
        "beneficiaries": beneficiaries,
        "budget": budget,
    }


def test_names_with_numbers_measure_nothing_and_date_nothing():
    told = by_kind("Guided by the Agenda 2030, SDG 10, objective 7 and A/RES/73/195, in phase 2.")
    assert told["measurable"] == told["dated"] == NOTHING


def test_a_year_counts_nothing_and_money_is_no_measure():
    assert by_kind("In 2026 cities spend 5 million dollars.")["measurable"] == NOTHING


@pytest.mark.django_db
def test_answers_to_fields_that_ask_for_it_count_too(pledge_of, tala):
    pledge = pledge_of(
        tala, description="We try.", since="2026", answers={"q-amount_amount": "5", "q-amount_currency": "EUR"}
    )
    told = {each.kind: each.words for each in of_pledge(pledge)}
    assert told["dated"] == ("2026",)
    assert told["budget"] == ("5 EUR",)
