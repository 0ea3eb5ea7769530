"""Which places could a name mean? Those that its surest readings find, or else the nearest names."""

from __future__ import annotations

from dataclasses import replace

from hanse.places.codes import alpha3_or_none, named
from hanse.places.folding import spelling
from hanse.places.gazetteer import Entry, Gazetteer
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

Within = tuple[tuple[str, str], ...]
"""Countries by alpha-3 code, each with GeoNames' code of a division, or "" for all of it."""


def hits(places: Gazetteer, name: str, where: str | None) -> list[Hit]:
    """What a name finds in a country, or anywhere; empty where it is no name that we know.

    What lies elsewhere than the name says ("Little Rock, AK") counts only where nothing else is found.
    """
    tried: list[Reading] = []
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
                return meant
            found = []  # joined names that lie apart
    if found or regions:
        return together(found or regions)
    if where and (small := _villages(places, tried, where)):
        return small
    for reading in tried:
        if reading.doubt < 0.3:
            found += _near(places, reading, where)
    return found or elsewhere


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
        return alone
    first = [hit for hit in found if hit.reading.group == JOINED]
    others = [hit for hit in found if hit.reading.group > JOINED]
    return [hit for hit in first if any(apart(hit.entry, other.entry) < TOGETHER_KM for other in others)]


def _found(places: Gazetteer, reading: Reading, where: str | None) -> tuple[list[Hit], list[Hit]]:
    """The places of this name, and those that do not lie where the name says that they should."""
    if reading.unless_area and areas(places, written(reading.words), where):
        return [], []
    where = where or reading.country
    script = spelling(reading.text)
    entries = [each for each in places.named(reading.key) if where in (None, each.country) and each.spelt & script]
    if where is None and len(reading.key) <= SHORT and reading.key.isascii():
        entries = [each for each in entries if each.own or not reading.words[0].written.isascii()]
    if reading.kind:
        entries = [each for each in entries if each.kind == reading.kind] or entries
    inside = [Hit(each, reading, reading.doubt, reading.reasons) for each in entries]
    outside: list[Hit] = []
    for place, text in enumerate(reading.holds):
        if not inside:
            break
        within = areas(places, text, where)
        if not within:
            inside = [] if reading.strict and not place else [replace(hit, doubt=hit.doubt + 0.1) for hit in inside]
            continue
        outside += [_doubted(hit, text) for hit in inside if not _lies(hit.entry, within)]
        inside = [_sure(hit, text) for hit in inside if _lies(hit.entry, within)]
    return inside, [] if reading.strict else outside


def _lies(entry: Entry, within: Within) -> bool:
    return any(entry.country == country and admin1 in ("", entry.admin1) for country, admin1 in within)


def _sure(hit: Hit, text: str) -> Hit:
    return replace(hit, doubt=hit.doubt - 0.1, reasons=(*hit.reasons, f"in {text}"))


def _doubted(hit: Hit, text: str) -> Hit:
    return replace(hit, doubt=hit.doubt + 0.5, reasons=(*hit.reasons, f"none of this name is known in {text}"))


def areas(places: Gazetteer, text: str, where: str | None) -> Within:
    """The countries and first-level divisions that ``text`` may name: "TX", "Texas", "Province of Alba", "Spain"."""
    found: list[tuple[str, str]] = []
    if len(text) <= 3 and text.isalnum():
        found += [(area.country, area.admin1) for area in places.areas(text.upper())]
        if (code := alpha3_or_none(text)) is not None:
            found.append((code, ""))
    else:
        found += [(code, "") for code in named(text)]
    parts = words(text)
    while len(parts) > 1 and parts[0].key in load().joining:
        parts = parts[1:]
    for keyed in (key(parts), *(key(less.words) for less in stripped(parts))):
        found += [(each.country, each.admin1) for each in places.named(keyed) if each.kind == "region" and each.admin1]
    return tuple(each for each in dict.fromkeys(found) if where in (None, each[0]))


def _villages(places: Gazetteer, tried: list[Reading], where: str) -> list[Hit]:
    """The small settlements that the surest reading finds."""
    for reading in tried:
        whole = not reading.strict and reading.group < JOINED
        if whole and reading.doubt < SURE and (found := places.villages(reading.key, where)):
            return [Hit(each, reading, reading.doubt, reading.reasons) for each in found]
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
