"""Which sentences say how many did what? Numbers with a unit beside verbs of signing, joining, pledging."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from tomllib import loads
from typing import Any, Literal

from hanse.text.document import Document, Passage, Span
from hanse.text.given import no_text
from hanse.text.language import language
from hanse.text.sentences import sentences
from hanse.wording.counted import Counted, Numbers
from hanse.wording.flat import flat

Qualifier = Literal["", "at least", "over", "nearly", "about", "at most"]
REACH = 90
"""Characters between a number and its verb, at most."""
_BREAK = re.compile(r"[;:]|\. |\) ?\(|, (?:but|while|whereas|mais|pero|tandis|mientras)\b")
_LANGUAGES = ("en", "fr", "es")


@dataclass(frozen=True, slots=True)
class Assertion:
    """A sentence that counts what was done. All spans are half-open code points of the passage's text.

    ``passage`` is its id ("" for a plain text), ``sentence`` its span, ``value`` the number with what bounds it in
    ``qualifier``, ``unit`` what is counted, as written ("percent of ..." for shares), ``number`` the span of both;
    ``verb`` what was done, as it is written, ``act`` its kind (sign, join, pledge ...), ``verb_span`` where;
    ``subject`` the span of who did it, None where the sentence does not say.
    """

    passage: str
    sentence: Span
    value: float
    qualifier: Qualifier
    unit: str
    number: Span
    verb: str
    act: str
    verb_span: Span
    subject: Span | None = None


def asserted(document: Document | Passage | str) -> tuple[Assertion, ...]:
    """The countable claims of a text, in their order: "150 cities signed the declaration", "influenced more than 60
    policy positions", "96% of partners reported".

    A document's passages, a passage, or plain words; in English, French and Spanish, other languages have none. A
    number counts where it has a unit that the field counts and a verb of signing, endorsing, joining, pledging,
    adopting, attending, mobilising, influencing, reporting, convening, handing in or counting near it, which is neither
    denied nor still to come. Questions, headings, dates, numbers of articles and sums of time are none. Raises
    HanseError for what is no text.
    """
    if isinstance(document, Document):
        tongue = document.language
        return tuple(each for passage in document.passages for each in _of_passage(passage, tongue))
    if isinstance(document, Passage):
        return tuple(_of_passage(document, ""))
    if not isinstance(document, str):
        raise no_text(document)
    return tuple(_of_text(document, "", ""))


def _of_passage(passage: Passage, tongue: str) -> Iterator[Assertion]:
    if passage.kind not in ("title", "heading"):
        yield from _of_text(passage.text, passage.id, tongue)


def _of_text(text: str, passage: str, tongue: str) -> Iterator[Assertion]:
    if not re.search(r"\d|\w{3,}", text):
        return
    spoken = tongue.split("-")[0] if tongue not in ("", "und") else language(text)
    spoken = "en" if spoken == "und" else spoken
    if spoken not in _LANGUAGES:
        return
    rules = _rules(spoken)
    for start, end in sentences(text, spoken):
        if not text[start:end].rstrip().endswith("?"):
            yield from rules.read(text[start:end], start, passage, (start, end))


@dataclass(frozen=True, slots=True)
class _Verb:
    act: str
    start: int
    end: int


class _Rules:
    """How one language tells."""

    def __init__(self, words: dict[str, Any]) -> None:
        self.numbers = Numbers(words)
        acts = "|".join(f"(?P<{act}>{forms})" for act, forms in words["verbs"].items())
        self.verbs = re.compile(rf"(?<![\w-])(?:{acts})(?![\w-])")
        adverbs = rf"(?:(?:{words['adverbs']}|\w+(?:ly|ment|mente)) )*"
        self.put_off = re.compile(rf"(?:\b(?:{words['not_yet']})|n't) {adverbs}$")
        self.adverbs = re.compile(rf"(?:\b(?:{words['adverbs']}|\w+(?:ly|ment|mente))\s+)+$")
        self.of_numbered = re.compile(rf"\b(?:{words['from']})\s+$")
        self.doubted = re.compile(rf"\b(?:{words['doubted']})\b[^,;:.]{{0,70}}$|\b(?:{words['aside']})\s+$")
        self.actor = re.compile(rf"\b(?:{words['actors']})\b")
        self.we = re.compile(rf"\b(?:{words['we']})$")
        self.agent = re.compile(r"^\s*(?:by|par|por)\s*(?:the|les|las|los)?\s*$")
        self.when = re.compile(r"(?:in|en|since|depuis|desde|by|on|during)\s+[\w ]*\d+$")
        self.by = re.compile(r"\s*(?:by|par|por)\s+((?:the\s+)?[^,.;:()]{3,60})")

    def read(self, sentence: str, offset: int, passage: str, span: Span) -> Iterator[Assertion]:
        folded = flat(sentence)
        verbs = [_Verb(each.lastgroup or "", *each.span()) for each in self.verbs.finditer(folded)]
        verbs = [each for each in verbs if not self.put_off.search(folded[max(0, each.start - 40) : each.start])]
        counted = self.numbers.find(sentence, folded)
        for each in counted:
            if self._beside(each, counted, folded) or self.doubted.search(folded[: each.start]):
                continue
            verb = self._verb_of(each, verbs, folded)
            if verb is not None:
                yield Assertion(
                    passage,
                    span,
                    each.value,
                    each.qualifier,
                    each.unit,
                    (offset + each.start, offset + each.end),
                    sentence[verb.start : verb.end],
                    verb.act,
                    (offset + verb.start, offset + verb.end),
                    self._subject(each, verb, sentence, folded, offset),
                )

    def _beside(self, one: Counted, counted: list[Counted], folded: str) -> bool:
        """Whether a number only says where another counted thing is from: "150 cities from 40 countries"."""
        if not self.of_numbered.search(folded[: one.start]):
            return False
        return any(0 <= one.start - other.end <= 12 and other is not one for other in counted)

    def _verb_of(self, one: Counted, verbs: list[_Verb], folded: str) -> _Verb | None:
        outside = [each for each in verbs if not one.start <= each.start < one.end]
        near = [(way, each) for each in outside if (way := self._way(one, each, folded)) is not None]
        return min(near, key=lambda pair: pair[0])[1] if near else None

    def _way(self, one: Counted, verb: _Verb, folded: str) -> float | None:
        """How far a verb is from a number, in characters; None where it is too far, or in another clause."""
        after = verb.start >= one.end
        between = folded[one.end : verb.start] if after else folded[verb.end : one.start]
        if len(between) > REACH or _BREAK.search(between):
            return None
        toll = 25 * between.count(",") + (0 if after and one.actor else 12 if after else 4)
        return len(between) + toll

    def _subject(self, one: Counted, verb: _Verb, sentence: str, folded: str, offset: int) -> Span | None:
        if verb.start >= one.end:
            if one.actor:
                return offset + one.start, offset + one.end
            agent = self.by.match(folded, verb.end)
            return (offset + agent.start(1), offset + agent.end(1)) if agent else None
        if self.agent.search(folded[verb.end : one.start]):
            return offset + one.start, offset + one.end
        return self._before(verb.start, sentence, folded, offset)

    def _before(self, end: int, sentence: str, folded: str, offset: int) -> Span | None:
        """The words just before a verb that name somebody; else those with which the sentence begins."""
        head = folded[:end].rstrip() + " "
        stripped = self.adverbs.sub("", head).rstrip()
        words = re.split(r", |[;:()—] ?| - ", stripped)[-1].strip()
        joined = re.match(r"(?:and|or|et|ou|y|e|but|mais|pero)\b\s*", words)
        words = words[joined.end() :] if joined else words
        if words:
            at = len(stripped) - len(words)
            if self._names(sentence[at : len(stripped)], words):
                return offset + at, offset + len(stripped)
        return self._first(sentence, folded, end, offset)

    def _first(self, sentence: str, folded: str, end: int, offset: int) -> Span | None:
        verb = self.verbs.search(folded)
        if verb is None or verb.start() >= end:
            return None
        start = 0
        comma = folded.find(", ", 0, verb.start())
        if 0 <= comma < 40:
            start = comma + 2
        stripped = self.adverbs.sub("", folded[: verb.start()].rstrip() + " ").rstrip()
        words = stripped[start:]
        return (offset + start, offset + len(stripped)) if words and self._names(sentence[start:], words) else None

    def _names(self, written: str, words: str) -> bool:
        if len(words) > 120 or self.when.match(words):
            return False
        capital = any(each[0].isupper() for each in re.findall(r"\b\w[\w.&-]*", written[: len(words)]))
        return bool(self.actor.search(words) or self.we.search(words) or capital)


@cache
def _rules(spoken: str) -> _Rules:
    source = resources.files("hanse.wording").joinpath("asserted.toml").read_text("utf-8")
    return _Rules(loads(source)[spoken] | {"language": spoken})
