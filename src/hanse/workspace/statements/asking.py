"""What does a statement ask for? Its frozen text as a Document of the office, and its asks in a campaign."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from hanse.text import document as text
from hanse.workspace.campaigns import texts
from hanse.workspace.campaigns.editing import find
from hanse.workspace.campaigns.models import AskRecord, Campaign
from hanse.workspace.campaigns.models.texts import As
from hanse.workspace.documents.models import Document
from hanse.workspace.documents.shelf import shelve, stemmed
from hanse.workspace.statements.models import Paragraph, ParagraphKind, Version

_KINDS = {ParagraphKind.TITLE: "title", ParagraphKind.HEADING: "heading"}
_PARTS = {ParagraphKind.PREAMBULAR: "preamble", ParagraphKind.OPERATIVE: "operative"}


def as_text(version: Version, language: str) -> text.Document:
    """A frozen version in one language, as the library reads a document."""
    held = list(version.paragraphs.standing())
    title = next((each.said(language) for each in held if each.kind == ParagraphKind.TITLE), str(version.statement))
    day = version.statement.adopted or timezone.localtime(version.frozen_at).date().isoformat()
    networks = ", ".join(str(each) for each in version.statement.networks.all())
    return text.Document(
        id=f"{version.statement_id}-{version.number}-{language}",
        content=tuple(_passage(place, each, language) for place, each in enumerate(held, 1)),
        title=title,
        date=day,
        language=language,
        actor=networks,
        kind="statement",
        handling=version.statement.handling,
        source=version.source(language),
    )


def _passage(place: int, each: Paragraph, language: str) -> text.Passage:
    return text.Passage(
        id=f"p{place}",
        text=" ".join(each.said(language).split()),
        number=each.number,
        label=each.number,
        kind=_KINDS.get(each.kind, "paragraph"),
        part=_PARTS.get(each.kind, ""),
    )


def asks_of(version: Version, language: str) -> list[Any]:
    """The asks that the machine finds in a version."""
    from hanse.tracing.asks import find as found_in

    return list(found_in(as_text(version, language)))


def shelved(version: Version, language: str, user: Any) -> Document:
    """The Document of a version in one language: the one that the office has, or a new one."""
    read = as_text(version, language)
    known = Document.objects.filter(source=read.source, kind="statement", removed=None).first()
    if known is not None:
        return known
    words = stemmed(read)
    return shelve(read, data=_file(version, language), owner=user, words=words)


def _file(version: Version, language: str) -> bytes:
    """Its words as a plain file, so that the document can be downloaded."""
    held = version.paragraphs.standing()
    blocks = (f"{each.number} {each.said(language)}".strip() for each in held)
    return ("\n\n".join(blocks) + "\n").encode("utf-8")


def bring(version: Version, language: str, campaign: Campaign, user: Any) -> list[AskRecord]:
    """Put a version into a campaign as a statement, and propose its asks there; the new ones.

    Raises BadCampaign where the campaign cannot take it.
    """
    document = shelved(version, language, user)
    with transaction.atomic():
        held = campaign.texts.standing().filter(document=document).first()
        held = held or texts.take(campaign, document, As.STATEMENT)
        return find(campaign, held)
