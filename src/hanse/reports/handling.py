"""May this board leave the house? Not while it holds anything restricted, unless somebody says so explicitly."""

from __future__ import annotations

from hanse.errors import RestrictedDocument
from hanse.tracing.board import Board


def restricted(board: Board) -> tuple[str, ...]:
    """Names of everything restricted that the board holds: texts by title, asks by id; in the board's order."""
    documents = (*board.drafts, *board.record, *board.statements)
    texts = [text.title or text.source or text.id for text in documents if text.handling == "restricted"]
    return (*dict.fromkeys(texts), *(f"ask {ask.id}" for ask in board.asks if ask.handling == "restricted"))


def permit(board: Board, *, include_restricted: bool) -> None:
    """Nothing, or RestrictedDocument where the board holds what must not leave and nobody said that it may."""
    names = restricted(board)
    if not names or include_restricted:
        return
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    raise RestrictedDocument(
        f"restricted: {shown}",
        where=board.title or "this board",
        do="leave them out of the trace, or say explicitly that restricted documents may leave",
    )
