"""How does a workbook write the characters that XML cannot hold? As ``_x000D_``, and that itself as ``_x005F_x000D_``.

Source: ECMA-376, part 1, 22.9.2.19 (ST_Xstring).
"""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x(?!0000|[Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")
"""U+0000 and halves of characters stay as written: no database holds them."""


def escaped(text: str) -> str:
    """The text as a workbook holds it."""
    return _FORBIDDEN.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescaped(text: str) -> str:
    """The text that a workbook means."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
