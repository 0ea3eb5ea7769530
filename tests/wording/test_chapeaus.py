"""A chapeau that forbids or lets off turns round every item below it."""

import pytest

from hanse.wording.shift import shifts

EN, FR, ES = (
    "to publish the results of the lock inspections;",
    "de publier les résultats des contrôles ;",
    "publicar los resultados;",
)
TURNED = [
    ("en", EN, "Masters shall be obliged:", "Masters shall be forbidden:"),
    ("en", EN, "Masters shall:", "Masters shall not be required:"),
    ("en", EN, "Masters shall:", "Masters shall refrain from taking the following measures:"),
    ("en", EN, "Masters shall be prohibited:", "Masters shall be required:"),
    ("en", EN, "Masters shall:", "No master shall be allowed:"),
    ("fr", FR, "Les capitaines sont tenus :", "Il est interdit aux capitaines :"),
    ("fr", FR, "Les capitaines sont tenus :", "Les capitaines ne sont pas tenus :"),
    ("es", ES, "Los capitanes deberán:", "Los capitanes no estarán obligados a:"),
    ("es", ES, "Los capitanes deberán:", "Se prohíbe a los capitanes:"),
]
KEPT = [
    ("en", EN, "Masters shall be forbidden:", "Masters shall not be permitted:"),
    ("en", EN, "Masters shall:", "Masters shall not fail:"),
    ("en", EN, "Masters shall not:", "Masters shall be prohibited from the following:"),
    ("en", EN, "To this end, we commit to:", "To realize this commitment, we undertake to:"),
    ("en", EN, "Parties shall:", "Bar associations shall:"),
    ("fr", FR, "Les capitaines doivent :", "Les capitaines sont tenus :"),
    ("es", ES, "Los capitanes deberán:", "Los capitanes están obligados a:"),
]


@pytest.mark.parametrize(("language", "item", "asked", "drafted"), TURNED)
def test_a_denying_chapeau_turns_its_items_round(language: str, item: str, asked: str, drafted: str) -> None:
    found = shifts(item, item, asked_chapeau=asked, drafted_chapeau=drafted, language=language)
    assert ("reversed", "chapeau") in [(each.effect, each.kind) for each in found]


@pytest.mark.parametrize(("language", "item", "asked", "drafted"), KEPT)
def test_a_chapeau_of_the_same_sense_does_not(language: str, item: str, asked: str, drafted: str) -> None:
    found = shifts(item, item, asked_chapeau=asked, drafted_chapeau=drafted, language=language)
    assert "reversed" not in [each.effect for each in found]


def test_a_sentence_is_turned_round_by_the_chapeau_above_an_item() -> None:
    asked = "Masters shall publish the results of the lock inspections."
    assert shifts(asked, EN, drafted_chapeau="Masters shall be forbidden:")[0].effect == "reversed"
    dumping = shifts(
        "Harbours shall end the dumping of sludge.", "dumping sludge;", drafted_chapeau="Harbours shall refrain from:"
    )
    assert "reversed" not in [each.effect for each in dumping]


def test_spans_of_what_a_chapeau_turns_round_stay_in_the_item() -> None:
    found = shifts(EN, EN, asked_chapeau="Masters shall:", drafted_chapeau="Masters shall not:")[0]
    assert found.drafted is not None
    assert EN[slice(*found.drafted)] == "publish"
