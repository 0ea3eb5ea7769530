"""Through which texts is a phrase traced? Files dated by their names, and everything that a campaign holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from hanse.errors import UnreadableFile
from hanse.text.document import Document, Passage
from hanse.tracing.adoption import with_standing
from hanse.tracing.board import Ask
from hanse.tracing.campaign.value import Campaign
from hanse.tracing.dates import edtf, in_name


def dated(document: Document, date: str = "") -> Document:
    """A file's Document with the ``date`` given, else the one in its name; and its symbol and standing as far as name,
    symbol or opening tell. Raises UnreadableFile for a date that is none.
    """
    stem = PurePosixPath(document.source).stem
    try:
        found, name = in_name(stem)
        date = edtf(date) if date else found or ""
    except ValueError as error:
        raise UnreadableFile(
            f"its date is wrong ({error})", where=document.source, do="write it as 2030-01-31, 2030-01 or 2030"
        ) from error
    return with_standing(replace(document, date=date or document.date), name or stem)


def of_corpus(document: Document, date: str = "") -> Document:
    """A document of a corpus, dated as it says itself; else by the ``date`` given, else by its file's name.

    Raises UnreadableFile as `dated` does.
    """
    if document.date:
        return with_standing(document, document.title)
    return dated(document, date)


def of_campaign(campaign: Campaign) -> list[Document]:
    """Record, drafts and statements, and as a text of its own every ask that stands in none of these."""
    texts = [*campaign.record, *campaign.drafts, *campaign.statements]
    held = {text.id for text in texts}
    return [*texts, *(of_ask(ask) for ask in campaign.asks if ask.document not in held)]


def of_ask(ask: Ask) -> Document:
    """An ask as a text of whoever asks."""
    return Document(
        id=f"ask-{ask.id}",
        content=(Passage.of(ask.text),),
        title=f"Ask {ask.id}",
        date=ask.date,
        actor=ask.actor,
        kind="ask",
        handling=ask.handling,
    )
