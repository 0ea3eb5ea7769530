"""What does a campaign folder hold? Asks, dated drafts, and the record: everything that `trace` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from hanse.tracing.across.semantic import Vectors
from hanse.tracing.board import Board
from hanse.tracing.campaign.folder import Folder
from hanse.tracing.campaign.value import Campaign as Campaign
from hanse.tracing.campaign.value import no_drafts as no_drafts


def open_campaign(
    path: str | Path,
    *,
    dates: Mapping[str, str] = {},
    include_restricted: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Campaign:
    """Read a campaign folder, or a zip of one, as DESIGN.md section 5 draws it.

    ``dates`` maps a file ("drafts/rev 1.docx", or its bare name) to its date, before what campaign.toml and the file
    name say. Restricted documents are left out unless ``include_restricted``. ``progress`` is called with the path of
    each file before it is read. Raises BadCampaign where there are no drafts, where campaign.toml has a mistake, or
    where ``dates`` has; what goes wrong with a single file or row stands in ``refused``.
    """
    return Folder(Path(path), dates, include_restricted, progress or (lambda _: None)).campaign()


def trace_campaign(
    campaign: Campaign,
    *,
    semantic: bool | Vectors | None = None,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Board:
    """The Board of a campaign, with its title, its statements, and every warning and refusal in a sentence.

    ``semantic`` as in `hanse.tracing.trace.trace`.
    """
    from hanse.tracing.boards import board  # the engine takes a second to load, which reading a folder need not spend

    sentences = (*campaign.warnings, *(error.sentence for error in campaign.refused))
    return board(
        campaign.asks,
        campaign.drafts,
        campaign.record,
        title=campaign.title,
        forum=campaign.forum,
        statements=campaign.statements,
        warnings=tuple(dict.fromkeys(sentences)),
        semantic=semantic,
        progress=progress,
        cancelled=cancelled,
    )
