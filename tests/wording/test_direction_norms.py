"""The words of a rule are told apart by what they do in it."""

import pytest

from hanse.wording.direction_edits import words
from hanse.wording.direction_norms import FORMAL, NARROWED, OPENERS, PARTIES, PULL, marks, pull, standing
from hanse.wording.lexicon import LANGUAGES, lexicon


def kinds(text: str, language: str = "en") -> list[str]:
    return [mark.kind for mark in marks(words(text), language)]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "shall not", ["prohibition"]),
        ("en", "This shall not apply", ["exemption"]),
        ("en", "employers inform without delay", ["obliged", "safeguard", "rigour"]),
        ("en", "informing or informed", ["safeguard", "safeguard"]),
        ("fr", "l'employeur ne peut pas", ["obliged", "prohibition"]),
        ("fr", "il devra; il devrait", ["duty", "soft"]),
        ("es", "el trabajador tendrá derecho", ["protected", "right"]),
    ],
)
def test_the_longest_phrase_counts_in_every_form_of_its_words(language: str, text: str, wanted: list[str]) -> None:
    assert kinds(text, language) == wanted


def test_a_language_without_lexicon_has_no_classes() -> None:
    assert kinds("shall not", "ru") == []


def test_the_lexicons_have_the_same_classes_and_every_class_is_used() -> None:
    classes = [{kind for group in lexicon(each, "norms").values() for kind in group} for each in LANGUAGES]
    assert classes[0] == classes[1] == classes[2]
    known = set(PULL) | set(FORMAL) | set(NARROWED) | OPENERS | PARTIES | {"condition", "narrowing", "negation"}
    assert classes[0] == known


def test_a_word_is_governed_by_what_stands_last_before_it_in_its_sentence() -> None:
    text = words("Banks shall inform clients unless clients refuse. Towns rest.")
    governed = dict(zip([word.text for word in text], standing(text, marks(text, "en"), OPENERS), strict=True))
    assert governed["banks"] == governed["towns"] == ""
    assert governed["inform"] == "duty"
    assert governed["refuse"] == "exemption"


def test_less_leave_pulls_up_and_less_duty_down() -> None:
    assert pull("narrowing", "permission") > 0 > pull("condition", "duty")
    assert pull("safeguard", "duty") > 0 == pull("safeguard", "exemption")
    assert pull("exemption", "exemption") < 0
