"""What is a campaign, once its folder is read?"""

from __future__ import annotations

from dataclasses import dataclass

from hanse.errors import BadCampaign, HanseError
from hanse.text.document import Document
from hanse.tracing.board import Ask


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


def no_drafts(where: str) -> BadCampaign:
    return BadCampaign(
        "there is no draft", where=where, do="put the versions of the text into drafts/ as “YYYY-MM-DD name.ext”"
    )
