"""What do cities ask for? Asks found in statements, and edited by those who know better."""

from __future__ import annotations

from hanse.text.document import Document
from hanse.tracing.board import Ask


def find(document: Document) -> tuple[Ask, ...]:
    """Stub."""
    return ()
