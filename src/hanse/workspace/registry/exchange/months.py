"""Which month is this word? Month names, whole and short, in the languages that sheets come in."""

from __future__ import annotations

import unicodedata
from functools import cache

from babel import Locale

# fmt: off
LANGUAGES = (
    "en", "fr", "de", "es", "pt", "it", "nl", "ca", "eu", "gl", "pl", "cs", "sk", "hr", "sr", "sr_Latn", "sl", "hu",
    "ro", "bg", "mk", "sq", "ru", "uk", "be", "el", "tr", "az", "sv", "da", "nb", "nn", "fi", "et", "lv", "lt",
    "is", "ga", "ar", "he", "fa", "ur", "zh", "ja", "ko", "id", "ms", "sw", "vi", "hi", "bn", "th", "am", "ha",
    "yo", "zu", "af", "mt", "ka", "hy", "kk", "uz", "mn", "ne", "si", "ta", "te", "my", "km", "lo", "tl", "so",
)
# fmt: on


def folded(word: str) -> str:
    """A word without case, accents and points."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(each for each in plain if not unicodedata.combining(each)).strip(" .,'’")


@cache
def months() -> dict[str, frozenset[int]]:
    """Folded month name to the months that it is somewhere: "listopad" is October in one language, November in others.

    Source: Unicode CLDR, as Babel carries it.
    """
    found: dict[str, set[int]] = {}
    for language in LANGUAGES:
        names = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in names[context][width].items():
                    word = folded(name)
                    if word and not word[0].isdigit():
                        found.setdefault(word, set()).add(number)
    found["sept"] = {9}
    found |= {f"ב{word}": numbers for word, numbers in found.items() if "א" <= word[0] <= "ת"}
    return {word: frozenset(numbers) for word, numbers in found.items()}
