"""Terms of the field in six languages."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanse.tracing.across.glossary import LANGUAGES, shared, terms, weight

GLOSSARY = tomllib.loads((resources.files("hanse.tracing.across") / "glossary.toml").read_text("utf-8"))


def keys(text: str, language: str) -> list[set[str]]:
    return [set(term.keys) for term in terms(text, language)]


def test_every_key_has_terms_in_every_language():
    for key, words in GLOSSARY.items():
        assert set(words) == set(LANGUAGES), key
        assert all(each.strip() for words_of in words.values() for each in words_of.split(",")), key


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "search and rescue"),
        ("fr", "recherches et sauvetages"),
        ("es", "búsqueda y salvamento"),
        ("ar", "والبحث والإنقاذ"),
        ("zh", "海上搜救行动"),
        ("ru", "поиска и спасания"),
    ],
)
def test_one_term_has_one_key_in_all_languages_whatever_its_inflection(language, text):
    assert any("search_rescue" in found for found in keys(text, language))


def test_the_longest_term_wins():
    assert keys("Informal settlements", "en")[0] == {"settlement"}
    assert len(terms("informal settlement", "en")) == 1


def test_spans_are_of_the_text_itself():
    text = "الهجرة والمدن"
    assert [text[slice(*term.span)] for term in terms(text, "ar")] == ["الهجرة", "والمدن"]


def test_the_same_text_shares_everything_with_itself_and_nothing_with_another():
    passport, school = terms("a passport and a visa", "en"), terms("the school bus", "en")
    assert shared(passport, passport) == pytest.approx(1)
    assert shared(passport, school) == 0
    assert shared(passport, ()) == 0


def test_a_language_without_a_glossary_has_no_terms():
    assert terms("Die Städte brauchen Geld", "de") == ()


def test_rare_terms_weigh_more():
    assert weight("stateless") > weight("state")


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_text_is_read(text, language):
    found = terms(text, language)
    assert all(0 <= term.span[0] < term.span[1] <= len(text) for term in found)
    assert 0 <= shared(found, found) <= 1.0000001
