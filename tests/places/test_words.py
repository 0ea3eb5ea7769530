"""The words of an office are told from those of a name."""

from __future__ import annotations

import pytest

from hanse.places.words import key, respelt, strippable, stripped, words, written


def left(name: str) -> set[tuple[str, str | None]]:
    return {(written(each.words), each.kind) for each in stripped(words(name))}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Comune di Lecce", {("Lecce", "city")}),
        ("Bursa Büyükşehir Belediyesi", {("Bursa", "city")}),
        ("Province of Parma", {("Parma", "region")}),
        ("Tver Oblast", {("Tver", "region")}),
        ("成都市", {("成都", "city")}),
        ("대구광역시", {("대구", "city")}),
        ("City of Iowa City", {("Iowa City", "city"), ("City of Iowa", "city")}),
        ("District 4 of Bucharest", {("Bucharest", "city")}),
    ],
)
def test_generic_words_are_left_out_with_what_they_say(name: str, expected: set[tuple[str, str]]) -> None:
    assert left(name) == expected


@pytest.mark.parametrize("name", ["Lecce", "Gemeente", "City", "市", ""])
def test_a_name_is_never_emptied(name: str) -> None:
    assert not strippable(words(name))


def test_the_key_is_that_of_the_whole_name() -> None:
    assert key(words("L'Aquila – Città")) == "laquilacitta"


@pytest.mark.parametrize(
    ("name", "right"),
    [("Muncipality of Accra", "municipality"), ("Govermnent of Accra", "government"), ("Munich", "munich")],
)
def test_a_generic_word_with_one_letter_wrong_is_put_right(name: str, right: str) -> None:
    assert respelt(words(name))[0].key == right
