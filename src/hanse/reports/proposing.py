"""Which words of the draft's passage would have to change so that it says what was asked?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from hanse.text.document import Passage, Span
from hanse.tracing.board import Ask, Cell

Change = Literal["", "insert", "delete"]

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_LETTER = f"[^\\W_][{_MARKS}]*"
_TOKEN = re.compile(rf"\s*(?:[\u3040-\u30ff\u3400-\u9fff]|(?:{_LETTER})+(?:[-'’](?:{_LETTER})+)*|\S)")
_CLAUSE = re.compile(r"[.;:,()\[\]،؛。；，]")
_ENDS = re.compile(r"[.;,:\s،؛。；，]+$")
_DIRECTIVE = re.compile(
    r"\b(?:(?:shall|should|may|will|must|can|could|might)(?:\s+not)?"
    r"|(?:is|are)\s+(?:encouraged|invited|requested|urged|called upon|expected|to)\b(?:\s+to)?)"
    r"(?:\s+(?:consider|endeavour to|seek to|aim to|strive to|promote|facilitate))?\b",
    re.IGNORECASE,
)
_SMALL = frozenset(
    (
        "the",
        "a",
        "an",
        "all",
        "every",
        "each",
        "any",
        "no",
        "to",
        "in",
        "for",
        "with",
        "and",
        "or",
        "by",
        "of",
        "on",
        "at",
    )
)
_JOINED = re.compile(r"[\s,،，、]*(?:\band\s+)?$")
_BESIDE = re.compile(r"\s*(?:/|\bor\b)?\s*\[[^\[\]]*\]")
_ATTRIBUTION = re.compile(r"\[\s*(?:[A-Z][\w ,/&+-]{0,40}:\s*)?")
_REPORTING = re.compile(r"\bthat\s*$", re.IGNORECASE)
_REACH = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stay, come or go."""

    text: str
    change: Change = ""


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
        return _struck(cell.passage.text, _contested(cell))
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


def _struck(text: str, spans: Sequence[Span]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = 0
    for start, end in sorted(spans):
        start = max(start, at)
        pieces += [Piece(text[at:start]), Piece(text[start:end], "delete")]
        at = max(at, end)
    return _merged([*pieces, Piece(text[at:])])


def _amended(asked: str, passage: Passage, cell: Cell) -> tuple[Piece, ...]:
    text = passage.text
    window, wanted = _window(asked, text, cell)
    lifted = _brackets(text, window)
    outside = [span for span in (*lifted, *_caveats(text, cell)) if span[1] <= window[0] or span[0] >= window[1]]
    before = _struck(text[: window[0]], [span for span in outside if span[1] <= window[0]])
    after = _struck(text[window[1] :], [(s - window[1], e - window[1]) for s, e in outside if s >= window[1]])
    wanted = _cased(_ENDS.sub("", wanted), _accepted(before), asked)
    pieces = _merged(_spaced([*before, *_difference(text[slice(*window)], wanted), *after]))
    changed = any(piece.change for piece in pieces)
    return _opened(pieces) if changed or cell.outcome != "weakened" else _freed(text, window[0])


def _opened(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Added words that open the passage and could be taken for its number or title carry the next word along.

    `hanse.text.changes` reads a few bold words at the start as such, and not as an addition.
    """
    first, *rest = pieces
    titled = not re.search(r"[^\W\d_]{4}", first.text) or re.search(r"[.:–—-]\s*$", first.text)
    if first.change != "insert" or not titled or not rest or rest[0].change:
        return pieces
    word = _TOKEN.match(rest[0].text)
    if not word:
        return pieces
    come = Piece(first.text + word[0], "insert")
    return _merged([Piece(word[0], "delete"), come, Piece(rest[0].text[word.end() :]), *rest[1:]])


def _freed(text: str, start: int) -> tuple[Piece, ...]:
    """Asked words that stand whole, without the clause that only affirms or notes them ("We note that ...")."""
    clause = _clause_start(text, start)
    if not _REPORTING.search(text, clause, start) or not text[start : start + 1]:
        return (Piece(text),)
    word = _TOKEN.match(text, start)
    if text[:clause].strip() or not word:
        return _merged([Piece(text[:clause]), Piece(text[clause:start], "delete"), Piece(text[start:])])
    capital = word[0][0].upper() + word[0][1:]
    kept = word.end() if capital != word[0] else start
    come = capital if capital != word[0] else ""
    return _merged([Piece(text[:kept], "delete"), Piece(come, "insert"), Piece(text[kept:])])


def _window(asked: str, text: str, cell: Cell) -> tuple[Span, str]:
    """The stretch of the passage that gives way, and the asked words that take its place."""
    spans = sorted(cell.draft_spans)
    if not spans or len(spans) != len(cell.ask_spans):
        return _unaligned(asked, text, cell)
    start, end = spans[0][0], max(end for _, end in spans)
    first, last = min(s for s, _ in cell.ask_spans), max(e for _, e in cell.ask_spans)
    wanted = asked
    lead, trail = _count(asked[:first]), _count(asked[last:])
    if lead:
        clause = _clause_start(text, start)
        if _count(text[clause:start]) <= lead + _REACH:
            start = clause
        elif (mine := _last(asked[:first])) and (theirs := _last(text[clause:start])):
            start, wanted = clause + theirs.start(), asked[mine.start() :]
    if trail:
        clause = _clause_end(text, end)
        if _count(text[end:clause]) <= trail + _REACH:
            end = clause
    return (start, start + len(_ENDS.sub("", text[start:end]))), wanted


def _unaligned(asked: str, text: str, cell: Cell) -> tuple[Span, str]:
    """Nowhere to put the words but where somebody else proposes them, in place of all, or at the end."""
    inserts = [each for each in cell.passage.proposals if each.kind == "insert"] if cell.passage else []
    if inserts:
        best = max(inserts, key=lambda each: SequenceMatcher(None, _keys(each.text), _keys(asked), False).ratio())
        at = max(0, min(best.span[0], len(text)))
        return (at, at), asked
    if _count(text) <= 2 * _count(asked):
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
    if _count(text[inner:closing]) > 1.4 * max(1, _count(text[slice(*window)])):
        return ()
    rest = _BESIDE.match(text, closing + 1)
    return (opening, inner), (closing, rest.end() if rest else closing + 1)


def _difference(old: str, new: str) -> list[Piece]:
    """Word by word what goes and what comes; a short word between two changes changes with them."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    pieces: list[Piece] = []
    steps = SequenceMatcher(None, _keys(old), _keys(new), False).get_opcodes()
    for place, (step, i, j, k, m) in enumerate(steps):
        kept = "".join(before[i:j])
        if step == "equal" and (not 0 < place < len(steps) - 1 or j - i > 1 or len(kept.strip()) > 3):
            pieces.append(Piece(kept))
            continue
        pieces += [Piece(kept, "delete"), Piece("".join(after[k:m]), "insert")]
    return [*_gathered(pieces), Piece(old[len("".join(before)) :])]


def _gathered(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """In every run of changes first all that goes, then all that comes."""
    gone = come = ""
    for piece in [*pieces, Piece("")]:
        if piece.change == "delete":
            gone += piece.text
        elif piece.change == "insert":
            come += piece.text
        else:
            yield from (Piece(gone, "delete"), Piece(come, "insert"), piece)
            gone = come = ""


def _keys(text: str) -> list[str]:
    return [token.strip().casefold() for token in _TOKEN.findall(text)]


def _count(text: str) -> int:
    return sum(any(character.isalnum() for character in token) for token in _TOKEN.findall(text))


def _cased(wanted: str, before: str, asked: str) -> str:
    """A small first word loses its capital where it no longer begins a sentence."""
    first = re.match(r"\w+", wanted)
    if not first or not before.strip() or re.search(r"[.!?]\s*$", before) or not asked.startswith(first[0]):
        return wanted
    return first[0].lower() + wanted[first.end() :] if first[0].lower() in _SMALL else wanted


def _accepted(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces if piece.change != "delete")


def _spaced(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Insertions get the spaces that keep words apart; the base text is left as it is."""
    said = ""
    for place, piece in enumerate(pieces):
        if piece.change == "insert" and piece.text.strip():
            text = piece.text.strip()
            following = _accepted(pieces[place + 1 :])[:1]
            if said and not said[-1].isspace() and said[-1] not in "([“\"'" and (text[0].isalnum() or text[0] in "([“"):
                text = f" {text}"
            if following.isalnum() or following in tuple("([“"):
                text = f"{text} "
            piece = Piece(text, "insert")
        if piece.change != "delete":
            said += piece.text
        yield piece


def _merged(pieces: Sequence[Piece] | Iterator[Piece]) -> tuple[Piece, ...]:
    merged: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if merged and merged[-1].change == piece.change:
            merged[-1] = Piece(merged[-1].text + piece.text, piece.change)
        else:
            merged.append(piece)
    return tuple(merged)
