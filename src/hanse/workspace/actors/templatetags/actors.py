"""What do the pages of actors say in half a line? What an actor is, how long a tie lasted, who says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import template
from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.formats import number_format
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hanse.places.countries import COUNTRIES
from hanse.workspace.actors.members import Reported
from hanse.workspace.actors.pictures import lasted
from hanse.workspace.actors.portfolio import Money
from hanse.workspace.languages import day as written
from hanse.workspace.languages import listed
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.models import Actor, ActorKind, Nature
from hanse.workspace.registry.regions import called
from hanse.workspace.registry.shown import country, labelled
from hanse.workspace.registry.sourced import Sources, last_attested
from hanse.workspace.registry.templatetags.registry import at

register = template.Library()
register.filter("lasted", lasted)

NATURES = {
    "": gettext_lazy("A network; of which nature is not documented"),
    Nature.MEMBERSHIP: gettext_lazy("A membership network"),
    Nature.INITIATIVE: gettext_lazy("An initiative, not a membership network"),
    Nature.PROGRAMME: gettext_lazy("A programme, not a membership network"),
    Nature.MECHANISM: gettext_lazy("A mechanism of a process, not a membership network"),
    Nature.COALITION: gettext_lazy("A coalition of networks"),
    Nature.CIVIL_SOCIETY: gettext_lazy("A civil-society alliance, not a network of cities"),
}


@register.simple_tag
def what_it_is(actor: Actor) -> str:
    """ "Municipality in Bangladesh, Southern Asia": what an actor is and where."""
    if actor.kind == ActorKind.NETWORK:
        what = listed(filter(None, (NATURES.get(actor.nature, ""), actor.scope)))
        seat = {"what": what, "place": actor.place}
        return _("%(what)s, seat in %(place)s.") % seat if actor.place else _("%(what)s.") % {"what": what}
    known = COUNTRIES.get(actor.country)
    if actor.kind == ActorKind.STATE:
        apart = known and known.subregion != known.region
        return _("%(what)s.") % {"what": listed([called(known.subregion), called(known.region)])} if apart else ""
    what = actor.get_tier_display() if actor.tier else actor.get_kind_display()
    if not actor.country:
        return _("%(what)s.") % {"what": what}
    said = {"what": what, "country": country(actor.country), "region": called(known.subregion) if known else ""}
    return _("%(what)s in %(country)s, %(region)s.") % said if known else _("%(what)s in %(country)s.") % said


@register.simple_tag
def also_called(names: Iterable[Any]) -> SafeString:
    """ "Dacca (formerly), Jahangir Nagar": other names, each in its language."""
    former = escape(_("%(name)s (formerly)"))
    return mark_safe(
        listed(SafeString(former) % {"name": _tagged(each)} if each.former else _tagged(each) for each in names)
    )


def _tagged(name: Any) -> SafeString:
    if name.language:
        return format_html('<bdi lang="{}">{}</bdi>', name.language, name.name)
    return format_html("<bdi>{}</bdi>", name.name)


@register.simple_tag(takes_context=True)
def links_to(context: Any, records: Iterable[Any]) -> SafeString:
    """Records one after the other, each with its page on the day that is shown; networks by their acronyms."""
    as_of = context.get("as_of")
    named = ((at(each, as_of), getattr(each, "acronym", "") or each) for each in records)
    return mark_safe(listed(format_html('<a href="{}"><bdi>{}</bdi></a>', *each) for each in named))


@register.simple_tag
def reported_beside(newest: Reported, documented: int) -> SafeString:
    """The number that a source reported last beside that of the members that are documented."""
    said = newest.saying.attestation
    source = format_html('<a href="{}">{}</a>', said.get_absolute_url(), said.source.publisher or said.source)
    told = {
        "number": format_html("<strong>{}</strong>", newest.saying.value),
        "unit": conditional_escape(said.unit or _("members")),
        "source": source,
        "documented": format_html("<strong>{}</strong>", intcomma(documented) if documented else _("none")),
        "day": conditional_escape(written(said.on)),
    }
    if said.on:
        sentence = _("%(number)s %(unit)s reported for %(day)s by %(source)s, %(documented)s documented here.")
    else:
        sentence = _("%(number)s %(unit)s reported by %(source)s, %(documented)s documented here.")
    return mark_safe(escape(sentence) % told)


@register.simple_tag
def sum_of(money: Money) -> str:
    """ "EUR 1,000 committed, receipts not documented in 2 records"."""
    committed, received = _("commitments not documented"), _("receipts not documented")
    if money.committed is not None:
        committed = _("%(amount)s committed") % {"amount": amount(money.committed)}
    if money.received is not None:
        received = _("%(amount)s received") % {"amount": amount(money.received)}
    said = ngettext(
        "%(currency)s %(committed)s, %(received)s in %(n)s record",
        "%(currency)s %(committed)s, %(received)s in %(n)s records",
        money.records,
    )
    currency = money.currency or _("without a currency")
    return said % {"currency": currency, "committed": committed, "received": received, "n": intcomma(money.records)}


@register.filter
def over(tie: Any, as_of: AsOf) -> bool:
    """Whether a tie that ended had ended by the day; of one that ended on an unknown day, so it is."""
    return tie.last is None or tie.last < as_of.day


@register.filter
def amount(value: Decimal) -> str:
    """1,250,000 or 12.50: cents only where there are some."""
    cents = 0 if value == value.to_integral_value() else 2
    return number_format(round(value, cents), decimal_pos=cents, force_grouping=True)


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
        return format_html('<span class="quiet">{}</span>', _("no source noted"))
    link = record.get_absolute_url()
    if known.differ:
        fields = listed(labelled(record._meta.get_field(name)) for name in known.differ)
        return format_html(
            '<a class="differ" href="{}">{}</a>', link, _("sources differ: %(fields)s") % {"fields": fields}
        )
    said = ngettext("%(n)s source", "%(n)s sources", known.count) % {"n": intcomma(known.count)}
    return format_html('<a href="{}">{}</a>', link, said)
