"""Which paragraphs are headings, and of which level?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hanse.text.blocks import Block
from hanse.text.numbering import Label

_KNOWN = re.compile(
    r"(?:draft |final )?(?:preamble|preámbulo|préambule|preâmbulo|преамбула|الديباجة|ديباجة|序言|introduction|"
    r"introducción|"
    r"preambular (?:paragraphs|part|section)|operative (?:paragraphs|part|section)|background|conclusions?|"
    r"recommendations?|annex(?:es)?|annexe|anexo|follow-up and review|implementation|means of implementation|"
    r"our (?:vision|commitments?|asks|demands|approach|impact))\s*[:.]?",
    re.IGNORECASE,
)
_TIERS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?i:part|partie|parte|часть|title|titre|título|titulo)|第.+[编部]",
        r"(?i:chapter|chapitre|cap[ií]tulo|kapitel|глава|bölüm)|第.+章|الفصل",
        r"(?i:section|secci[oó]n|раздел)|第.+[节節]|القسم",
    )
)
"""Divisions above articles and objectives, highest first."""
_ANNEX = re.compile(r"(?i:annex\w*|anexo|anhang|appendix|приложение|ek\b)|附件|المرفق")
_AGREED = re.compile(r"\W*(?:agreed|(?:agreed )?ad ref\w*)\W*", re.IGNORECASE)
_NO_HEADING_END = re.compile(r"[.,;:!?。，；：！？؛،…][\s\])”\"’»]*$")
_SENTENCE = re.compile(
    r"\b(?:shall|should|must|will|is|are|was|were|has|have|we|doit|doivent|debe|deben|calls? (?:up)?on|calls? for|"
    r"urges?|"
    r"requests?|demands?|asks?|commits?|invites?|encourages?|recommends?)\b",
    re.IGNORECASE,
)
_DATE = re.compile(r"^\W*\d{1,2}\W?\s?[^\W\d]+\s+\d{4}\W*$|^\W*[^\W\d]+\s+\d{1,2},?\s+\d{4}\W*$|^\d{4}$")
_OPENING = 8
"""Among so many first lines a title may stand."""

Line = tuple[Block, Label | None, str]
"""A block, the label read off it, and its text without it."""


def heading_levels(lines: Sequence[Line]) -> list[int]:
    """For every paragraph the level of the heading that it is, from 1, or 0.

    Where the file itself marks headings, only labels, capitals and well-known words are believed beside its marks.
    """
    levels: list[int] = []
    caps = any(_capital(text) for _, label, text in lines if not label)
    tiers = [tier for tier in _TIERS if any(label and _is_keyword(label, tier) for _, label, _ in lines)]
    marked = sum(bool(block.heading) for block, _, _ in lines) > 1
    body = False
    for index, (block, label, text) in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        before = lines[index - 1] if index else None
        if block.cell:
            level = 0
        elif block.heading:
            level = block.heading
        elif label and label.style not in ("bullet", "op", "pp"):
            level = _numbered(label, text, following, tiers)
        elif label or following is None:
            level = 0
        elif before and levels[-1] and _only_a_number(before) and _short(text, 16):
            level = levels[-1] + 1
        elif before and not levels[-1] and before[1] is None and _unfinished(before[2]) and not _sure(text):
            level = 0
        else:
            level = _plain(text, following, opening=index < _OPENING and not body, caps=caps, marked=marked)
        levels.append(level)
        body = body or label is not None or len(text.split()) > 40
    return levels


def is_title(text: str) -> bool:
    """False for headings that never are a text's title: "Preamble", "Annex"."""
    return not _KNOWN.fullmatch(text)


def _is_keyword(label: Label, tier: re.Pattern[str]) -> bool:
    return label.style == "keyword" and tier.match(label.number) is not None


def _only_a_number(line: Line) -> bool:
    """True for a heading such as "Article 1": what follows may be its name."""
    _, label, text = line
    return label is not None and label.style == "keyword" and not text


def _numbered(label: Label, text: str, following: Line | None, tiers: Sequence[re.Pattern[str]]) -> int:
    words = text.split()
    if label.style == "keyword":
        short = not text or (len(words) <= 30 and not re.search(r"[.;,]$", text))
        if not short or text[:1].islower():
            return 0
        if _ANNEX.match(label.number):
            return 1
        own = next((rank for rank, tier in enumerate(tiers, 1) if _is_keyword(label, tier)), 0)
        return own or max(2, len(tiers) + 1)
    if label.style == "heading":
        return (1 if label.values[0][0].endswith("roman") else 2) if words and _short(text, 14) else 0
    if label.style in ("digit", "multi") and words and _short(text, 14):
        _, next_label, after = following if following else (None, None, "")
        opens = next_label is not None and next_label.number.startswith(f"{label.number}.")
        body = next_label is None and len(after.split()) > max(12, len(words)) and not _SENTENCE.search(text)
        if _capital(text) or opens or (body and text[:1].isupper()):
            return 1 + label.number.count(".")
    return 0


def _plain(text: str, following: Line, *, opening: bool, caps: bool, marked: bool) -> int:
    words = text.split()
    if _KNOWN.fullmatch(text):
        return 1
    if not _short(text, 16) or _AGREED.fullmatch(text) or text[:1].islower() or text[:1] in "[({#":
        return 0
    if (opening and _DATE.match(text)) or _capital(text):
        return 1
    if marked or not any(letter.isalpha() for letter in text) or _SENTENCE.search(text):
        return 0
    _, next_label, after = following
    leads = next_label is not None or opening or (len(after.split()) > len(words) and len(after) > 60)
    return (1 if opening or not caps else 2) if leads and len(words) <= 12 else 0


def _sure(text: str) -> bool:
    return bool(_KNOWN.fullmatch(text)) or _capital(text)


def _unfinished(text: str) -> bool:
    """True for a sentence that the next lines go on with."""
    return bool(text) and len(text.split()) > 3 and not _NO_HEADING_END.search(text)


def _short(text: str, words: int) -> bool:
    return len(text.split()) <= words and not _NO_HEADING_END.search(text)


def _capital(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and len(text.split()) <= 20 and all(letter.isupper() for letter in letters)
