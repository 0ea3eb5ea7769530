"""Small settlements are found in a country that is told, and never stand before a city."""

from __future__ import annotations

import pytest

import hanse
from hanse.places.gazetteer import gazetteer
from hanse.places.place import Place


@pytest.mark.parametrize("name", ["Organyà", "Municipality of Organyà", "ORGANYA"])
def test_a_village_is_found_as_it_is_written(name: str) -> None:
    found = hanse.resolve(name, "ESP")
    assert isinstance(found, Place)
    assert (found.lat, found.lon) == pytest.approx((42.22, 1.33), abs=0.05)
    assert "without a GeoNames id here" in " ".join(found.reasons)


def test_without_a_country_a_village_is_nothing() -> None:
    assert hanse.resolve("Organyà") is None


def test_a_village_never_stands_beside_a_city() -> None:
    found = hanse.resolve("Kuyucak", "TUR")
    assert len(gazetteer().villages("kuyucak", "TUR")) > 1
    assert isinstance(found, Place)
    assert found.geonames_id is not None
