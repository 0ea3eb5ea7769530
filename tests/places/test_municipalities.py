"""A municipality is found by its name though no settlement bears it, and before a village of the same name."""

from __future__ import annotations

import pytest

import hanse
from hanse.places.folding import fold
from hanse.places.gazetteer import gazetteer
from hanse.places.municipalities import Municipalities, seats
from hanse.places.place import Place


@pytest.mark.parametrize(
    ("name", "country", "seat"),
    [
        ("Käerjeng", "LUX", "Bascharage"),
        ("Δήμος Τριφυλίας", "GRC", "Kyparissía"),
        ("Haarlemmermeer", "NLD", "Hoofddorp"),
        ("Comune di Corigliano-Rossano", "ITA", "Corigliano"),
    ],
)
def test_a_municipality_is_found_at_its_seat(name: str, country: str, seat: str) -> None:
    place = hanse.resolve(name, country)
    assert isinstance(place, Place)
    assert fold(place.name).startswith(fold(seat)[:8])


def test_every_seat_is_in_the_gazetteer() -> None:
    codes = {"GR": "GRC", "IT": "ITA", "NL": "NLD", "LU": "LUX"}
    told = Municipalities(codes)
    assert not [
        (country, seat)
        for country, seat in told.wanted()
        if not (
            gazetteer().city(int(seat))
            if seat.isdigit()
            else [e for e in gazetteer().named(seat) if e.country == country]
        )
    ]


def test_places_that_bear_a_municipality_are_cities_of_italy_and_spain() -> None:
    found = seats()
    assert len(found) > 14_000
    for number in list(found)[::500]:
        entry = gazetteer().city(number)
        assert entry is not None
        assert entry.seat
        assert entry.country in {"ITA", "ESP"}


def test_a_district_is_found_where_no_city_has_the_name() -> None:
    place = hanse.resolve("Shire of Nambucca Valley", "AUS")
    assert isinstance(place, Place)
    assert place.kind == "region"
    assert hanse.resolve("Kinondoni District", "TZA") is not None


def test_the_middle_of_a_village_s_division_tells_it_from_namesakes() -> None:
    place = hanse.resolve("Town of York, ME", "USA")
    assert isinstance(place, Place)
    assert (place.lat, place.lon) == pytest.approx((43.15, -70.66), abs=0.1)
