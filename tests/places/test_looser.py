"""A name that says more than the known one, or less, is read where one place alone fits; a guess is none."""

from __future__ import annotations

import pytest

import hanse
from hanse.places.gazetteer import gazetteer
from hanse.places.looser import loosely
from hanse.places.place import Place
from hanse.places.readings import levels


def found(name: str, country: str) -> str | None:
    place = hanse.resolve(name, country)
    return place.name if isinstance(place, Place) else None


@pytest.mark.parametrize(
    ("name", "country", "own"),
    [
        ("Limoges Métropole Dynamique", "FRA", "Limoges"),
        ("Budapest XIV. kerület Zugló Önkormányzata", "HUN", "Budapest"),
        ("Gangnam-gu District of Seoul", "KOR", "Seoul"),
        ("Polokwane Pietersburg", "ZAF", "Polokwane"),
        ("Rothenburg o. d. Tauber", "DEU", "Rothenburg ob der Tauber"),
        ("Coronel Tres Arroyos", "ARG", "Tres Arroyos"),
    ],
)
def test_what_a_name_says_besides_is_left_out(name: str, country: str, own: str) -> None:
    assert found(name, country) == own


def test_the_answer_says_what_was_done() -> None:
    place = hanse.resolve("Limoges Métropole Dynamique", "FRA")
    assert isinstance(place, Place)
    assert any("left out" in reason for reason in place.reasons)
    assert place.score < 0.7


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("San Pedro de Quintanilla Perdida", "ESP"),
        ("Durango y Parral de Nadie", "MEX"),
        ("Limoges Métropole Dynamique", "ITA"),
        ("Neustadt Wirtschaftsraum", "DEU"),
    ],
)
def test_where_several_could_be_meant_it_is_no_answer(name: str, country: str) -> None:
    assert not isinstance(hanse.resolve(name, country), Place)


def test_a_place_far_from_the_one_that_is_said_to_hold_it_is_not_meant() -> None:
    assert hanse.resolve("San Jerónimo de Cartagena", "COL") is None


def test_readings_in_doubt_are_not_loosened_further() -> None:
    doubtful = [each for level in levels("Limoges Métropole Dynamique", "FRA") for each in level if each.doubt >= 0.25]
    assert loosely(gazetteer(), doubtful, "FRA") == []
