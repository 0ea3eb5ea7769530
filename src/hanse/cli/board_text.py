"""How does a board look in a terminal?"""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hanse.tracing.board import Board, Cell

_NARROWEST, _WIDEST = 60, 120


def board_text(board: Board, width: int | None = None) -> str:
    """The board as text: the drafts, a table of outcomes where it fits, then every ask with its findings."""
    if width is None:
        width = min(max(shutil.get_terminal_size((100, 40)).columns, _NARROWEST), _WIDEST)
    parts = [board.title, board.forum, "", *_legend(board), "", *_table(board, width), ""]
    for ask in board.asks:
        head = ", ".join(part for part in (ask.actor, ask.date, ask.kind) if part)
        parts += [f"{ask.id}  ({head})", *_wrapped(ask.text, width, "    ")]
        for number, draft in enumerate(board.drafts, 1):
            parts += _wrapped(f"{number}: {_finding(board.cell(ask.id, draft.id))}", width, "  ", "     ")
        parts.append("")
    return "\n".join(parts).strip("\n") + "\n"


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
