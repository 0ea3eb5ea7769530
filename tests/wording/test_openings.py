"""A pattern tried at its opening words finds what it finds everywhere."""

import re

import pytest

from hanse.wording.lexicon import lexicon
from hanse.wording.openings import OpenBook, openings
from hanse.wording.phrases import Hit

TEXT = (
    "where national law so permits, and unless and until agreed, in so far as practicable, once the necessary funds "
    "are there, contingent on means, as deemed fit, s'il l'estime utile, en fonction des besoins du marche, siempre "
    "que sea posible, in line with their mandates, insofar as possible, ,subject to funds"
)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_pattern_of_the_lexicon_finds_the_same_as_a_search_of_every_letter(language: str) -> None:
    for pattern in (each for some in lexicon(language, "caveats")["open"].values() for each in some):
        for text in (TEXT, TEXT.replace(", ", " ")):
            everywhere = [match.span() for match in re.finditer(pattern, text)]
            assert [(hit.start, hit.end) for hit in OpenBook([(pattern, "x")]).find(text)] == everywhere


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\b(?:where|as far as)\s", ("where", "as")),
        (r"\bet?n fonction", ("e",)),
        (r"\bpending (?:the|an?)", ("pending",)),
        (r"\b(?:in )?part", ()),
        (r"(?<=, )subject", ()),
        (r"\b(?:previ[ao]|s'il) ", ("previ", "s")),
    ],
)
def test_the_openings_are_the_letters_every_match_begins_with(pattern: str, expected: tuple[str, ...]) -> None:
    assert openings(pattern) == expected


def test_a_word_that_may_be_missing_is_no_opening() -> None:
    assert OpenBook([(r"\b(?:fully )?agreed", "x")]).find("agreed") == [Hit(0, 6, "x")]
