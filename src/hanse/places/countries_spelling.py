"""How else could a country's name be written? Headings turned round, titles before it, and misspellings near it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources

from rapidfuzz.distance import OSA

from hanse.places.folding import fold, spaced

_LISTS = tomllib.loads((resources.files(__package__) / "countries.words.toml").read_text("utf-8"))
_ARTICLES, _KINDS, _QUALITIES = (frozenset(_LISTS[each].split()) for each in ("articles", "kinds", "qualities"))
_ABBREVIATIONS: dict[str, str] = _LISTS["abbreviations"]
_POINTS: dict[str, str] = _LISTS["points"]
_ASIDE = re.compile(r"\s*[(\[（]([^()\[\]（）]*)[)\]）]\s*")
_ELIDED = re.compile(r"\b(d|l|dell|dall|nell|sull)['’]", re.IGNORECASE)
_SIGNS = re.compile(r"[*†‡¹²³]+$|^[*†‡]+")
_UNSPACED_KINDS = re.compile(
    "(?:人民|民主|伊斯兰|伊斯蘭|イスラム|联邦|聯邦|連邦|合作|阿拉伯|社会主义|社會主義|社会主義)*(?:共和国|共和國|大公国|大公國|王国|王國|公国|公國|联邦|聯邦|連邦)$|\\s*공화국$"
)
_OF_THE_PEOPLE = re.compile(r"people|popul|volks|narod|halk|ludow|renmin|shbyh|democ|demok|dymqr|minju")
_SOUNDS = (
    (re.compile("ph"), "f"), (re.compile("(?:cz|tch|tsch|sch|sh|ch|cs)"), "c"), (re.compile("qu|ck|q|k|c"), "k"),
    (re.compile("gh|kh|dh|th|bh|jh|rh"), lambda found: found[0][0]), (re.compile("x"), "ks"), (re.compile("y|j"), "i"),
    (re.compile("w"), "v"), (re.compile("z"), "s"), (re.compile("ou|oo"), "u"), (re.compile("ee|ea|ie|ei"), "i"),
    (re.compile(r"(.)\1+"), r"\1"), (re.compile("h"), ""),
)  # fmt: skip
_SHORT = 7
"""Letters from which a country's name may begin otherwise."""
_VOWELLED = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff]")
_DEMONYMS = ("n", "an", "ian", "ean", "ese", "ish", "i", "ns", "ians", "s")
_MOST = {1: 3, 2: 3, 3: 4}
"""What letters apart, sounds apart and another first letter may come to, by the letters that may be apart."""


def forms(text: str) -> Iterator[str]:
    """Keys under which a name may be known, the most literal first; "+" marks words without an order."""
    text = _SIGNS.sub("", text.strip()).strip()
    yield fold(text)
    aside = _ASIDE.search(text)
    rest = _ASIDE.sub(" ", text).strip() if aside else text
    if aside and aside[1].strip():
        yield from _read(f"{aside[1]} {rest}")
        if _harmless(aside[1]):
            yield from _read(rest)
    elif text.count(",") == 1:
        head, tail = text.split(",")
        yield from _read(f"{tail} {head}")
    yield from _read(text)


def _harmless(aside: str) -> bool:
    """Whether what stands in brackets names no other part of the world: a resolution, a former name."""
    words = spaced(aside).split()
    return any(
        word.isdecimal() or word in ("former", "formerly", "ex", "sar", "the", "republic", "un") for word in words
    )


def _read(text: str) -> Iterator[str]:
    """As it stands, with abbreviations written out, and without an article."""
    full = [_ABBREVIATIONS.get(word, word) for word in _words(text).split()]
    yield "".join(full)
    yield _bag(full)
    while full and full[0] in _ARTICLES and len(full) > 1:
        full = full[1:]
        yield "".join(full)


def _words(text: str) -> str:
    """Folded words, an elided article apart: d'Irlanda."""
    return spaced(_ELIDED.sub(r"\1 ", text))


def untitled(text: str) -> str:
    """The key of a name without "Republic of", "Royaume du", "共和国"; "" where there is no such title."""
    words = [_ABBREVIATIONS.get(word, word) for word in _words(_ASIDE.sub(" ", _UNSPACED_KINDS.sub("", text))).split()]
    if not any(word in _KINDS for word in words) and not _UNSPACED_KINDS.search(text):
        return ""
    kept = [word for word in words if word not in _KINDS and word not in _QUALITIES]
    while kept and (kept[0] in _ARTICLES or len(kept[0]) == 1):
        kept = kept[1:]
    return "".join(kept)


def titled(key: str) -> bool:
    """Whether a folded name holds a word for a kind of state."""
    return any(kind in key for kind in _KINDS if len(kind) > 5)


def heir(codes: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The state that bears a name under a title: the Republic of China is not the People's Republic of China."""
    popular = bool(_OF_THE_PEOPLE.search(spaced(text)))
    if codes == ("CHN",):
        return ("CHN",) if popular else ("TWN",)
    if codes == ("KOR", "PRK"):
        return ("PRK",) if popular else ("KOR",)
    if codes in (("COG",), ("COD",), ("COD", "COG")):
        return ("COD",) if popular else ("COG",)
    return codes


def _bag(words: list[str]) -> str:
    """Words without order and articles: "Congo, Dem. Rep. of" and "the Democratic Republic of Congo"."""
    kept = {_POINTS.get(word, word) for word in words if word not in _ARTICLES}
    return "+" + " ".join(sorted(kept))


def bag(name: str) -> str:
    """The key of a name without the order of its words; "" where it has but one."""
    key = _bag([_ABBREVIATIONS.get(word, word) for word in spaced(name).split()])
    return key if " " in key else ""


def nearest(text: str, spellings: Mapping[str, tuple[str, ...]], known: Mapping[str, object]) -> tuple[str, ...]:
    """The alpha-3 codes of the country whose name a misspelling is, () where two are near or none is near enough.

    Only alphabets with vowels are compared letter by letter.
    """
    bare = untitled(text)
    key = bare or fold(text)
    if not 5 <= len(key) <= 60 or not _VOWELLED.search(text) or _demonym(key, known):
        return ()
    return _nearest(key, text, _Spellings.of(spellings), first_letter=bool(bare))


class _Spellings:
    """The names that misspellings are compared with, and how each sounds."""

    _held: tuple[int, _Spellings] | None = None

    def __init__(self, names: Mapping[str, tuple[str, ...]]) -> None:
        self.names = [(key, sound(key), codes) for key, codes in sorted(names.items()) if len(key) >= 4]

    @classmethod
    def of(cls, names: Mapping[str, tuple[str, ...]]) -> _Spellings:
        if cls._held is None or cls._held[0] != id(names):
            cls._held = (id(names), cls(names))
        return cls._held[1]


def _demonym(key: str, known: Mapping[str, object]) -> bool:
    return any(key.endswith(tail) and key[: -len(tail)] in known and len(key) - len(tail) >= 4 for tail in _DEMONYMS)


def _nearest(key: str, text: str, spellings: _Spellings, *, first_letter: bool) -> tuple[str, ...]:
    """With ``first_letter`` only names that begin alike: what is left of a title may be an adjective."""
    heard = sound(key)
    allowed = _allowed(key)
    best: dict[tuple[str, ...], float] = {}
    for name, sounding, codes in spellings.names:
        if abs(len(name) - len(key)) > allowed + 1 or (first_letter and name[0] != key[0]):
            continue
        apart = OSA.distance(key, name, score_cutoff=allowed + 1)
        if apart > allowed + 1:
            continue
        alike = OSA.distance(heard, sounding, score_cutoff=allowed + 1)
        if (apart > allowed and alike > 0) or (len(key) < _SHORT and not _near_short(key, name, alike)):
            continue
        cost = apart + alike + (key[0] != name[0])
        if cost <= _MOST[allowed] and cost < best.get(codes, 99) and _odd_word_near(text, name, apart):
            best[codes] = cost
    return _clearly(best)


def _near_short(key: str, name: str, alike: int) -> bool:
    """A short name begins alike, and a letter for another sounds alike: "mayor" is not Mayotte, "women" not Macao."""
    return key[0] == name[0] and (alike == 0 or len(key) != len(name) or sorted(key) == sorted(name))


def _allowed(key: str) -> int:
    return 1 if len(key) < 8 else 2 if len(key) < 13 else 3


def _odd_word_near(text: str, name: str, apart: int) -> bool:
    """In a name of several words, the words that differ are short: what may be apart is measured on them."""
    words = spaced(text).split()
    return len(words) == 1 or apart <= _allowed("".join(word for word in words if word not in name) or name)


def _clearly(best: dict[tuple[str, ...], float]) -> tuple[str, ...]:
    """The nearest, where the next is further away by more than a letter's worth."""
    if not best:
        return ()
    ranked = sorted(best, key=lambda codes: (best[codes], codes))
    if len(ranked) > 1 and best[ranked[1]] - best[ranked[0]] < 1:
        return ()
    return ranked[0] if len(ranked[0]) == 1 else ()


@lru_cache(maxsize=65_536)
def sound(key: str) -> str:
    """How a folded name roughly sounds, however it is spelt: Libya and Lybia, Czech and Check, Ecuador and Equador."""
    for pattern, replaced in _SOUNDS:
        key = pattern.sub(replaced, key)
    return key
