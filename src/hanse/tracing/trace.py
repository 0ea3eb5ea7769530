"""Whose words reached which draft? The board: a finding for every ask in every draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from os import PathLike
from pathlib import Path

from hanse.text.document import Document, Passage
from hanse.tracing.across.semantic import Vectors
from hanse.tracing.board import Ask, Board, Cell
from hanse.tracing.boards import Cancelled as Cancelled
from hanse.tracing.boards import Progress, board
from hanse.tracing.campaign import open_campaign, trace_campaign


def trace(
    asks: Sequence[Ask | str | Passage | Document] | str | PathLike[str],
    drafts: Sequence[Document | Passage | str] = (),
    record: Iterable[Document | Passage | str] = (),
    *,
    title: str = "",
    forum: str = "",
    statements: Sequence[Document] = (),
    warnings: Sequence[str] = (),
    known: Mapping[tuple[str, str], Cell] | None = None,
    semantic: bool | Vectors | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Board:
    """A finding for every ask in every draft.

    ``asks`` are Asks, strings (one ask each) or statements as Documents, in which asks are found; or the path of a
    campaign folder, and nothing else. ``drafts`` come in the order of their dates, undated ones as given after the
    dated; ``record`` holds every prior and rival text and counts as earlier than any draft. ``progress`` is called
    with a share from 0 to 1 and a few words; ``cancelled`` is asked between cells, and True raises `Cancelled`.
    ``known`` holds cells of an earlier trace, by ids of ask and draft, that are taken as they are: a cell depends on
    its ask, the record, and the drafts up to its own, so that a new last draft leaves all others as they were.

    ``semantic`` says whether sentence vectors help where words cannot be compared: None uses them for asks in another
    language than a draft, where hanse[semantic] is installed; True wants them, and names the nearest passage by meaning
    in the ask's own language too; False leaves them out; a model of one's own fits
    `hanse.tracing.across.semantic.Vectors`.

    Raises `BadCampaign` for a folder that cannot be traced.
    """
    if isinstance(asks, (str, PathLike)):
        return trace_campaign(open_campaign(Path(asks)), semantic=semantic, progress=progress, cancelled=cancelled)
    return board(
        asks,
        drafts,
        record,
        title=title,
        forum=forum,
        statements=statements,
        warnings=warnings,
        known=known,
        semantic=semantic,
        progress=progress,
        cancelled=cancelled,
    )
