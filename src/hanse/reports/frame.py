"""Which words does the house print around a text? Headings, labels and dates in the language of the document."""

from __future__ import annotations

import re
import tomllib
from datetime import date as calendar_date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

from hanse.errors import UnprintableText
from hanse.text.dates import is_date

WORDS = Path(__file__).parent / "words"
FALLBACK = "en"
"""The frame's language where a document's own has no words here."""
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})

_TAG = re.compile(r"([A-Za-z]{2,3})(?:-([A-Za-z]{4}))?(?:-([A-Za-z]{2}))?(?:-.*)?")
_FIRST = re.compile(r"^1 ")
"""French alone says its first day of a month as an ordinal."""
_YEAR_SIGN = re.compile(r"\s+г\.$")
"""What Babel ends a Russian date with; before the full stop of a sentence it would make two of them."""


def words(language: str) -> dict[str, Any]:
    """The frame's words in a language (BCP 47 tag), in English where it has none: strings and tables of strings.

    Raises UnprintableText where the tag is none.
    """
    return _read(primary(language) if primary(language) in languages() else FALLBACK)


def languages() -> tuple[str, ...]:
    """The languages that have words of their own."""
    return tuple(sorted(path.stem for path in WORDS.glob("*.toml")))


def primary(language: str) -> str:
    """The language of a tag without script and region: "zh" of "zh-Hant-TW"."""
    return subtags(language)[0]


def subtags(language: str) -> tuple[str, str, str]:
    """Language, script and region of a BCP 47 tag; those that it lacks are empty. Raises UnprintableText for no tag."""
    match = _TAG.fullmatch(language.strip().replace("_", "-"))
    if not match:
        raise UnprintableText(
            f"“{language}” is no language tag", where="language", do="give one as in BCP 47, such as en or ar"
        )
    return match[1].lower(), (match[2] or "").title(), (match[3] or "").upper()


def right_to_left(language: str) -> bool:
    """True for a language that is written from the right."""
    return primary(language) in RIGHT_TO_LEFT or subtags(language)[1] in {"Arab", "Hebr", "Syrc", "Thaa"}


@lru_cache(maxsize=4096)
def day(value: calendar_date | str, language: str, form: Literal["long", "medium"] = "long") -> str:
    """A date as the language writes it: whole or partial EDTF ("2031-06-02", "2031-06", "2031"); else as it stands.

    ``form`` long spells the month out, medium keeps to what fits a column.
    """
    text = value.isoformat()[:10] if isinstance(value, calendar_date) else value.strip()
    if not is_date(text) or text[-1] in "~?%" or text.startswith("0000"):
        return text
    locale = _locale(language)
    year, month, number = (*map(int, text.split("-")), 1, 1)[:3]
    first = calendar_date(year, month, number)
    if len(text) == 4:
        return text
    if len(text) == 7:
        said = format_skeleton("yMMMM", first, locale=locale)
    elif form == "long":
        said = format_date(first, "long", locale)
    else:
        said = format_skeleton("yMMMd", first, locale=locale)
    said = _YEAR_SIGN.sub("", str(said))
    return _FIRST.sub("1er ", said) if locale.language == "fr" and len(text) == 10 else said


def named(language: str) -> str:
    """A language's own name for itself: "français"; what is no known tag stands as given."""
    if not _TAG.fullmatch(language.strip()):
        return language
    try:
        name = Locale.parse(language.strip(), sep="-").get_display_name()
    except (UnknownLocaleError, ValueError):
        return language
    return str(name or language)


@cache
def _read(language: str) -> dict[str, Any]:
    return tomllib.loads((WORDS / f"{language}.toml").read_text(encoding="utf-8"))


def _locale(language: str) -> Locale:
    """The locale whose dates the language writes; English without a region writes the day first, as the UN does."""
    tag = "-".join(filter(None, subtags(language)))
    try:
        return Locale.parse("en-GB" if tag == "en" else tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en-GB", sep="-")
