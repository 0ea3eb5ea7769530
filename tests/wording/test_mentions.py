"""Mentions: the places, actors and roles that a text names."""

from __future__ import annotations

from itertools import pairwise

import pytest

import hanse
from hanse.wording.mentions import mentions, mentions_of


def places(text: str) -> dict[str, tuple[str, str]]:
    return {each.text: (each.place.country, each.place.kind) for each in mentions(text) if each.place}


def of_kind(text: str, kind: str) -> list[str]:
    return [each.text for each in mentions(text) if each.kind == kind]


def test_the_face_carries_mentions() -> None:
    (found,) = [each for each in hanse.mentions("The fund opened an office in Nairobi last year.") if each.place]
    assert isinstance(found, hanse.Mention)
    assert (found.start, found.end, found.text, found.kind) == (29, 36, "Nairobi", "place")
    assert found.place is not None
    assert (found.place.name, found.place.geonames_id, found.place.country) == ("Nairobi", 184745, "KEN")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Dacca, Kolkata, and Mumbai, shelters are full.", {"Dacca": "BGD", "Kolkata": "IND", "Mumbai": "IND"}),
        (
            "The mayors of Strasburg, Barcelona, and Palermo replied.",
            {"Strasburg": "FRA", "Barcelona": "ESP", "Palermo": "ITA"},
        ),
        ("Freetown Mayor Yvonne Aki-Sawyerr spoke first.", {"Freetown": "SLE"}),
        ("They moved to Paris, Texas, from Lebanon, Kentucky.", {"Paris": "USA", "Lebanon": "USA"}),
        ("Paris and Lyon asked France for funds.", {"Paris": "FRA", "Lyon": "FRA", "France": "FRA"}),
        ("Le maire de Saint-Louis (Sénégal) est arrivé à Genève.", {"Saint-Louis": "SEN", "Genève": "CHE"}),
        ("El alcalde de Quito viajó a Bogotá y a Lima.", {"Quito": "ECU", "Bogotá": "COL", "Lima": "PER"}),
        ("حضر عمدة مراكش المنتدى في بيروت", {"مراكش": "MAR", "بيروت": "LBN"}),
        ("蒙特利尔市长访问了日内瓦。", {"日内瓦": "CHE"}),
        ("Мэрия города Казань и власти Москвы договорились.", {"Казань": "RUS", "Москвы": "RUS"}),
    ],
)
def test_places_are_found_and_told_apart_by_their_company(text: str, expected: dict[str, str]) -> None:
    found = places(text)
    assert {name: found[name][0] if name in found else None for name in expected} == expected


def test_a_name_may_have_two_senses_where_the_text_says_so() -> None:
    text = "Migrants from Georgia, USA, met others in Tbilisi, Georgia."
    assert [
        (each.place.country, each.place.kind) for each in mentions(text) if each.text == "Georgia" and each.place
    ] == [
        ("USA", "region"),
        ("GEO", "country"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan and Syrian families were heard.",
        "Paris Hilton read about it.",
        "The Washington Post reported it.",
        "The Marrakech Mayors Declaration was welcomed.",
        "States recalled the Geneva Convention.",
        "In March and May many said so; of course, most agreed.",
        "She lives at 12 Lincoln Street.",
        "Mr. Jordan and Ms. Chelsea Austin chaired the panel.",
    ],
)
def test_what_is_part_of_another_name_or_no_name_is_no_place(text: str) -> None:
    assert places(text) == {}


def test_the_city_of_a_declaration_is_a_place_where_the_city_is_meant() -> None:
    text = "The Marrakech Mayors Declaration was adopted in Marrakech, Morocco."
    assert [each.start for each in mentions(text) if each.text == "Marrakech"] == [48]


def test_actors_are_named_by_name_and_acronym_in_several_languages() -> None:
    text = "UNHCR, the International Organization for Migration (IOM), UCLG, the Mayors Mechanism, the GFMD, the EU."
    named = [(each.text, each.actor) for each in mentions(text) if each.kind == "actor"]
    assert named == [
        ("UNHCR", "UNHCR"),
        ("International Organization for Migration", "International Organization for Migration"),
        ("IOM", "International Organization for Migration"),
        ("UCLG", "United Cities and Local Governments"),
        ("Mayors Mechanism", "GFMD Mayors Mechanism"),
        ("GFMD", "Global Forum on Migration and Development"),
        ("EU", "European Union"),
    ]
    assert [
        each.actor for each in mentions("Le HCR et l'Organisation internationale pour les migrations") if each.actor
    ] == [
        "UNHCR",
        "International Organization for Migration",
    ]
    assert [each.actor for each in mentions("国际移民组织和联合国难民署") if each.actor] == [
        "International Organization for Migration",
        "UNHCR",
    ]


def test_an_actor_takes_the_place_in_its_name() -> None:
    assert of_kind("The Council of Europe and the African Union agreed.", "place") == []
    assert of_kind("The Council of Europe and the African Union agreed.", "actor") == [
        "Council of Europe",
        "African Union",
    ]


def test_the_caller_adds_actors_of_its_own() -> None:
    text = "Harbour Cities Forum and HCF wrote to us."
    found = mentions(text, actors={"Harbour Cities Forum": "Forum of Harbour Cities", "HCF": "Forum of Harbour Cities"})
    assert [(each.text, each.actor) for each in found if each.actor] == [
        ("Harbour Cities Forum", "Forum of Harbour Cities"),
        ("HCF", "Forum of Harbour Cities"),
    ]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Mayors, local authorities and ministers met governors.",
            ["Mayors", "local authorities", "ministers", "governors"],
        ),
        ("Local and regional governments are partners.", ["Local and regional governments"]),
        ("Les maires et les collectivités territoriales", ["maires", "collectivités territoriales"]),
        ("Los alcaldes y los gobiernos locales", ["alcaldes", "gobiernos locales"]),
    ],
)
def test_roles_are_named(text: str, roles: list[str]) -> None:
    assert of_kind(text, "role") == roles


def test_mentions_are_in_order_and_apart_and_the_same_each_time() -> None:
    text = "Mayors of Milan, Amman (Jordan) and São Paulo met UNHCR, Geneva and the Mayors Migration Council. " * 3
    found = mentions(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(text[each.start : each.end] == each.text for each in found)
    assert found == mentions(text)


def test_nothing_is_found_where_nothing_is_named() -> None:
    assert mentions("") == ()
    assert mentions("... 12 %") == ()


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(hanse.HanseError, match="is no text"):
        mentions(7)  # type: ignore[arg-type]


def test_the_places_of_a_document_are_decided_together() -> None:
    document = hanse.Document.of(
        "Kentucky is a state.\n\nThe court sits in Lebanon, near Danville and Campbellsville.", "doc"
    )
    told = {mention.text: mention.place for _, found in mentions_of(document) for mention in found}
    assert told["Lebanon"] is not None
    assert told["Lebanon"].country == "USA"
    for passage, found in mentions_of(document):
        assert all(document.passage(passage).text[each.start : each.end] == each.text for each in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was founded by Amsterdam, Barcelona and New York.", {"Amsterdam": "NLD", "Barcelona": "ESP"}),
        ("Anne Hidalgo of Paris and Femke Halsema of Amsterdam met in New York.", {"Paris": "FRA", "Amsterdam": "NLD"}),
        ("Gregor Robertson of Vancouver spoke at the summit.", {"Vancouver": "CAN"}),
        ("Bristol, Cambridge, Manchester and Leeds joined in the UK.", {"Cambridge": "GBR", "Manchester": "GBR"}),
        ("Мэр Киева Виталий Кличко был во Львове.", {"Киева": "UKR", "Львове": "UKR"}),
    ],
)
def test_great_cities_beside_each_other_are_no_small_namesakes(text: str, expected: dict[str, str]) -> None:
    found = places(text)
    assert {name: found[name][0] if name in found else None for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ban Ki-moon spoke.",
        "Fatma Şahin spoke.",
        "Les villes ont signé la Déclaration de Marrakech.",
        "Los Estados firmaron la Declaración de Cartagena.",
    ],
)
def test_a_part_of_a_person_s_name_or_of_a_text_s_title_is_no_place(text: str) -> None:
    assert places(text) == {}
