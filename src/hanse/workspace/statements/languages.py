"""Which language is meant, what is it called, and which way does it run? By BCP 47 codes."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language

_CODE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_SEPARATORS = re.compile(r"[\s,;]+")


def codes(text: str) -> list[str]:
    """The codes of a text as "en fr, ar", each once."""
    return list(dict.fromkeys(each for each in _SEPARATORS.split(text.strip()) if each))


def known(code: str) -> bool:
    """Whether a code is that of a language that people write: "en", "pt-BR", "zh-Hant"."""
    return bool(_CODE.fullmatch(code)) and _locale(code) is not None


def called(code: str) -> str:
    """What a language is called in the language of the page; its code where it has no name."""
    locale = _locale(code)
    return (locale.get_display_name((get_language() or "en").replace("-", "_")) if locale else None) or code


def called_by_itself(code: str) -> str:
    """What a language calls itself: "français"."""
    locale = _locale(code)
    return (locale.get_display_name() if locale else None) or code


def direction(code: str) -> str:
    """ "rtl" or "ltr"."""
    locale = _locale(code)
    return locale.text_direction if locale else "ltr"


def territory(code: str, name: str) -> str:
    """What a country (ISO 3166-1 alpha-2) or a region (M49) is called in the language of the page; in English, or
    where it is not known there, ``name``."""
    locale = _locale(get_language() or "en")
    return name if locale is None or locale.language == "en" else locale.territories.get(code, name)


@cache
def _locale(code: str) -> Locale | None:
    try:
        return Locale.parse(code, sep="-")
    except (ValueError, UnknownLocaleError):
        return None
