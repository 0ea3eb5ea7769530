"""What is every country called, in every language? ``python -m hanse.places.countries_compiling`` writes the list.

CLDR's names of territories in all its languages (Babel), ISO 3166-1's short and official names with their translations
(pycountry), our own list of old names, abbreviations and official forms. Where two countries are called the same, the
one so called in five times as many languages has the name; else it stays with both.
"""

from __future__ import annotations

import gettext
import gzip
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pycountry
from babel.localedata import load, locale_identifiers
from rapidfuzz.distance import OSA

from hanse.places.countries import COUNTRIES, NAMES, variants
from hanse.places.countries_spelling import bag
from hanse.places.folding import fold

CASED = (
    "en", "fr", "es", "pt", "it", "de", "nl", "pl", "tr", "ru", "uk", "sv", "da", "nb", "fi", "cs",
    "sk", "ro", "hu", "el", "hr", "sr", "sl", "bg", "ca", "gl", "eu", "id", "vi", "sq", "sw", "lt",
    "lv", "et", "is", "ga", "af", "mk", "bs",
)  # fmt: skip
"""Languages with capitals whose names are looked for in running text, in texts of that language."""
CASELESS = ("ar", "zh", "ja", "ko", "hi", "fa", "he", "th", "bn", "ur", "ta", "ka", "am")
"""Languages without capitals: their names are looked for as they are written."""
GREAT = frozenset(("en", "fr", "es", "de", "it", "pt", "nl", "pl", "tr", "ru", "ar", "zh"))
_NO_TERRITORIES = frozenset(("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"))
_DOMINANT = 5

Votes = dict[str, dict[str, set[str]]]
"""The languages in which a key means a country: key, alpha-3, languages."""


def main() -> None:
    """Write the list beside this module."""
    NAMES.write_bytes(gzip.compress("\n".join(lines()).encode(), 9, mtime=0))


def lines() -> Iterator[str]:
    """``key TAB alpha-3 codes TAB languages``; "=" before a name as written, "+" before words without an order."""
    alpha3 = {each.alpha2: each.alpha3 for each in COUNTRIES.values()}
    said = [(language, alpha3[code], name) for language, code, name in (*_babel(), *_iso()) if code in alpha3]
    own = variants()
    votes = _votes(said)
    owned = {fold(name): code for code, name in own}
    near = _near_great_names(votes)
    doubtful = set()
    for key in sorted({*votes, *owned}):
        codes = [owned[key]] if key in owned else sorted({*_holders(votes[key]), *near.get(key, ())})
        if len(codes) > 1:
            doubtful.add(key)
        yield f"{key}\t{' '.join(codes)}\t{'*' if key in owned else _languages(votes[key], codes)}"
    yield from _as_written(said, own, doubtful)
    yield from _bags(said, own)


def _votes(said: list[tuple[str, str, str]]) -> Votes:
    """CLDR's names first; the translations of ISO 3166, among which there are mix-ups, only where CLDR has none."""
    cldr: Votes = defaultdict(lambda: defaultdict(set))
    iso: Votes = defaultdict(lambda: defaultdict(set))
    for language, code, name in said:
        if key := fold(name):
            (iso if language.startswith("iso ") else cldr)[key][code].add(language.removeprefix("iso "))
    clear = {key: codes for key, codes in iso.items() if len(_holders(codes)) == 1}
    return {**clear, **cldr}


def _holders(votes: dict[str, set[str]]) -> list[str]:
    ranked = sorted(votes, key=lambda code: (-len(votes[code]), code))
    most = len(votes[ranked[0]])
    return [code for code in ranked if code == ranked[0] or len(votes[code]) * _DOMINANT > most]


def _near_great_names(votes: Votes) -> dict[str, tuple[str, ...]]:
    """Latvian Nigēra is Niger; but who writes Nigera may as well have misspelt Nigeria."""
    great = [(key, code) for key, codes in votes.items() for code in codes if len(key) >= 5 and "en" in codes[code]]
    found: dict[str, tuple[str, ...]] = {}
    for key, codes in votes.items():
        if len(key) < 5 or any(languages & GREAT for languages in codes.values()):
            continue
        beside = {
            code for name, code in great
            if name[0] == key[0] and abs(len(name) - len(key)) < 2 and OSA.distance(key, name, score_cutoff=1) <= 1
        }  # fmt: skip
        if beside - set(codes):
            found[key] = tuple(sorted(beside - set(codes)))
    return found


def _languages(votes: dict[str, set[str]], codes: list[str]) -> str:
    said = {language for code in codes for language in votes.get(code, ())}
    return " ".join(language for language in CASED if language in said)


def _as_written(said: list[tuple[str, str, str]], own: list[tuple[str, str]], doubtful: set[str]) -> Iterator[str]:
    """Names in scripts without capitals, for running text, and those whose key alone leaves a doubt."""
    written: dict[str, set[str]] = defaultdict(set)
    shown: dict[str, str] = {}
    for language, code, name in (*said, *(("", code, name) for code, name in own)):
        if name.isascii() or len(name) < 2 or language.startswith("iso "):
            continue
        caseless = language in CASELESS or (not language and name.lower() == name.upper())
        if caseless or fold(name) in doubtful:
            written[name.casefold()].add(code)
            if caseless:
                shown[name.casefold()] = language or "*"
    for name in sorted(written):
        if len(written[name]) == 1:
            yield f"={name}\t{' '.join(written[name])}\t{shown.get(name, '')}"


def _bags(said: list[tuple[str, str, str]], own: list[tuple[str, str]]) -> Iterator[str]:
    bags: dict[str, set[str]] = defaultdict(set)
    for language, code, name in (*said, *(("en", code, name) for code, name in own)):
        if language.removeprefix("iso ") in CASED and (key := bag(name)):
            bags[key].add(code)
    yield from (f"{key}\t{' '.join(bags[key])}\t" for key in sorted(bags) if len(bags[key]) == 1)


def _babel() -> Iterator[tuple[str, str, str]]:
    for locale in sorted(locale_identifiers()):
        for code, name in sorted(load(locale).get("territories", {}).items()):
            if len(code) == 2 and code not in _NO_TERRITORIES and "_" not in name:
                yield locale.split("_")[0], code, name


def _iso() -> Iterator[tuple[str, str, str]]:
    base = Path(pycountry.__file__).parent / "locales"
    wanted = {*CASED, *CASELESS}
    for locale in ("en", *sorted(each.name for each in base.iterdir())):
        if (language := re.split("[_@]", locale)[0]) not in wanted:
            continue
        said = gettext.translation("iso3166-1", str(base), languages=[locale], fallback=True).gettext
        for country in pycountry.countries:
            for field in ("name", "official_name", "common_name"):
                if name := getattr(country, field, None):
                    yield f"iso {language}", country.alpha_2, said(name)


if __name__ == "__main__":
    main()
