"""In which encoding was this text file written?"""

from __future__ import annotations

import codecs
import re
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
}
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
        raise _no_text(where)
    try:
        text = data.decode("utf-8")
        return Decoded(_readable(text, where), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared:
        try:
            return Decoded(_readable(data.decode(declared), where), declared)
        except (LookupError, UnicodeDecodeError):
            pass
    return _guess(data, where)


def _guess(data: bytes, where: str) -> Decoded:
    encoding = (chardet.detect(data[:200_000]).get("encoding") or "cp1252").lower()
    encoding = _CLOSE_KIN.get(encoding, encoding)
    for candidate in (encoding, "cp1252", "latin-1"):
        try:
            return Decoded(_readable(data.decode(candidate), where), candidate, guessed=True)
        except (LookupError, UnicodeDecodeError):
            continue
    raise _no_text(where)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark shows as zero bytes at every other place."""
    sample = data[:4000]
    if len(sample) < 4 or len(data) % 2:
        return ""
    even, odd = sample[0::2].count(0) / len(sample[0::2]), sample[1::2].count(0) / len(sample[1::2])
    if odd > 0.3 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.3 and odd < 0.05 else ""


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
        raise _no_text(where)
    return text


def _no_text(where: str) -> DamagedFile:
    return DamagedFile(
        "the file holds binary data, not text",
        where=where,
        do="give it the ending of its true format, or save it as PDF, DOCX, HTML or UTF-8 text",
    )
