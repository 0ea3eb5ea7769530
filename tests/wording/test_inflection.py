"""A verb is the same in all its forms."""

import pytest

from hanse.wording.inflection import inflected
from hanse.wording.terms import terms

FORMS = [
    ("en", "prohibit", "forbade forbidden"),
    ("en", "withdraw", "withdrew withdrawn"),
    ("en", "maintain", "kept"),
    ("fr", "prohibit", "interdites interdisent interdite"),
    ("fr", "permit", "autorisées permises permettent"),
    ("fr", "maintain", "maintenues maintiennent maintiendra"),
    ("fr", "promote", "promues promeuvent"),
    ("es", "permit", "autoricen autorícese"),
    ("es", "ensure", "garanticen garantizarlo garantizará"),
    ("es", "abolish", "suprímase elimínese derogarse"),
    ("es", "promote", "promuevan promueve"),
]


@pytest.mark.parametrize(("language", "key", "forms"), FORMS)
def test_irregular_and_enclitic_forms_have_the_class_of_their_verb(language: str, key: str, forms: str) -> None:
    assert {term.key for term in terms(forms, language)} == {key}


def test_phrases_are_inflected_in_their_first_word() -> None:
    assert inflected("give effect to", "en") == ("gave effect to", "given effect to")
    assert [term.key for term in terms("a mis fin", "fr")][-1] == "end"


def test_a_noun_has_no_forms() -> None:
    assert inflected("housing", "en") == ()
