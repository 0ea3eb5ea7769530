"""Countries: names in every language, old and misspelt ones, and the pairs that must never be mixed."""

from __future__ import annotations

import pytest
from babel import Locale

from hanse.places.countries import COUNTRIES, countries, country


@pytest.mark.parametrize(
    ("name", "alpha3"),
    [
        ("Burma", "MMR"), ("Zaire", "COD"), ("Upper Volta", "BFA"), ("Swaziland", "SWZ"), ("Macedonia", "MKD"),
        ("Equador", "ECU"), ("Check Republic", "CZE"), ("UK", "GBR"), ("U.S.", "USA"), ("UAE", "ARE"), ("DRC", "COD"),
        ("PRC", "CHN"), ("ROK", "KOR"), ("DPRK", "PRK"), ("Kosovo", "XKX"), ("Palestine", "PSE"), ("Taiwan", "TWN"),
        ("Hong Kong SAR, China", "HKG"), ("Kongeriget Danmark", "DNK"), ("République du Sénégal", "SEN"),
        ("جمهورية كينيا", "KEN"), ("肯尼亚共和国", "KEN"), ("Республика Кения", "KEN"), ("Türkiye Cumhuriyeti", "TUR"),
        ("Tanzania, United Rep. of", "TZA"), ("Micronesia, Fed. Sts.", "FSM"), ("Venezuela, RB", "VEN"),
    ],
)  # fmt: skip
def test_a_name_means_its_country(name: str, alpha3: str) -> None:
    found = country(name)
    assert found is not None
    assert found.alpha3 == alpha3


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Czechoslovakia", {"CZE", "SVK"}),
        ("Korea", {"KOR", "PRK"}),
        ("Virgin Islands", {"VGB", "VIR"}),
        ("Saint Martin", {"MAF", "SXM"}),
        ("Netherlands Antilles", {"ABW", "BES", "CUW", "SXM"}),
    ],
)
def test_what_several_states_could_claim_is_no_single_country(name: str, others: set[str]) -> None:
    assert country(name) is None
    assert {each.alpha3 for each in countries(name)} == others


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (("Congo", "Congo, Dem. Rep.", "Republic of the Congo", "DR Congo"), ("COG", "COD", "COG", "COD")),
        (("Niger", "Nigeria"), ("NER", "NGA")),
        (("Guinea", "Guinea-Bissau", "Equatorial Guinea", "Papua New Guinea"), ("GIN", "GNB", "GNQ", "PNG")),
        (("Dominica", "Dominican Republic"), ("DMA", "DOM")),
        (("Samoa", "American Samoa"), ("WSM", "ASM")),
        (("Georgia", "South Georgia and the South Sandwich Islands"), ("GEO", "SGS")),
        (("Republic of Korea", "Democratic People's Republic of Korea"), ("KOR", "PRK")),
        (("People's Republic of China", "Republic of China"), ("CHN", "TWN")),
        (("Sudan", "South Sudan"), ("SDN", "SSD")),
        (("Mauritius", "Mauritania"), ("MUS", "MRT")),
        (("Austria", "Australia"), ("AUT", "AUS")),
        (("Ireland", "Iceland", "Repubblica d'Irlanda", "Repubblica d'Islanda"), ("IRL", "ISL", "IRL", "ISL")),
    ],
)
def test_neighbours_in_spelling_are_not_mixed(names: tuple[str, ...], codes: tuple[str, ...]) -> None:
    assert tuple(found.alpha3 if (found := country(name)) else "" for name in names) == codes


@pytest.mark.parametrize("name", ["Nigera", "Slovania", "Gambbbia Nord", "Atlantis", "Paris", "", "?", "xx", "Africa"])
def test_a_doubtful_name_is_left_alone(name: str) -> None:
    assert country(name) is None


@pytest.mark.parametrize("name", ["French", "Brazilian", "Kenyan", "Syrians", "Turkish", "Congolese"])
def test_a_demonym_is_no_name(name: str) -> None:
    assert country(name) is None


@pytest.mark.parametrize("language", ["de", "es", "ar", "zh", "ru", "sw", "hi", "fi", "am", "th"])
def test_names_in_other_languages_are_known(language: str) -> None:
    said = Locale(language).territories
    wrong = [
        (each.alpha3, said[each.alpha2])
        for each in COUNTRIES.values()
        if each.alpha2 in said and (found := countries(said[each.alpha2])) and each not in found
    ]
    assert wrong == []


def test_codes_count_in_capitals_only() -> None:
    assert [found.alpha3 if (found := country(code)) else None for code in ("IN", "IND", "356", "in", "EL")] == [
        "IND", "IND", "IND", None, "GRC",
    ]  # fmt: skip


def test_the_table_holds_the_regions_of_the_united_nations() -> None:
    senegal, france, kosovo = COUNTRIES["SEN"], COUNTRIES["FRA"], COUNTRIES["XKX"]
    assert (senegal.region, senegal.subregion, senegal.m49, senegal.geonames_id) == (
        "Africa", "Western Africa", "686", 2245662,
    )  # fmt: skip
    assert (france.region, france.subregion) == ("Europe", "Western Europe")
    assert (kosovo.alpha2, kosovo.m49) == ("XK", "")
    assert len(COUNTRIES) == 250
    assert all(-90 <= each.lat <= 90 and -180 <= each.lon <= 180 for each in COUNTRIES.values())


def test_every_territory_name_of_the_lexicon_is_a_known_code() -> None:
    from hanse.places.countries import known

    assert {code for codes in known().values() for code in codes} <= set(COUNTRIES)


def test_the_compiled_names_hold_our_own_as_they_are_folded_today() -> None:
    from hanse.places.countries import known, variants
    from hanse.places.folding import fold

    stale = [name for code, name in variants() if code not in known().get(fold(name), ())]
    assert stale == [], "run python -m hanse.places.countries_compiling"
