"""What do the pages of actors say in half a line? What an actor is, how long a tie lasted, who says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from hanse.places.countries import COUNTRIES
from hanse.workspace.actors.pictures import lasted
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.models import Actor, ActorKind, Nature
from hanse.workspace.registry.shown import country
from hanse.workspace.registry.sourced import Sources, last_attested

register = template.Library()
register.filter("lasted", lasted)

NATURES = {
    Nature.MEMBERSHIP: "A membership network",
    Nature.INITIATIVE: "An initiative, not a membership network",
    Nature.PROGRAMME: "A programme, not a membership network",
    Nature.MECHANISM: "A mechanism of a process, not a membership network",
    Nature.COALITION: "A coalition of networks",
    Nature.CIVIL_SOCIETY: "A civil-society alliance, not a network of cities",
}


@register.simple_tag
def what_it_is(actor: Actor) -> str:
    """ "Municipality in Bangladesh, Southern Asia": what an actor is and where."""
    if actor.kind == ActorKind.NETWORK:
        said = NATURES.get(Nature(actor.nature), "") if actor.nature else "A network; of which nature is not documented"
        scope = f", {actor.scope}" if actor.scope else ""
        seat = f", seat in {actor.place}" if actor.place else ""
        return f"{said}{scope}{seat}."
    known = COUNTRIES.get(actor.country)
    if actor.kind == ActorKind.STATE:
        return f"{known.subregion}, {known.region}." if known and known.subregion != known.region else ""
    what = actor.get_tier_display() if actor.tier else actor.get_kind_display()
    where = f" in {country(actor.country)}" if actor.country else ""
    region = f", {known.subregion}" if known else ""
    return f"{what}{where}{region}."


@register.filter
def over(tie: Any, as_of: AsOf) -> bool:
    """Whether a tie that ended had ended by the day; of one that ended on an unknown day, so it is."""
    return tie.last is None or tie.last < as_of.day


@register.filter
def amount(value: Decimal) -> str:
    """1,250,000 or 12.50: cents only where there are some."""
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"


@register.filter
def lower_first(said: str) -> str:
    """For the middle of a sentence."""
    return said[:1].lower() + said[1:]


@register.filter
def minus(count: int, others: Sequence[Any]) -> int:
    return count - len(others)


@register.simple_tag
def count_of(*lists: Sequence[Any]) -> int:
    return sum(map(len, lists))


@register.simple_tag(takes_context=True)
def attested_last(context: Any, records: Iterable[Any]) -> dict[str, str]:
    """Of ties without a documented end, when they were last attested: ``{% attested_last ties as attested %}``."""
    as_of = context.get("as_of")
    return last_attested(list(records), context["request"].user, as_of.day if as_of and as_of.past else None)


@register.filter
def of(told: Mapping[str, str], record: Any) -> str:
    """What is told of one record."""
    return told.get(record.pk, "")


@register.simple_tag
def source_note(sources: Mapping[str, Sources], record: Any) -> SafeString:
    """ "2 sources", "sources differ: since", or that none is noted; leads to the record."""
    known = sources.get(record.pk)
    if known is None:
        return mark_safe('<span class="quiet">no source noted</span>')
    link = record.get_absolute_url()
    if known.differ:
        return format_html('<a class="differ" href="{}">sources differ: {}</a>', link, ", ".join(known.differ))
    return format_html('<a href="{}">{} source{}</a>', link, known.count, "" if known.count == 1 else "s")
