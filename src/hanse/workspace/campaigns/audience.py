"""For whom is a board traced? Whoever may not see a text gets the board as it would be without it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hanse.text.document import strictest
from hanse.workspace.accounts.rights import Handling, sees
from hanse.workspace.campaigns.models import AskRecord, Campaign, CampaignDocument

LEVELS = (Handling.PUBLIC, Handling.INTERNAL, Handling.RESTRICTED)
"""From what everybody may see to what the office keeps. An audience sees its level and all before it."""


def up_to(level: str) -> list[str]:
    """The handling levels that an audience sees."""
    return [str(each) for each in LEVELS[: LEVELS.index(Handling(level)) + 1]]


def stricter(one: str, other: str) -> str:
    """The more restrictive of two levels."""
    return str(strictest(one, other))


def occurring(campaign: Campaign) -> set[str]:
    """The handling levels of all that a trace of this campaign would take. Two queries."""
    found = set(campaign.texts.standing().values_list("document__handling", flat=True))
    asks = campaign.asks.standing().values_list("handling", "source__document__handling")
    return found | {stricter(own, source or own) for own, source in asks.order_by().distinct()}


def audience(campaign: Campaign, user: Any) -> str:
    """The audience that a user belongs to: the highest level that occurs among what the user may see."""
    return _highest(occurring(campaign), sees(user))


def audiences_of(campaigns: Iterable[Campaign], user: Any) -> dict[str, str]:
    """By the keys of many campaigns, the audience that a user belongs to in each. Two queries for all."""
    held = list(campaigns)
    present: dict[str, set[str]] = {each.pk: set() for each in held}
    texts = CampaignDocument.objects.standing().filter(campaign__in=held).order_by()
    for pk, level in texts.values_list("campaign_id", "document__handling").distinct():
        present[pk].add(level)
    asks = AskRecord.objects.standing().filter(campaign__in=held).order_by()
    for pk, own, source in asks.values_list("campaign_id", "handling", "source__document__handling").distinct():
        present[pk].add(stricter(own, source or own))
    return {pk: _highest(levels, sees(user)) for pk, levels in present.items()}


def open_audience(campaign: Campaign, user: Any) -> str:
    """The user's audience, but for everything restricted: what may leave the house unasked."""
    return _highest(occurring(campaign), sees(user) - {Handling.RESTRICTED})


def audiences(campaign: Campaign) -> list[str]:
    """Every audience that needs a trace of its own, lowest first."""
    present = occurring(campaign)
    lowest = LEVELS.index(Handling(campaign.handling))
    return sorted(
        {_highest(present, set(LEVELS[: place + 1])) for place in range(lowest, len(LEVELS))},
        key=lambda level: LEVELS.index(Handling(level)),
    )


def _highest(present: Iterable[str], seen: Iterable[str]) -> str:
    both = {str(level) for level in present} & {str(level) for level in seen}
    return max(both, key=lambda level: LEVELS.index(Handling(level)), default=str(Handling.PUBLIC))
