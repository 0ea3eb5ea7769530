"""Which places could a name mean? Those that its surest readings find, or else the nearest names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hanse.places.belonging import territories
from hanse.places.codes import alpha3_or_none, named
from hanse.places.folding import spelling
from hanse.places.gazetteer import Entry, Gazetteer
from hanse.places.looser import loosely
from hanse.places.near import bearable, near
from hanse.places.readings import JOINED, Reading, levels
from hanse.places.weighing import Hit, apart
from hanse.places.words import key, load, strippable, stripped, words, written

SHORT = 3
"""Letters of what, without a country, counts only as a place's own name."""
TOGETHER_KM = 30.0
"""How near to each other the places lie that one name joins."""
FOREIGN = 9
"""Letters of a name that is not a place's own from which, without a country, it is taken for misspelt."""
SURE = 0.2
"""Doubt in a reading from which it finds no village any more."""

_DOTS = re.compile(r"[.\s]")

Within = tuple[tuple[str, str], ...]
"""Countries by alpha-3 code, each with GeoNames' code of a division, or "" for all of it."""


def hits(places: Gazetteer, name: str, where: str | None) -> list[Hit]:
    """What a name finds in a country or its territories, or anywhere; empty where it is no name that we know.

    What lies elsewhere than the name says ("Little Rock, AK") counts only where nothing else is found.
    """
    tried: list[Reading] = []
    found, elsewhere = _known(places, name, where, tried)
    if not found and where:
        found = _surroundings(places, tried, where)
    for territory in sorted(territories(where)) if not found else ():
        found += _known(places, name, territory, [])[0]
    if found:
        return found
    for reading in tried:
        if reading.doubt < 0.3 and not _goes_on(reading):
            found += _near(places, reading, where)
    if not found and not elsewhere and where:
        return loosely(places, tried, where)
    return found or elsewhere


def _goes_on(reading: Reading) -> bool:
    """Whether a comma stands in it: what holds the place is no part of its name."""
    return any("," in word.gap for word in reading.words[:-1])


def _known(places: Gazetteer, name: str, where: str | None, tried: list[Reading]) -> tuple[list[Hit], list[Hit]]:
    """What the surest readings find, and what they find elsewhere than they say; ``tried`` takes the readings."""
    found: list[Hit] = []
    regions: list[Hit] = []
    elsewhere: list[Hit] = []
    for level in levels(name, where):
        tried += level
        for reading in level:
            inside, outside = _found(places, reading, where)
            regions += [hit for hit in inside if hit.entry.kind == "region" and reading.kind == "city"]
            found += [hit for hit in inside if hit.entry.kind != "region" or reading.kind != "city"]
            elsewhere += outside
        if any(_settles(hit, anywhere=where is None) for hit in found):
            if meant := together(found):
                return meant, []
            found = []  # joined names that lie apart
    return together(found or regions), elsewhere


def _settles(hit: Hit, *, anywhere: bool) -> bool:
    """Whether no freer reading is needed: "City of Richmond" is a county's name, too, and some town's other name."""
    bare = "left out" in " ".join(hit.reading.reasons)
    return (hit.entry.own and hit.entry.kind == "city") or not (strippable(hit.reading.words) or (bare and anywhere))


def together(found: list[Hit]) -> list[Hit]:
    """Where names stand side by side, the places that more than one of them means, or else those that lie together.

    Nothing where names that are joined lie apart.
    """
    groups: dict[int, set[int]] = {}
    for hit in found:
        groups.setdefault(hit.entry.row, set()).add(hit.reading.group)
    if agreed := [hit for hit in found if len(groups[hit.entry.row]) > 1]:
        return agreed
    if alone := [hit for hit in found if hit.reading.group < JOINED]:
        return _of_those_beside(alone) or alone
    first = [hit for hit in found if hit.reading.group == JOINED]
    others = [hit for hit in found if hit.reading.group > JOINED]
    return [hit for hit in first if any(apart(hit.entry, other.entry) < TOGETHER_KM for other in others)]


def _of_those_beside(found: list[Hit]) -> list[Hit]:
    """Of names side by side, the cities in the region that the other is, or the first that lie by the other's."""
    pairs = [(hit, other) for hit in found for other in found if hit.reading.group != other.reading.group]
    held = [
        hit for hit, other in pairs
        if hit.entry.kind == "city" and other.entry.kind == "region" and _lies(hit.entry, _area(other.entry))
    ]  # fmt: skip
    if held:
        return list(dict.fromkeys(held))
    first = min((hit.reading.group for hit in found), default=0)
    return [
        hit for hit in found
        if hit.reading.group == first and any(hit is one and _together(hit, other) for one, other in pairs)
    ]  # fmt: skip


def _area(entry: Entry) -> Within:
    return ((entry.country, entry.admin1),) if entry.level == 1 else ()


def _together(hit: Hit, other: Hit) -> bool:
    return hit.entry.kind == other.entry.kind == "city" and apart(hit.entry, other.entry) < TOGETHER_KM


def _found(places: Gazetteer, reading: Reading, where: str | None) -> tuple[list[Hit], list[Hit]]:
    """The places of this name, and those that do not lie where the name says that they should."""
    said = written(reading.words)
    if reading.unless_area and (areas(places, said, where) or _in_a_territory(places, said, where)):
        return [], []
    where = where or reading.country
    script = spelling(reading.text)
    entries = [each for each in places.named(reading.key) if where in (None, each.country) and each.spelt & script]
    if where is None and len(reading.key) <= SHORT and reading.key.isascii():
        entries = [each for each in entries if each.own or not reading.words[0].written.isascii()]
    if reading.kind:
        entries = [each for each in entries if each.kind == reading.kind] or entries
    return _within(places, reading, where, entries)


def _within(
    places: Gazetteer, reading: Reading, where: str | None, entries: Sequence[Entry]
) -> tuple[list[Hit], list[Hit]]:
    """Of the places of this name those that lie where the name says, and those that do not."""
    inside = [Hit(each, reading, reading.doubt, reading.reasons) for each in entries]
    outside: list[Hit] = []
    for place, text in enumerate(reading.holds):
        if not inside:
            break
        within = areas(places, text, where)
        if not within:
            lost = _in_a_territory(places, text, where) or (reading.strict and not place)
            inside = [] if lost else [replace(hit, doubt=hit.doubt + 0.1) for hit in inside]
            continue
        outside += [_doubted(hit, text) for hit in inside if not _lies(hit.entry, within)]
        inside = [_sure(hit, text) for hit in inside if _lies(hit.entry, within)]
    return inside, [] if reading.strict else outside


def _in_a_territory(places: Gazetteer, text: str, where: str | None) -> bool:
    """Whether ``text`` names a territory of the country, or a division of one."""
    owned = territories(where)
    return bool(owned) and any(country in owned for country, _ in areas(places, text, None))


def _lies(entry: Entry, within: Within) -> bool:
    return any(entry.country == country and admin1 in ("", entry.admin1) for country, admin1 in within)


def _sure(hit: Hit, text: str) -> Hit:
    return replace(hit, doubt=hit.doubt - 0.1, reasons=(*hit.reasons, f"in {text}"))


def _doubted(hit: Hit, text: str) -> Hit:
    return replace(hit, doubt=hit.doubt + 0.5, reasons=(*hit.reasons, f"none of this name is known in {text}"))


def areas(places: Gazetteer, text: str, where: str | None) -> Within:
    """The countries and first-level divisions that ``text`` may name: "TX", "Texas", "Province of Alba", "Spain"."""
    found: list[tuple[str, str]] = []
    short = _DOTS.sub("", text)
    if len(short) <= 3 and short.isalnum():
        found += [(area.country, area.admin1) for area in places.areas(short.upper())]
        found += [(area.country, area.admin1) for area in places.areas(f"{where}-{short.upper()}") if where]
        if (code := alpha3_or_none(short)) is not None:
            found.append((code, ""))
    else:
        found += [(code, "") for code in named(text)]
    parts = words(text)
    while len(parts) > 1 and parts[0].key in load().joining:
        parts = parts[1:]
    for keyed in (key(parts), *(key(less.words) for less in stripped(parts))):
        found += [(each.country, each.admin1) for each in places.named(keyed) if each.kind == "region" and each.admin1]
    return tuple(each for each in dict.fromkeys(found) if where in (None, each[0]))


def _surroundings(places: Gazetteer, tried: list[Reading], where: str) -> list[Hit]:
    """The small settlements, or else the districts, that the surest reading finds."""
    sure = [each for each in tried if not each.strict and each.group < JOINED and each.doubt < SURE]
    for looked_up in (places.villages, places.districts):
        for reading in sure:
            if found := _within(places, reading, where, looked_up(reading.key, where))[0]:
                return found
    return []


def _near(places: Gazetteer, reading: Reading, where: str | None) -> list[Hit]:
    bare = any("left out" in reason for reason in reading.reasons)
    out = []
    for each in near(places, reading.key, where):
        count = "one letter differs" if each.letters == 1 else f"{each.letters} letters differ"
        for hit in _found(places, replace(reading, words=words(each.key)), where)[0]:
            if not (where or hit.entry.own or len(each.key) >= FOREIGN):
                continue
            if bearable(each, hit.entry, stripped=bare):
                reasons = (*hit.reasons, f"{count} from “{each.key}”")
                out.append(replace(hit, doubt=hit.doubt + 0.3 * each.cost, reasons=reasons))
    return out
