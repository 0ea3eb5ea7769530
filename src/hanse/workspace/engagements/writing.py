"""How is an engagement written down? With those who took part and what follows, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse.workspace.accounts.models import Named
from hanse.workspace.accounts.rights import Handling, Right, may
from hanse.workspace.engagements.models import Engagement, EngagementKind, EngagementParticipant, FollowUp
from hanse.workspace.engagements.who import as_participant
from hanse.workspace.languages import together
from hanse.workspace.registry.models import Actor

NAMED_IN_TITLE = 3


def enter(
    said: dict[str, Any], actors: Iterable[Actor], *, user: Any, city: Actor | None, key: str
) -> tuple[Engagement, bool]:
    """Write what the short form said; whether it is new. ``key`` is the form's own: sent twice, it is one engagement.

    ``city`` is the one that a focal point enters it for: it takes part.
    """
    day: date = said["when"]
    actors = list(dict.fromkeys(actors))
    others = [each for each in actors if city is None or each.pk != city.pk]
    fields = {
        "kind": said["kind"],
        "title": said.get("title") or titled(said["kind"], others),
        "since": day.isoformat(),
        "place": said["place"],
        "session": said.get("session"),
        "agreed": said["agreed"],
        "handling": said["handling"],
        "author": user,
        "city": city,
    }
    with transaction.atomic():
        made, new = Engagement.objects.get_or_create(pk=key, defaults=fields)
        if new:
            take_part(made, [*([city] if city else []), *others], user, day)
            name_author(made, user)
            if said["follow_up"]:
                follow_up(made, said["follow_up"], said.get("owner"), said.get("due"))
    return made, new


def titled(kind: str, actors: list[Actor]) -> str:
    """ "Meeting with Tunis and UCLG": what an engagement is called that nobody gave a title."""
    label = str(EngagementKind(kind).label)
    names = [str(each) for each in actors[:NAMED_IN_TITLE]]
    if len(actors) > NAMED_IN_TITLE:
        left = len(actors) - NAMED_IN_TITLE
        names.append(ngettext("%(n)s other", "%(n)s others", left) % {"n": left})
    return (_("%(kind)s with %(who)s") % {"kind": label, "who": together(names)} if names else label)[:300]


def take_part(engagement: Engagement, actors: Iterable[Actor], user: Any, day: date) -> None:
    """Note that ``actors`` took part."""
    for actor in actors:
        each: EngagementParticipant = as_participant(actor, user, day)
        each.engagement, each.handling = engagement, engagement.handling
        each.save()


def follow_up(engagement: Engagement, what: str, owner: Any, due: date | None) -> FollowUp:
    """Note that something is to be done; it is seen in the house, however public the engagement is."""
    return FollowUp.objects.create(
        engagement=engagement, what=what, owner=owner, due=due.isoformat() if due else "", handling=within(engagement)
    )


def within(engagement: Engagement) -> str:
    """How a follow-up is handled: as its engagement, and never publicly."""
    return Handling.RESTRICTED if engagement.handling == Handling.RESTRICTED else Handling.INTERNAL


def name_author(engagement: Engagement, user: Any) -> None:
    """Who enters for a city what only the office and the people named may see is one of these."""
    if engagement.handling == Handling.RESTRICTED and not may(user, Right.DESK):
        label = engagement._meta.label_lower
        Named.objects.get_or_create(person=user, model=label, record=engagement.pk, defaults={"by": user})
