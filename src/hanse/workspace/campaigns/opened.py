"""What stands behind one cell? The two passages side by side, where the words came from, and who judged what."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q
from markupsafe import Markup

from hanse.reports import finding, phrases
from hanse.text import document as text
from hanse.tracing.board import Board, Cell, Source
from hanse.workspace.campaigns import stored
from hanse.workspace.campaigns.inputs import Inputs, library_ask
from hanse.workspace.campaigns.judging import Judgement, disagree, judgement, known
from hanse.workspace.campaigns.models import AskRecord, Campaign, CampaignDocument, FindingRecord, Review
from hanse.workspace.documents.models import Passage


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage of an earlier text that has the words, with the way to it."""

    source: Source
    words: Markup
    address: str


@dataclass(frozen=True, slots=True)
class Former:
    """The passage of an earlier draft in which an ask last stood, with the way to that cell."""

    draft: CampaignDocument
    passage: text.Passage
    address: str


@dataclass(frozen=True)
class Opened:
    campaign: Campaign
    audience: str
    inputs: Inputs
    ask: AskRecord
    draft: CampaignDocument
    record: FindingRecord

    @cached_property
    def passages(self) -> dict[tuple[str, str], Passage]:
        """The passages that the finding names, by the text's name on the board and their own id."""
        said = json.loads(self.record.cell)
        named = {(each["document"], each["passage"]["id"]) for each in (said["origin"], *said["rivals"]) if each}
        for shown in (said["draft_passage"], said.get("nearest")):
            if shown:
                named.add((said["draft"], shown["id"]))
        if self.ask.source:
            named.add((self.ask.source.name, self.ask.passage))
        return _passages(self.texts, named)

    @cached_property
    def texts(self) -> dict[str, CampaignDocument]:
        held = (*self.inputs.drafts, *self.inputs.record, *self.inputs.statements)
        return {each.name: each for each in held}

    @cached_property
    def cell(self) -> Cell:
        """The finding, with no more of each text than the passages that it names."""
        return stored.cell(self.record, {name: self._excerpt(name) for name in self.texts})

    def _excerpt(self, name: str) -> text.Document:
        held = self.texts[name].document
        content = tuple(each.as_text() for (where, _), each in self.passages.items() if where == name)
        return text.Document(name, content, title=held.title, language=held.language, adopted=held.adopted)

    @cached_property
    def asked(self) -> finding.Quotation:
        source = self.ask.source.name if self.ask.source else ""
        statements = (self._excerpt(source),) if source in self.texts else ()
        return finding.asked(Board((), (), (), statements=statements), library_ask(self.ask), self.cell)

    @cached_property
    def drafted(self) -> finding.Quotation | None:
        return finding.drafted(library_ask(self.ask), self._excerpt(self.draft.name), self.cell)

    @property
    def statement(self) -> tuple[CampaignDocument, str] | None:
        """The text in which the ask was found, and the way to its passage."""
        source = self.texts.get(self.ask.source.name) if self.ask.source else None
        return (source, self.address(source.name, self.ask.passage)) if source else None

    @property
    def drafted_address(self) -> str:
        shown = self.cell.passage or self.cell.nearest
        return self.address(self.draft.name, shown.id) if shown else ""

    @cached_property
    def former(self) -> Former | None:
        """Where the ask last stood, if this draft has no passage for it and an earlier one had."""
        if self.cell.passage:
            return None
        drafts = self.inputs.drafts
        earlier = {each.pk: each for each in drafts[: drafts.index(self.draft)]}
        records = FindingRecord.objects.filter(audience=self.audience, ask=self.ask, draft__in=earlier)
        cells = {each.draft_id: json.loads(each.cell)["draft_passage"] for each in records}
        last = next((key for key in reversed(earlier) if cells.get(key)), None)
        passage = stored.passage(cells[last], None) if last else None
        if last is None or passage is None:
            return None
        return Former(earlier[last], passage, cell_address(self.campaign, self.ask, earlier[last]))

    @property
    def origin(self) -> Quoted | None:
        return self._quoted(self.cell.origin) if self.cell.origin else None

    @property
    def rivals(self) -> list[Quoted]:
        return [self._quoted(each) for each in self.cell.rivals if each != self.cell.origin]

    def _quoted(self, source: Source) -> Quoted:
        return Quoted(source, Markup.escape(source.passage.text), self.address(source.document, source.passage.id))

    def address(self, name: str, passage: str) -> str:
        """Where a passage stands on its text's reading page; empty where the text is gone."""
        if name not in self.texts:
            return ""
        held = self.passages.get((name, passage))
        return f"/documents/{self.texts[name].document_id}/" + (f"#{held.anchor}" if held else "")

    @property
    def why(self) -> finding.Why:
        """Why the machine says so."""
        return finding.why(self.cell)

    @property
    def says(self) -> dict[str, str]:
        """The numbers as sentences."""
        cell = self.cell
        return {"carried": phrases.coverage(cell), "novel": phrases.novel(cell), "chance": phrases.expected(cell)}

    @cached_property
    def reviews(self) -> list[Review]:
        held = Review.objects.filter(ask=self.ask, draft=self.draft).select_related("reviewer")
        return known(held, self.audience, self.record.judged, self.record.outcome)

    @cached_property
    def judgement(self) -> Judgement:
        verdicts = [(each.outcome, each.judged) for each in self.reviews]
        return judgement(self.record.outcome, self.record.judged, verdicts)

    @property
    def judges(self) -> int:
        """How many reviewers judged this very wording."""
        return sum(each.judged == self.record.judged for each in self.reviews)

    @property
    def disagree(self) -> bool:
        return disagree(self.reviews, self.record.judged)

    @cached_property
    def history(self) -> list[Any]:
        """Every verdict that was ever given here, newest first."""
        entries = Review.history.filter(ask=self.ask, draft=self.draft).select_related("history_user", "reviewer")
        return known(entries, self.audience, self.record.judged, self.record.outcome)

    @cached_property
    def neighbours(self) -> dict[str, str]:
        """Addresses of the cells around: up, down (asks), left, right (drafts)."""
        asks, drafts = self.inputs.asks, self.inputs.drafts
        row, column = asks.index(self.ask), drafts.index(self.draft)
        around = {
            "left": (row, column - 1),
            "right": (row, column + 1),
            "up": (row - 1, column),
            "down": (row + 1, column),
        }
        return {
            way: cell_address(self.campaign, asks[r], drafts[c])
            for way, (r, c) in around.items()
            if 0 <= r < len(asks) and 0 <= c < len(drafts)
        }


def cell_address(campaign: Campaign, ask: AskRecord, draft: CampaignDocument) -> str:
    return f"{campaign.get_absolute_url()}cells/{ask.pk}/{draft.pk}/"


def opened(campaign: Campaign, audience: str, ask: str, draft: str) -> Opened | None:
    """The cell with these keys, as an audience has it; None where it has none."""
    inputs = Inputs.of(campaign, audience)
    wanted = next((each for each in inputs.asks if each.pk == ask), None)
    version = next((each for each in inputs.drafts if each.pk == draft), None)
    record = FindingRecord.objects.filter(audience=audience, ask=ask, draft=draft).first()
    if wanted is None or version is None or record is None:
        return None
    return Opened(campaign, audience, inputs, wanted, version, record)


def _passages(texts: dict[str, CampaignDocument], named: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Passage]:
    wanted = Q(pk__in=[])
    names = {}
    for name, pid in named:
        if name in texts:
            names[texts[name].document_id] = name
            wanted |= Q(document=texts[name].document_id, pid=pid)
    return {(names[each.document_id], each.pid): each for each in Passage.objects.filter(wanted)}
