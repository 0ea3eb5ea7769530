"""In which language does the library speak, and how does it say a thing there? Its own words and numbers, in six.

The words stand in the code, in English; their translations in ``locale/LANGUAGE/LC_MESSAGES/hanse.po``. English is
spoken unless somebody is `speaking` another language, or somebody whom the library is told to `follow` is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from gettext import NullTranslations, translation
from pathlib import Path
from typing import Any, Generic, NamedTuple, ParamSpec, TypeVar

from babel import Locale
from babel.numbers import format_decimal, format_percent

LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru")
"""The six official languages of the United Nations, by BCP 47 code."""
LOCALE = Path(__file__).parent / "locale"
DOMAIN = "hanse"
_FOLDERS = {"zh": "zh_Hans"}
"""Where a catalogue's folder has another name than the language."""
_COMMAS = {"ar": "، ", "zh": "，"}
_COLONS = {"fr": "\u00a0: ", "zh": "："}
_SEMICOLONS = {"fr": "\u00a0; ", "ar": "؛ ", "zh": "；"}

Given = ParamSpec("Given")
Made = TypeVar("Made")

_speaking: ContextVar[str] = ContextVar("_speaking", default="")
_followed: list[Callable[[], str]] = []


def spoken() -> str:
    """The language in which the library speaks now: one of `LANGUAGES`."""
    return _speaking.get() or (understood(_followed[-1]()) if _followed else "en")


def understood(code: str) -> str:
    """The one of the six that is nearest to a BCP 47 code ("zh-Hant-TW": "zh"); "en" where none is near."""
    language = code.replace("_", "-").split("-")[0].lower()
    return language if language in LANGUAGES else "en"


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Say what is said within in this language (BCP 47), or in English where it is none of `LANGUAGES`."""
    before = _speaking.set(understood(code))
    try:
        yield
    finally:
        _speaking.reset(before)


def in_english(function: Callable[Given, Made]) -> Callable[Given, Made]:
    """For what programs read: said in English, whatever is spoken."""

    @wraps(function)
    def english(*given: Given.args, **named: Given.kwargs) -> Made:
        with speaking("en"):
            return function(*given, **named)

    return english


def follow(asked: Callable[[], str]) -> None:
    """From now on, where nobody is `speaking`, speak the language whose code ``asked`` gives when it is asked."""
    _followed[:] = [asked]


def right_to_left() -> bool:
    """Whether the language that is spoken is written from the right."""
    return spoken() == "ar"


def gettext(said: str, /, **values: object) -> str:
    """A sentence or label in the language that is spoken, with ``values`` in the places of its ``%(name)s``."""
    return _filled(_catalogue(spoken()).gettext(said), values)


def ngettext(one: str, many: str, number: float, /, **values: object) -> str:
    """The same for a number of things; ``%(num)s`` stands for the number as the language writes it."""
    return _filled(plural(one, many, number), {"num": counted(number), **values})


def plural(one: str, many: str, number: float) -> str:
    """The form that goes with a number, with its blanks empty."""
    return _catalogue(spoken()).ngettext(one, many, int(number))


def pgettext(context: str, said: str, /, **values: object) -> str:
    """The same for a word that means different things; ``context`` tells translators which."""
    return _filled(_catalogue(spoken()).pgettext(context, said), values)


class Term(NamedTuple):
    """A word in its context, to be said later."""

    context: str
    said: str


def noop(said: str) -> Term:
    """A sentence that a table holds, for `Said`."""
    return Term("", said)


def term(context: str, said: str) -> Term:
    """A word in its context that a table holds, for `Said`."""
    return Term(context, said)


Key = TypeVar("Key")


class Said(Mapping[Key, str], Generic[Key]):
    """A table whose words are in the language that is spoken when they are looked up."""

    def __init__(self, terms: Mapping[Key, Term]) -> None:
        self._terms = dict(terms)

    def __getitem__(self, key: Key) -> str:
        context, said = self._terms[key]
        return pgettext(context, said) if context else gettext(said)

    def __iter__(self) -> Iterator[Key]:
        return iter(self._terms)

    def __len__(self) -> int:
        return len(self._terms)


def apart(text: str) -> str:
    """A name or title that keeps its own direction: isolated, where the language is written from the right."""
    return f"\u2068{text}\u2069" if text and right_to_left() and not text.startswith("\u2068") else text


def comma() -> str:
    """What stands between the facts of one line."""
    return _COMMAS.get(spoken(), ", ")


def colon() -> str:
    """What stands between a label and what it labels."""
    return _COLONS.get(spoken(), ": ")


def semicolon() -> str:
    """What stands between facts that have commas of their own."""
    return _SEMICOLONS.get(spoken(), "; ")


def stop() -> str:
    """What ends a sentence."""
    return "。" if spoken() == "zh" else "."


def counted(number: float) -> str:
    """A number as the language writes it, whole or with its decimals: "1,234.5"."""
    return str(format_decimal(number, "#,##0.######", locale=locale()))


def percent(whole: int) -> str:
    """So many per cent: "12%"."""
    return str(format_percent(whole / 100, "#,##0%" if spoken() == "en" else None, locale=locale()))


def locale() -> Locale:
    """Babel's for the language that is spoken; English writes the day first, as the UN does."""
    return _locale(spoken())


def _filled(said: str, values: Mapping[str, object]) -> str:
    apiece = {name: apart(each) if isinstance(each, str) else each for name, each in values.items()}
    return said % apiece if apiece else said


@cache
def _catalogue(language: str) -> NullTranslations:
    """The translations of a language; English has none."""
    if language == "en":
        return NullTranslations()
    return translation(DOMAIN, str(LOCALE), [_FOLDERS.get(language, language)])


@cache
def _locale(language: str) -> Locale:
    return Locale.parse({"en": "en_GB", "zh": "zh_Hans"}.get(language, language))


def keywords() -> dict[str, Any]:
    """What a tool that gathers words is to look for, as Babel takes it."""
    return {
        **dict.fromkeys(("gettext", "_", "noop"), None),
        "ngettext": (1, 2),
        **dict.fromkeys(("pgettext", "term"), ((1, "c"), 2)),
    }
