"""Which texts of the record are earlier than the drafts, and what about the texts handed in must be said?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hanse.text.document import Document
from hanse.text.given import has_words
from hanse.tracing.board import Ask


def earlier(record: Iterable[Document], drafts: Sequence[Document]) -> tuple[list[Document], list[str]]:
    """The record without the drafts themselves, and a sentence for every text that was set aside.

    A text of the record is a draft itself, and cannot be its own rival, where it has the draft's words, is nobody
    else's (neither adopted nor another actor's), and is dated no earlier, or undated has its id or its title. A bare
    string has neither, and counts as earlier.
    """
    own = {_words(draft): draft for draft in reversed(drafts)}
    kept, said = [], []
    for document in record:
        draft = own.get(_words(document))
        if draft and _is(document, draft):
            said.append(
                f"{_name(document)}: is in the record and is the draft {_name(draft)} itself; it counts as the draft."
            )
        else:
            kept.append(document)
    return kept, said


def _is(document: Document, draft: Document) -> bool:
    """Whether two documents of the same words are one."""
    if document.adopted or (document.actor, document.symbol) != (draft.actor, draft.symbol):
        return False
    if document.date and draft.date:
        return document.date >= draft.date
    return document.id == draft.id or bool(document.title and document.title == draft.title)


def wordless(asks: Iterable[Ask]) -> list[str]:
    """A sentence for every ask in which there is nothing to look for."""
    return [f"{ask.id}: has no words, so that nothing can be found for it." for ask in asks if not has_words(ask.text)]


def _words(document: Document) -> tuple[str, ...]:
    return tuple(" ".join(passage.text.split()) for passage in document.passages)


def _name(document: Document) -> str:
    return document.title or document.id
