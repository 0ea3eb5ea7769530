"""Which actors does a text name? Networks of cities, United Nations bodies and others, by name or acronym."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from hanse.text.document import Span
from hanse.wording.flat import flat
from hanse.wording.phrases import PhraseBook

_SHORT = re.compile(r"(?<![\w.])[^\W_][^\W_]*(?:[-.][^\W_]+)*(?![\w])")
_CASELESS = re.compile("[\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def actors_in(text: str, others: Mapping[str, str] | None = None) -> Iterator[tuple[int, int, str]]:
    """Start, end and the actor's name; spans may overlap.

    Acronyms count as they are written, names in whatever case; ``others`` adds names and acronyms.
    """
    shorts, unspaced = _shorts(), _unspaced()
    if others:
        shorts = {**shorts, **{name: actor for name, actor in others.items() if _acronym(name)}}
        yield from _named(text, PhraseBook(_phrases(_names(others))))
    yield from _named(text, _book())
    for match in _SHORT.finditer(text):
        name = match.group().removesuffix("s") if match.group() not in shorts else match.group()
        if name in shorts and not (len(name) < 4 and _shouted(text, match.span())):
            yield match.start(), match.start() + len(name), shorts[name]
    if unspaced and _CASELESS.search(text):
        for match in unspaced.finditer(text):
            yield match.start(1), match.end(1), _caseless()[match.group(1)]


def _named(text: str, book: PhraseBook[str]) -> Iterator[tuple[int, int, str]]:
    """A name begins with a capital wherever the text has capitals: "the global taskforce" may be any."""
    for hit in book.find(flat(text)):
        if text[hit.start].isupper():
            yield hit.start, hit.end, hit.label


def _shouted(text: str, span: Span) -> bool:
    """Whether the words around are in capitals, too: WHO in a headline is a pronoun as often."""
    around = text[max(0, span[0] - 20) : span[0]] + text[span[1] : span[1] + 20]
    letters = [character for character in around if character.isalpha()]
    return len(letters) > 5 and sum(character.isupper() for character in letters) > 0.8 * len(letters)


def _acronym(name: str) -> bool:
    return " " not in name and sum(character.isupper() for character in name) > 1


def _names(others: Mapping[str, str]) -> dict[str, str]:
    return {name: actor for name, actor in others.items() if not _acronym(name)}


def _phrases(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, actor in names.items():
        plain = " ".join(re.findall(r"[^\W_]+", name))
        if plain:
            yield plain, actor


@cache
def _listed() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((resources.files(__package__) / "mentions.actors.toml").read_text("utf-8"))


@cache
def _shorts() -> dict[str, str]:
    return {short: actor for actor, each in _listed().items() for short in each["short"]}


@cache
def _book() -> PhraseBook[str]:
    names = {name: actor for actor, each in _listed().items() for name in each["names"] if not _CASELESS.search(name)}
    return PhraseBook(_phrases(names))


@cache
def _caseless() -> dict[str, str]:
    return {name: actor for actor, each in _listed().items() for name in each["names"] if _CASELESS.search(name)}


@cache
def _unspaced() -> re.Pattern[str] | None:
    """Names in scripts without capitals, the longest first; in Arabic a particle may be joined to them."""
    names = sorted(_caseless(), key=lambda name: (-len(name), name))
    return re.compile(f"({'|'.join(map(re.escape, names))})") if names else None
