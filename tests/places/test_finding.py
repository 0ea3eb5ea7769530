"""What stands beside a name says where the place lies: a division's code, a province's, a region, another town."""

from __future__ import annotations

import pytest

import hanse
from hanse.places.place import Place


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Washington, D.C.", "USA", 38.9, -77.0),
        ("Village of Lake Zurich, IL", "USA", 42.2, -88.1),
        ("Samone (TN)", "ITA", 46.1, 11.5),
        ("Fethiye - Muğla", "TUR", 36.6, 29.1),
        ("Alderman, Tucson", "USA", 32.2, -110.9),
        ("Žlobin", "BLR", 52.9, 30.0),
        ("Ciutat de València", "ESP", 39.5, -0.4),
    ],
)
def test_the_place_that_lies_where_the_name_says_is_meant(name: str, country: str, lat: float, lon: float) -> None:
    place = hanse.resolve(name, country)
    assert isinstance(place, Place), place
    assert (place.lat, place.lon) == pytest.approx((lat, lon), abs=0.15)


def test_a_division_of_two_levels_is_one() -> None:
    place = hanse.resolve("Región de Murcia", "ESP")
    assert isinstance(place, Place)
    assert place.kind == "region"


def test_an_article_behind_a_comma_is_no_state() -> None:
    place = hanse.resolve("Coruña, A", "ESP")
    assert isinstance(place, Place)
    assert place.name == "A Coruña"


def test_a_division_lies_where_its_city_does_though_its_code_has_changed() -> None:
    place = hanse.resolve("Ho Chi Minh", "VNM")
    assert isinstance(place, Place)
    assert (place.lat, place.lon) == pytest.approx((10.8, 106.7), abs=0.2)
