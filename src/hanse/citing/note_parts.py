"""Which works does a note name, one after another? Its text cut where a further work begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from hanse.text.document import Span

_CAPITAL = r"[A-ZÀ-ÞĀ-Ž]"
_PARTICLE = r"(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn)\s)*"
_WORD = rf"{_CAPITAL}[\w’'-]+"
_PERSON = rf"(?:(?:{_CAPITAL}\.[\s-]?)+\s?|(?:{_WORD}\s(?:{_CAPITAL}\.\s)*){{1,2}}){_PARTICLE}{_WORD}(?:\s{_WORD})?"
_PEOPLE = rf"{_PERSON}(?:(?:,\s{_PERSON})*,?\s(?:and|&|y|e|et|und)\s{_PERSON})?(?:\s(?:et al\.|\([Ee]ds?\.?\)))?"
_BODY = rf"{_WORD}(?:\s{_WORD})*(?:\s(?:of|for|de|des|du|del|la|las|los|the|and|y|et|für|der|local)\s{_WORD}){{1,6}}"
_QUOTE = '[“‘«„"]'
_FULL = re.compile(rf"(?<![\w.])(?:{_PEOPLE}|{_BODY}),\s+(?={_QUOTE}|{_CAPITAL}|¿|¡)")
_SHORT = re.compile(
    rf"(?<![\w.])(?=(?P<name>{_PARTICLE}{_WORD}(?:\s{_WORD})?)(?:,\s+(?={_QUOTE}|{_CAPITAL}|(?:op|ob|art|loc)\.?\s?cit)"
    r"|\s+(?=\(n\.?\s?\d)))"
)
_JOINT = re.compile(
    r"(?:[.;,:]|(?<=[)\d”’»]))\s+"
    rf"(?P<lead>(?:{_CAPITAL}?[a-zß-ÿ]+,?\s+)*)$"
)
_LEAD = re.compile(rf"(?:{_CAPITAL}?[a-zß-ÿ]+,?\s+)(?:[^\W\d_]+,?\s+)*?[a-zß-ÿ]+:?\s+|{_CAPITAL}[a-zß-ÿ]+\s+")
_WITHIN = re.compile(
    r"(?:^|\s)(?:(?:en|in|dans|em|nel|nella)|(?:\w+\s)?(?:ed|trans|trad|dir|coord|hrsg)\w*\s(?:by|por|par|da|von))\s+$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\(n\.?\s?\d|\b(?:op|ob|art|loc)\.?\s?cit|\bib[ií]d|\bpr[ée]cit", re.IGNORECASE
)


def note_parts(text: str, known: Callable[[str], bool]) -> Iterator[Span]:
    """Where each work begins that a note names, and where the next begins, in printed order. ``known`` says whether a
    name is that of an author cited already, whose short form a single name may be. What leads up to the first work
    ("Above all", "The count was made by") stands in no part."""
    starts = _starts(text, known)
    first = starts[0] if starts else 0
    begin = first if first and _led_up_to(text[:first]) else 0
    cuts = [begin]
    for start in starts:
        if start > cuts[-1] and _complete(text[cuts[-1] : start], known) and _opens(text[:start]):
            cuts.append(start)
    yield from zip(cuts, [*cuts[1:], len(text)], strict=True)


def _starts(text: str, known: Callable[[str], bool]) -> list[int]:
    """Where a name stands that a title or a pointer to a note follows."""
    full = {match.start() for match in _FULL.finditer(text)}
    short = {match.start() for match in _SHORT.finditer(text) if known(match["name"])}
    return sorted(full | short)


def _led_up_to(before: str) -> bool:
    """Whether only words of a sentence stand before the first name: no number, no title, no other name."""
    return bool(_LEAD.fullmatch(before)) and not re.match(r"\w+\s(?:en|in|dans)\s$", before)


def _complete(part: str, known: Callable[[str], bool]) -> bool:
    """Whether a work has been named in full before the next: with a year, a pointer back, or an author known."""
    opening = _SHORT.match(part)
    return bool(_DATED.search(part)) or bool(opening and known(opening["name"]) and re.search(r"\d", part))


def _opens(before: str) -> bool:
    """Whether a further work may begin here: after a stop, and not as the book that a chapter stands in."""
    return bool(_JOINT.search(before)) and not _WITHIN.search(before)
