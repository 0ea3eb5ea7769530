"""Which country is meant? Names in all languages, old names, abbreviations, codes and misspellings to ISO 3166-1.

Codes are ISO 3166-1, numbers and regions UN M49 (``countries.toml``). Kosovo, which has no code there, is XK and XKX,
as the European Union and GeoNames write. Nothing here decides who is a state.
"""

from __future__ import annotations

import gzip
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType

from hanse.places.countries_spelling import forms, heir, nearest, titled, untitled
from hanse.places.folding import fold

NAMES = Path(__file__).with_name("countries.names.gz")


@dataclass(frozen=True, slots=True)
class Country:
    """A country or area.

    ``m49`` is its three-digit number there ("" for Kosovo), ``subregion`` the narrowest of M49's regions that holds it
    ("Western Africa", "Caribbean"), ``lat`` and ``lon`` (WGS 84 degrees) a point in its middle.
    """

    alpha2: str
    alpha3: str
    m49: str
    name: str
    region: str
    subregion: str
    geonames_id: int
    lat: float
    lon: float


def country(name: str) -> Country | None:
    """The country that ``name`` means: a name in any language, an old one, an abbreviation, a code, a misspelling.

    None where no country is meant, where several could be ("Korea", "Virgin Islands"), where a state is gone without a
    single heir ("Czechoslovakia"), and where two names are equally near. "Congo" alone is the Republic of the Congo, as
    the United Nations and ISO 3166 have it. Demonyms ("French") are no names.
    """
    found = countries(name)
    return found[0] if len(found) == 1 else None


def countries(name: str) -> tuple[Country, ...]:
    """Every country that ``name`` could mean, by alpha-3 code: one where it is clear, several where it is not."""
    text = name.strip()
    return named(text) or (_of(nearest(text, _spellings(), known())) if len(text) <= 200 else ())


def named(name: str) -> tuple[Country, ...]:
    """Every country that ``name`` names just so, by alpha-3 code: a code, or a name as it is known; no misspelling."""
    text = name.strip()
    if len(text) > 200:
        return ()
    if code := _code(text):
        return (COUNTRIES[code],)
    for form in (f"={text.casefold()}", *forms(text)):
        if (codes := known().get(form)) is not None:
            return _of(codes)
    if (codes := known().get(untitled(text))) is not None:
        return _of(heir(codes, text))
    return ()


def _of(codes: tuple[str, ...]) -> tuple[Country, ...]:
    return tuple(COUNTRIES[code] for code in codes)


def _code(text: str) -> str:
    """The alpha-3 code for an alpha-2, alpha-3 or M49 one; letters count as a code only in upper case."""
    if text.isdecimal():
        return _codes().get(text.zfill(3), "")
    return _codes().get(text, "") if 2 <= len(text) <= 3 and text.isascii() and text.isupper() else ""


@cache
def _codes() -> dict[str, str]:
    """EL and UK are the European Union's codes for Greece and the United Kingdom."""
    found = {"EL": "GRC", "UK": "GBR"}
    for each in COUNTRIES.values():
        found |= {each.alpha2: each.alpha3, each.alpha3: each.alpha3}
        if each.m49:
            found[each.m49] = each.alpha3
    return found


@cache
def known() -> Mapping[str, tuple[str, ...]]:
    """The alpha-3 codes behind each key: folded names of all languages; "=" a name as written, "+" its words."""
    found = {key: codes for key, (codes, _) in _listed().items()}
    return found | _several()


@cache
def in_texts(language: str) -> Mapping[str, str]:
    """Names that running text in ``language`` ("en", "ar") uses, to alpha-3 codes.

    Keys are folded names; those in scripts without capitals come as they are written, after "=".
    """
    found = {}
    for key, (codes, languages) in _listed().items():
        if len(codes) == 1 and languages and (languages == "*" or key[0] == "=" or language in languages.split()):
            found[key] = codes[0]
    return found


def variants() -> list[tuple[str, str]]:
    """Our own names: alpha-3 code and name."""
    return [(code, name) for code, names in _own()["names"].items() for name in names] + [
        (each.alpha3, each.name) for each in COUNTRIES.values()
    ]


@cache
def _spellings() -> Mapping[str, tuple[str, ...]]:
    """The folded names that misspellings are compared with: of languages written most, and of several states.

    Official forms are left out, ours excepted: between "Repubblica d'Irlanda" and "d'Islanda" is one letter.
    """
    found = {
        key: codes
        for key, (codes, languages) in _listed().items()
        if languages and key[0] not in "=+" and (languages == "*" or not titled(key))
    }
    return found | _several()


def _several() -> dict[str, tuple[str, ...]]:
    return {fold(name): tuple(codes) for name, codes in _own()["several"].items()}


@cache
def _listed() -> dict[str, tuple[tuple[str, ...], str]]:
    found = {}
    for line in gzip.decompress(NAMES.read_bytes()).decode().split("\n"):
        key, codes, languages = line.split("\t")
        found[key] = (_shared(codes), sys.intern(languages))
    return found


@cache
def _shared(codes: str) -> tuple[str, ...]:
    return tuple(codes.split())


@cache
def _own() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((resources.files(__package__) / "countries.names.toml").read_text("utf-8"))


def _table() -> Mapping[str, Country]:
    text = (resources.files(__package__) / "countries.toml").read_text("utf-8")
    found = {}
    for region, subregions in tomllib.loads(text).items():
        for subregion, rows in subregions.items():
            for alpha3, (alpha2, m49, name, geonames_id, lat, lon) in rows.items():
                found[alpha3] = Country(
                    alpha2, alpha3, m49, name, region, subregion, geonames_id, float(lat), float(lon)
                )
    return MappingProxyType(dict(sorted(found.items())))


COUNTRIES: Mapping[str, Country] = _table()
"""Every country and area, by alpha-3 code."""
