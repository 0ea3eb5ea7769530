"""What are the words of a name, and which of them are no part of it: "Comune di", "Municipality", "市"?"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from rapidfuzz import process
from rapidfuzz.distance import OSA

from hanse.places.folding import fold, letters, spaced
from hanse.places.place import Kind

_BETWEEN = re.compile(r"([\s!-/:-@\[-`{-~\u00b4\u00b7\u2010-\u2015\u2018-\u201f\u2022\u2026\u3001\u3002\u30fb\u060c]+)")


LONG = 7
"""Letters of a generic word from which it is known misspelt."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name: as ``written``, its ``key``, and what stands between it and the next."""

    written: str
    key: str
    gap: str = " "


Words = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Stripped:
    """A name without a generic word: what is left, what was left out, and the kind of place that word is said of."""

    words: Words
    left_out: str
    kind: Kind | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """generic.toml, folded."""

    before: dict[tuple[str, ...], Kind]
    after: dict[tuple[str, ...], Kind]
    glued_before: tuple[tuple[str, Kind], ...]
    glued_after: tuple[tuple[str, Kind], ...]
    joining: frozenset[str]
    endings: dict[str, tuple[tuple[str, str], ...]]
    short: dict[str, tuple[str, ...]]
    articles: dict[str, tuple[str, ...]]
    """By country, those to put before a name; under "words", those to leave out."""
    bare: frozenset[str]
    """Countries where a name alone may be inflected."""
    lying: frozenset[str]
    """Words with which a name goes on to say where the place lies: Langenargen am Bodensee."""
    romanised: dict[str, tuple[tuple[str, str], ...]]
    """By country, letters as it romanises its language and as GeoNames does, the longest first."""
    offices: frozenset[str]
    """What stands before a comma for who speaks for a place: First Selectman, Fairfield."""
    parts: frozenset[str]
    """What a city's numbered parts are called."""
    long: tuple[str, ...]
    """The generic words of seven letters and more."""
    titles: frozenset[str]
    """Titles that a name bears or not: Gobernador Maciá, Maciá."""
    nothing: frozenset[str]
    """Texts that stand where a place's name would, and are none."""
    alone: frozenset[str]
    """Those that are a place's name only where its country is named."""


def words(name: str) -> Words:
    """The words of a name, those without a letter or digit left out."""
    pieces = _BETWEEN.split(name)
    return tuple(
        Word(each, key, gap) for each, gap in zip(pieces[::2], [*pieces[1::2], ""], strict=True) if (key := fold(each))
    )


def key(parts: Words) -> str:
    """The key under which the gazetteer has a name of these words."""
    return "".join(part.key for part in parts)


def written(parts: Words) -> str:
    """The words as they stood, one space between."""
    return " ".join(part.written for part in parts)


def stripped(parts: Words) -> Iterator[Stripped]:
    """The name without the longest generic words before it, and without those after it."""
    lexicon = load()
    for size in range(min(7, len(parts) - 1), 0, -1):
        if kind := lexicon.before.get(_phrase(parts[:size])):
            yield Stripped(parts[size:], written(parts[:size]), kind)
            break
    for size in range(min(5, len(parts) - 1), 0, -1):
        if kind := lexicon.after.get(_phrase(parts[-size:])):
            yield Stripped(parts[:-size], written(parts[-size:]), kind)
            break
    if parts and not parts[0].written.isascii():
        yield from _unglued(parts)


def _phrase(parts: Words) -> tuple[str, ...]:
    """The keys of words, "9" for a number: "district 4 of"."""
    return tuple("9" if part.key.isdigit() else part.key for part in parts)


def respelt(parts: Words) -> Words:
    """The name with generic words put right in which one letter is wrong: Muncipality."""
    known = load().long
    return tuple(
        _respelt(part, known) if len(part.key) >= LONG - 1 and part.key not in known else part for part in parts
    )


def _respelt(part: Word, known: tuple[str, ...]) -> Word:
    found = process.extractOne(part.key, known, scorer=OSA.distance, score_cutoff=1)
    return replace(part, key=found[0]) if found else part


def strippable(parts: Words) -> bool:
    """Whether a generic word can be left out."""
    return next(stripped(parts), None) is not None


def unjoined(parts: Words) -> Words | None:
    """The name without a bare "of" or "de" before it, or None where there is none."""
    return parts[1:] if len(parts) > 1 and parts[0].key in load().joining else None


def _unglued(parts: Words) -> Iterator[Stripped]:
    first, last = parts[0].written, parts[-1].written
    for piece, kind in load().glued_after:
        if last.endswith(piece) and len(last) - len(piece) >= 2:
            yield Stripped((*parts[:-1], _word(last[: -len(piece)])), piece, kind)
            break
    for piece, kind in load().glued_before:
        if first.startswith(piece) and len(first) - len(piece) >= 2:
            yield Stripped((_word(first[len(piece) :]), *parts[1:]), piece, kind)
            break


def _word(written: str) -> Word:
    return Word(written, fold(written))


@cache
def load() -> Lexicon:
    """The lexicon, read once."""
    told = tomllib.loads(files("hanse.places").joinpath("generic.toml").read_text(encoding="utf-8"))
    before: dict[tuple[str, ...], Kind] = {}
    after: dict[tuple[str, ...], Kind] = {}
    for group in told["words"]:
        for side, phrases in ((before, group["before"]), (after, group["after"])):
            for phrase in phrases:
                side.setdefault(tuple(spaced(phrase).split()), group["kind"])
    glued = told["glued"]
    return Lexicon(
        before,
        after,
        tuple(
            [(each, "city") for each in glued["city_before"]] + [(each, "region") for each in glued["region_before"]]
        ),
        tuple([(each, "city") for each in glued["city_after"]] + [(each, "region") for each in glued["region_after"]]),
        frozenset(map(fold, told["joining"]["words"])),
        {country: tuple((old, new) for old, new in pairs) for country, pairs in told["endings"].items()},
        {each: tuple(found) for each, found in told["short"].items()},
        {each: tuple(found) for each, found in told["articles"].items()},
        frozenset(told["bare"]["countries"]),
        frozenset(map(fold, told["lying"]["words"])),
        {country: tuple((old, new) for old, new in pairs) for country, pairs in told["romanised"].items()},
        frozenset(map(fold, told["offices"]["texts"])),
        frozenset(map(fold, told["parts"]["words"])),
        tuple(sorted({word for phrase in (*before, *after) for word in phrase if len(word) >= LONG})),
        frozenset(map(fold, told["titles"]["words"])),
        frozenset(map(fold, told["nothing"]["texts"])),
        frozenset(map(letters, told["alone"]["texts"])),
    )
