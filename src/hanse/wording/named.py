"""Which words name whom? A lexicon with a version that anybody can edit, the shipped one or one's own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any

from hanse.errors import HanseError
from hanse.text.document import Span
from hanse.wording.flat import WORD, flat
from hanse.wording.phrases import PhraseBook
from hanse.wording.stems import stems
from hanse.wording.tongue import tongue

WORDED, STEMMED = ("en", "fr", "es"), ("ar", "ru", "zh")
"""Languages whose phrases are written out with every form, and those that are found by stems."""
LONGEST_ENDING = 4
"""Letters behind a stem; a longer word is another."""
_SCRIPTS = (
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)


@dataclass(frozen=True, slots=True)
class Naming:
    """One mention: its group, its span, and the other groups whose words stand inside it ("city" in "city network")."""

    group: str
    span: Span
    within: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """Groups of words by language; ``name``, ``version`` and the file's ``sha256`` say what a count was made with."""

    name: str
    version: str
    sha256: str
    words: Mapping[str, Mapping[str, tuple[str, ...]]] = field(repr=False)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups in the file's own order."""
        return tuple(self.words)

    def find(self, text: str, language: str = "und") -> list[Naming]:
        """The mentions in a text, left to right, none inside another: the longest phrase that stands there decides.

        ``language`` is BCP 47; where it is none of the six, it is told from the text.
        """
        known = language_of(text, language)
        return self._stemmed(text, known) if known in STEMMED else self._worded(text, known)

    def _worded(self, text: str, language: str) -> list[Naming]:
        flattened, single = flat(text), self._single[language]
        found = []
        for hit in self._books[language].find(flattened):
            group, capitals = hit.label
            if text[hit.start : hit.start + capitals].upper() != text[hit.start : hit.start + capitals]:
                continue
            inside = {single.get(word, group) for word in WORD.findall(flattened, hit.start, hit.end)} - {group}
            found.append(Naming(group, (hit.start, hit.end), tuple(sorted(inside))))
        return found

    def _stemmed(self, text: str, language: str) -> list[Naming]:
        spans = [
            (*match.span(1), group)
            for group, pattern in self._patterns[language].items()
            for match in pattern.finditer(text)
        ]
        kept: list[Naming] = []
        for start, end, group in sorted(spans, key=lambda each: (each[0], -each[1])):
            if not kept or start >= kept[-1].span[1]:
                kept.append(Naming(group, (start, end)))
            elif kept[-1].group != group:
                kept[-1] = Naming(kept[-1].group, kept[-1].span, tuple(sorted({*kept[-1].within, group})))
        return kept

    @cached_property
    def _books(self) -> dict[str, PhraseBook[tuple[str, int]]]:
        return {
            language: PhraseBook(
                (phrase, (group, _capitals(phrase)))
                for group, words in self.words.items()
                for phrase in words.get(language, ())
            )
            for language in WORDED
        }

    @cached_property
    def _single(self) -> dict[str, dict[str, str]]:
        return {
            language: {
                flat(word): group
                for group, words in reversed(list(self.words.items()))
                for phrase in words.get(language, ())
                if " " not in phrase and "'" not in phrase
                for word in phrase.split("|")
            }
            for language in WORDED
        }

    @cached_property
    def _patterns(self) -> dict[str, dict[str, re.Pattern[str]]]:
        return {
            language: {
                group: _stemming(words[language], language)
                for group, words in self.words.items()
                if words.get(language)
            }
            for language in STEMMED
        }


def _stemming(words: tuple[str, ...], language: str) -> re.Pattern[str]:
    """Group 1 of a match is the word; in Russian "стран=" is a whole word, and no stem of "страница"."""
    if language != "ru":
        return stems(words, language)
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    body = "|".join(
        re.escape(word[:-1]) if word.endswith("=") else rf"{re.escape(word)}\w{{0,{LONGEST_ENDING}}}"
        for word in longest_first
    )
    return re.compile(rf"(?<!\w)({body})(?!\w)", re.IGNORECASE)


def _capitals(phrase: str) -> int:
    """How many of the first letters have to be capitals in the text too: two of an acronym, one of a name."""
    first = phrase.split("|")[0].split(" ")[0]
    if len(first) > 1 and first[:2].isupper():
        return 2
    return int(first[:1].isupper())


def language_of(text: str, language: str = "und") -> str:
    """One of the six: the language given, or the one that script and small words tell."""
    known = language[:2].lower()
    if known in WORDED or known in STEMMED:
        return known
    sample = text[:400]
    most, told = (
        max((len(script.findall(sample)), told) for told, script in _SCRIPTS) if not sample.isascii() else (0, "")
    )
    return told if most > len(sample) / 5 else tongue(text)


@cache
def shipped() -> Lexicon:
    """The lexicon that Hanse counts with unless another one is given: nine groups in six languages."""
    return lexicon_from(shipped_file(), "named.toml")


@cache
def of_migration() -> Lexicon:
    """By which words a text speaks of migration: one group, in six languages."""
    return lexicon_from((resources.files("hanse.wording.lexicon") / "migration.toml").read_bytes(), "migration.toml")


def shipped_file() -> bytes:
    """The shipped lexicon's file, to begin one's own with."""
    return (resources.files("hanse.wording.lexicon") / "named.toml").read_bytes()


def read_lexicon(path: Path | str) -> Lexicon:
    """A lexicon from a TOML file: ``name`` and ``version``, and a table for every group with lists of words under
    ``en``, ``fr``, ``es``, ``ar``, ``ru`` and ``zh``, whichever there are. Raises HanseError for a file that is none.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise HanseError(f"cannot be read ({error.strerror})", where=str(path), do="check the path") from error
    return lexicon_from(data, str(path))


def lexicon_from(data: bytes, where: str) -> Lexicon:
    """The lexicon of a file's bytes, as `read_lexicon` takes it; ``where`` is what an error calls the file."""
    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise HanseError(f"is no TOML ({error})", where=where, do="begin with the shipped lexicon") from error
    for key in ("name", "version"):
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise HanseError(f"the lexicon has no {key}", where=where, do=f'write {key} = "…" at its top')
    groups = {name: value for name, value in table.items() if isinstance(value, dict) and name != "elsewhere"}
    words = {
        name: {key: _words(each, name, key, where) for key, each in value.items()} for name, value in groups.items()
    }
    if not words:
        raise HanseError("the lexicon has no group of words", where=where, do='add one: [cities], en = ["city|cities"]')
    return Lexicon(table["name"].strip(), table["version"].strip(), sha256(data).hexdigest(), words)


def _words(given: Any, group: str, language: str, where: str) -> tuple[str, ...]:
    if language not in (*WORDED, *STEMMED):
        do = f"take one of {', '.join((*WORDED, *STEMMED))}"
        raise HanseError(f"group {group} has words in “{language}”, which is not read", where=where, do=do)
    if (
        not isinstance(given, list)
        or not given
        or not all(isinstance(each, str) and flat(each).strip() for each in given)
    ):
        raise HanseError(f"{group}, {language}: is no list of words", where=where, do='write en = ["city|cities"]')
    return tuple(given)
