"""Which asks does a statement hold? Passage by passage, with what its headings and chapeaux make of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hanse.text.document import Document, Passage, Span
from hanse.text.sentences import sentences
from hanse.tracing.asks.askers import own_names, with_we
from hanse.tracing.asks.drafting import drafted
from hanse.tracing.asks.english import ENGLISH
from hanse.tracing.asks.french import FRENCH
from hanse.tracing.asks.phrases import Phrases
from hanse.tracing.asks.quotations import masked, quotations
from hanse.tracing.asks.sentence import LONGEST, Standing, Wish, promises, requests, trimmed, wishes
from hanse.tracing.asks.spanish import SPANISH
from hanse.tracing.asks.themes import theme
from hanse.tracing.board import Ask, AskKind

_PHRASES = {"en": ENGLISH, "und": ENGLISH, "fr": FRENCH, "es": SPANISH}


@dataclass(frozen=True)
class Lead:
    """A chapeau: its words that complete each item, and what it makes of them."""

    words: str
    standing: Standing
    kind: AskKind = "add"
    over: bool = True
    """False where there is no chapeau at all."""


_NO_LEAD = Lead("", "", over=False)
_FOLDER = re.compile(r"^asks-(?=.)")


def find(document: Document) -> tuple[Ask, ...]:
    """The asks of a statement in English, French or Spanish, in reading order; none for other languages.

    Every ask names its passage and the span of its words there. An item under a chapeau ("We call on States to:")
    carries the chapeau's words in its ``text``; for all others ``text`` is what stands at ``span``. Preambles, the
    askers' own commitments and descriptions are left out; of two asks in the same words the first is kept. Ids are
    "brackwater-1", "-2" ... in that order, after the document's id without its folder.
    """
    phrases = _PHRASES.get(document.language.split("-")[0])
    if phrases is None:
        return ()
    asks: list[Ask] = []
    said: set[tuple[str, str]] = set()
    for passage, wish, text in _found(document, phrases):
        spelled = " ".join(re.findall(r"\w+", text.casefold()))
        if not spelled or (spelled, wish.kind) in said:
            continue
        said.add((spelled, wish.kind))
        asks.append(
            Ask(
                id=f"{_stem(document.id)}-{len(asks) + 1}",
                text=text,
                actor=document.actor,
                date=document.date,
                kind=wish.kind,
                theme=theme(text),
                document=document.id,
                passage=passage.id,
                span=wish.span,
                handling=document.handling,
            )
        )
    return tuple(asks)


def commitments(document: Document) -> tuple[tuple[Passage, Span], ...]:
    """The sentences of a statement that `find` takes for what the askers promise themselves, and so for no asks: the
    passage and the sentence's span in it, in reading order. Headings and chapeaux are none; in other languages than
    those of `find` there are none."""
    phrases = _PHRASES.get(document.language.split("-")[0])
    if phrases is None:
        return ()
    names = own_names(document)
    asked: dict[str, list[Span]] = {}
    for passage, wish, _ in _found(document, phrases):
        asked.setdefault(passage.id, []).append(wish.span)
    found: list[tuple[Passage, Span]] = []
    for passage, above, own in _hanging(document, phrases, names):
        if above.standing == "wording" or _labelled(passage, phrases) or phrases.current.match(passage.text):
            continue
        for _, span, under in _parts(passage, above, own, document.language, phrases):
            start, end = span
            taken = any(low < end and start < high for low, high in asked.get(passage.id, ()))
            if not taken and promises(passage.text[start:end], phrases, under, names):
                found.append((passage, trimmed(passage.text, span)))
    return tuple(found)


def _stem(id: str) -> str:
    """A statement's id without the folder that all statements lie in."""
    return _FOLDER.sub("", id) or id


def _found(document: Document, phrases: Phrases) -> Iterator[tuple[Passage, Wish, str]]:
    names = own_names(document)
    for passage, above, own in _hanging(document, phrases, names, headings=True):
        if passage.kind in ("title", "heading"):
            yield from _in_heading(passage, phrases)
        else:
            yield from _in_passage(passage, above, own, document, phrases, names)


def _hanging(
    document: Document, phrases: Phrases, names: tuple[str, ...], *, headings: bool = False
) -> Iterator[tuple[Passage, Lead, Lead]]:
    """Every passage with the chapeau over it, and what it is to what hangs on it itself."""
    leads: dict[str, Lead] = {}
    before: tuple[Passage, Lead] | None = None
    for passage in document.passages:
        if passage.kind in ("title", "heading"):
            before = None
            if headings:
                yield passage, _NO_LEAD, _NO_LEAD
            continue
        above = _above(passage, leads, before)
        leads[passage.id] = own = _lead(passage, above, document.language, phrases, names)
        yield passage, above, own
        before = (passage, above if passage.kind == "item" and not own.standing else own)


def _above(passage: Passage, leads: dict[str, Lead], before: tuple[Passage, Lead] | None) -> Lead:
    """The chapeau over a passage: the one it names, else an unfinished sentence right before it."""
    if passage.chapeau in leads:
        return leads[passage.chapeau]
    bullet = passage.kind == "item" or re.match(r"\s*[-–—•*·▪◦]\s", passage.text)
    if before and bullet:
        return before[1]
    if before and before[1].standing == "wording" and (leads[before[0].id] is before[1] or _is_quoted(passage.text)):
        return before[1]
    return _NO_LEAD


def _in_passage(
    passage: Passage, above: Lead, own: Lead, document: Document, phrases: Phrases, names: tuple[str, ...]
) -> Iterator[tuple[Passage, Wish, str]]:
    text = passage.text
    if found := _labelled(passage, phrases):
        yield from found
        return
    if phrases.current.match(text):
        return
    if above.standing == "wording":
        span = quotations(text)[0] if _is_quoted(text) else (0, len(text))
        span = trimmed(text, span)
        yield passage, Wish(span, above.kind), text[slice(*span)]
        return
    for number, span, under in _parts(passage, above, own, document.language, phrases):
        first = number == 0 or (bool(phrases.imperative.match(text[slice(*span)])) and not above.over)
        for wish in wishes(text, span, phrases, under, first=first, names=names):
            words = " ".join(text[slice(*wish.span)].split())
            lead = above.words if wish.whole else wish.lead
            if lead:
                words = f"{lead} {_lowered(words, phrases)}"
            yield passage, wish, words


def _parts(
    passage: Passage, above: Lead, own: Lead, language: str, phrases: Phrases
) -> Iterator[tuple[int, Span, Standing]]:
    """The sentences of a passage, each with its number and what chapeau and heading make of it. A sentence that is a
    chapeau itself is none: its items are the asks."""
    standing = above.standing or _standing_of_headings(passage, phrases)
    spans = _sentences(passage.text, language)
    for number, span in enumerate(spans):
        if own.standing and number == len(spans) - 1:
            continue
        sentence = passage.text[slice(*span)]
        commanded = not standing and not above.over and _commands(passage, sentence, phrases)
        under: Standing = "asks" if commanded else standing
        told = above.standing or passage.kind == "item" or bool(phrases.imperative.match(sentence))
        if (standing == "asks" or under == "own") and not told:
            under = ""
        yield number, span, under


def _labelled(passage: Passage, phrases: Phrases) -> list[tuple[Passage, Wish, str]]:
    """Edits in tabular style: "Paragraph 5: delete", "Proposed text: ..."."""
    text = passage.text
    bare = trimmed(text, (0, len(text)))
    verbs: tuple[tuple[re.Pattern[str], AskKind], ...] = ((phrases.delete, "delete"), (phrases.retain, "retain"))
    for pattern, kind in verbs:
        if passage.number and pattern.fullmatch(text[slice(*bare)]):
            return [(passage, Wish(bare, kind), passage.number)]
    label = phrases.proposed.match(text)
    if label is None or label.end() >= bare[1]:
        return []
    inner = [quote for quote in quotations(text) if quote[0] >= label.end()]
    span = trimmed(text, inner[0] if len(inner) == 1 else (label.end(), len(text)))
    return [(passage, Wish(span, "replace"), text[slice(*span)])]


def _in_heading(passage: Passage, phrases: Phrases) -> Iterator[tuple[Passage, Wish, str]]:
    """Only edits with quoted words: "Article 14 - Add: “...”" is laid out as a heading often enough."""
    if quotations(passage.text):
        sentence = masked(passage.text)
        for at, kind in drafted(passage.text, sentence, (0, len(sentence)), phrases, requested=False):
            span = trimmed(passage.text, at)
            yield passage, Wish(span, kind), passage.text[slice(*span)]


def _commands(passage: Passage, sentence: str, phrases: Phrases) -> bool:
    """True for an imperative that hangs on nothing: "Give cities a seat"; of an item, its verb is enough."""
    if passage.kind == "item":
        return passage.chapeau is None and bool(phrases.imperative.match(sentence))
    return bool(phrases.command.match(sentence))


def _lead(passage: Passage, above: Lead, language: str, phrases: Phrases, names: tuple[str, ...]) -> Lead:
    """What a passage is to the items that hang on it: its last, unfinished sentence."""
    spans = _sentences(passage.text, language)
    if not spans:
        return _NO_LEAD
    start, end = spans[-1]
    last = passage.text[start:end].strip()
    if len(last) > LONGEST:
        return _NO_LEAD
    if not re.search(r"[:：][-–—]?\W*$", last) and not re.search(r"\b(?:to|that|à|de|que|a)\W*[…—–-]?$", last):
        return _NO_LEAD
    bare = last.rstrip(" :：-–—….")
    hidden = with_we(masked(bare), names)
    if (kind := _wording(hidden, phrases)) and phrases.following.search(masked(last)):
        return Lead("", "wording", kind)
    heads = requests(hidden, phrases)
    if phrases.preamble.match(hidden):
        return Lead("", "preamble")
    if phrases.self_commitment.search(hidden) and not heads:
        return Lead("", "own")
    if heads:
        return Lead(bare[heads[-1][0] :], "asks")
    modal = list(phrases.modal.finditer(hidden))
    if modal and not re.search(r"\w", hidden[modal[-1].end() + 30 :]):
        subject = hidden[: modal[-1].start()]
        return Lead("", "own") if phrases.owners.match(subject) else Lead(_from_lead(bare, phrases), "asks")
    if above.standing in ("asks", "own", "preamble"):
        return Lead(f"{above.words} {_lowered(bare, phrases)}".strip(), above.standing)
    if phrases.own_words.search(hidden):
        return Lead("", "own")
    return Lead("", "asks") if phrases.asking_words.search(hidden) else _NO_LEAD


def _from_lead(text: str, phrases: Phrases) -> str:
    match = phrases.lead.match(text)
    return text[match.end() :] if match else text


def _wording(sentence: str, phrases: Phrases) -> AskKind | None:
    """The kind of edit whose words come in the next passage: "Replace paragraph 12 by the following:"."""
    if phrases.replaced.search(sentence):
        return "replace"
    if phrases.reads.search(sentence):
        return "replace" if _names_a_part(sentence, phrases) else "add"
    verbs: tuple[tuple[re.Pattern[str], AskKind], ...] = (
        (phrases.replace, "replace"),
        (phrases.delete, "delete"),
        (phrases.retain, "retain"),
    )
    for pattern, kind in verbs:
        if (verb := pattern.search(sentence)) and phrases.textual.match(sentence, verb.end()):
            return kind
    if phrases.deleted.search(sentence):
        return "delete"
    return "add" if phrases.new_wording.search(sentence) else None


def _names_a_part(sentence: str, phrases: Phrases) -> bool:
    """True where the sentence names a numbered part of the text, or begins with a part: "Paragraph 9 should read"."""
    return bool(phrases.textual.match(sentence) or phrases.numbered.search(sentence))


def _is_quoted(text: str) -> bool:
    """True where nothing of the text stands outside one pair of quotation marks."""
    return len(quotations(text)) == 1 and not masked(text).strip(" “”\"'«»\x1a.;,")


def _standing_of_headings(passage: Passage, phrases: Phrases) -> Standing:
    for heading in reversed(passage.headings):
        if phrases.own_words.search(heading):
            return "own"
        if phrases.asking_words.search(heading):
            return "asks"
    return ""


def _sentences(text: str, language: str) -> tuple[Span, ...]:
    return tuple(span for span in sentences(text, language) if text[slice(*span)].strip())


def _lowered(text: str, phrases: Phrases) -> str:
    """An item that begins with a verb, as it would stand in the middle of a sentence."""
    return text[0].lower() + text[1:] if phrases.imperative.match(text) and text[1:2].islower() else text
