"""What would an amendment change? Word by word: what stays, what goes, what comes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+|\s+|[^\w\s]")
"""Scripts that write no spaces are compared letter by letter."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that ``stay``, ``go`` or ``come``."""

    kind: Literal["stay", "go", "come"]
    text: str


def differences(old: str, new: str) -> list[Stretch]:
    """The way from one wording to another: what stays and goes is the old one, what stays and comes the new one."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    found: list[Stretch] = []
    gone = come = ""
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        first, other = "".join(before[i:j]), "".join(after[k:m])
        if tag == "equal" and (first.strip() or not (gone or come) or j == len(before)):
            found += [*_changed(gone, come), Stretch("stay", first)]
            gone = come = ""
        else:  # a space between two changed words is read with them
            gone, come = gone + first, come + other
    return [*found, *_changed(gone, come)]


def _changed(gone: str, come: str) -> list[Stretch]:
    return [*([Stretch("go", gone)] if gone else []), *([Stretch("come", come)] if come else [])]
