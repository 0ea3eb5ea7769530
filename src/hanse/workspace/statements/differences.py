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
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = "".join(before[i:j]), "".join(after[k:m])
        if tag == "equal":
            found.append(Stretch("stay", gone))
        else:
            found += [Stretch("go", gone)] if gone else []
            found += [Stretch("come", come)] if come else []
    return found
