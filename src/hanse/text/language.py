"""In which language is this text written?"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru", "tr", "pt", "de", "it", "nl", "ca")
"""BCP 47 codes among which `language` chooses."""

_ENOUGH_LETTERS = 20
_SAMPLE = 6000


def language(text: str, among: tuple[str, ...] = LANGUAGES) -> str:
    """The BCP 47 code of a text's language, one of ``among``; "und" below 20 letters (6 in Chinese).

    The opening, the middle and the end of a long text are looked at.
    """
    sample = _sampled(text)
    letters = sum(character.isalpha() for character in sample)
    chinese = sum("\u4e00" <= character <= "\u9fff" for character in sample)
    if letters < _ENOUGH_LETTERS and not (chinese >= 6 and "zh" in among):
        return "und"
    if chinese * 2 > letters and "zh" in among:
        return "zh"
    return str(_identifier(among).classify(sample)[0])


def _sampled(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    third, middle = _SAMPLE // 3, len(text) // 2
    return "\n".join((text[:third], text[middle : middle + third], text[-third:]))


@lru_cache(maxsize=8)
def _identifier(among: tuple[str, ...]) -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(among))
    return identifier
