"""Giver and receiver in each other's place turn a clause round, whatever they are called."""

import pytest

from hanse.wording.shift import shifts

SWAPPED = [
    (
        "en",
        "Ports of departure should pay for pilots in ports of arrival.",
        "Ports of arrival should pay for pilots in ports of departure.",
    ),
    (
        "en",
        "The duty to dredge should be moved from the harbour office to the ferry companies.",
        "The duty to dredge should be moved from the ferry companies to the harbour office.",
    ),
    (
        "en",
        "Licences shall pass from the province to the district.",
        "Licences shall pass from the district to the province.",
    ),
    (
        "fr",
        "La compétence doit être transférée du ministère aux municipalités.",
        "La compétence doit être transférée des municipalités au ministère.",
    ),
    (
        "fr",
        "L'armateur rembourse aux pêcheurs les frais de quai.",
        "Les pêcheurs remboursent à l'armateur les frais de quai.",
    ),
    (
        "es",
        "La gestión de los muelles debe pasar del ministerio a la provincia.",
        "La gestión de los muelles debe pasar de la provincia al ministerio.",
    ),
    ("es", "El armador paga al pescador los gastos de muelle.", "El pescador paga al armador los gastos de muelle."),
]
IN_PLACE = [
    (
        "en",
        "Licences shall pass from the province to the district.",
        "From the province to the district, licences shall pass.",
    ),
    (
        "fr",
        "L'armateur rembourse aux pêcheurs les frais de quai.",
        "L'armateur rembourse les frais de quai aux pêcheurs.",
    ),
    ("es", "El armador paga al pescador los gastos de muelle.", "El armador paga los gastos de muelle al pescador."),
]


@pytest.mark.parametrize(("language", "asked", "drafted"), SWAPPED)
def test_those_who_changed_places_are_told(language: str, asked: str, drafted: str) -> None:
    assert ("reversed", "swapped") in [(e.effect, e.kind) for e in shifts(asked, drafted, language=language)]


@pytest.mark.parametrize(("language", "asked", "drafted"), IN_PLACE)
def test_another_order_of_words_swaps_nobody(language: str, asked: str, drafted: str) -> None:
    assert "swapped" not in [each.kind for each in shifts(asked, drafted, language=language)]
