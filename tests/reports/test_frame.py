"""The frame speaks six languages, each with the same words, and dates as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, get_args

import pytest

from hanse.errors import UnprintableText
from hanse.reports import frame
from hanse.reports.impact import Audience
from hanse.reports.typesetting import TEMPLATES


def test_six_languages_have_words() -> None:
    assert frame.languages() == ("ar", "en", "es", "fr", "ru", "zh")


@pytest.mark.parametrize("language", frame.languages())
def test_every_language_says_the_same_things_with_the_same_blanks(language: str) -> None:
    english, other = dict(flat(frame.words("en"))), dict(flat(frame.words(language)))
    assert other.keys() == english.keys()
    for key, said in other.items():
        assert said.strip()
        assert set(re.findall(r"\{\w+\}", said)) == set(re.findall(r"\{\w+\}", english[key])), key


def test_every_word_is_used() -> None:
    templates = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.typ"))
    for key, _ in flat(frame.words("en")):
        room, _, name = key.rpartition(".")
        if room == "marks" or (room == "impact" and name in get_args(Audience)):
            continue
        told = (TEMPLATES.parent / "impact_told.py").read_text(encoding="utf-8") if room == "impact" else ""
        assert f"{'say' if room else 'words'}.{name}" in templates or f'"{name.removesuffix("_undated")}"' in told, key


@pytest.mark.parametrize(
    ("value", "language", "said"),
    [
        ("2031-06-02", "en", "2 June 2031"),
        ("2031-06-02", "en-US", "June 2, 2031"),
        ("2031-06-02", "fr", "2 juin 2031"),
        ("2031-06-01", "fr", "1er juin 2031"),
        ("2031-06-02", "ru", "2 июня 2031"),
        ("2031-06", "ru", "июнь 2031"),
        ("2031-06-02", "zh-Hans", "2031年6月2日"),
        ("2031-06-02", "ar", "2 يونيو 2031"),
        ("2031-06", "es", "junio de 2031"),
        ("2031", "ar", "2031"),
        ("2031~", "en", "2031~"),
        ("spring", "en", "spring"),
        ("", "en", ""),
        (date(2031, 6, 2), "en", "2 June 2031"),
        (datetime(2031, 6, 2, 23, 59), "en", "2 June 2031"),
        ("2031-06-02", "tlh", "2 June 2031"),
    ],
)
def test_dates_are_written_as_the_language_does(value: str | date, language: str, said: str) -> None:
    assert frame.day(value, language).replace("\u00a0", "\u202f") == said


def test_a_column_has_short_dates() -> None:
    assert frame.day("2031-09-02", "en", "medium") == "2 Sept 2031"


@pytest.mark.parametrize(
    ("tag", "name"),
    [("fr", "français"), ("zh", "中文"), ("ar", "العربية"), ("pt-BR", "português (Brasil)"), ("see", "see")],
)
def test_a_language_is_named_by_itself(tag: str, name: str) -> None:
    assert frame.named(tag) == name


def test_words_that_are_no_tag_stand_as_they_are() -> None:
    assert frame.named("All six texts are equally authentic.") == "All six texts are equally authentic."


def test_tags_are_taken_apart_and_refused() -> None:
    assert frame.subtags("zh_hant-tw") == ("zh", "Hant", "TW")
    assert frame.right_to_left("fa-IR")
    assert frame.right_to_left("az-Arab")
    assert not frame.right_to_left("az")
    with pytest.raises(UnprintableText, match="no language tag"):
        frame.subtags("English, please")


def flat(words: dict[str, Any], way: str = "") -> Iterator[tuple[str, str]]:
    for key, value in words.items():
        if isinstance(value, dict):
            yield from flat(value, f"{way}{key}.")
        else:
            yield f"{way}{key}", value
