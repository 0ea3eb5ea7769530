"""One text or several? A caller may hand in either."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from hanse.text.document import Document, Passage
from hanse.tracing.board import Ask

Text = TypeVar("Text", bound="str | Passage | Document | Ask")


def several(given: Text | Iterable[Text]) -> list[Text]:
    """A single text as a list of one, never as its letters; several as a list."""
    if isinstance(given, str | Passage | Document | Ask):
        return [given]
    return list(given)
