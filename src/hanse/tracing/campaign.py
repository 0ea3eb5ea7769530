"""What does a campaign folder hold? Asks, dated drafts, and the record: everything that `trace` takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hanse.errors import BadCampaign, HanseError, RestrictedDocument
from hanse.text.document import Document
from hanse.tracing.board import Ask, Board


@dataclass(frozen=True)
class Campaign:
    """A campaign as read. ``drafts`` stand in their order; ``refused`` holds one error for every file or row left out.

    ``withheld`` has one sentence for every restricted document that was left out; it is kept apart from ``warnings``
    because it must not leave the house: nothing else here differs from a folder that lacks those documents.
    """

    title: str
    forum: str
    asks: tuple[Ask, ...]
    drafts: tuple[Document, ...]
    record: tuple[Document, ...] = ()
    statements: tuple[Document, ...] = ()
    warnings: tuple[str, ...] = ()
    refused: tuple[HanseError, ...] = ()
    withheld: tuple[str, ...] = ()
    fictional: bool = False
    """campaign.toml says that it is an example."""


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
    from hanse.tracing.campaign_folder import Folder

    return Folder(Path(path), dates, include_restricted, progress or (lambda _: None)).campaign()


def trace_campaign(
    campaign: Campaign,
    *,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Board:
    """The Board of a campaign, with its title, its statements, and every warning and refusal in a sentence."""
    from hanse.tracing.trace import trace

    sentences = (*campaign.warnings, *(error.sentence for error in campaign.refused))
    return trace(
        campaign.asks,
        campaign.drafts,
        campaign.record,
        title=campaign.title,
        forum=campaign.forum,
        statements=campaign.statements,
        warnings=tuple(dict.fromkeys(sentences)),
        progress=progress,
        cancelled=cancelled,
    )


def refuse_restricted(board: Board, allow: bool = False) -> None:
    """Raise RestrictedDocument, naming them, where ``board`` carries anything restricted and ``allow`` is not said."""
    documents: Iterable[Document] = (*board.drafts, *board.record, *board.statements)
    names = [
        document.source or document.title or document.id for document in documents if document.handling == "restricted"
    ]
    names += [f"ask {ask.id}" for ask in board.asks if ask.handling == "restricted"]
    if names and not allow:
        raise RestrictedDocument(
            f"the export would carry what is restricted ({', '.join(dict.fromkeys(names))})",
            do="leave it out, or say explicitly that restricted documents are included",
        )


def no_drafts(where: str) -> BadCampaign:
    return BadCampaign(
        "there is no draft", where=where, do="put the versions of the text into drafts/ as “YYYY-MM-DD name.ext”"
    )
