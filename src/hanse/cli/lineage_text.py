"""How does a lineage look in a terminal?"""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hanse.tracing.lineage import Appearance, Lineage

_NARROWEST, _WIDEST = 60, 100
_AROUND = 60
"""Characters of a passage before and after the words that are printed."""


def lineage_text(lineage: Lineage, width: int | None = None) -> str:
    """What was found, then every appearance in order of date, with its words and what changed."""
    if width is None:
        width = min(max(shutil.get_terminal_size((100, 40)).columns, _NARROWEST), _WIDEST)
    parts = [*_wrapped(f"“{lineage.phrase}”", width, ""), *_wrapped(lineage.said, width, "")]
    for each in lineage.appearances:
        parts += ["", *_appearance(lineage, each, width)]
    if lineage.undated:
        parts += ["", "Without a date:"]
    for each in lineage.undated:
        parts += _appearance(lineage, each, width)
    return "\n".join(parts) + "\n"


def _appearance(lineage: Lineage, each: Appearance, width: int) -> list[str]:
    place = f", {each.passage.number}" if each.passage.number else ""
    said = [f"{each.name}{place}", each.actor, "agreed language" if each.adopted else each.kind, each.how, each.pending]
    mark = "*" if each in lineage.first else " "
    lines = _wrapped(f"{mark} {each.date or '?':<10}  {'; '.join(part for part in said if part)}", width, "")
    lines += _wrapped(_quoted(each), width, "    ")
    tie = lineage.tie(each.document)
    if tie:
        parent = lineage.appearance(tie.parent)
        lines += _wrapped(f"after {parent.name} ({parent.date}; {tie.why}): {tie.said}", width, "    ")
    return lines


def _quoted(each: Appearance) -> str:
    """The words with a little of what stands around."""
    text, (first, last) = each.passage.text, each.span
    start = text.rfind(" ", 0, first - _AROUND) + 1 if first > _AROUND else 0
    end = text.find(" ", last + _AROUND) if last + _AROUND < len(text) else -1
    shown = text[start : end if end >= 0 else len(text)]
    return f"“{'… ' if start else ''}{' '.join(shown.split())}{' …' if end >= 0 else ''}”"


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    following = indent or "    "
    return textwrap.wrap(
        text, width, initial_indent=indent, subsequent_indent=following, break_long_words=False, break_on_hyphens=False
    )
