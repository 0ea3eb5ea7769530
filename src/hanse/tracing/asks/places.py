"""Where in the statements do an ask's words stand?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from hanse.text.document import Document, Span
from hanse.tracing.board import Ask

_WORD = re.compile(r"\w+")


def placed(asks: Iterable[Ask], statements: Iterable[Document]) -> tuple[Ask, ...]:
    """The asks, each tied to the first passage that holds all its words in order; the asker's own statement first.

    An ask whose words stand in no statement is given back as it came.
    """
    statements = tuple(statements)
    passages = [
        (document, passage.id, *_spelled(passage.text)) for document in statements for passage in document.passages
    ]
    result = []
    for ask in asks:
        words, _ = _spelled(ask.text)
        own = [each for each in passages if ask.actor and each[0].actor.casefold() == ask.actor.casefold()]
        for document, passage, text, spans in (*own, *passages):
            if words.strip() and (found := _stretch(words, text, spans)):
                ask = replace(ask, document=document.id, passage=passage, span=found)
                break
        result.append(ask)
    return tuple(result)


def _spelled(text: str) -> tuple[str, list[Span]]:
    """The words of ``text``, casefolded, each between two spaces; and where each stands in ``text``."""
    words = list(_WORD.finditer(text))
    return f" {' '.join(word.group().casefold() for word in words)} ", [word.span() for word in words]


def _stretch(words: str, text: str, spans: list[Span]) -> Span | None:
    at = text.find(words)
    if at < 0:
        return None
    first = text.count(" ", 0, at + 1) - 1
    last = first + words.count(" ") - 2
    return spans[first][0], spans[last][1]
