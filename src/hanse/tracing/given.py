"""One text or several? A caller may hand in either."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from hanse.text.document import Document, Passage
from hanse.text.given import each_of, no_text
from hanse.tracing.board import Ask

Text = TypeVar("Text", bound="str | Passage | Document | Ask")


def several(given: Text | Iterable[Text]) -> list[Text]:
    """A single text as a list of one, never as its letters; several as a list. Raises HanseError for neither."""
    if isinstance(given, str | Passage | Document | Ask):
        return [given]
    return each_of(given)


def passage_document(value: str | Passage | Document, id: str) -> Document:
    """Whatever a user may hand over as a text, as a Document; a string is one Passage, unsplit.

    Raises HanseError for what is no text.
    """
    if isinstance(value, Document):
        return value
    if not isinstance(value, str | Passage):
        raise no_text(value)
    passage = Passage.of(value) if isinstance(value, str) else value
    return Document(id=id, content=(passage,))
