"""Letters that were lost on the way are made good, and nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanse.places.mending import mended


@pytest.mark.parametrize(
    ("spoilt", "whole"),
    [
        ("KrakÃ³w", "Kraków"),
        ("Å\x81Ã³dÅº", "Łódź"),
        ("C<c3><a1>diz", "Cádiz"),
        ("B<U+0103>l<U+021B>i", "Bălți"),
        (r"M\u00fcnster", "Münster"),
        ("S%C3%A3o Lu%C3%ADs", "São Luís"),
        ("L&#39;Aquila &amp; Teramo", "L'Aquila & Teramo"),
        ("Qu<U+0329>bec", "Québec"),
        ("Le<U+0573>n", "León"),
    ],
)
def test_misread_letters_are_read_again(spoilt: str, whole: str) -> None:
    assert mended(spoilt) == whole


@pytest.mark.parametrize(
    "name", ["Åse", "São Tomé", "Çorum", "Île-de-France", "東京", "القاهرة", "100% Berlin", "A < B", "«Ã»"]
)
def test_whole_names_stay(name: str) -> None:
    assert mended(name) == name


@given(st.text(max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    mended(text)


@given(st.text(st.characters(min_codepoint=0xC0, max_codepoint=0x17F), min_size=2, max_size=12))
def test_what_utf8_was_misread_as_latin_comes_back(word: str) -> None:
    spoilt = word.encode("utf-8").decode("latin-1")
    assert mended(spoilt) in (word, mended(word))


def test_bytes_written_in_octal_are_letters() -> None:
    assert mended("R\\303\\255o Cuarto") == "Río Cuarto"
    assert mended("a\\12b") == "a\\12b"
