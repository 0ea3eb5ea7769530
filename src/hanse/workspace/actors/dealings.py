"""What did an actor agree to, give and take? Its acts, the terms of its agreements, and episodes of leverage."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from hanse.workspace.actors.portfolio import Portfolio
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Episode, Instrument, Term


def dealings(portfolio: Portfolio) -> dict[str, Any]:
    """For the page of a state or an organisation, as they were known on the portfolio's day."""
    episodes = _episodes(portfolio)
    return {
        "acts": _acts(portfolio),
        "terms": _terms(portfolio),
        "episodes": episodes,
        "by_it": sum(each.by_id == portfolio.actor.pk for each in episodes),
        "against_it": sum(each.against_id == portfolio.actor.pk for each in episodes),
    }


def _acts(portfolio: Portfolio) -> list[tuple[Instrument, list[Any]]]:
    """Each instrument with all that was done to it, in the order of the first."""
    found: dict[str, tuple[Instrument, list[Any]]] = {}
    for each in portfolio.participations:
        found.setdefault(each.instrument_id, (each.instrument, []))[1].append(each)
    return list(found.values())


def _terms(portfolio: Portfolio) -> list[Term]:
    held = Term.objects.visible_to(portfolio.user).filter(Q(giver=portfolio.actor) | Q(receiver=portfolio.actor))
    known = held.begun(portfolio.day).select_related("instrument", "giver", "receiver")
    return list(known.order_by("instrument__folded", "first", "pk"))


def _episodes(portfolio: Portfolio) -> list[Episode]:
    held = Episode.objects.visible_to(portfolio.user).filter(Q(by=portfolio.actor) | Q(against=portfolio.actor))
    known = KINDS["episodes"].known(held, portfolio.day)
    return list(known.select_related("by", "against").order_by("-first", "pk"))
