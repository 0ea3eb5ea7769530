"""How do people correct the asks? Found, added, merged, split, discarded; nothing is lost and everything is told."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max

from hanse.tracing.board import Ask
from hanse.workspace.campaigns.folder_in import ask_record
from hanse.workspace.campaigns.inputs import library_ask, library_text
from hanse.workspace.campaigns.models import AskRecord, Campaign, CampaignDocument


def find(campaign: Campaign, statement: CampaignDocument) -> list[AskRecord]:
    """Propose the asks of a statement, but those whose words are there already, discarded ones too."""
    from hanse.tracing.asks import find as found_in

    found = found_in(library_text(statement))
    handling = statement.document.handling
    with transaction.atomic():
        known = {(ask.kind, _plain(ask.text)) for ask in campaign.asks.all()}
        return [
            _add(campaign, ask, {statement.name: statement}, proposed=True, handling=handling)
            for ask in found
            if (ask.kind, _plain(ask.text)) not in known
        ]


def add(campaign: Campaign, ask: AskRecord) -> AskRecord:
    """Save an ask that somebody wrote, under a name that is free, tied to the statement that has its words."""
    with transaction.atomic():
        ask.campaign, ask.name, ask.order = campaign, free_name(campaign), next_order(campaign)
        tie(ask)
        ask.save()
    return ask


def tie(ask: AskRecord) -> None:
    """Look up where in the statements the ask's words stand."""
    statements = {each.name: each for each in ask.campaign.texts.standing().filter(role="statement")}
    from hanse.tracing.asks import placed as placed_in

    (placed,) = placed_in([library_ask(ask)], [library_text(each) for each in statements.values()])
    ask.source, ask.passage = statements.get(placed.document or ""), placed.passage or ""
    ask.start, ask.end = placed.span or (None, None)


@transaction.atomic
def merge(asks: Sequence[AskRecord]) -> AskRecord:
    """Several asks as one, under the first one's name; the others are discarded. Raises HanseError."""
    from hanse.tracing.asks import merged

    first, *others = asks
    one = merged([library_ask(each) for each in asks])
    _put(first, one)
    first.save()
    for each in others:
        each.discarded = True
        each.save()
    return first


@transaction.atomic
def split(ask: AskRecord, texts: Sequence[str]) -> list[AskRecord]:
    """One ask as several; the whole is discarded, and can be brought back. Raises HanseError."""
    from hanse.tracing.asks import split as split_into

    parts = split_into(library_ask(ask), texts)
    texts_by_name = {ask.source.name: ask.source} if ask.source else {}
    ask.discarded = True
    ask.save()
    return [_add(ask.campaign, part, texts_by_name, proposed=False, handling=ask.handling) for part in parts]


def discard(ask: AskRecord, discarded: bool = True) -> None:
    """Leave an ask out of the board, or bring it back."""
    ask.discarded = discarded
    ask.save()


def accept(ask: AskRecord) -> None:
    """Say that a proposed ask is one."""
    ask.proposed = False
    ask.save()


def _put(record: AskRecord, ask: Ask) -> None:
    record.text, record.actor, record.date, record.theme = ask.text, ask.actor, ask.date or "", ask.theme
    record.handling = ask.handling
    record.start, record.end = ask.span or (None, None)
    record.proposed = False


def _add(
    campaign: Campaign, ask: Ask, texts: dict[str, CampaignDocument], *, proposed: bool, handling: str
) -> AskRecord:
    record = ask_record(campaign, ask, next_order(campaign), texts, proposed=proposed)
    record.name, record.handling = free_name(campaign, ask.id), handling
    record.save()
    return record


def next_order(campaign: Campaign) -> int:
    last = campaign.asks.aggregate(last=Max("order"))["last"]
    return 0 if last is None else last + 1


def free_name(campaign: Campaign, wanted: str = "") -> str:
    """``wanted`` or, where that is taken, the next free number after it; "A1", "A2" where nothing is wanted."""
    taken = set(campaign.asks.values_list("name", flat=True))
    candidates = [wanted, *(f"{wanted}-{n}" for n in range(2, len(taken) + 3))] if wanted else []
    candidates += [f"A{n}" for n in range(1, len(taken) + 2)]
    return next(each for each in candidates if each and each not in taken)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
