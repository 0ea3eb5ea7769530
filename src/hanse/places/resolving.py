"""Which place does this name mean? One Place, several Candidates, or an honest nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from hanse.errors import HanseError
from hanse.places.beside import signs
from hanse.places.codes import alpha3, is_a_name
from hanse.places.countries import Country, countries, country
from hanse.places.deciding import Answer, T, as_candidate, decided, every
from hanse.places.finding import hits
from hanse.places.folding import OTHER, fold, letters, spelling
from hanse.places.gazetteer import gazetteer
from hanse.places.mending import mended
from hanse.places.place import Candidate, Place
from hanse.places.weighing import Hit
from hanse.places.words import load
from hanse.text.characters import squeezed
from hanse.text.given import no_text

_TAKEN_OUT = re.compile("[\u0080-\u009f\u00ad]")
"""What is no letter, but may be a part of one that was misread."""
CITY = 100_000
"""Inhabitants of a city that is not overlooked beside a country."""
GREAT = 500_000
ARAB = frozenset(
    ("ARE", "BHR", "DZA", "EGY", "IRQ", "JOR", "KWT", "LBN", "LBY", "MAR", "MRT", "OMN", "PSE", "QAT", "SAU", "SDN",
     "SYR", "TUN", "YEM")
)  # fmt: skip
"""Where a great city may be written in Arabic as a country is."""
NEAR = 0.2
"""Doubt from which a country's name, misspelt, is as likely as a city's."""
LONGEST = 200
"""Characters beyond which a text is no name."""


def resolve(name: str, country: str | None = None) -> Place | tuple[Candidate, ...] | None:
    """The place that ``name`` means; Candidates, two or more and the likeliest first, where several could be meant.

    ``name`` is in any language, script or old spelling, of a city, region or country; ``country`` is ISO 3166-1,
    alpha-2 or alpha-3, and then only what lies in it or in a territory of it counts. None where the name is none that
    we know, where it is no name ("N/A", "Online", a number, more than 200 characters) and, without a country, where it
    is that of a part of the world, an office or a body ("Africa", "Mayor", "Headquarters": small places are called so,
    too). The answer depends on nothing but name and country. Raises HanseError for what is no text, where there is no
    such country, and where the gazetteer cannot be written at its first use.
    """
    where = alpha3(country) if country else None
    plain = _plain(name, where)
    return answer(plain, where, hits(gazetteer(), plain, where)) if plain else None


def could_mean(name: str, country: str | None = None) -> tuple[Candidate, ...]:
    """Every city and region that ``name`` could mean, the likeliest first, even where `resolve` says which it is.

    For whoever has to choose: one or none, too. Takes and raises what `resolve` does.
    """
    where = alpha3(country) if country else None
    plain = _plain(name, where)
    return every(hits(gazetteer(), plain, where), where) if plain else ()


def resolve_all(
    rows: Sequence[tuple[str, str | None]], progress: Callable[[int, int], None] | None = None
) -> list[Place | tuple[Candidate, ...] | HanseError | None]:
    """What every row, a name and a country or None, means, in the same order; the other rows are context.

    Where a name alone leaves several places open, those count more that lie where the list's other places do. A country
    that there is not gives its HanseError in place of an answer. ``progress`` hears how many different rows are done,
    and of how many.
    """
    found: dict[tuple[str, str | None], list[Hit]] = {}
    answers: dict[tuple[str, str | None], Answer | HanseError] = {}
    asked = sorted(dict.fromkeys(rows), key=lambda row: row[1] or "")
    for number, row in enumerate(asked, 1):
        answers[row] = _first(row, found)
        if progress and number % 500 == 0:
            progress(number, len(asked))
    beside = signs(gazetteer(), [answers[row] for row in rows])
    for row, given in answers.items():
        if isinstance(given, tuple) and all(each.kind != "country" for each in given):
            answers[row] = decided(found[row], row[1], beside(found[row], row[1]))
    return [answers[row] for row in rows]


def _first(row: tuple[str, str | None], found: dict[tuple[str, str | None], list[Hit]]) -> Answer | HanseError:
    name, given = row
    try:
        where = alpha3(given) if given else None
    except HanseError as error:
        return error
    plain = _plain(name, where)
    if not plain:
        return None
    found[row] = hits(gazetteer(), plain, where)
    return answer(plain, where, found[row])


def _plain(name: str, where: str | None) -> str:
    """The name in one line; empty where it is none, or none without a country. Raises HanseError for no text."""
    if not isinstance(name, str):
        raise no_text(name)
    if len(name) > 10 * LONGEST:
        return ""
    plain = squeezed(mended(name) if _TAKEN_OUT.search(name) else name)
    if len(plain) > LONGEST or not any(letter.isalpha() for letter in plain) or fold(plain) in load().nothing:
        return ""
    return "" if where is None and letters(plain) in load().alone and not _is_written_as_a_code(plain) else plain


def _is_written_as_a_code(name: str) -> bool:
    """Whether it is a country's code: AU is Australia, as the lists of states write."""
    return len(name) < 4 and name.isupper() and is_a_name(name)


def answer(name: str, where: str | None, found: list[Hit]) -> Answer:
    """A country where its name is meant, else what the hits come to."""
    if found and (where or not is_a_name(name)) and any(where or hit.doubt < NEAR for hit in found):
        return decided(found, where)
    nation = country(name) if where is None or is_a_name(name) else None
    if nation is None and where is None and is_a_name(name):
        return _several(name, found)
    if nation is None or where not in (None, nation.alpha3):
        return decided(found, where)
    if not is_a_name(name):
        return _nation(Place, nation, 0.8, "nearest to a name of the country")
    if fold(nation.name) != fold(name) and any(_before_a_country(name, hit, nation) for hit in found):
        return decided(found, where)
    if rivals := [hit for hit in found if _beside_a_country(name, hit, nation)]:
        others = decided(rivals, where)
        told = others if isinstance(others, tuple) else (as_candidate(rivals[0]),)
        return (_nation(Candidate, nation, 0.6, "a name of the country"), *told)
    return _nation(Place, nation, 1.0, "a name of the country")


def _several(name: str, found: list[Hit]) -> Answer:
    """The countries of one name, as "Korea", and what else has it."""
    nations = tuple(_nation(Candidate, each, 0.5, "one of several countries of this name") for each in countries(name))
    others = decided([hit for hit in found if hit.entry.population >= CITY], None)
    told = others if isinstance(others, tuple) else ()
    return (*nations, *told) if len(nations) > 1 else decided(found, None)


def _before_a_country(name: str, hit: Hit, nation: Country) -> bool:
    """Whether a place has as its own name, letter by letter, what the country is called in some language only.

    Its capital or a region of it (Tunis, England), or a city elsewhere (Luanda, in one language Rwanda; Granada).
    """
    entry = hit.entry
    if not entry.own or hit.doubt or letters(entry.name) != letters(name):
        return False
    if entry.country == nation.alpha3:
        capital = entry.capital and entry.population * 3 < gazetteer().people(nation.alpha3)
        return capital or entry.kind == "region"
    return entry.kind == "city" and entry.population >= CITY


def _beside_a_country(name: str, hit: Hit, nation: Country) -> bool:
    """Whether a place bears the name of a country with as good a claim.

    A region of that very name with more inhabitants (Georgia), or a great Arab city: in Arabic, عمان is Oman and Amman.
    """
    entry = hit.entry
    if hit.doubt:
        return False
    if entry.own and entry.country != nation.alpha3 and letters(entry.name) == letters(name):
        return entry.population > max(CITY, gazetteer().people(nation.alpha3))
    arab = entry.country in ARAB and spelling(name) == OTHER
    great = entry.kind == "city" and entry.population >= GREAT
    return arab and great and not (entry.capital and entry.country == nation.alpha3)


def _nation(kind: type[T], nation: Country, score: float, reason: str) -> T:
    reasons = (reason, f"ISO 3166-1 {nation.alpha3}")
    return kind(nation.name, nation.geonames_id, nation.alpha3, "country", nation.lat, nation.lon, score, reasons)
