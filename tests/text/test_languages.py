"""Sentences and language of a text, in the languages that negotiations use."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanse.text.language import language
from hanse.text.sentences import sentences


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "See para. 37 and art. 4. It rains.", ["See para. 37 and art. 4.", "It rains."]),
        ("en", "1. Towns act. They rest.", ["1. Towns act.", "They rest."]),
        (
            "en",
            "Adopted under No. 5 of the annex. Dr. Ada spoke.",
            ["Adopted under No. 5 of the annex.", "Dr. Ada spoke."],
        ),
        ("en", "The U.N. Secretary came. He left.", ["The U.N. Secretary came.", "He left."]),
        ("fr", "Voir par. 4. M. Dupont parle. Fin !", ["Voir par. 4.", "M. Dupont parle.", "Fin !"]),
        ("es", "Véase el párr. 4 del pacto. Fin.", ["Véase el párr. 4 del pacto.", "Fin."]),
        (
            "ru",
            "См. ст. 5 договора. В 2018 г. города собрались.",
            ["См. ст. 5 договора.", "В 2018 г. города собрались."],
        ),
        ("ar", "تجتمع المدن. هل توافقون؟ نعم.", ["تجتمع المدن.", "هل توافقون؟", "نعم."]),
        ("zh", "城市开会。同意！“好吗？”他说。", ["城市开会。", "同意！", "“好吗？”", "他说。"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(code: str, text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, code)] == expected


@given(st.text(alphabet="ab A. !?\n1(),;。", max_size=80), st.sampled_from(["en", "fr", "zh"]))
def test_sentences_leave_out_nothing_but_space(text: str, code: str) -> None:
    spans = sentences(text, code)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The towns of the shore open their gates and keep them open all winter."),
        ("fr", "Les villes de la côte ouvrent leurs portes et les gardent ouvertes tout l'hiver."),
        ("es", "Las ciudades de la costa abren sus puertas y las mantienen abiertas todo el invierno."),
        ("ru", "Города побережья открывают свои ворота и держат их открытыми всю зиму."),
        ("ar", "تفتح مدن الساحل أبوابها وتبقيها مفتوحة طوال فصل الشتاء."),
        ("zh", "沿海城市打开城门,整个冬天都保持开放。"),
        ("tr", "Kıyı şehirleri kapılarını açar ve bütün kış boyunca açık tutar."),
        ("und", "Ports"),
        ("und", "12 - 14"),
    ],
)
def test_the_language_is_told(code: str, text: str) -> None:
    assert language(text) == code
