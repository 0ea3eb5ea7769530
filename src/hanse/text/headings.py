"""Which paragraphs are headings, and of which level?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hanse.text.blocks import Block
from hanse.text.numbering import Label

_KNOWN = re.compile(
    r"(?:draft |final )?(?:preamble|preámbulo|préambule|preâmbulo|преамбула|الديباجة|ديباجة|序言|introduction|introducción|"
    r"preambular (?:paragraphs|part|section)|operative (?:paragraphs|part|section)|background|conclusions?|recommendations?|"
    r"annex(?:es)?|annexe|anexo|follow-up and review|implementation|means of implementation|our (?:vision|commitments?|asks|demands|approach|impact))"
    r"\s*[:.]?",
    re.IGNORECASE,
)
_HIGH = re.compile(
    r"(?i:part|title|chapter|annex\w*|anexo|appendix|section|partie|titre|título|chapitre|capítulo|anhang|раздел|глава|приложение)|第.+[章编部]|附件"
)
_DEEP = re.compile(
    r"(?i:article|artículo|articulo|artigo|articolo|artikel|статья|madde|art|clause|objecti\w+|objetivo|цель|goal|ziel|obiettivo)|المادة|مادة|第.+[条條]|目标|الهدف"
)
_NO_HEADING_END = re.compile(r"[.,;:!?。，；：！？؛،…][\s\])”\"’»]*$")
_SENTENCE = re.compile(r"\b(?:shall|should|must|will|is|are|was|were|has|have|we|doit|debe|deben)\b", re.IGNORECASE)
_DATE = re.compile(r"^\W*\d{1,2}\W?\s?[^\W\d]+\s+\d{4}\W*$|^\W*[^\W\d]+\s+\d{1,2},?\s+\d{4}\W*$|^\d{4}$")


def heading_levels(lines: Sequence[tuple[Block, Label | None, str]]) -> list[int]:
    """For every paragraph the level of the heading that it is, from 1, or 0. ``lines`` are block, label and text."""
    levels: list[int] = []
    caps = sum(_capital(text) for _, label, text in lines if not label)
    for index, (block, label, text) in enumerate(lines):
        following = lines[index + 1 :]
        if block.cell:
            levels.append(0)
        elif block.heading:
            levels.append(block.heading)
        elif label and label.style not in ("bullet", "op", "pp"):
            levels.append(_numbered(label, text, following))
        elif label or not following:
            levels.append(0)
        else:
            opening = not any(levels[position] == 0 for position in range(index))
            levels.append(_plain(text, following, opening, bool(caps)))
    return levels


def _numbered(label: Label, text: str, following: Sequence[tuple[Block, Label | None, str]]) -> int:
    words = text.split()
    if label.style == "keyword":
        short = len(words) <= 30 and not re.search(r"[.;,]$", text) or not text
        if not short or text[:1].islower():
            return 0
        return 1 if _HIGH.match(label.number) else 2
    if label.style == "heading":
        short = len(words) <= 14 and not _NO_HEADING_END.search(text)
        return (1 if label.values[0][0].endswith("roman") else 2) if short and words else 0
    if label.style in ("digit", "multi") and words and len(words) <= 12 and not _NO_HEADING_END.search(text):
        opens = (
            bool(following) and following[0][1] is not None and following[0][1].number.startswith(f"{label.number}.")
        )
        if _capital(text) or opens:
            return 1 + label.number.count(".")
    return 0


def _plain(text: str, following: Sequence[tuple[Block, Label | None, str]], opening: bool, caps: bool) -> int:
    words = text.split()
    if _KNOWN.fullmatch(text):
        return 1
    if len(words) > 16 or _NO_HEADING_END.search(text) or text[:1].islower() or text[:1] in "[({#":
        return 0
    if opening and _DATE.match(text):
        return 1
    if _capital(text):
        return 1
    if not any(letter.isalpha() for letter in text) or _SENTENCE.search(text) and not opening:
        return 0
    after = following[0][2] if following else ""
    longer = len(after.split()) > len(words) and len(after) > 60 or following[0][1] is not None or opening
    return (1 if opening or not caps else 2) if longer and len(words) <= 12 else 0


def _capital(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and len(text.split()) <= 20 and all(letter.isupper() for letter in letters)
