"""Words are told apart in every script, whoever asks and from however many threads."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from hanse.text import tokens as words
from hanse.text.tokens import fold, tokens


@pytest.mark.parametrize(
    ("text", "language", "keys"),
    [
        ("Cities decided.", "en", ["citi", "decid"]),
        ("les communautés", "fr", ["le", "communaut"]),
        ("تَعَاوُن", "ar", ["تعاون"]),
        ("难民城市", "zh", ["难民", "城市"]),
        ("§ — §", "en", ["§", "—", "§"]),
    ],
)
def test_words_have_their_stems(text: str, language: str, keys: list[str]) -> None:
    assert [token.key for token in tokens(text, language)] == keys


@pytest.mark.parametrize("word", ["ﬁnance", "İstanbul", "Straße", "CÔTE"])
def test_a_folded_word_folds_to_itself(word: str) -> None:
    assert fold(fold(word)) == fold(word)


def test_stems_are_the_same_from_several_threads() -> None:
    given = [f"negotiat{ending}{number}ations" for number in range(200) for ending in ("ing", "ed", "")]
    stem = words.stemmer("en")
    right = [stem(word) for word in given]
    words._stemmer.cache_clear()
    shared = words.stemmer("en")
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            found = list(threads.map(lambda _: [shared(word) for word in given], range(8)))
    finally:
        sys.setswitchinterval(before)
    assert found == [right] * 8
