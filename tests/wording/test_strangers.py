"""A bearer that no lexicon knows is still the one that was asked to act."""
# ruff: noqa: E501

import pytest

from hanse.wording.shift import shifts

OTHERS = [
    ("en", "The port authority must dredge the inner harbour each spring.", "The regatta club must dredge the inner harbour each spring.", "partly"),
    ("en", "The Ministry of Fisheries shall publish the catch limits.", "The Ministry of Tourism shall publish the catch limits.", "partly"),
    ("en", "The coast guard should repair the beacons of the estuary.", "All stakeholders should repair the beacons of the estuary.", "weakened"),
    ("en", "The railway company should insulate the old bridges.", "Everyone should insulate the old bridges.", "weakened"),
    ("fr", "La Banque mondiale devrait payer la remise en état des digues.", "Toutes les parties prenantes devraient payer la remise en état des digues.", "weakened"),
    ("fr", "L'office des forêts entretient les sentiers de montagne.", "Les clubs alpins entretiennent les sentiers de montagne.", "partly"),
    ("fr", "La chambre des notaires publie les tarifs annuels.", "Tous les acteurs publient les tarifs annuels.", "weakened"),
    ("es", "La Comisión del Agua debería limpiar los canales de riego.", "Todas las partes interesadas deberían limpiar los canales de riego.", "weakened"),
    ("es", "El observatorio mide la calidad del aire urbano.", "Las universidades miden la calidad del aire urbano.", "partly"),
]  # fmt: skip
THE_SAME = [
    ("en", "The port authority must dredge the inner harbour each spring.", "The inner harbour must be dredged each spring by the port authority."),
    ("en", "The Ministry of Fisheries shall publish the catch limits.", "The fisheries ministry shall publish the catch limits."),
    ("fr", "L'office des forêts entretient les sentiers de montagne.", "Les offices des forêts entretiennent les sentiers de montagne."),
    ("es", "La Comisión del Agua debería limpiar los canales.", "Los canales deberían ser limpiados por la Comisión del Agua."),
    ("en", "The EU should fund the dredging of small harbours.", "The European Union should fund the dredging of small harbours."),
    ("en", "Shipowners should insure their crews against illness.", "Ship owners should insure their crews against illness."),
    ("en", "The Council should review the fares of the ferries.", "The City Council should review the fares of the ferries."),
    ("en", "We must dredge the harbour each spring.", "The city must dredge the harbour each spring."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "asked", "drafted", "effect"), OTHERS)
def test_another_bearer_of_the_same_deed_is_told(language: str, asked: str, drafted: str, effect: str) -> None:
    found = [(each.effect, each.kind) for each in shifts(asked, drafted, language=language)]
    assert (effect, "bearer") in found


@pytest.mark.parametrize(("language", "asked", "drafted"), THE_SAME)
def test_the_same_bearer_in_another_order_is_none(language: str, asked: str, drafted: str) -> None:
    assert "bearer" not in [each.kind for each in shifts(asked, drafted, language=language)]
