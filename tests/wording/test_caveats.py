"""What lets the bearer do less, wherever in the sentence it stands."""

import pytest

from hanse.wording.shift import shifts

ASKED = {
    "en": "Ports shall treat ballast water.",
    "fr": "Les ports traitent les eaux usées.",
    "es": "Los puertos tratarán las aguas.",
}
ADDED = [
    ("en", "Ports shall treat ballast water unless the costs are excessive."),
    ("en", "Ports shall treat ballast water, unless exempted."),
    ("en", "Ports shall treat ballast water where this is economically viable."),
    ("en", "Ports shall treat ballast water, if technically possible."),
    ("en", "Ports shall, subject to a favourable vote, treat ballast water."),
    ("en", "Ports shall preferably treat ballast water."),
    ("en", "Ports shall treat ballast water, the weather permitting."),
    ("en", "Ports shall treat ballast water, save where the master objects."),
    ("en", "Ports shall treat ballast water to the extent that their capacity allows."),
    ("en", "Ports shall treat ballast water, provided the owner does not object."),
    ("en", "Ports shall treat ballast water once the necessary rules are in force."),
    ("en", "Ports shall treat ballast water, pending the adoption of the protocol."),
    ("en", "Ports shall treat ballast water under conditions laid down by the Senate."),
    ("en", "Ports shall treat ballast water after approval by the ministry."),
    ("en", "Ports shall treat ballast water at their own pace."),
    ("en", "Ports shall treat ballast water, bearing in mind domestic constraints."),
    ("en", "Ports shall treat ballast water, without additional cost to the budget."),
    ("en", "Ports shall treat ballast water as they deem fit."),
    ("fr", "Les ports traitent les eaux usées lorsque la loi le permet."),
    ("fr", "Les ports traitent les eaux usées après autorisation du ministère."),
    ("fr", "Les ports traitent les eaux usées, s'il le juge opportun."),
    ("fr", "Les ports traitent les eaux usées dans les conditions fixées par décret."),
    ("es", "Los puertos tratarán las aguas, siempre que haya fondos."),
    ("es", "Los puertos tratarán las aguas en las condiciones que fije el reglamento."),
    ("es", "Los puertos tratarán las aguas con arreglo a sus capacidades."),
    ("fr", "Les ports traitent les eaux usées, à moins que les coûts ne soient excessifs."),
    ("fr", "Les ports traitent, de préférence, les eaux usées."),
    ("es", "Los puertos tratarán las aguas, a menos que los costes sean excesivos."),
    ("es", "Los puertos tratarán las aguas cuando sea económicamente viable."),
]


@pytest.mark.parametrize(("language", "drafted"), ADDED)
def test_a_caveat_weakens(language: str, drafted: str) -> None:
    found = shifts(ASKED[language], drafted, language=language)
    assert {(each.effect, each.kind) for each in found} == {("weakened", "caveat")}


@pytest.mark.parametrize(
    "drafted",
    ["Ports shall be subject to inspection and treat ballast water.", "Ports shall treat ballast water daily."],
)
def test_what_adds_a_duty_is_none(drafted: str) -> None:
    assert [each for each in shifts(ASKED["en"], drafted) if each.kind == "caveat"] == []


def test_a_caveat_between_a_right_and_its_verb_is_seen() -> None:
    (found,) = shifts(
        "Every nurse has the right to go home at noon.",
        "Every nurse has the right, subject to available staff, to go home at noon.",
    )
    assert found.kind == "caveat"


def test_a_caveat_in_commas_does_not_cut_off_what_is_forbidden() -> None:
    found = shifts(
        "Calls upon States to refrain from burning waste.",
        "Calls upon States to refrain, to the extent possible, from burning waste.",
    )
    assert [each.effect for each in found] == ["weakened"]


def test_an_exception_for_some_is_a_part() -> None:
    (found,) = shifts(ASKED["en"], "Ports shall treat ballast water, except for that of ferries.")
    assert (found.effect, found.kind) == ("partly", "exception")


def test_the_condition_that_was_asked_for_is_no_caveat() -> None:
    found = shifts(
        "Harbour masters shall hear the crews before granting any licence.",
        "No licence shall be granted by a harbour master unless the crews have been heard.",
    )
    assert [each for each in found if each.effect != "stronger"] == []


def test_what_is_phased_out_goes_gradually_anyway() -> None:
    found = shifts("Ports shall phase out coal cranes.", "Coal cranes shall be progressively phased out by ports.")
    assert found == ()
