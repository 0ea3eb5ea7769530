"""Does this sentence ask for something, and where do its asks begin and end?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from hanse.text.document import Span
from hanse.tracing.asks.askers import with_we
from hanse.tracing.asks.drafting import drafted
from hanse.tracing.asks.phrases import Phrases
from hanse.tracing.asks.quotations import masked
from hanse.tracing.board import AskKind

Standing = Literal["", "asks", "own", "preamble", "wording"]
"""What a heading or chapeau makes of what hangs on it: asks, own commitments, preamble, proposed wording."""


LONGEST = 5_000
"""In characters; what is longer is no sentence but a table or a broken file, and would cost minutes to search."""


@dataclass(frozen=True)
class Wish:
    """One ask in a sentence: its words stand at ``span`` of the text in which it was found."""

    span: Span
    kind: AskKind = "add"
    whole: bool = False
    """True where the span is a whole item, which a chapeau's words may complete."""
    lead: str = ""
    """Words of the same sentence that govern the span from afar: "ask Parties to" before "publish their budgets"."""


def wishes(
    text: str, span: Span, phrases: Phrases, under: Standing = "", *, first: bool = True, names: tuple[str, ...] = ()
) -> list[Wish]:
    """The asks in the sentence at ``span`` of ``text``; ``under``: what it hangs on; ``first``: it opens its item."""
    start, end = trimmed(text, span)
    if start >= end or end - start > LONGEST:
        return []
    sentence = with_we(masked(text)[start:end], names)
    heads = requests(sentence, phrases)
    if phrases.preamble.match(sentence) or (under in ("preamble", "own") and not heads):
        return []
    asking = under == "asks" and first
    if found := drafted(text, sentence, (start, end), phrases, requested=bool(heads) or asking):
        return [Wish(trimmed(text, at), kind) for at, kind in found]
    if asking and (not heads or heads[0][0] < 3) and not phrases.self_commitment.search(sentence):
        return [Wish((start, end), _kind(sentence, phrases), whole=True)]
    if heads:
        stretches = list(_stretches(heads, sentence))
        before = _before_requests(text, sentence, start, heads[0][0], phrases)
        return before + [
            wish for head, stop in stretches for wish in _request(text, sentence, start, head, stop, phrases)
        ]
    if _obliges(sentence, phrases):
        return [_wish(text, (start + _after_lead(sentence, phrases), end), phrases)]
    if (colon := sentence.find(": ")) > 0 and phrases.asking_words.search(sentence[:colon]):
        return wishes(
            text, (start + colon + 1, end), phrases, "asks" if _commanded(sentence[colon + 2 :], phrases) else ""
        )
    return []


def promises(sentence: str, phrases: Phrases, under: Standing, names: tuple[str, ...] = ()) -> bool:
    """Whether a sentence without an ask says what the askers will do themselves; ``under``: what it hangs on."""
    if len(sentence) > LONGEST:
        return False
    hidden = with_we(masked(sentence), names)
    if phrases.preamble.match(hidden) or under == "preamble":
        return False
    bound = (phrases.owners.match(hidden[: modal.start()]) for modal in phrases.modal.finditer(hidden))
    return under == "own" or bool(phrases.self_commitment.search(hidden)) or any(bound)


def _commanded(sentence: str, phrases: Phrases) -> bool:
    return bool(phrases.imperative.match(sentence))


def _before_requests(text: str, sentence: str, start: int, head: int, phrases: Phrases) -> list[Wish]:
    """The obligations in what a semicolon parts from the first verb of asking."""
    stop = sentence.rfind(";", 0, head)
    if stop < 0 or not _obliges(sentence[:stop], phrases):
        return []
    span = trimmed(text, (start + _after_lead(sentence, phrases), start + stop))
    return [_wish(text, span, phrases)] if span[0] < span[1] else []


def trimmed(text: str, span: Span) -> Span:
    """The span without bullets before and without stops and a dangling "and" behind."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in "-–—•*·▪◦"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".;:,"):
        end -= 1
    joined = re.search(r"[;,]?\s+(?:and|or|et|ou|y|o)$", text[start:end])
    return (start, start + joined.start()) if joined else (start, end)


# -- verbs of asking ------------------------------------------------------------------------------------------------


def requests(sentence: str, phrases: Phrases) -> list[Span]:
    """Spans of the verbs by which somebody who may asks."""
    opening = re.match(r"[\W_]*", sentence)
    at = opening.end() if opening else 0
    heads: list[Span] = []
    for place in (_after_lead(sentence, phrases), at):
        if not heads and (match := phrases.opening_request.match(sentence, place)):
            heads.append(match.span())
    for match in phrases.request.finditer(sentence):
        if heads and match.start() < heads[-1][1]:
            continue
        before = sentence[: match.start()]
        if phrases.declined.search(before):
            continue
        alone = phrases.first_person is not None and phrases.first_person.fullmatch(match.group())
        joined = _joined(before, phrases) and _asker_begins(before, phrases, heads)
        if alone or joined or _asker_ends(before, phrases):
            heads.append(match.span())
    return heads


def _after_lead(sentence: str, phrases: Phrases) -> int:
    match = phrases.lead.match(sentence)
    return match.end() if match else 0


def _asker_ends(before: str, phrases: Phrases) -> bool:
    """True where ``before`` ends with somebody who asks, adverbs allowed: "We, the mayors, therefore "."""
    return any(
        phrases.between.match(before, asker.end()) or re.match(r"^,[^,]{3,60},\s*$", before[asker.end() :])
        for asker in phrases.asker.finditer(before)
        if not phrases.subordinate.search(before[: asker.start()][-25:])
    )


def _joined(before: str, phrases: Phrases) -> bool:
    """True where a verb that follows ``before`` is joined to an earlier one: "..., and therefore "."""
    joints = list(re.finditer(r"(?:,|;|:|[-–—]|\b(?:and|et|y|e)\b)", before))
    return bool(joints) and bool(phrases.between.match(before, joints[-1].end()))


def _asker_begins(before: str, phrases: Phrases, heads: list[Span]) -> bool:
    if heads:
        return True
    lead = _after_lead(before, phrases)
    asker = phrases.asker.match(before, lead) or phrases.asker.match(before, len(before) - len(before.lstrip()))
    return bool(asker)


def _stretches(heads: list[Span], sentence: str) -> Iterator[tuple[Span, int]]:
    """Every head with the end of what it asks: where the next one's clause begins."""
    for number, head in enumerate(heads):
        stop = len(sentence)
        if number + 1 < len(heads):
            between = sentence[head[1] : heads[number + 1][0]]
            joints = list(re.finditer(r"[\s,;]*(?:,|;|\s[-–—]\s|\s(?:and|et|y)\s)", between))
            stop = head[1] + (joints[-1].start() if joints else len(between))
            if joints and len(joints) > 1 and not between[joints[-1].end() :].strip():
                stop = head[1] + joints[-1].start()
        yield head, stop


def _request(text: str, sentence: str, start: int, head: Span, stop: int, phrases: Phrases) -> list[Wish]:
    """What one verb of asking asks: one thing, or several that semicolons part."""
    begin, end = trimmed(text, (start + head[0], start + stop))
    kind: AskKind | None = "process" if phrases.holders.match(sentence, head[1]) else None
    parts = list(_PARTS.finditer(sentence, head[1], end - start))
    governing = re.match(r"[^;]*?\s(?:to|that|à|de|que|a)(?=\s)", sentence[head[0] : end - start])
    if not parts or not governing:
        return [Wish((begin, end), kind or _kind(sentence[head[0] : stop], phrases))]
    lead = " ".join(text[start + head[0] : start + head[0] + governing.end()].split())
    bounds = [begin - start, *(part.end() for part in parts)]
    stops = [*(part.start() for part in parts), end - start]
    spans = [trimmed(text, (start + left, start + right)) for left, right in zip(bounds, stops, strict=True)]
    return [
        Wish(span, kind or _kind(masked(text)[slice(*span)], phrases), lead=lead if number else "")
        for number, span in enumerate(spans)
        if span[0] < span[1]
    ]


_PARTS = re.compile(
    r";\s+(?:and\s+|et\s+|y\s+)?(?:\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})\)\s+)?(?:to\s+|that\s+|à\s+|de\s+|que\s+|a\s+)?(?=\w)"
)


def _wish(text: str, span: Span, phrases: Phrases) -> Wish:
    return Wish(span, _kind(masked(text)[slice(*span)], phrases))


def _kind(sentence: str, phrases: Phrases) -> AskKind:
    return "process" if phrases.process.search(sentence) else "add"


# -- obligations put on others --------------------------------------------------------------------------------------


def _obliges(sentence: str, phrases: Phrases) -> bool:
    """True where somebody else is told what must be done, or what is needed is said impersonally."""
    if phrases.needed.search(sentence) and not phrases.self_commitment.match(sentence.strip()):
        return True
    return any(_binds_others(sentence, modal.span(), phrases) for modal in phrases.modal.finditer(sentence))


def _binds_others(sentence: str, modal: Span, phrases: Phrases) -> bool:
    before, after = sentence[: modal[0]], sentence[modal[1] :]
    clause = re.split(r"[;:]|,\s|\b(?:that|but|que|mais|pero|and|et|y)\s", before)[-1]
    subject = clause if clause.strip() else before
    if not subject.strip() or phrases.no_ask.match(after) or phrases.description.match(after):
        return False
    if phrases.subordinate.search(subject) or phrases.reported.search(before):
        return False
    if re.search(r"(?i)\b(?:will|would|may|might|could|had)\s+$", before):  # "will have to" tells what comes
        return False
    if phrases.self_commitment.match((subject + sentence[slice(*modal)]).strip()):
        return False
    if phrases.passive.match(after):
        return True
    return not phrases.owners.match(subject) and not (
        phrases.people.search(subject) and _suffered(sentence[slice(*modal)])
    )


def _suffered(modal: str) -> bool:
    """True for modals that rather tell a hardship than a duty, with people as subject: "families must leave"."""
    return not re.match(r"(?i)should|shall|ought|devrai|deber[ií]a", modal)
