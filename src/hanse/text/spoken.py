"""In which language is an ask or a passage, as far as comparing its words goes?"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

from hanse.text.language import LANGUAGES, language
from hanse.text.language_marks import FUNCTION_WORDS
from hanse.text.tokens import Token, guess, tokens

NAMES = {
    "ar": "Arabic", "ca": "Catalan", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "th": "Thai",
    "tr": "Turkish", "zh": "Chinese",
}  # fmt: skip
"""How a sentence for a person calls a language."""
_OF_SCRIPT = {"HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "THAI": "th", "CJK": "zh"}
"""Scripts that are read in one language only, as far as Hanse knows."""
_READ = frozenset({"LATIN", "ARABIC", "CYRILLIC"})
_BEHIND_LATIN = "\u0250"
_SAMPLE = 2_000
"""Characters from which the language is told."""


@lru_cache(maxsize=20_000)
def spoken(text: str) -> str:
    """The BCP 47 code of a text's language; the name of its script ("Georgian") where Hanse reads no language in it.

    Empty where nothing tells: below three words, or where letters and function words disagree. Nobody is told that a
    text is foreign because of a guess.
    """
    text = text[:_SAMPLE]
    script = _script(text)
    if not script:
        return ""
    if script in _OF_SCRIPT:
        return _OF_SCRIPT[script]
    if script not in _READ:
        return script.capitalize()
    forms = [token.form for token in tokens(text, "und")]
    by_letters = language(text, among=(*LANGUAGES, "pl"))
    if len(forms) < 3 or by_letters == "und":
        return ""
    by_words = guess(forms)
    if by_letters == by_words or by_letters not in FUNCTION_WORDS:
        return by_letters
    return by_letters if 0 < _function_words(by_words, forms) == _function_words(by_letters, forms) else ""


def _function_words(code: str, forms: list[str]) -> int:
    return sum(form in FUNCTION_WORDS[code] for form in forms)


def plainly(code: str, words: tuple[Token, ...]) -> bool:
    """Whether words are of a language by a glance at their letters and function words; False says nothing."""
    forms = [word.form for word in words]
    latin = all(form[0] < _BEHIND_LATIN for form in forms[:3])
    return latin and guess(forms) == code


def called(code: str) -> str:
    """The name of what `spoken` says."""
    return NAMES.get(code) or f"{code} script"


def _script(text: str) -> str:
    """The script of most letters, as Unicode names it; Japanese where there are kana among the Chinese characters."""
    letters = Counter(unicodedata.name(each, "").split(" ")[0].split("-")[0] for each in text if each.isalpha())
    if letters["HIRAGANA"] + letters["KATAKANA"] > letters["CJK"] / 4:
        return "HIRAGANA"
    return max(letters, key=lambda each: (letters[each], each), default="")
