"""Which words stand in square brackets, and what do negotiators mean by them?"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Literal

from hanse.text.characters import without_space
from hanse.text.delegations import author_of, is_delegations
from hanse.text.document import Span

BracketKind = Literal["proposal", "delete", "alternative", "placeholder", "open"]

_OPENING, _CLOSING = "[［", "]］"

_SYMBOL = r"[A-Z]{1,6}(?:/[\w.()*-]+)+"
_REFERENCE = re.compile(
    rf"(?:(?i:see|cf\.?|document|doc\.)\s+)?(?=.*\d){_SYMBOL}(?:\s*[,;]\s*{_SYMBOL})*"
    r"(?i:,?\s*(?:para|annex|art|p)\w*\.?\s*[\w()]+)*"
)
_EDITORIAL = re.compile(
    r"(?:(?:general assembly|human rights council|security council|council)\s+)?"
    r"(?:res(?:olution)?s?\.?|decisions?|dec\.)\s+[\w./-]*\d[\w./()-]*(?:\s+of\s+[\w\s]+)?"
    r"|\(?(?:EU|EC|EEC|Euratom)\)?\s*(?:No\.?\s*)?\d+/\d+(?:/\w+)?"
    r"|(?:foot|end)?notes?\.?\s*\d+|fn\.?\s*\d+|\*+|†|‡"
    r"|sic!?|ibid\.?|id\.|op\. cit\.|emphas[ie]s (?:added|in (?:the )?original|ours?|mine)|(?:original )?emphasis"
    r"|(?:foot)?notes? omitted|(?:internal )?(?:citation|quotation|reference|emphasis|footnote)s? (?:marks? )?omitted"
    r"|(?:excerpt|extract|cont(?:inued|'d|’d)|end of|start of|page|pp?\.|figure|fig\.|table|image|photo|map|logo|video"
    r"|applause|laughter|blank|signed|signature|available|online|accessed|original|translat|unofficial|editor|edited|"
    r"ed\."
    r"|source)\b.{0,60}"
    r"|see (?:also )?(?:annex|para|section|page|above|below|note|table|figure|article|chapter).{0,40}"
    r"|(?:on the (?:report|recommendation)|without (?:reference to|a vote)|adopted|agenda item|original:).{0,120}"
    r"|(?:https?://|www\.|mailto:|doi:)\S+|\S+@\S+\.\w+"
    r"|(?:to be )?agreed(?: ad ref(?:\.|erendum)?)?|ad ref(?:\.|erendum)?"
    r"|[ ✓✔]",
    re.IGNORECASE,
)
_CITATION = re.compile(
    r"(?!Agenda|Vision|Horizon|By|In|Until)[A-Z][\w'’-]+(?:(?:,| and| &| et al\.?)*\s[A-Z][\w'’.-]*)*(?: et "
    r"al\.?)?,?\s(?:19|20)\d\d[a-z]?"
    r"(?:[,:]\s?(?:pp?\.\s?)?\d+(?:[-–]\d+)?)?"
)
_NUMBERS = re.compile(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*")
_YEAR = re.compile(r"(?:1[89]|20)\d\d(?:[-–/]\d{2,4})?")
_BEFORE_A_LIMIT = re.compile(
    r"(?:\b(?:by|until|before|after|than|d’ici|d'ici|antes de|para|до|к)(?: the| à)?(?: (?:year|end|close)(?: of)?)?"
    r"|\])\s+$",
    re.IGNORECASE,
)
_BEFORE_A_REFERENCE = re.compile(r"\b(?:in|see|from|cf\.?|refs?\.?|to|and)\s+$", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"[.…\s]*(?:\.\.|…)[.…\s]*|[xX]{1,6}|[XN]|20[Xx]{2}|_+|\?+|t\.?b\.?[cda]\.?|to be (?:confirmed|determined|"
    r"decided|added|completed|inserted|agreed)|"
    r"placeholder.*|insert\b.*|(?:date|name|number|title|place|month|year|amount|venue)(?: (?:of|and|to)\b.*)?|"
    r"à (?:compléter|déterminer|confirmer)|por (?:determinar|confirmar|completar)",
    re.IGNORECASE | re.DOTALL,
)
_ALTERNATIVE = re.compile(
    r"(?:alt(?:ernative|\.)?|option|variant|variante|opción|opcion|вариант)"
    r"(?:\s*(?:\d+|[A-Z]|[ivx]+)\s*[:.–-]?|\s*[:–-])\s+",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"[^\W\d_][\w'’-]*(?: [\w'’-]+){0,7}(?:\s*/\s*[^\W\d_][\w'’-]*(?: [\w'’-]+){0,7})+")
DELETE = (
    r"(?:please )?(?:delet(?:e|es|ed|ion)|del\.?|strike(?: out)?|remove|omit|(?:à )?supprim(?:er|é|ez|ons)|"
    r"supr[ií]m(?:ir|ase|an)|elim[ií]n(?:ar|ese|en)|удалить|исключить|حذف|删除)"
)
"""How negotiators say in a bracket that something be deleted, as a pattern."""
_DELETE = re.compile(rf"{DELETE}\b", re.IGNORECASE)
_DELETE_WORDS = re.compile(rf"{DELETE}\s*[:\"“]", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:/|or|ou|или|أو|或)?\s*")

_DEEPEST = 12
"""Brackets nested deeper say nothing to anybody and are not read."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """One pair of brackets, square, or of another kind that a delegation speaks in. ``start`` and ``end`` take in the
    brackets, ``inner`` holds the words concerned: without the brackets, the author and the number of an alternative.
    ``depth`` is 0 outermost."""

    start: int
    end: int
    depth: int
    author: str
    kind: BracketKind
    inner: Span


def brackets(text: str) -> tuple[Bracket, ...]:
    """The brackets of negotiation in a text, in order of their start.

    Document symbols, references to notes, editors' remarks and marks of agreement in brackets are none. A bracket that
    is never closed reaches to the end of the text; one that was never opened starts at its beginning.
    """
    found = [bracket for pair in _pairs(text) if (bracket := _read(text, *pair)) is not None]
    found += [each for each in _attributed(text) if not any(b.start < each.end and each.start < b.end for b in found)]
    found.sort(key=lambda bracket: (bracket.start, -bracket.end))
    return tuple(_alternatives(text, found))


_OTHER_PAIR = re.compile(r"<([^<>\[\]]{3,600})>|\{([^{}\[\]]{3,600})\}|\(([^()\[\]]{3,600})\)")
_SAYS = re.compile(
    rf"{DELETE}\b|(?:add|insert|replace|retain|keep|reserv|bracket|ajout|insér|remplac|añad)|[\"“«]", re.IGNORECASE
)
"""What a delegation says in round brackets where it proposes something: "(EU: 20 per cent)" is no proposal."""


def _attributed(text: str) -> list[Bracket]:
    """Proposals that a delegation makes in angle, curly or round brackets: "(Holy See: delete)"."""
    found = []
    for pair in _OTHER_PAIR.finditer(text) if ":" in text else ():
        first, last = pair.span(pair.lastindex or 0)
        author, offset, cut = author_of(text[first:last])
        rest = text[first + offset : last - cut]
        if author and is_delegations(author) and (text[pair.start()] != "(" or _SAYS.match(rest)):
            kind: BracketKind = "delete" if _DELETE.match(rest) else "proposal"
            found.append(Bracket(*pair.span(), 0, author, kind, without_space(text, first + offset, last - cut)))
    return found


def balance(text: str) -> tuple[int, int]:
    """How many brackets a text closes that it did not open, and opens that it does not close."""
    closing = opening = 0
    for character in text:
        if character in _OPENING:
            opening += 1
        elif character in _CLOSING:
            if opening:
                opening -= 1
            else:
                closing += 1
    return closing, opening


def _pairs(text: str) -> list[tuple[int, int, int]]:
    """``(start, end, depth)`` of every pair; brackets without a partner reach to the text's edge."""
    pairs: list[tuple[int, int, int]] = []
    stack: list[int] = []
    strays = 0
    for place, character in enumerate(text):
        if character in _OPENING:
            stack.append(place)
        elif character in _CLOSING:
            if stack:
                start = stack.pop()
                pairs.append((start, place + 1, len(stack)))
            else:
                pairs = [(start, end, depth + 1) for start, end, depth in pairs]
                pairs.append((0, place + 1, 0))
                strays += 1
    pairs.extend((start, len(text), depth) for depth, start in enumerate(stack))
    return pairs


def _read(text: str, start: int, end: int, depth: int) -> Bracket | None:
    opened, closed = text[start : start + 1] in _OPENING, text[end - 1 : end] in _CLOSING
    first, last = start + (1 if opened else 0), end - (1 if closed else 0)
    if opened and closed and depth <= _DEEPEST and _editorial(text, first, last):
        return None
    first, last = without_space(text, first, last)
    if depth > _DEEPEST:
        return Bracket(start, end, depth, "", "open", (first, last))
    inner = text[first:last]
    if not inner or _PLACEHOLDER.fullmatch(inner):
        return Bracket(start, end, depth, "", "placeholder", (first, last))
    author, offset, cut = author_of(inner)
    if author:
        inner_first, inner_last = without_space(text, first + offset, last - cut)
        rest = text[inner_first:inner_last]
        kind: BracketKind = "delete" if _DELETE.match(rest) else "proposal"
        return Bracket(start, end, depth, author, kind, (inner_first, inner_last))
    if _DELETE.fullmatch(inner) or _DELETE_WORDS.match(inner):
        return Bracket(start, end, depth, "", "delete", (first, last))
    if numbered := _ALTERNATIVE.match(inner):
        return Bracket(start, end, depth, "", "alternative", without_space(text, first + numbered.end(), last))
    if _slashed(inner):
        return Bracket(start, end, depth, "", "alternative", (first, last))
    after = re.match(r"\s?[({]([^(){}]{2,80})[)}]", text[end : end + 90])
    if after and is_delegations(after.group(1)):  # "[words] (EU)"
        return Bracket(start, end, depth, after.group(1).strip(), "proposal", (first, last))
    return Bracket(start, end, depth, "", "open", (first, last))


def _slashed(inner: str) -> bool:
    return inner.lower() not in ("and/or", "et/ou", "y/o", "и/или") and _SLASHED.fullmatch(inner) is not None


def _editorial(text: str, first: int, last: int) -> bool:
    inner = text[first:last].strip()
    before, after = text[: first - 1], text[last + 1 :]
    if after.startswith("(") and re.match(r"\((?:https?:|www\.|#|mailto:)", after):
        return True
    if len(inner) == 1 and inner.isalpha() and inner not in "XN":
        return after[:1].isalpha() or not (before[-1:].isalpha() and inner in "se")
    if inner in "xX" and not before.strip():  # a box ticked
        return True
    if _YEAR.fullmatch(inner):
        return not _BEFORE_A_LIMIT.search(before)
    if _NUMBERS.fullmatch(inner):
        quantity = re.match(r"(?:\s+[^\W\d_A-Z]|\s?%)", after) and (not before or before[-1].isspace())
        return not quantity or bool(_BEFORE_A_REFERENCE.search(before))
    if _REFERENCE.fullmatch(inner) or _EDITORIAL.fullmatch(inner):
        return True
    return all(_CITATION.fullmatch(part.strip()) for part in inner.split(";"))


def _alternatives(text: str, found: list[Bracket]) -> list[Bracket]:
    """Neighbours such as "[shall][should]" or "[shall]/[should]" are alternatives to each other."""
    starts = [bracket.start for bracket in found]
    for index, bracket in enumerate(found):
        after = bisect_left(starts, bracket.end)
        if after == len(found):
            continue
        follower = found[after]
        told = {bracket.kind, follower.kind} - {"open", "alternative"}
        between = text[bracket.end : follower.start]
        if follower.depth == bracket.depth and not told and not between.isspace() and _BETWEEN.fullmatch(between):
            found[index] = replace(bracket, kind="alternative")
            found[after] = replace(follower, kind="alternative")
    return found
