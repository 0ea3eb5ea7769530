"""Which spellings count as the same name? A key without case, marks, script, spaces or punctuation."""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

OWN, ALPHABETIC, HAN, OTHER = 1, 2, 4, 8
"""What is noted of a key in the gazetteer: the place's own name; in which scripts its names have this key."""
_OTHER = re.compile(
    "[\u0590-\u10cf\u1100-\u1cff\u2e80-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufeff\uff66-\uff9f\U00010000-\U0003ffff]"
)
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_DROPPED = re.compile(r"[^a-z0-9]+")
_NO_LETTER = re.compile(r"[\W_]+")
_EXPANDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})
_SOUNDS = str.maketrans("vwcgqdeiouhjyfzx", "bbkkktaaaaaaapss")


def fold(name: str) -> str:
    """The key of a name: Latin lower-case letters and digits alone. Applied twice it gives what it gives once."""
    return spaced(name).replace(" ", "")


def spaced(name: str) -> str:
    """The words of the key, one space between them."""
    if not name.isascii():
        name = anyascii(unicodedata.normalize("NFC", name))
    return _DROPPED.sub(" ", name.lower()).strip()


def spelling(name: str) -> int:
    """ALPHABETIC for Latin, Greek, Cyrillic and their kin, HAN for Chinese characters, else OTHER.

    Romanised, names of these three fall together too easily: Daban, 大阪 and ダーバン have one key.
    """
    if name.isascii() or not (found := _OTHER.search(name)):
        return ALPHABETIC
    return HAN if _HAN.search(name, found.start()) else OTHER


def letters(name: str) -> str:
    """The name with its marks and script, without case, spaces and punctuation."""
    return _NO_LETTER.sub("", (name if name.isascii() else unicodedata.normalize("NFC", name)).casefold())


def expanded(name: str) -> str:
    """The key as Germans and Scandinavians spell it without their letters: Düsseldorf, Duesseldorf; Århus, Aarhus."""
    return fold(unicodedata.normalize("NFC", name).lower().translate(_EXPANDED))


def block(key: str) -> tuple[str, int]:
    """Where a key is sought when it may be misspelt: the class of its first sound, and its length."""
    return key[0].translate(_SOUNDS), len(key)
