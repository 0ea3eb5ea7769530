"""A misspelling is found where it is one, and the first letter, short names and small places make it doubtful."""

from __future__ import annotations

import pytest

from hanse.places.gazetteer import gazetteer
from hanse.places.near import bearable, cost, near


def test_the_nearest_name_of_the_country_is_found() -> None:
    assert near(gazetteer(), "eindhofen", "NLD")[0].key == "eindhoven"
    assert near(gazetteer(), "eindhofen", "NLD")[0].letters == 1


def test_without_a_country_only_large_cities_are_sought() -> None:
    assert near(gazetteer(), "rotterdqm", None)[0].key == "rotterdam"


@pytest.mark.parametrize("key", ["", "ab", "ulm", "bonn"])
def test_short_names_are_never_misspelt(key: str) -> None:
    assert near(gazetteer(), key, "DEU") == []


def test_what_is_soon_mistaken_costs_less() -> None:
    swapped, doubled, vowel = (
        cost("eindohven", "eindhoven"),
        cost("eindhovven", "eindhoven"),
        cost("eindhaven", "eindhoven"),
    )
    consonant, first = cost("eindhoten", "eindhoven"), cost("teindhoven", "eindhoven")
    assert swapped <= doubled <= vowel < consonant < first


def test_a_village_bears_less_than_a_city() -> None:
    places = gazetteer()
    (city,) = [each for each in places.named("eindhoven") if each.country == "NLD" and each.kind == "city"]
    found = near(places, "eindhoten", "NLD")[0]
    village = type(city)(1, "Eindhoven", "NLD", "", 0.0, 0.0, 600, "city")
    assert bearable(found, city, stripped=False)
    assert not bearable(found, village, stripped=True)
