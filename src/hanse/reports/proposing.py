"""Which words of the draft's passage would have to change so that it says what was asked?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from hanse.reports.pieces import WORD, Piece, accepted, count, difference, keys, merged, set_apart, spaced, struck
from hanse.text.document import Passage, Span
from hanse.tracing.board import Ask, Cell

_CLAUSE = re.compile(r"[.;:,()\[\]،؛。；，]")
_ENDS = re.compile(r"[.;,:\s،؛。；，]+$")
_DIRECTIVE = re.compile(
    r"\b(?:(?:shall|should|may|will|must|can|could|might)(?:\s+not)?"
    r"|(?:is|are)\s+(?:encouraged|invited|requested|urged|called upon|expected|to)\b(?:\s+to)?)"
    r"(?:\s+(?:consider|endeavour to|seek to|aim to|strive to|promote|facilitate))?\b",
    re.IGNORECASE,
)
_SMALL = re.compile(r"(?:the|an?|all|every|each|any|no|to|in|for|with|and|or|by|of|on|at)\b", re.IGNORECASE)
_JOINED = re.compile(r"[\s,،，、]*(?:\band\s+)?$")
_BESIDE = re.compile(r"\s*(?:/|\bor\b)?\s*\[[^\[\]]*\]")
_ATTRIBUTION = re.compile(r"\[\s*(?:[A-Z][\w ,/&+-]{0,40}:\s*)?")
_REPORTING = re.compile(r"\bthat\s*$", re.IGNORECASE)
_REACH = 3


def proposed(ask: Ask, cell: Cell) -> tuple[Piece, ...]:
    """The draft's passage as the asker would have it.

    What stays and goes is, joined, exactly the passage's text; what stays and comes has the asked words within the
    paragraph (for delete and oppose: lacks the contested ones; for process: is left alone). Without a passage
    everything asked comes new.
    """
    if ask.kind == "process":
        return (Piece(cell.passage.text),) if cell.passage else ()
    if cell.passage is None:
        return () if ask.kind in ("delete", "oppose") else (Piece(ask.text, "insert"),)
    if ask.kind in ("delete", "oppose"):
        return struck(cell.passage.text, _contested(cell))
    return _amended(ask.text, cell.passage, cell)


def _contested(cell: Cell) -> tuple[Span, ...]:
    """The contested words as one stretch, with brackets that hold them; all of the passage where they are most of it.

    None where they stand only in what somebody would insert: there the base text is to stay.
    """
    text = cell.passage.text if cell.passage else ""
    if not cell.draft_spans:
        offered = cell.passage is not None and any(each.kind == "insert" for each in cell.passage.proposals)
        return () if offered else ((0, len(text)),)
    start, end = min(s for s, _ in cell.draft_spans), max(e for _, e in cell.draft_spans)
    if lifted := _brackets(text, (start, end)):
        start, end = lifted[0][0], lifted[1][1]
    return ((0, len(text)),) if end - start > 0.8 * len(text) else ((start, end),)


def _amended(asked: str, passage: Passage, cell: Cell) -> tuple[Piece, ...]:
    text = passage.text
    window, wanted = _window(asked, text, cell)
    outside = (*_brackets(text, window), *_caveats(text, cell))
    before = struck(text[: window[0]], [(s, min(e, window[0])) for s, e in outside if s < window[0]])
    end = window[1]
    after = struck(text[end:], [(max(s, end) - end, e - end) for s, e in outside if e > end])
    wanted = _cased(_ENDS.sub("", wanted), accepted(before), asked)
    pieces = merged(spaced([*before, *difference(text[slice(*window)], wanted), *after]))
    changed = any(piece.change for piece in pieces)
    return set_apart(_opened(pieces)) if changed or cell.outcome != "weakened" else _freed(text, window[0])


def _opened(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Added words that open the passage and could be taken for its number or title carry the next word along.

    `hanse.text.changes` reads a few bold words at the start as such, and not as an addition.
    """
    first, *rest = pieces
    titled = not re.search(r"[^\W\d_]{4}", first.text) or re.search(r"[.:–—-]\s*$", first.text)
    if first.change != "insert" or not titled or not rest or rest[0].change:
        return pieces
    word = WORD.match(rest[0].text)
    if not word:
        return pieces
    come = Piece(first.text + word[0], "insert")
    return merged([Piece(word[0], "delete"), come, Piece(rest[0].text[word.end() :]), *rest[1:]])


def _freed(text: str, start: int) -> tuple[Piece, ...]:
    """Asked words that stand whole, without the clause that only affirms or notes them ("We note that ...")."""
    clause = _clause_start(text, start)
    if not _REPORTING.search(text, clause, start) or not text[start : start + 1]:
        return (Piece(text),)
    word = WORD.match(text, start)
    if text[:clause].strip() or not word:
        return merged([Piece(text[:clause]), Piece(text[clause:start], "delete"), Piece(text[start:])])
    capital = word[0][0].upper() + word[0][1:]
    kept = word.end() if capital != word[0] else start
    come = capital if capital != word[0] else ""
    return merged([Piece(text[:kept], "delete"), Piece(come, "insert"), Piece(text[kept:])])


def _window(asked: str, text: str, cell: Cell) -> tuple[Span, str]:
    """The stretch of the passage that gives way, and the asked words that take its place."""
    spans = sorted(cell.draft_spans)
    if not spans or len(spans) != len(cell.ask_spans):
        return _unaligned(asked, text, cell)
    start, end = spans[0][0], max(end for _, end in spans)
    first, last = min(s for s, _ in cell.ask_spans), max(e for _, e in cell.ask_spans)
    wanted = asked
    lead, trail = count(asked[:first]), count(asked[last:])
    if lead:
        clause = _clause_start(text, start)
        if count(text[clause:start]) <= lead + _REACH:
            start = clause
        elif (mine := _last(asked[:first])) and (theirs := _last(text[clause:start])):
            start, wanted = clause + theirs.start(), asked[mine.start() :]
    if trail:
        clause = _clause_end(text, end)
        if count(text[end:clause]) <= trail + _REACH:
            end = clause
    return (start, start + len(_ENDS.sub("", text[start:end]))), wanted


def _unaligned(asked: str, text: str, cell: Cell) -> tuple[Span, str]:
    """Nowhere to put the words but where somebody else proposes them, in place of all, or at the end."""
    inserts = [each for each in cell.passage.proposals if each.kind == "insert"] if cell.passage else []
    if inserts:
        best = max(inserts, key=lambda each: SequenceMatcher(None, keys(each.text), keys(asked), False).ratio())
        at = max(0, min(best.span[0], len(text)))
        return (at, at), asked
    if count(text) <= 2 * count(asked):
        return (0, len(_ENDS.sub("", text))), asked
    return (len(text), len(text)), asked


def _clause_start(text: str, before: int) -> int:
    marks = [match.end() for match in _CLAUSE.finditer(text, 0, before)]
    start = marks[-1] if marks else 0
    return start + len(text[start:before]) - len(text[start:before].lstrip())


def _clause_end(text: str, after: int) -> int:
    match = _CLAUSE.search(text, after)
    return match.start() if match else len(text)


def _last(text: str) -> re.Match[str] | None:
    return next(reversed(list(_DIRECTIVE.finditer(text))), None)


def _caveats(text: str, cell: Cell) -> Iterator[Span]:
    """The caveats with the comma and the "and" that hang them on."""
    for start, end in cell.caveats:
        joint = _JOINED.search(text, 0, start)
        yield (joint.start() if joint else start), end


def _brackets(text: str, window: Span) -> tuple[Span, ...]:
    """Square brackets that hold little else than the window: lifted with whose they are, and the alternative after."""
    opening = text.rfind("[", 0, window[0] + 1)
    closing = text.find("]", window[1])
    if opening < 0 or closing < 0 or "]" in text[opening : window[0]] or "[" in text[window[1] : closing]:
        return ()
    head = _ATTRIBUTION.match(text, opening)
    inner = head.end() if head and head.end() <= window[0] else opening + 1
    if count(text[inner:closing]) > 1.4 * max(1, count(text[slice(*window)])):
        return ()
    rest = _BESIDE.match(text, closing + 1)
    return (opening, inner), (closing, rest.end() if rest else closing + 1)


def _cased(wanted: str, before: str, asked: str) -> str:
    """A small first word loses its capital where it no longer begins a sentence."""
    first = re.match(r"\w+", wanted)
    if not first or not before.strip() or re.search(r"[.!?]\s*$", before) or not asked.startswith(first[0]):
        return wanted
    return first[0].lower() + wanted[first.end() :] if _SMALL.match(wanted) else wanted
