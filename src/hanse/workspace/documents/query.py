"""What was asked for? Words and phrases to be found in any language held, or a symbol and a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from hanse.text.document import Span
from hanse.text.tokens import tokens
from hanse.workspace.documents import index
from hanse.workspace.documents.models import Document, Passage, symbol_key

MOST_WORDS = 40
_QUOTED = re.compile(r'["“”«»„]([^"“”«»„]*)["“”«»„]')
_REFERENCE = re.compile(
    r"""(?ix) ^\s*
    (?P<symbol> [a-z]{1,8} (?:/[\w.()*-]+)+ )
    (?: [\s,;:]+ (?:(?:at|in)\s+)?
        (?: (?: para(?:graph|\.)?s? | para(?:gra)?phe | párrafo | article | art\.? | § ) \s* )?
        (?P<number> .+? )
    )? \s*$"""
)


@dataclass(frozen=True)
class Query:
    """Parts that must all be in one passage; a part of several words was in quotation marks."""

    parts: tuple[str, ...]

    @classmethod
    def of(cls, said: str) -> Query:
        quoted = [part for part in _QUOTED.findall(said) if part.strip()]
        rest = _QUOTED.sub(" ", said)
        words = [rest[token.start : token.end] for token in tokens(rest)] if any(map(str.isalnum, rest)) else []
        return cls(tuple((*quoted, *words)[:MOST_WORDS]))

    def phrases(self, language: str) -> tuple[index.Words, ...]:
        """The words to be found in texts of a language, each phrase side by side."""
        found = (index.Words.of(part, language) for part in self.parts)
        return tuple(phrase for phrase in found if len(phrase))


def passages(query: Query, user: Any, documents: QuerySet[Document] | None = None) -> QuerySet[Passage]:
    """The passages that a user may see and that have all parts; newest documents first, then in reading order.

    Nothing here weighs words by how many documents have them: what is out of sight must not even change the order.
    """
    held = Document.objects.visible_to(user) if documents is None else documents
    any_language = Q(pk__in=[])
    for language in sorted(set(held.order_by().values_list("language", flat=True))):
        if phrases := query.phrases(language):
            any_language |= Q(document__language=language, pk__in=index.having(phrases))
    found = Passage.objects.visible_to(user).filter(any_language)
    if documents is not None:
        found = found.filter(document__in=documents)
    return found.select_related("document").order_by("-document__date", "document__title", "document_id", "order")


def hits(text: str, language: str, query: Query) -> tuple[Span, ...]:
    """Where the parts of a query stand in a passage, in order."""
    words = tokens(text, language)
    here = index.Words.of(text, language)
    found: set[Span] = set()
    for phrase in query.phrases(language):
        for place in range(len(words) - len(phrase) + 1):
            if here.have(phrase, place):
                found.add((words[place].start, words[place + len(phrase) - 1].end))
    return tuple(sorted(found))


@dataclass(frozen=True)
class Reference:
    """A symbol, as A/RES/73/195, and a paragraph's number or nothing."""

    symbol: str
    number: str = ""

    @classmethod
    def of(cls, said: str) -> Reference | None:
        match = _REFERENCE.match(said)
        return cls(match["symbol"], (match["number"] or "").strip()) if match else None

    def documents(self, user: Any) -> QuerySet[Document]:
        """Those of this symbol exactly, or where there are none, those that begin with it."""
        held = Document.objects.visible_to(user)
        exact = held.filter(symbol_key=symbol_key(self.symbol))
        return exact if exact.exists() else held.filter(symbol_key__startswith=symbol_key(self.symbol))

    def passages(self, document: Document) -> list[Passage]:
        """The paragraph and what hangs on it, in reading order; empty without a number."""
        if not self.number:
            return []
        wanted = _bare(self.number)
        return [each for each in document.passages.exclude(number="") if _under(_bare(each.number), wanted)]


def _bare(number: str) -> str:
    """A number without what people leave out: "OP 12", "para. 12", "12." are all 12; PP stays."""
    plain = re.sub(r"[\s.]+", "", number.casefold())
    return re.sub(r"^(?:op|para(?:graph)?s?|art(?:icle)?|objective)(?=\d)", "", plain)


def _under(number: str, wanted: str) -> bool:
    return number == wanted or number.startswith(f"{wanted}(")


def excerpt(text: str, spans: tuple[Span, ...], around: int = 260) -> Span:
    """The stretch of a passage to show: all of a short one, of a long one what stands around its first hit."""
    if len(text) <= 3 * around or not spans:
        return 0, len(text)
    start, end = max(0, spans[0][0] - around), min(len(text), spans[0][1] + around)
    start = text.rfind(" ", 0, start) + 1
    stop = text.find(" ", end)
    return start, len(text) if stop < 0 else stop
