"""What is flagged before a text is public, and what is left in peace."""

from __future__ import annotations

import time

import pytest

from hanse.workspace.pledges.sensitive import flags


def found(text: str, **said: object) -> list[tuple[str, str]]:
    return [(each.kind, each.words) for each in flags(text, **said)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The house stands at 12 King Street.", "12 King Street"),
        ("Come to 5 Elm Court", "5 Elm Court"),
        ("Au 14 bis, rue de la Paix", "14 bis, rue de la Paix"),
        ("avenue Habib Bourguiba 20", "avenue Habib Bourguiba 20"),
        ("En la Calle Mayor 5", "Calle Mayor 5"),
        ("Avda. de la Constitución, 12", "Avda. de la Constitución, 12"),
        ("In der Hauptstraße 5", "Hauptstraße 5"),
        ("Via Roma 10", "Via Roma 10"),
        ("في شارع الحبيب بورقيبة 14", "شارع الحبيب بورقيبة 14"),
        ("地址：南京东路100号", "南京东路100号"),
        ("приют на ул. Ленина, д. 5", "ул. Ленина, д. 5"),
        ("near SW1A 1AA", "SW1A 1AA"),
        ("Write to P.O. Box 123", "P.O. Box 123"),
    ],
)
def test_addresses_are_flagged_in_many_ways_of_writing_them(text, words):
    assert ("address", words) in found(text)


@pytest.mark.parametrize(
    "words",
    ["36.8065, 10.1815", "36°48′23″N 10°10′54″E", "8FVC9G8F+6X", "https://maps.app.goo.gl/abc", "///filled.count.soap"],
)
def test_coordinates_are_flagged_however_they_are_written(words):
    assert found(f"It lies at {words} by the sea") == [("coordinates", words)]


@pytest.mark.parametrize(
    "words",
    ["a.b@tunis.tn", "amina [at] tunis [dot] tn", "+216 71 123 456", "06 12 34 56 78", "514-872-0311", "@sheltertunis"],
)
def test_contact_data_are_flagged(words):
    assert ("contact", words) in found(f"Write: {words}, or come by.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("thanks to Ms Amina Ben Ali of the shelter", "Ms Amina Ben Ali"),
        ("M. Dupont ouvre la maison", "M. Dupont"),
        ("It is led by Tesfaye Gebremedhin now", "led by Tesfaye Gebremedhin"),
        ("Here Fatima Zahra teaches", "Fatima Zahra"),
        ("Amina, 14, sleeps here", "Amina"),
        ("as J. Smith said", "J. Smith"),
        ("avec DUPONT Marie", "DUPONT Marie"),
    ],
)
def test_persons_are_guessed_by_titles_given_names_and_what_stands_before(text, words):
    assert ("person", words) in found(text)


def test_office_holders_of_the_registry_are_known_whatever_case_and_accents():
    told = found("nous avons vu anne éluère, RAÜL Ñíguez", people=frozenset({"Anne Eluère", "Raul Niguez"}))
    assert told == [("person", "anne éluère"), ("person", "RAÜL Ñíguez")]


@pytest.mark.parametrize(
    "words",
    [
        "3 unaccompanied minors",
        "seven women",
        "trois familles",
        "cinco mujeres",
        "٣ families",
        "fewer than ten families",
        "one family",
    ],
)
def test_counts_of_people_under_ten_are_flagged_in_three_languages(words):
    assert found(f"We house {words} there") == [("few", words)]


@pytest.mark.parametrize(
    "text",
    [
        "We open 3 shelters for women by 2027 with 12,000 euros for 400 newcomers.",
        "The Global Compact for Migration, objective 7, SDG 10 and Agenda 2030 guide the City of Tunis.",
        "Over 5 years for children; 15 families; 1,200 people; 5% of households; 3.5 million migrants; 10 families.",
        "Le Conseil municipal et la Croix-Rouge ouvrent deux centres pour les femmes. via Tunis.",
        "La Red de Ciudades y el Ayuntamiento de Bogotá. San José, Costa Rica.",
        "United Cities and Local Governments. Mayors Migration Council. Florence, Victoria and Santiago de Chile.",
        "+12 000 000 euros. 1 200 000 habitants. Two-year plan for families. A/RES/73/195",
        "Phase 2 families move in; goal 5 women; route 5.",
    ],
)
def test_ordinary_sentences_of_pledges_are_left_in_peace(text):
    assert found(text) == []


def test_places_are_counted_in_code_points_of_the_text_as_it_is():
    text = "🏠 in 12 King Street"
    (flag,) = flags(text)
    assert text[flag.start : flag.end] == "12 King Street"


def test_a_long_text_is_looked_through_in_time_that_grows_with_it():
    began = time.process_time()
    flags("The city will open centres. " * 1000 + "a" * 20_000 + " " * 5_000 + "1 " * 10_000 + "Aa " * 5_000)
    assert time.process_time() - began < 4
