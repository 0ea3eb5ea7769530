"""Which edits does a sentence ask of whoever holds the pen, and which words are to be added, struck or kept?"""

from __future__ import annotations

import re
from typing import cast

from hanse.text.document import Span
from hanse.tracing.asks.phrases import Phrases
from hanse.tracing.asks.quotations import quotations
from hanse.tracing.board import AskKind

Edit = tuple[Span, AskKind]
_SHORTEST = 12
"""In characters; shorter new words ("shall") cannot be traced by themselves: then the whole instruction is the ask."""


def drafted(text: str, sentence: str, span: Span, phrases: Phrases, *, requested: bool) -> list[Edit]:
    """The edits in ``sentence`` (``text`` at ``span``, quotations masked), with the words that each is about.

    ``requested``: a verb of asking governs the sentence, so that a bare "delete" in it is an instruction.
    """
    start, end = span
    quotes = [quote for quote in quotations(text) if start <= quote[0] and quote[1] <= end + 2]
    if opposed := phrases.oppose.search(sentence):
        if phrases.asker.search(sentence[: opposed.start() + 1]) or not sentence[: opposed.start()].strip(" -•"):
            kept = _deletion_of(sentence, opposed.end(), phrases)
            at, kind = (kept, "retain") if kept else (opposed.end(), "oppose")
            return [(_object(text, sentence, span, at, quotes, phrases), cast(AskKind, kind))]
        return []
    return _passive(text, sentence, span, quotes, phrases) or _active(text, sentence, span, quotes, phrases, requested)


_NOT = re.compile(r"(?i)\b(?:do not|don['’]t|never|not|ne pas|no)\s+$")
_OPPOSITE: dict[AskKind, AskKind] = {"delete": "retain", "retain": "delete", "add": "oppose", "replace": "retain"}


def _deletion_of(sentence: str, at: int, phrases: Phrases) -> int:
    """Where the object begins in "the deletion of ..." at ``at``; 0 for anything else."""
    article = re.compile(r"(?i)\W*(?:(?:the|any|la|le|toute|cualquier|proposed|further)\s+){0,2}").match(sentence, at)
    deletion = phrases.delete.match(sentence, article.end() if article else at)
    noun = deletion and re.search(r"(?i)\b(?:of|de|du|d['’])$", deletion.group())
    return deletion.end() if deletion and noun else 0


# -- "paragraph 12 should be deleted" -------------------------------------------------------------------------------


def _passive(text: str, sentence: str, span: Span, quotes: list[Span], phrases: Phrases) -> list[Edit]:
    start = span[0]
    lead = phrases.lead.match(sentence)
    at = lead.end() if lead else 0
    textual = bool(phrases.textual.match(sentence, at) or phrases.textual.match(sentence))
    textual = textual or (bool(quotes) and not sentence[at : quotes[0][0] - start].strip(" “\"'‘«„"))
    if read := phrases.reads.search(sentence):
        new = [quote for quote in quotes if quote[0] - start >= read.end()]
        if new:
            return [(new[0], "replace")]
    if not textual:
        return []
    if match := phrases.replaced.search(sentence):
        return _replacement(quotes, sentence, span, match.start(), phrases)
    for pattern, kind in ((phrases.deleted, "delete"), (phrases.retained, "retain"), (phrases.inserted, "add")):
        if match := pattern.search(sentence):
            before = [quote for quote in quotes if quote[1] - start <= match.start()]
            words = before[0] if before else _bare(sentence, start, at, match.start(), phrases)
            return [(words, kind)]  # type: ignore[list-item]
    return []


# -- "delete paragraph 12" ------------------------------------------------------------------------------------------


def _active(text: str, sentence: str, span: Span, quotes: list[Span], phrases: Phrases, requested: bool) -> list[Edit]:
    found: list[tuple[int, Edit]] = []
    kinds: tuple[tuple[re.Pattern[str], AskKind], ...] = (
        (phrases.replace, "replace"),
        (phrases.delete, "delete"),
        (phrases.insert, "add"),
        (phrases.retain, "retain"),
    )
    verbs = sorted(
        (match.start(), match.end(), kind)
        for pattern, kind in kinds
        for match in pattern.finditer(sentence)
        if _instructs(sentence, match.span(), span[0], quotes, phrases, requested)
    )
    for number, (at, after, kind) in enumerate(verbs):
        stop = verbs[number + 1][0] if number + 1 < len(verbs) else len(sentence)
        own = [quote for quote in quotes if after <= quote[0] - span[0] < stop]
        clause = sentence[:stop]
        if kind == "replace":
            edits = _replacement(own, clause, (span[0], span[0] + stop), at, phrases)
        elif kind == "add" and (new := _proposed(own, clause, span[0], phrases)):
            edits = [(new, kind)]
        else:
            kind = _OPPOSITE[kind] if _NOT.search(sentence[:at]) else kind
            edits = [(_object(text, clause, (span[0], span[0] + stop), after, own, phrases), kind)]
        found += [(at, edit) for edit in edits]
    return [edit for _, edit in sorted(found, key=lambda each: each[0])]


def _instructs(sentence: str, verb: Span, start: int, quotes: list[Span], phrases: Phrases, requested: bool) -> bool:
    """True where the verb is an instruction about words of the text: it opens the sentence or is asked for."""
    before, after = sentence[: verb[0]], sentence[verb[1] :]
    lead = phrases.lead.match(sentence)
    unled = _NOT.sub("", before[lead.end() if lead else 0 :]).strip(" -–—•*,")
    opens = not re.search(r"\w{3}", unled) or _locates(before, unled, phrases)
    please = re.search(r"(?i)\b(?:please|to|must|should|shall|veuillez|de|d'|d’|à)\s+$", before)
    if not (opens or requested or (please and phrases.textual.match(after))):
        return False
    if opens and not re.search(r"\w", after) and _locates(before, before.strip(" -–—:,"), phrases):
        return True
    near = any(0 <= quote[0] - start - verb[1] <= 60 for quote in quotes)
    return bool(phrases.textual.match(after)) or (near and (opens or requested)) or _at_place(after, phrases)


def _locates(before: str, unled: str, phrases: Phrases) -> bool:
    """True for what only says which part is meant: "Paragraph 8 (b): ", "Article 14 - ", "In OP5, "."""
    mark = re.search(r"[,:]\s*$|\s[-–—]\s*$", before)
    return bool(mark) and bool(phrases.textual.match(unled) or _at_place(unled, phrases))


_AT = re.compile(
    r"(?i)[\s,]*(?:after|before|in|at|to|under|following|après|avant|dans|à|au|sous|después de|antes de|en|al?)"
    r"\s+(?:the\s+|le\s+|la\s+|el\s+)?"
)


def _at_place(words: str, phrases: Phrases) -> bool:
    """True for "after paragraph 3 ..." and "in the second sentence"."""
    match = _AT.match(words)
    return bool(match and phrases.textual.match(words, match.end()))


def _replacement(quotes: list[Span], sentence: str, span: Span, verb: int, phrases: Phrases) -> list[Edit]:
    """The new words; the whole instruction where they are too few to be traced, or are not quoted."""
    start = span[0]
    new = [quote for quote in quotes if phrases.by.search(sentence[verb : quote[0] - start])]
    if new and new[0][1] - new[0][0] >= _SHORTEST:
        return [(new[0], "replace")]
    return [((start + verb, span[1]), "replace")]


def _proposed(quotes: list[Span], sentence: str, start: int, phrases: Phrases) -> Span | None:
    """The quoted words to be inserted: those that do not merely say where."""
    for quote in quotes:
        if not phrases.place.search(sentence[: quote[0] - start]):
            return quote
    return None


def _object(text: str, sentence: str, span: Span, at: int, quotes: list[Span], phrases: Phrases) -> Span:
    """The words that the verb ending at ``at`` is about: quoted ones, else its bare object."""
    after = [quote for quote in quotes if quote[0] - span[0] >= at]
    if after:
        return after[0]
    if not re.search(r"\w", sentence[at:]) and (part := re.match(r"[^:]{3,60}(?=:|\s[-–—]\s)", sentence)):
        return span[0], span[0] + part.end()
    return _bare(sentence, span[0], at, len(sentence), phrases)


def _bare(sentence: str, start: int, at: int, stop: int, phrases: Phrases) -> Span:
    """An unquoted object without "the reference to" before and "in paragraph 12, because ..." behind it."""
    piece = sentence[at:stop]
    if reason := phrases.reason.search(piece, 3):
        piece = piece[: reason.start()]
    if (tail := phrases.textual_tail.search(piece)) and re.search(r"\w", piece[: tail.start()]):
        shortened = piece[: tail.start()]
        if not phrases.textual.fullmatch(shortened):
            piece = shortened
    skipped = 0
    if (lead := phrases.textual_lead.match(piece)) and re.search(r"\w", piece[lead.end() :]):
        skipped = lead.end()
    bare = piece[skipped:]
    skipped += len(bare) - len(bare.lstrip(" ,“\"'‘«„:"))
    return start + at + skipped, start + at + len(piece.rstrip(" ,.;:”\"'’»"))
