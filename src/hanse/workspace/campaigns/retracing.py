"""How is the board kept up to date? Columns that nothing has changed are taken as they are; the rest is traced."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext as _

from hanse.errors import BadCampaign
from hanse.tracing.board import Board, Cell
from hanse.workspace.campaigns import stored
from hanse.workspace.campaigns.audience import audiences
from hanse.workspace.campaigns.inputs import Inputs
from hanse.workspace.campaigns.models import Campaign, FindingRecord, TraceRun
from hanse.workspace.configuration import semantic

Progress = Callable[[float, str], None]


def retrace(campaign: Campaign, progress: Progress, cancelled: Callable[[], bool], *, whole: bool = False) -> None:
    """Bring every audience's findings up to date; ``whole`` traces all columns anew.

    Stores each audience's findings in one transaction after its trace, so that a stop in between loses nothing.
    """
    levels = audiences(campaign)
    for place, level in enumerate(levels):

        def told(share: float, words: str, place: int = place) -> None:
            progress((place + share) / len(levels), words)

        Column.trace(campaign, level, told, cancelled, whole)
    forgotten = campaign.findings.exclude(audience__in=levels), campaign.runs.exclude(audience__in=levels)
    for each in forgotten:
        each.delete()


class Column:
    """One audience's findings, column by column."""

    @classmethod
    def trace(
        cls, campaign: Campaign, level: str, progress: Progress, cancelled: Callable[[], bool], whole: bool
    ) -> None:
        inputs = Inputs.of(campaign, level)
        columns = inputs.columns()
        run = campaign.runs.filter(audience=level).first()
        fresh = {} if whole or run is None else run.columns
        kept = {key for key, digest in columns.items() if fresh.get(key) == digest}
        if run and kept == set(columns) and set(fresh) == kept:
            return
        board = _trace(campaign, level, inputs, kept, progress, cancelled)
        _store(campaign, level, inputs, board, columns, kept)


def _trace(
    campaign: Campaign, level: str, inputs: Inputs, kept: set[str], progress: Progress, cancelled: Callable[[], bool]
) -> Board:
    drafts, past = inputs.library_drafts(), inputs.library_record()
    texts = {each.id: each for each in (*drafts, *past)}
    known: dict[tuple[str, str], Cell] = {}
    for each in campaign.findings.filter(audience=level, draft__in=kept).iterator():
        cell = stored.cell(each, texts)
        known[cell.ask, cell.draft] = cell
    from hanse.tracing.trace import trace  # the engine takes a second to load, which the server need not spend

    return trace(
        inputs.library_asks(), drafts, past, known=known, semantic=semantic(), progress=progress, cancelled=cancelled
    )


@transaction.atomic
def _store(
    campaign: Campaign, level: str, inputs: Inputs, board: Board, columns: dict[str, str], kept: set[str]
) -> None:
    asks = {each.name: each for each in inputs.asks}
    words = {each.id: each.text for each in board.asks}
    drafts = {each.name: each for each in inputs.drafts}
    findings = [
        stored.record(
            cell, words[cell.ask], campaign=campaign, audience=level, ask=asks[cell.ask], draft=drafts[cell.draft]
        )
        for cell in board.cells
        if drafts[cell.draft].pk not in kept
    ]
    campaign.findings.filter(audience=level).exclude(draft__in=kept).delete()
    FindingRecord.objects.bulk_create(findings, batch_size=500)
    watched = stored.canonical([row.to_json() for row in board.watch])
    TraceRun.objects.update_or_create(
        campaign=campaign, audience=level, defaults={"columns": columns, "watch": watched}
    )


def board(campaign: Campaign, level: str) -> Board:
    """The board as it was traced for an audience, whole, as the library knows it.

    Raises BadCampaign where something has changed since.
    """
    inputs = Inputs.of(campaign, level)
    run = campaign.runs.filter(audience=level).first()
    if run is None or run.columns != inputs.columns():
        raise BadCampaign(_("the board is not up to date"), where=campaign.title, do=_("trace it, then download it"))
    drafts, past = inputs.library_drafts(), inputs.library_record()
    texts = {each.id: each for each in (*drafts, *past)}
    cells = (stored.cell(each, texts) for each in campaign.findings.filter(audience=level))
    found = {(cell.ask, cell.draft): cell for cell in cells}
    asks = inputs.library_asks()
    held = (*inputs.drafts, *inputs.statements, *inputs.record)
    return Board(
        asks=asks,
        drafts=drafts,
        cells=tuple(found[ask.id, draft.id] for ask in asks for draft in drafts),
        watch=stored.watch(run.watch, texts),
        title=campaign.title,
        forum=campaign.forum,
        warnings=tuple(f"{each.path}: {doubt}" for each in held for doubt in each.document.warnings),
        record=past,
        statements=inputs.library_statements(),
    )
