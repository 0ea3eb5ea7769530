"""A state's lists name the towns of its territories; what the mother country has of the name comes first."""

from __future__ import annotations

import pytest

import hanse
from hanse.places.belonging import TERRITORIES, territories
from hanse.places.countries import COUNTRIES
from hanse.places.place import Place


@pytest.mark.parametrize(
    ("name", "country", "there"),
    [
        ("Fort-de-France", "FRA", "MTQ"),
        ("Nouméa", "FRA", "NCL"),
        ("Nuuk", "DNK", "GRL"),
        ("Mayagüez", "USA", "PRI"),
        ("Willemstad, Curaçao", "NLD", "CUW"),
        ("Gibraltar", "GBR", "GIB"),
    ],
)
def test_a_town_of_a_territory_is_found_in_its_state(name: str, country: str, there: str) -> None:
    place = hanse.resolve(name, country)
    assert isinstance(place, Place)
    assert place.country == there


def test_what_lies_in_the_state_itself_comes_first() -> None:
    found = hanse.resolve("Saint-Joseph", "FRA")
    assert found is not None
    assert {each.country for each in (found if isinstance(found, tuple) else (found,))} == {"FRA"}


def test_the_territory_that_is_named_holds_the_place() -> None:
    place = hanse.resolve("Saint-Denis (La Réunion)", "FRA")
    assert isinstance(place, Place)
    assert place.country == "REU"


def test_every_territory_is_a_country_of_the_list_and_no_state() -> None:
    every = [each for found in TERRITORIES.values() for each in found]
    assert len(every) == len(set(every))
    assert set(every) <= set(COUNTRIES)
    assert not set(every) & set(TERRITORIES)
    assert territories(None) == frozenset()
