"""Which spellings count as the same name? A key without case, marks, script, spaces or punctuation."""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

_DROPPED = re.compile(r"[^a-z0-9]+")
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


def letters(name: str) -> str:
    """The name with its marks and script, without case, spaces and punctuation."""
    return "".join(letter for letter in unicodedata.normalize("NFC", name).casefold() if letter.isalnum())


def expanded(name: str) -> str:
    """The key as Germans and Scandinavians spell it without their letters: Düsseldorf, Duesseldorf; Århus, Aarhus."""
    return fold(unicodedata.normalize("NFC", name).lower().translate(_EXPANDED))


def block(key: str) -> tuple[str, int]:
    """Where a key is sought when it may be misspelt: the class of its first sound, and its length."""
    return key[0].translate(_SOUNDS), len(key)
