"""Which place does a name mean that says more than the known one, or less: Angers Loire Métropole, Fara F. Petri?

Asked only where nothing has the name in a country that is told, and answered only where one place alone fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hanse.places.folding import spaced
from hanse.places.gazetteer import Entry, Gazetteer
from hanse.places.readings import Reading
from hanse.places.weighing import Hit, apart, without_parts
from hanse.places.words import Words, key, load, stripped, written

SHORTEST = 4
"""Letters that the part in common has at least."""
SAID_MORE, SAID_LESS = 0.35, 0.3
"""The doubt in leaving out what a name says besides, and in adding what it does not say."""
SURE = 0.25
"""Doubt in a reading from which nothing more is left out or added."""
TOWN, CITY = 30_000, 100_000
"""Inhabitants of a town that is known by the beginning of a name, and of a city that has numbered parts."""
OUTSHINES = 10
"""How many times the inhabitants of another place that is called so, and more, make it no rival."""
FAR_KM = 60.0
"""How far from each other two places lie of which none is where the other is."""
TOGETHER_KM = 30.0
"""How near to each other two places lie that one name puts side by side."""
_ORDINAL = re.compile("[0-9]+(st|nd|rd|th|e|eme|er)?")
_ROMAN = re.compile("[ivx]+")
_WARD = re.compile("-gu$", re.IGNORECASE)
_AND = frozenset(("and", "e", "y", "i", "et", "und", "o", "a", "og", "och", "en", "ja"))


def loosely(places: Gazetteer, tried: Iterable[Reading], where: str) -> list[Hit]:
    """The one place that fits a reading so, or nothing."""
    sure = [each for each in tried if _is_sure(each)]
    for attempt in (_written_out, _untitled, _around_a_part, _side_by_side, _without_the_rest):
        for reading in sure:
            found = without_parts(attempt(places, reading, where))
            if len(found) == 1:
                return found
    return []


def _is_sure(reading: Reading) -> bool:
    added = any("put before" in reason for reason in reading.reasons)
    return reading.doubt < SURE and not (reading.strict or reading.group or added)


def _written_out(places: Gazetteer, reading: Reading, where: str) -> Iterator[Hit]:
    """Places whose own name goes on where this one ends, or has words where it has initials."""
    said = reading.words
    start = key(said[: next((at for at in range(len(said)) if _is_initial(said, at)), len(said))])
    if len(start) < SHORTEST:
        return
    for entry in places.beginning(start, where):
        if _is_short_for(said, spaced(entry.name).split()):
            yield _hit(entry, reading, said, f"taken for short of “{entry.name}”", SAID_LESS)


def _is_short_for(said: Words, full: list[str]) -> bool:
    initials = any(_is_initial(said, at) for at in range(len(said)))
    if len(full) < len(said) or (len(full) == len(said) and not initials):
        return False
    return all(
        other.startswith(word.key) if _is_initial(said, at) else other == word.key
        for at, (word, other) in enumerate(zip(said, full, strict=False))
    )


def _is_initial(said: Words, at: int) -> bool:
    return at > 0 and len(said[at].key) < 3 and said[at].gap.startswith(".")


def _untitled(places: Gazetteer, reading: Reading, where: str) -> Iterator[Hit]:
    """Places that bear the name without the title before it: Gobernador Maciá."""
    title, rest = reading.words[:1], reading.words[1:]
    if rest and title[0].key in load().titles:
        for entry in places.named(key(rest)):
            if entry.country == where:
                yield _hit(entry, reading, rest, f"“{written(title)}” left out", SAID_MORE)


def _around_a_part(places: Gazetteer, reading: Reading, where: str) -> Iterator[Hit]:
    """The city of which a numbered part is told: Budapest X. kerület Kőbánya, Dobong-gu District of Seoul."""
    said = reading.words
    for at in range(1, len(said)):
        for head in _heads(said, at):
            for entry in places.named(key(head)):
                if entry.country == where and entry.population >= CITY:
                    yield _hit(entry, reading, head, f"“{written(said)}” is a part of it", SAID_MORE)


def _heads(said: Words, at: int) -> Iterator[Words]:
    """What stands before a part's number, or behind "district of", with and without generic words."""
    word, before = said[at], said[at - 1]
    if word.key == "of" and (
        before.key in load().parts or _ORDINAL.fullmatch(before.key) or _WARD.search(before.written)
    ):
        head = said[at + 1 :]
    elif _ORDINAL.fullmatch(word.key) or (_ROMAN.fullmatch(word.key) and word.gap.startswith(".")):
        head = said[:at]
    elif at > 1 and word.key in load().parts and _ROMAN.fullmatch(before.key):
        head = said[: at - 1]
    else:
        return
    yield head
    yield from (less.words for less in stripped(head))


def _side_by_side(places: Gazetteer, reading: Reading, where: str) -> Iterator[Hit]:
    """The place of which two names stand together, or the first of two that lie together: Pretoria Tshwane."""
    said = reading.words
    for size in range(1, len(said)):
        head, rest = said[:size], said[size:]
        if min(len(key(head)), len(key(rest))) < SHORTEST:
            continue
        beside = _bearing(places, rest, where)
        for entry in _bearing(places, head, where):
            if entry.own and any(apart(entry, other) < TOGETHER_KM for other in beside):
                yield _hit(entry, reading, head, f"“{written(rest)}” lies there, too", SAID_MORE)


def _bearing(places: Gazetteer, said: Words, where: str) -> list[Entry]:
    found = [each for each in places.named(key(said)) if each.country == where]
    return [*found, *places.districts(key(said), where)]


def _without_the_rest(places: Gazetteer, reading: Reading, where: str) -> Iterator[Hit]:
    """Places whose own name is the longest known beginning: towns, or any where the rest says where it lies.

    Only such as no other could be meant by: none of comparable size has a name that begins so.
    """
    said = reading.words
    for size in range(len(said) - 1, 0, -1):
        head, rest = said[:size], said[size:]
        if len(key(head)) < SHORTEST:
            return
        entries = [each for each in places.named(key(head)) if each.country == where and each.own]
        if not entries:
            continue
        lies = len(rest) > 1 and rest[0].key in load().lying
        joined = any(word.key in _AND for word in rest)
        apart_from_it = lies and all(_lies_off(places, each, rest, where) for each in entries)
        if not (joined or apart_from_it) and all(_stands_out(places, each, where, lies=lies) for each in entries):
            yield from (_hit(each, reading, head, f"“{written(rest)}” left out", SAID_MORE) for each in entries)
        return


def _lies_off(places: Gazetteer, entry: Entry, rest: Words, where: str) -> bool:
    """Whether the rest names a known place, and that is far: San Jerónimo de Montería is not the one in Antioquia."""
    for start in range(1, len(rest)):
        if known := _bearing(places, rest[start:], where):
            return all(apart(entry, each) > FAR_KM and each.kind == "city" for each in known)
    return False


def _stands_out(places: Gazetteer, entry: Entry, where: str, *, lies: bool) -> bool:
    """Whether it is known enough, and no place with a longer name could be meant as well."""
    if entry.kind != "city" or entry.geonames_id is None or (entry.population < TOWN and not lies):
        return False
    name = spaced(entry.name)
    longer = (each for each in places.beginning(name.replace(" ", ""), where) if f"{name} " in spaced(each.name))
    return all(each.population * OUTSHINES < entry.population for each in longer)


def _hit(entry: Entry, reading: Reading, head: Words, reason: str, doubt: float) -> Hit:
    reasons = (*reading.reasons, reason)
    return Hit(entry, Reading(head, kind=reading.kind, reasons=reasons), reading.doubt + doubt, reasons)
