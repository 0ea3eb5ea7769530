"""Names of one text decide each other."""

from __future__ import annotations

from hanse.places.toponyms.areas import areas, point
from hanse.places.toponyms.deciding import Named, decide
from hanse.places.toponyms.senses import senses


def taken(*names: str | Named) -> list[tuple[str, str, str]]:
    """Country, first-level code and kind of the sense of each name."""
    found = decide([each if isinstance(each, Named) else Named(each) for each in names])
    return [(each.sense.country, each.sense.admin1, each.sense.kind) if each else ("", "", "") for each in found]


def test_a_name_alone_is_the_place_that_most_mean() -> None:
    assert taken("Paris") == [("FRA", "11", "city")]
    assert taken("Lebanon")[0][::2] == ("LBN", "country")
    assert taken("Geneva")[0][0] == "CHE"


def test_neighbours_draw_a_name_to_them() -> None:
    danville, campbellsville, lebanon = taken("Danville", "Campbellsville", Named("Lebanon", "Kentucky"))
    assert {danville[1], campbellsville[1], lebanon[1]} == {"KY"}
    assert taken("Alexandria", "Rapides Parish", "Pineville", "Louisiana")[0] == ("USA", "LA", "city")
    assert taken("Alexandria", "Cairo", "Egypt")[0][0] == "EGY"


def test_what_stands_behind_a_name_decides() -> None:
    assert taken(Named("Paris", "Texas"), "France") == [("USA", "TX", "city"), ("FRA", "", "country")]


def test_the_city_is_meant_where_its_region_has_its_name() -> None:
    assert taken("São Paulo", "Dakar", "New York") == [
        ("BRA", "27", "city"),
        ("SEN", "01", "city"),
        ("USA", "NY", "city"),
    ]


def test_a_name_of_no_place_is_none() -> None:
    assert decide([Named("Qwxyzzy")]) == [None]


def test_reasons_and_scores_come_with_a_sense() -> None:
    (found,) = decide([Named("Paris", "Texas")])
    assert found is not None
    assert 0 < found.score <= 1
    assert "Texas stands behind it" in found.reasons


def test_areas_hold_counties_regions_and_continents() -> None:
    assert [(each.country, each.admin1, each.level) for each in areas("rapidesparish")] == [("USA", "LA", 2)]
    assert [each.level for each in areas("africa") if not each.country] == [0]
    assert point(6255146) is not None


def test_senses_are_of_every_kind_and_ordered_by_people() -> None:
    kinds = {each.kind for each in senses("Georgia")}
    assert {"country", "region"} <= kinds
    people = [each.population for each in senses("Springfield")]
    assert people == sorted(people, reverse=True)
    assert [each.name for each in senses("Ky.") if each.level == 1] == ["Kentucky"]


def test_a_district_of_a_city_s_name_holds_no_other_city() -> None:
    manchester = next(each for each in senses("Manchester") if each.geonames_id == 3333169)
    assert (manchester.kind, manchester.level) == ("region", 2)


def test_columbia_alone_is_not_its_federal_district() -> None:
    assert 4138106 not in {each.geonames_id for each in senses("Columbia")}
    assert 4138106 in {each.geonames_id for each in senses("District of Columbia")}
