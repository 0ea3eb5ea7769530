"""What counts as a text that somebody hands in, and what is said of anything else?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from hanse.errors import HanseError
from hanse.text.document import Document, Passage

Text = str | Passage | Document
Given = TypeVar("Given")


def no_text(value: object) -> HanseError:
    """The sentence for what is no text."""
    return HanseError(f"a {type(value).__name__} is no text", do="hand over a str, a Passage or a Document")


def wording(value: Text) -> str:
    """The words of a text, of a Document those of its passages by line. Raises HanseError for no text."""
    if isinstance(value, Document):
        return "\n".join(passage.text for passage in value.passages)
    if isinstance(value, Passage):
        return value.text
    if not isinstance(value, str):
        raise no_text(value)
    return value


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit in a text, and not only signs."""
    return any(character.isalnum() for character in text)


def each_of(value: Iterable[Given]) -> list[Given]:
    """Several texts as a list. Raises HanseError for what does not hold several things, or is bytes."""
    if not isinstance(value, Iterable) or isinstance(value, bytes | bytearray):
        raise no_text(value)
    return list(value)
