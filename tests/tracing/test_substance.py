import pytest

import hanse
from hanse.tracing.substance import formulas

BOILERPLATE = [
    "Recalling General Assembly resolution 70/1 of 25 September 2015, entitled Transforming our world,",
    "Recalling also its resolution 64/12 of 9 November 2009 and all its previous resolutions on the matter,",
    "Reaffirming the purposes and principles of the Charter of the United Nations,",
    "Decides to remain seized of the matter.",
    "Requests the Secretary-General to report to the General Assembly at its eightieth session on that resolution.",
    "Taking note with appreciation of the report of the Secretary-General,",
    "Acknowledging the importance of international cooperation and solidarity,",
    "leaving no one behind, and implementing the 2030 Agenda for Sustainable Development",
    "Section 12 of chapter 4 is amended by adding a new subsection (c) to read as follows:",
    "Rappelant sa résolution 70/1 du 25 septembre 2015 et toutes ses résolutions sur la question,",
    "Recordando su resolución 70/1, de 25 de septiembre de 2015, y el informe del Secretario General,",
]
SUBSTANCE = [
    "Municipal shelters shall admit migrant children at night without asking for residence papers.",
    "Mayors should join the national delegations to the review forum.",
    "States shall open a municipal fund for the housing of newly arrived families.",
    "Establish firewalls between immigration enforcement and municipal service providers.",
    "Include local authorities in the planning of reception centres.",
    "Les maires ouvrent aux familles migrantes les cantines et les écoles de leurs quartiers.",
    "Los municipios abrirán albergues nocturnos para las trabajadoras del hogar recién llegadas.",
]


@pytest.mark.parametrize("text", BOILERPLATE)
def test_what_every_text_of_the_kind_has_is_boilerplate(text):
    assert hanse.uptake(text, text).substantive < 0.5


@pytest.mark.parametrize("text", SUBSTANCE)
def test_what_a_city_asks_for_is_substance(text):
    assert hanse.uptake(text, text).substantive > 0.5


def test_numbers_and_dates_tell_nothing_of_the_substance():
    assert hanse.uptake("1990 1991 1992 2015", "1990 1991 1992 2015").substantive == 0.0
    assert hanse.uptake("25 September 2015", "25 September 2015").substantive == 0.0


def test_more_shared_substance_can_only_raise_it():
    short = "shelters shall admit children"
    long = f"{short} without asking for residence papers"
    assert hanse.uptake(long, long).substantive > hanse.uptake(short, short).substantive


def test_words_of_drafting_are_known_in_three_languages_and_missed_nowhere_else():
    assert "resolution" in formulas("en") & formulas("fr")
    assert "resolucion" in formulas("es")
    assert formulas("sw") == frozenset()
    assert not {"cities", "municipal", "local", "authorities", "migrants", "housing"} & formulas("en")
