"""Which reference strings were marked by hand? A line holds style, kind and a string with its fields in brackets.

``{f:Family}``, ``{g:Given}``, ``{o:Body}``; ``t`` title, ``y`` year, ``c`` container, ``v`` volume, ``i`` issue,
``p`` pages, ``u`` publisher, ``l`` place, ``n`` pinpoint, ``e`` editors, ``d`` DOI, ``w`` address, ``s`` symbol; ``⏎``
is the end of a printed line, with the hyphen before it where it breaks a word. The works are invented, or said to be
where they are not. Lines that begin with ``#`` name a family of strings that one hand would set alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAMES = {
    "t": "title", "c": "container", "v": "volume", "i": "issue", "p": "pages", "u": "publisher", "l": "place",
    "n": "pinpoint", "d": "doi", "w": "url", "s": "symbol",
}  # fmt: skip
MARK = re.compile(r"\{(\w):([^{}]*)\}")
TRAINED = Path(__file__).with_suffix(".tsv")
"""The strings that the model is fitted on; those of the tests are not."""
_OTHERS = re.compile(r"(?:,? et al\b|,? …|,? \.\.\.)\.?")
_BETWEEN = re.compile(r"(?:,|;|\.|&|\s|and\b|et\b|y\b|und\b|e\b|…)*")


@dataclass(frozen=True)
class Marked:
    style: str
    kind: str
    source: str
    """The string with its marks."""

    @property
    def string(self) -> str:
        return MARK.sub(r"\2", self.source).replace("⏎", "\n")

    @property
    def note(self) -> bool:
        return self.style == "footnote"

    @property
    def fields(self) -> dict[str, Any]:
        return {"kind": self.kind, **_fields(self.source)}


def marked(path: Path = TRAINED) -> Iterator[Marked]:
    """The strings of a file, in its order."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield Marked(*line.split("\t"))


def joined(value: str) -> str:
    """A field whose lines are put together again."""
    return re.sub(r"(?<=[^\W\d_])-⏎(?=[a-zß-ÿ])", "", value).replace("⏎", "")


def with_author_list(source: str) -> str:
    """The marks of the single names as one mark ``a`` around the list of authors, as the labels have it."""
    names = [found for found in MARK.finditer(source) if found[1] in "fgo"]
    if not names:
        return source
    first, last = names[0], names[0]
    for name in names[1:]:
        if not _BETWEEN.fullmatch(MARK.sub("", source[last.end() : name.start()])):
            break
        last = name
    end = last.end()
    if others := _OTHERS.match(source, end):
        end = others.end()
    inside = MARK.sub(r"\2", source[first.start() : end])
    after = re.sub(r"\{[fgo]:([^{}]*)\}", r"\1", source[end:])
    return source[: first.start()] + "{a:" + inside + "}" + after


def _fields(source: str) -> dict[str, Any]:
    fields: dict[str, Any] = dict.fromkeys(NAMES.values(), "") | {"year": "", "suffix": "", "authors": []}
    family, given = "", ""
    for mark, told in MARK.findall(source):
        value = joined(told)
        if mark == "y":
            fields["year"], fields["suffix"] = value[:4], value[4:]
        elif mark == "o":
            fields["authors"].append({"family": value, "given": ""})
        elif mark == "f":
            family = value
        elif mark == "g":
            given = value
        elif mark in NAMES:
            fields[NAMES[mark]] = value
        if family and given:
            fields["authors"].append({"family": family, "given": given})
            family, given = "", ""
    listed = re.search(r"\{a:([^{}]*)\}", with_author_list(source))
    fields["others"] = bool(listed and re.search(r"\bet al\b", listed[1]))
    return fields
