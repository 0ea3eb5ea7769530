"""Which words does a text have, and which of them are the same word?

A token knows its place in the text, its folded form (the word as written, without case, accents or Arabic vowel
signs) and its stem in the text's language. Scripts written without spaces are segmented: Chinese by jieba, Japanese
kana, Thai, Lao, Khmer and Burmese by character.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any

from hanse.text.language_marks import FUNCTION_WORDS, STEMMERS

_MARKS = "".join(chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code)) in ("Mn", "Mc"))
INSIDE_WORDS = f"{_MARKS}\u00ad\u0640\u200c\u200d"
"""Marks and joiners that a word goes on through."""
_INSIDE = f"[^\\W_]|[{INSIDE_WORDS}]"
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_UNSPACED = "\u3040-\u30ff\u0e00-\u0e7f\u0e80-\u0eff\u1780-\u17ff\u1000-\u109f"
UNSPACED_SCRIPTS = tuple((span[0], span[2]) for span in re.findall(".-.", _HAN + _UNSPACED))
"""First and last characters of the scripts written without spaces between words."""
_WORD = re.compile(
    rf"[{_HAN}]+"
    rf"|[{_UNSPACED}]"
    rf"|(?![{_HAN}{_UNSPACED}])[^\W_](?:(?![{_HAN}{_UNSPACED}])(?:{_INSIDE}))*"
)
_CHUNK = re.compile(r"\S+")
_PLAIN_WORD = re.compile(r"[^\W_]+")
_NOT_PLAIN = re.compile(f"[{_HAN}{_UNSPACED}{_MARKS}\u00ad\u0640\u200c\u200d]")
"""Characters for which `_PLAIN_WORD` would find other words than `_WORD`."""
_HAN_START = re.compile(rf"[{_HAN}]")
_SCRIPTS = ((re.compile("[\u0400-\u04ff]"), "ru"), (re.compile("[\u0600-\u06ff]"), "ar"))
_SILENT = re.compile("[\u00ad\u0640\u200c\u200d\u0307\u064b-\u065f\u0670]")
"""Soft hyphens, joiners, the dot of a lowered Turkish capital, and Arabic vowel signs: stemmers stumble over them."""
_LIGATURES = str.maketrans({"\u00ad": "", "\u0640": "", "\u200c": "", "\u200d": "", "ß": "ss", "ı": "i", "ø": "o"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word: half-open span in code points, the folded form, and the stem (``key``) by which words are compared."""

    start: int
    end: int
    form: str
    key: str


def tokens(text: str, language: str = "") -> tuple[Token, ...]:
    """The words of ``text`` in order.

    ``language`` is BCP 47; without it the language is guessed from script and function words, which only decides the
    stemmer. A text without a single word (only signs) gives its blank-separated chunks, so that nothing is wordless.
    """
    spans = list(_spans(text))
    if not spans:
        spans = [match.span() for match in _CHUNK.finditer(text)]
    words = [text[start:end] for start, end in spans]
    forms = [fold(word) for word in words]
    stem = stemmer(language.split("-")[0] or guess(forms))
    return tuple(
        Token(start, end, form, stem(word)) for (start, end), word, form in zip(spans, words, forms, strict=True)
    )


def words(text: str) -> list[str]:
    """The words of `tokens` as written, without places and stems: many times faster, for large corpora."""
    if _NOT_PLAIN.search(text):
        return [text[start:end] for start, end in _spans(text)] or text.split()
    return _PLAIN_WORD.findall(text) or text.split()


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """A word without case, accents, vowel signs, joiners or soft hyphens; compatibility forms (ligatures) resolved."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold().translate(_LIGATURES))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bare.translate(_LIGATURES) or word


def stemmer(language: str) -> Callable[[str], str]:
    """A cached stemmer for a two-letter language: word as written in, folded stem out. Unknown languages only fold."""
    algorithm = STEMMERS.get(language)
    return _stemmer(algorithm) if algorithm else fold


def guess(forms: list[str]) -> str:
    """The language whose function words are the most among folded ``forms``; where none speaks, the script's."""
    best, most = "en", 0
    seen = forms[:400]
    for language, words in FUNCTION_WORDS.items():
        count = sum(form in words for form in seen)
        if count > most:
            best, most = language, count
    if most == 0 and forms:
        return next((language for pattern, language in _SCRIPTS if pattern.match(forms[0])), "en")
    return best


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for match in _WORD.finditer(text):
        start, end = match.span()
        if end - start > 1 and _HAN_START.match(text[start]):
            for word in _jieba().cut(match.group()):
                yield start, start + len(word)
                start += len(word)
        else:
            yield start, end


@lru_cache(maxsize=1)
def _jieba() -> Any:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    return jieba.Tokenizer()


@lru_cache(maxsize=16)
def _stemmer(algorithm: str) -> Callable[[str], str]:
    import snowballstemmer

    stem_word = snowballstemmer.stemmer(algorithm).stemWord
    one_at_a_time = Lock()  # the stemmer keeps the word in itself, and a server asks from several threads

    @lru_cache(maxsize=100_000)
    def stem(word: str) -> str:
        plain = _SILENT.sub("", unicodedata.normalize("NFC", word.casefold()))
        with one_at_a_time:
            stemmed = str(stem_word(plain))
        return fold(stemmed or plain)

    return stem
