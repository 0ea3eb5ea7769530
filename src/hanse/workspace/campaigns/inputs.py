"""What does a trace take? A campaign's asks, drafts and record as the library knows them, in the folder's order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import hanse
from hanse.text import document as text
from hanse.tracing.across.semantic import installed
from hanse.tracing.adoption import with_standing
from hanse.tracing.board import Ask
from hanse.tracing.campaign.files import natural
from hanse.tracing.dates import in_name
from hanse.workspace.campaigns.audience import up_to
from hanse.workspace.campaigns.models import AskRecord, Campaign, CampaignDocument
from hanse.workspace.campaigns.models.texts import As
from hanse.workspace.configuration import semantic


@dataclass(frozen=True)
class Inputs:
    """Records that one audience's trace is made from; nothing above the audience's level is among them."""

    asks: tuple[AskRecord, ...]
    drafts: tuple[CampaignDocument, ...]
    record: tuple[CampaignDocument, ...]
    statements: tuple[CampaignDocument, ...]

    @classmethod
    def of(cls, campaign: Campaign, audience: str) -> Inputs:
        """Two queries."""
        levels = up_to(audience)
        held = campaign.texts.standing().filter(document__handling__in=levels).select_related("document")
        roles: dict[str, list[CampaignDocument]] = {role: [] for role in As.values}
        for each in held:
            roles[each.role].append(each)
        asks = campaign.asks.standing().filter(handling__in=levels).select_related("source__document")
        return cls(
            tuple(ask for ask in asks if not ask.source or ask.source.document.handling in levels),
            in_order(roles[As.DRAFT]),
            tuple(sorted(roles[As.RECORD], key=lambda each: (each.document.date, natural(each.path)))),
            tuple(sorted(roles[As.STATEMENT], key=lambda each: natural(each.path))),
        )

    def columns(self) -> dict[str, str]:
        """Each draft's key with the digest of everything that its column of findings depends on.

        A column depends on every ask, the whole record, and the drafts up to its own (and on the versions that those
        revise), never on later drafts.
        """
        compared_by = f"{semantic()} {installed()}"
        common = _digest(
            hanse.__version__, compared_by, [_ask(each) for each in self.asks], [_said(each) for each in self.record]
        )
        said = {each.pk: _said(each) for each in self.drafts}
        found = {}
        for place, draft in enumerate(self.drafts):
            needed = {each.pk for each in self.drafts[: place + 1]}
            parent = draft.parent_id
            while parent in said and parent not in needed:
                needed.add(parent)
                parent = next(each.parent_id for each in self.drafts if each.pk == parent)
            found[draft.pk] = _digest(common, [said[each.pk] for each in self.drafts if each.pk in needed])
        return found

    def library_asks(self) -> tuple[Ask, ...]:
        return tuple(library_ask(each) for each in self.asks)

    def library_drafts(self) -> tuple[text.Document, ...]:
        names = {each.pk: each.name for each in self.drafts}
        return tuple(library_text(each, names.get(each.parent_id)) for each in self.drafts)

    def library_record(self) -> tuple[text.Document, ...]:
        return tuple(library_text(each) for each in self.record)

    def library_statements(self) -> tuple[text.Document, ...]:
        return tuple(library_text(each) for each in self.statements)


def in_order(drafts: Iterable[CampaignDocument]) -> tuple[CampaignDocument, ...]:
    """As a campaign folder orders them: by date, then by name; a version never before the one that it revises."""
    waiting = sorted(drafts, key=lambda each: (each.document.date, natural(PurePosixPath(each.path).name), each.path))
    keys = {each.pk for each in waiting}
    ordered: list[CampaignDocument] = []
    while waiting:
        done = {each.pk for each in ordered}
        ready = next((each for each in waiting if each.parent_id not in keys - done), waiting[0])
        waiting.remove(ready)
        ordered.append(ready)
    return tuple(sorted(ordered, key=lambda each: (not each.document.date, each.document.date)))


def library_ask(ask: AskRecord) -> Ask:
    return Ask(
        id=ask.name,
        text=ask.text,
        actor=ask.actor,
        date=ask.date or None,
        kind=ask.kind,
        theme=ask.theme,
        document=ask.source.name if ask.source else None,
        passage=ask.passage or None,
        span=ask.span,
        handling=ask.handling,
    )


def library_text(held: CampaignDocument, parent: str | None = None) -> text.Document:
    """A text as reading the campaign's folder would give it. Two queries, for passages and furniture."""
    from dataclasses import replace

    stored = held.document
    given = {As.DRAFT: "draft", As.STATEMENT: "statement"}.get(As(held.role), "")
    found = replace(stored.as_text(held.name), parent=parent, kind=stored.kind or given)
    if held.role != As.RECORD:
        return found
    return with_standing(found, in_name(PurePosixPath(held.path).stem)[1], stored.adopted)


def _ask(ask: AskRecord) -> list[Any]:
    return [ask.name, ask.text, ask.actor, ask.date, ask.kind, ask.theme, ask.source.name if ask.source else ""]


def _said(held: CampaignDocument) -> list[Any]:
    each = held.document
    about = [each.title, each.date, each.actor, each.symbol, each.kind, each.adopted, each.language]
    return [held.name, held.parent_id or "", each.sha256, each.words, *about]


def _digest(*parts: Any) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()
