"""How does a document become a page that everybody can read? Typst sets data into accessible PDF (PDF/UA-1)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from hanse.errors import UnprintableText
from hanse.reports import frame
from hanse.text.dates import days

TEMPLATES = Path(__file__).parent / "templates"
FONTS = Path(__file__).parent / "fonts"
BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
"""What ends a line."""

_BLANK = re.compile("[\t\n\r\x0b\x0c\x85\u2028\u2029]+")
_UNSEEN = re.compile("[\\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]*")
"""Characters that leave no mark on a line of their own."""
_UNSHOWN = re.compile(r"the text `\"(.*?)\"` could not be displayed|the disallowed codepoint `\"(.*?)\"`", re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_READ_BACKWARDS = re.compile(rb"(/ViewerPreferences\s*<<[^>]*/Direction\s*/)R2L")
"""Where a file says so, PDFium (Chrome) turns every line when text is copied: Latin names, addresses, hashes too."""
_GATE = re.compile(r"PDF/UA-1 error: ([^\n]+)")


def typeset(template: str, data: Mapping[str, Any], *, language: str) -> bytes:
    """One template filled with data, as PDF/UA-1; same data, same bytes.

    ``data`` holds what JSON can hold; the template reads it as data, so that no text of it is taken for markup.
    ``data["title"]`` names the document; ``data["printed"]`` (EDTF), where given, is its creation date. ``language`` is
    a BCP 47 tag: it decides direction, hyphenation, the order of the fonts and the words of the frame.
    Raises UnprintableText where a character is in no font that comes along (and says which, and where it stands), and
    where typst's own gate for accessible PDF finds a title or a text for a picture missing.
    Source: ISO 14289-1:2014 (PDF/UA-1).
    """
    _encodable(data)
    data = _lined(data)
    code, script, region = frame.subtags(language)
    payload = {
        "language": {"code": code, "script": script, "region": region, "rtl": frame.right_to_left(language)},
        "words": frame.words(language),
        "data": data,
    }
    compiler = typst.Compiler(
        input=str(TEMPLATES / f"{template}.typ"),
        root=str(TEMPLATES),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"payload": json.dumps(payload, ensure_ascii=False)},
    )
    try:
        made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=_created(data))
    except typst.TypstError as error:
        raise _refused(template, data, error) from error
    assert isinstance(made, bytes)
    return _READ_BACKWARDS.sub(rb"\1L2R", made, count=1)


def printable(texts: Mapping[str, str]) -> None:
    """Asks before it is too late whether texts can be printed, each under the name of the field that it comes from.

    Raises UnprintableText with the first field and all characters that no font has.
    """
    typeset("probe", {field: pieces(text) for field, text in texts.items()}, language="en")


def unshown(text: str) -> frozenset[str]:
    """The characters of a text that no font has, for whoever writes them otherwise; none where it can be printed."""
    try:
        printable({"text": text})
    except UnprintableText as error:
        if isinstance(error.__cause__, typst.TypstError):
            return missing(error) or frozenset(text)
        return frozenset(each for each in text if "\ud800" <= each <= "\udfff")
    return frozenset()


def missing(refused: UnprintableText) -> frozenset[str]:
    """The characters for whose want of a font a document was refused; none where it was for something else."""
    cause = refused.__cause__
    return frozenset("".join(_missed(cause))) if isinstance(cause, typst.TypstError) else frozenset()


def pieces(text: str) -> list[str]:
    """A text's lines, as a template takes them."""
    return BREAKS.split(text.strip())


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _created(data: Mapping[str, Any]) -> datetime:
    """The day that the data name, at midnight of UTC; the first of 1970 where they name none."""
    meant = days(str(data.get("printed", "")))
    day = meant[0].timetuple()[:3] if meant else (1970, 1, 1)
    return datetime(*day, tzinfo=UTC)


def _refused(template: str, data: Mapping[str, Any], error: typst.TypstError) -> UnprintableText:
    """What typst says, as one sentence for a person."""
    if missed := "".join(_missed(error)):
        return _no_font(data, missed)
    gate = _GATE.search(_said(error))
    return UnprintableText(
        gate[1] if gate else error.message.splitlines()[0],
        where=f"the document “{data.get('title') or template}”",
        do="give it, since a page without it cannot be read aloud" if gate else "report it with the text at hand",
    )


def _missed(error: typst.TypstError) -> Iterator[str]:
    """What could not be shown, as typst tells it: characters, or clusters of them."""
    return (_unescaped(a or b) for a, b in _UNSHOWN.findall(_said(error)))


def _said(error: typst.TypstError) -> str:
    return f"{error.message}\n{error.diagnostic}"


def _no_font(data: Mapping[str, Any], unshown: str) -> UnprintableText:
    """Names every character that no font has, and the place of the first."""
    seen = dict.fromkeys(_UNSEEN.sub("", unshown) or unshown)
    named = [f"“{char}” (U+{ord(char):04X})" if char.isprintable() else f"U+{ord(char):04X}" for char in seen]
    place = next((place for place, text in _texts(data) if any(char in text for char in seen)), "")
    return UnprintableText(
        f"{', '.join(named[:8])} {'is' if len(named) == 1 else 'are'} in none of the fonts that come with Hanse",
        where=place or "the document",
        do="write it with other characters",
    )


def _encodable(data: Mapping[str, Any]) -> None:
    """Half a surrogate pair is no character; JSON cannot hold it."""
    for place, text in _texts(data):
        if halves := re.search("[\ud800-\udfff]", text):
            raise UnprintableText(
                f"U+{ord(halves[0]):04X} is half a character", where=place, do="type or paste the text again"
            )


def _lined(data: Any) -> Any:
    """The data with every text on one line; a byte order mark becomes the word joiner that it means."""
    if isinstance(data, str):
        line = _BLANK.sub(" ", data).replace("\ufeff", "\u2060")
        return "" if _UNSEEN.fullmatch(line) else line
    if isinstance(data, Mapping):
        return {key: _lined(value) for key, value in data.items()}
    return [_lined(value) for value in data] if isinstance(data, list | tuple) else data


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _texts(data: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text of the data with the way to it in words: "groups 2, signatures 14, signer"."""
    if isinstance(data, str):
        yield place, data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from _texts(value, f"{place}, {key}" if place else str(key))
    elif isinstance(data, list | tuple):
        for number, value in enumerate(data, 1):
            yield from _texts(value, f"{place} {number}" if len(data) > 1 else place)
