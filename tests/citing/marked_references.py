"""Reference strings of many hands and six styles, with their fields marked in them: what the reading is chosen by.

``{f:Family}``, ``{g:Given}``, ``{o:Body}``; ``t`` title, ``y`` year, ``c`` container, ``v`` volume, ``i`` issue,
``p`` pages, ``u`` publisher, ``l`` place, ``n`` pinpoint, ``e`` editors, ``d`` DOI, ``w`` address, ``s`` symbol. The
works are invented, or said to be where they are not.
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
_MARK = re.compile(r"\{(\w):([^{}]*)\}")


@dataclass(frozen=True)
class Marked:
    style: str
    string: str
    fields: dict[str, Any]

    @property
    def note(self) -> bool:
        return self.style == "footnote"


def marked() -> Iterator[Marked]:
    for line in Path(__file__).with_suffix(".tsv").read_text("utf-8").splitlines():
        style, kind, string = line.split("\t")
        yield Marked(style, _MARK.sub(r"\2", string), {"kind": kind, **_fields(string)})


def _fields(string: str) -> dict[str, Any]:
    fields: dict[str, Any] = dict.fromkeys(NAMES.values(), "") | {"year": "", "suffix": "", "authors": []}
    family, given = "", ""
    for mark, value in _MARK.findall(string):
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
    fields["others"] = bool(re.search(r"\bet al\b", string))
    return fields
