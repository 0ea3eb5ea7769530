"""In which encoding was this text file written?"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass

import chardet

from hanse.errors import DamagedFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CLOSE_KIN = {
    "ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "windows-1252": "cp1252",
    "koi8-t": "koi8-r",
}
_IN_USE = re.compile(
    r"utf-?(8|16|32)|windows-125\d|iso-?8859-(1|2|5|6|7|8|9|15)|koi8-[ru]|gb18030|big5|euc-(jp|kr)|shift_jis|cp(125\d|93[26]|949)"
)
"""What people's files are in today; in a few words the guess falls on rare encodings of old machines."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding it was read in; ``guessed`` where neither a mark nor valid UTF-8 settled it."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, where: str = "", declared: str = "") -> Decoded:
    """The text of a file's bytes: by byte order mark, as UTF-8, as ``declared`` (an HTML meta tag), or by guess.

    Raises DamagedFile where the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data, encoding, where), encoding.removesuffix("-sig"))
    if unmarked := _wide(data):
        return Decoded(_strict(data, unmarked, where), unmarked, guessed=True)
    if b"\x00" in data:
        raise no_text(where)
    try:
        text = data.decode("utf-8")
        return Decoded(_readable(text, where), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared:
        try:
            return Decoded(_readable(data.decode(declared), where), declared)
        except (LookupError, UnicodeError):
            pass
    return _guess(data, where)


def _guess(data: bytes, where: str) -> Decoded:
    encoding = (chardet.detect(data[:200_000]).get("encoding") or "cp1252").lower()
    encoding = _CLOSE_KIN.get(encoding, encoding)
    encoding = encoding if _IN_USE.match(encoding) else "cp1252"
    for candidate in (encoding, "cp1252", "latin-1"):
        try:
            return Decoded(_readable(data.decode(candidate), where), candidate, guessed=True)
        except (LookupError, UnicodeDecodeError):
            continue
    raise no_text(where)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: the order of bytes in which nearly all is letters of one writing, spaces and points."""
    if len(data) < 4 or len(data) % 2 or b"\x00" not in data[:4000]:
        return ""
    scores = {encoding: _legible(data[:4000], encoding) for encoding in ("utf-16-le", "utf-16-be")}
    best = max(scores, key=lambda encoding: scores[encoding])
    return best if scores[best] > 0.97 else ""


def _legible(data: bytes, encoding: str) -> float:
    """The share of characters that a text in one writing would have."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    writing = Counter(ord(character) >> 11 for character in text if character.isalpha())
    main = {block for block, _ in writing.most_common(1)} | {0}
    chinese = range(0x4E00 >> 11, (0x9FFF >> 11) + 1)
    main |= set(chinese) if main & set(chinese) and len(writing) < 12 else set()
    plain = sum(ord(one) >> 11 in main or 0x2010 <= ord(one) <= 0x2026 or 0x3000 <= ord(one) <= 0x300F for one in text)
    controls = len(_CONTROL.findall(text)) + text.count("\x00")
    return 0.0 if controls or not any(one.isspace() or one in "，。,." for one in text) else plain / len(text)


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return _readable(data.decode(encoding), where)
    except UnicodeDecodeError as error:
        raise DamagedFile(
            f"the file says that it is {encoding.upper()} but byte {error.start} is not",
            where=where,
            do="save it again as UTF-8 and try once more",
        ) from error


def _readable(text: str, where: str) -> str:
    sample = text[:20_000]
    if sample and len(_CONTROL.findall(sample)) > max(2, len(sample) // 200):
        raise no_text(where)
    return text


def no_text(where: str) -> DamagedFile:
    """What to say of a file that is none of text."""
    return DamagedFile(
        "the file holds binary data, not text",
        where=where,
        do="give it the ending of its true format, or save it as PDF, DOCX, HTML or UTF-8 text",
    )
