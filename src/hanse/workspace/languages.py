"""Which language is meant, what is it called, and which way does it run? By BCP 47 codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from django.db import models
from django.utils.translation import get_language, override
from django.utils.translation.trans_real import get_supported_language_variant

from hanse.reports import finding


class Language(models.TextChoices):
    """What the workspace speaks: the six official languages of the United Nations, each by its own name."""

    ENGLISH = "en", "English"
    FRENCH = "fr", "français"
    SPANISH = "es", "español"
    ARABIC = "ar", "العربية"
    CHINESE = "zh", "中文"
    RUSSIAN = "ru", "русский"


_COMMAS = {Language.ARABIC: "، ", Language.CHINESE: "、"}
_CODE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_SEPARATORS = re.compile(r"[\s,;]+")


def spoken() -> Language:
    """The language of the page."""
    return understood(get_language() or "en")


def understood(code: str) -> Language:
    """The one of the six that is nearest to a BCP 47 code ("zh-TW": Chinese); English, where none is near."""
    language = code.lower().split("-")[0]
    return Language(language) if language in Language.values else Language.ENGLISH


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Say what is said within in this language, or in English where the workspace does not speak it."""
    with override(get_supported_language_variant(understood(code))):
        yield


def language_of(person: Any) -> str:
    """In which language to write to somebody: the one that an account has chosen, else the one that is spoken now."""
    return getattr(person, "language", "") or spoken()


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


@cache
def called_by_itself(code: str) -> str:
    """What a language calls itself: "français"."""
    locale = _locale(code)
    return (locale.get_display_name() if locale else None) or code


@cache
def direction(code: str) -> str:
    """ "rtl" or "ltr"."""
    locale = _locale(code)
    return locale.text_direction if locale else "ltr"


def menu(codes: Iterable[str]) -> list[dict[str, str]]:
    """Languages to choose from: ``code``, ``name`` by itself, ``direction``."""
    return [{"code": each, "name": called_by_itself(each), "direction": direction(each)} for each in codes]


def territory(code: str, name: str) -> str:
    """What a country (ISO 3166-1 alpha-2) or a region (M49) is called in the language of the page; in English, or
    where it is not known there, ``name``."""
    locale = _locale(get_language() or "en")
    return name if locale is None or locale.language == "en" else locale.territories.get(code, name)


def day(partial: str | None) -> str:
    """A partial date (EDTF) as people write it in the language of the page: "2 June 2031", "June 2031", "about 2031",
    "undated" for none; what is no such date as it stands."""
    return finding.day(partial)


def listed(names: Iterable[object]) -> str:
    """Names one after the other, with the comma of the language of the page: "Accra, Lima, Seoul"."""
    return _COMMAS.get(spoken(), ", ").join(str(each) for each in names)


def together(names: Iterable[object]) -> str:
    """Names as a sentence has them: "Accra, Lima and Seoul"."""
    here = get_language() or "en"
    told = [str(each) for each in names]
    return format_list(told, locale="en_GB" if here == "en" else here.replace("-", "_")) if told else ""


@cache
def _locale(code: str) -> Locale | None:
    try:
        return Locale.parse(code, sep="-")
    except (ValueError, UnknownLocaleError):
        return None
