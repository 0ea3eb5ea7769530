"""Which bytes are signed? The canonical text of a version: the same for everybody, so that anybody can hash it.

In UTF-8, in Unicode's normal form C, each line ended by one line feed. Blocks are set apart by one empty line, the last
block ends with a line feed::

    hanse-statement 1

    language en authentic

    title
    Declaration of the Harbours

    preambular PP1
    Recalling that ...

    operative 1
    Cities will ...

    language fr

    title
    ...

The first block names the form. Then come the languages, the authentic one first, the others in the order in which the
statement names them; in each, the paragraphs in their order. A paragraph's first line is its kind and, where it has
one, its number; the lines below are its wording: white space at both ends of a line taken off, other white space within
a line as one space, no empty lines. So no two different texts have the same bytes.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

FORM = "hanse-statement 1"


def plain(wording: str) -> str:
    """One wording in canonical form: NFC, LF, single spaces, no empty lines."""
    lines = unicodedata.normalize("NFC", wording).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line for line in (" ".join(each.split()) for each in lines) if line)


def canonical(paragraphs: Iterable[Any], languages: Sequence[str]) -> str:
    """The canonical text of paragraphs in their order; the first of ``languages`` is the authentic one."""
    held = list(paragraphs)
    blocks = [FORM]
    for place, language in enumerate(languages):
        blocks.append(f"language {language}" + (" authentic" if place == 0 else ""))
        blocks += [f"{each.kind} {each.number}".strip() + f"\n{plain(each.said(language))}" for each in held]
    return "\n\n".join(blocks) + "\n"


def sha256(text: str) -> str:
    """The digest of a canonical text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
