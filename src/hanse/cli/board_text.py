"""How does a board look in a terminal?"""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hanse.text.document import Span
    from hanse.tracing.board import Board, Cell

_NARROWEST, _WIDEST = 60, 120
_OWN = 20
"""Own commitments that are shown; all are counted."""


def board_text(board: Board, width: int | None = None) -> str:
    """The board as text: the drafts, a table of outcomes where it fits, then every ask with its findings; last what was
    read as the cities' own commitments, and so asked of nobody."""
    if width is None:
        width = min(max(shutil.get_terminal_size((100, 40)).columns, _NARROWEST), _WIDEST)
    parts = [board.title, board.forum, "", *_legend(board), "", *_table(board, width), ""]
    for ask in board.asks:
        head = ", ".join(part for part in (ask.actor, ask.date, ask.kind) if part)
        parts += [f"{ask.id}  ({head})", *_wrapped(ask.text, width, "    ")]
        for number, draft in enumerate(board.drafts, 1):
            parts += _wrapped(f"{number}: {_finding(board.cell(ask.id, draft.id))}", width, "  ", "     ")
        parts.append("")
    parts += _own(board, width)
    return "\n".join(parts).strip("\n") + "\n"


def _own(board: Board, width: int) -> list[str]:
    """The sentences of the statements that are no asks because the cities promise them, each in a line."""
    from hanse.tracing.asks import commitments

    asked = {(ask.document, ask.passage, ask.span) for ask in board.asks}
    rows = []
    for statement in board.statements:
        for passage, span in commitments(statement):
            if not any(_within(span, at) for held, place, at in asked if (held, place) == (statement.id, passage.id)):
                where = ", ".join(part for part in (statement.source or statement.id, passage.number) if part)
                rows.append(textwrap.shorten(f"{where}: {passage.text[slice(*span)]}", width - 2, placeholder=" …"))
    if not rows:
        return []
    sentences = "1 sentence" if len(rows) == 1 else f"{len(rows)} sentences"
    rest = len(rows) - _OWN
    more = [f"  and {rest} more"] if rest > 0 else []
    head = f"{sentences} of the statements read as the cities' own commitments, not as asks:"
    return [*_wrapped(head, width, ""), *(f"  {row}" for row in rows[:_OWN]), *more]


def _within(span: Span, ask: Span | None) -> bool:
    return ask is not None and span[0] < ask[1] and ask[0] < span[1]


def _legend(board: Board) -> list[str]:
    return [f"  {n}  {draft.date or 'undated'}  {draft.title or draft.id}" for n, draft in enumerate(board.drafts, 1)]


def _table(board: Board, width: int) -> list[str]:
    """Asks down, drafts across; empty where it would not fit."""
    cells = [[board.cell(ask.id, draft.id).outcome for draft in board.drafts] for ask in board.asks]
    heads = [str(n) for n in range(1, len(board.drafts) + 1)]
    first = max([3, *(len(ask.id) for ask in board.asks)])
    widths = [max(len(head), *(len(row[n]) for row in cells)) for n, head in enumerate(heads)] if cells else []
    if first + sum(each + 2 for each in widths) > width:
        return []
    rows = [["ask", *heads], *([ask.id, *row] for ask, row in zip(board.asks, cells, strict=True))]
    return [
        "  ".join(f"{cell:<{size}}" for cell, size in zip(row, (first, *widths), strict=True)).rstrip() for row in rows
    ]


def _finding(cell: Cell) -> str:
    from hanse.tracing.why import name

    said: list[str] = [cell.outcome]
    if cell.how:
        said.append(cell.how)
    if cell.provenance:
        said.append(cell.provenance)
    if cell.passage and cell.passage.number:
        said.append(name(cell.passage))
    if cell.reinstated:
        said.append("reinstated")
    return f"{', '.join(said)}; met: {cell.met}. {cell.why}"


def _wrapped(text: str, width: int, indent: str, following: str | None = None) -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=indent, subsequent_indent=following or indent, break_long_words=False
    )
