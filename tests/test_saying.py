"""The library says its words in six languages, and follows whoever it is told to follow."""

from __future__ import annotations

import pytest

from hanse import saying
from scripts.catalogues import THE_LIBRARY, missing


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saying, "_followed", [])


def test_every_word_of_the_library_is_there_in_every_language() -> None:
    assert list(missing([THE_LIBRARY])) == []


def test_english_is_spoken_unless_somebody_speaks_otherwise(alone: None) -> None:
    assert saying.spoken() == "en"
    with saying.speaking("ru"):
        assert saying.gettext("Lineage") == "Родословная"
        with saying.speaking("fr"):
            assert saying.gettext("Lineage") == "Filiation"
        assert saying.spoken() == "ru"
    assert saying.gettext("Lineage") == "Lineage"


def test_the_library_follows_a_page_until_somebody_speaks(alone: None) -> None:
    saying.follow(lambda: "zh-hans")
    assert saying.spoken() == "zh"
    with saying.speaking("es"):
        assert saying.spoken() == "es"


@pytest.mark.parametrize(
    ("code", "spoken"), [("zh-Hant-TW", "zh"), ("zh_Hans", "zh"), ("FR-ca", "fr"), ("sw", "en"), ("", "en")]
)
def test_a_code_means_the_nearest_of_the_six(code: str, spoken: str) -> None:
    assert saying.understood(code) == spoken


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("en", 1, "1 ask"),
        ("fr", 0, "0 demande"),
        ("fr", 2, "2 demandes"),
        ("es", 2, "2 peticiones"),
        ("ar", 1, "مطلب واحد"),
        ("ar", 2, "مطلبان"),
        ("ar", 3, "\u20683\u2069 مطالب"),
        ("ar", 11, "\u206811\u2069 مطلبا"),
        ("zh", 5, "5项诉求"),
        ("ru", 1, "1 запрос"),
        ("ru", 22, "22 запроса"),
        ("ru", 11, "11 запросов"),
    ],
)
def test_plurals_are_those_of_the_language(language: str, number: int, said: str) -> None:
    with saying.speaking(language):
        assert saying.ngettext("%(num)s ask", "%(num)s asks", number) == said


def test_numbers_and_shares_are_written_as_the_language_writes_them() -> None:
    with saying.speaking("fr"):
        assert (saying.counted(1234.5), saying.percent(12)) == ("1\u202f234,5", "12\u00a0%")
    with saying.speaking("en"):
        assert (saying.counted(1234.5), saying.percent(12)) == ("1,234.5", "12%")


def test_a_colon_stands_as_the_language_sets_it() -> None:
    colons = {}
    for language in saying.LANGUAGES:
        with saying.speaking(language):
            colons[language] = saying.colon()
    assert colons == {"en": ": ", "fr": "\u00a0: ", "es": ": ", "ar": ": ", "zh": "：", "ru": ": "}


def test_what_programs_read_is_said_in_english() -> None:
    @saying.in_english
    def told() -> str:
        return saying.gettext("Lineage")

    with saying.speaking("ar"):
        assert told() == "Lineage"
        assert saying.right_to_left()
