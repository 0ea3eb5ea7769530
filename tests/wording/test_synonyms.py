"""Words of one class share a key, in one language and across three."""

import pytest

from hanse.wording.lexicon import shared
from hanse.wording.synonyms import classes


@pytest.mark.parametrize(
    ("key", "en", "fr", "es"),
    [
        ("local_government", "municipality", "municipalité", "municipio"),
        ("fund", "funding", "financement", "financiación"),
        ("ensure", "guarantee", "garantir", "garantizar"),
        ("participate", "participation", "participation", "participación"),
    ],
)
def test_a_class_has_one_key_in_three_languages(key: str, en: str, fr: str, es: str) -> None:
    from hanse.wording.flat import flat

    assert [classes(language)[flat(word)] for language, word in (("en", en), ("fr", fr), ("es", es))] == [key] * 3


def test_every_class_speaks_every_language() -> None:
    assert all(set(words) == {"en", "fr", "es"} for words in shared("classes").values())


def test_scales_and_opposites_name_known_classes() -> None:
    known = set(shared("classes"))
    assert {key for scale in shared("scales")["scale"] for key in scale["levels"]} <= known
    assert {key for pair in shared("opposites")["pairs"] for key in pair} <= known


def test_a_language_without_lexicon_has_no_classes() -> None:
    assert not classes("zh")
