"""What do pages of the registry need? Fields with their sources, addresses that keep the day, the day's control."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import template
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.reports import finding
from hanse.workspace import languages
from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.registry import kinds, shown, translated
from hanse.workspace.registry.as_of import AsOf, Count, grouped
from hanse.workspace.registry.forms import FIXED
from hanse.workspace.registry.latest import latest
from hanse.workspace.registry.models import Actor, ActorKind, Event, Instrument, Participation, Record
from hanse.workspace.registry.pages import SECTIONS
from hanse.workspace.registry.said import Said
from hanse.workspace.registry.tied import addable
from hanse.workspace.registry.together import together

register = template.Library()
register.filter("country", shown.country)
register.filter("openable", shown.openable)
register.filter("measure", shown.measure)
register.filter("translatable", lambda record: bool(translated.content(record)))
register.filter("listed", languages.listed)
register.simple_tag(kinds.kind_of, name="kind_of")
register.simple_tag(addable)


@register.filter
def day(value: str) -> str:
    """A partial date as people write it; nothing for none."""
    return finding.day(value) if value else ""


@register.filter
def days(values: Iterable[str]) -> str:
    """Several partial dates, or other values, one after the other."""
    return languages.listed(map(day, values))


@register.filter
def told(count: Count) -> str:
    """A count of a day, with what no date places."""
    return count.told(grouped(count.total))


@register.simple_tag
def counted(kind: kinds.Kind, count: Count, as_of: AsOf) -> str:
    """How many of a kind a list has: "12 cities as of 31 December 2010", with what no date places."""
    held = kind.number(count.total)
    if as_of.past and kind.timed:
        held = _("%(held)s as of %(day)s") % {"held": held, "day": date_format(as_of.day, "DATE_FORMAT")}
    return count.told(held)


@register.filter
def measured(said: Any) -> str:
    """What a source reports, as people read it: "3411408" is 3,411,408; "1984" without a unit may be a year."""
    value: str = said.value
    plain = value.isascii() and value.isdigit() and not value.startswith("0")
    return grouped(int(value)) if plain and (said.unit or len(value) > 4) else day(value)


@register.filter
def at(record: Any, as_of: AsOf | None) -> str:
    """The address of a record on the day that is shown: ``{{ record|at:as_of }}``. Takes an address too."""
    address = record if isinstance(record, str) else record.get_absolute_url()
    return f"{address}?{urlencode({'as_of': as_of.given})}" if as_of and as_of.past else address


NOT_YET: dict[type[Record], Any] = {
    Actor: gettext_lazy("Not founded yet on %(day)s."),
    Instrument: gettext_lazy("Not yet adopted on %(day)s."),
    Participation: gettext_lazy("Not yet done on %(day)s."),
}


@register.simple_tag
def not_yet(record: Record, as_of: AsOf) -> str:
    """ "Not founded yet on 31 December 2010." for a page that shows a day before its record began; "" otherwise."""
    if getattr(record, "kind", "") == ActorKind.PERSON or isinstance(record, Event):
        return ""
    day = date_format(as_of.day, "DATE_FORMAT")
    if _to_come(record, as_of.day):
        return NOT_YET.get(type(record), _("Not begun yet on %(day)s.")) % {"day": day}
    ends = [getattr(record, name) for name in record.bounded_by] if not getattr(record, "first", None) else []
    later = [str(end) for end in ends if end and _to_come(end, as_of.day)]
    told = _("Not begun yet on %(day)s: %(names)s began later.") % {"day": day, "names": together(later)}
    return told if later else ""


def _to_come(record: Record, day: date) -> bool:
    model = type(record)
    return model._base_manager.filter(model.to_come(day), pk=record.pk).exists()


@register.filter
def in_registry(request: HttpRequest) -> bool:
    """Whether a page is one of the registry."""
    match = getattr(request, "resolver_match", None)
    return match is not None and match.func.__module__.startswith("hanse.workspace.registry")


@register.filter
def others(request: HttpRequest, names: str) -> list[tuple[str, str]]:
    """What an address asks for besides ``names``: what a form that sets those must carry on."""
    asked = request.GET.lists()
    return [(name, value) for name, values in asked if name not in names.split() for value in values]


@register.simple_tag(takes_context=True)
def sections_of(context: Any, record: Any, as_of: AsOf, plural: str) -> str:
    """What rooms above have to say on the page of a record: ``{% sections_of record as_of "sessions" %}``."""
    request = context["request"]
    return mark_safe("".join(each(request, record, as_of) for each in SECTIONS.get(plural, ())))


@register.simple_tag(takes_context=True)
def said_of(context: Any, record: Any) -> Said:
    """All that sources say of a record: ``{% said_of record as said %}``; read once a page."""
    request = context["request"]
    kept: dict[str, Said] = request.__dict__.setdefault("said_of", {})
    if record.pk not in kept:
        kept[record.pk] = Said(record, request.user)
    return kept[record.pk]


@register.inclusion_tag("registry/parts/field.html", takes_context=True)
def sourced(context: Any, record: Any, name: str, label: str = "", always: bool = False) -> dict[str, Any]:
    """A field of a record with its sources, as one row of ``<dl class="record">``: ``{% sourced record "since" %}``.

    ``always`` shows it where nothing is documented too.
    """
    said, request = said_of(context, record), context["request"]
    asking = ""
    if may(request.user, Right.RECORD) and not FIXED & set(kinds.kind_of(record).columns):
        asking = f"{reverse('record-attest', args=[kinds.kind_of(record).plural, record.pk])}?field={name}"
    return {"sourced": said.sourced(name), "label": label, "asking": asking, "request": request, "always": always}


@register.simple_tag
def said_of_measures(said: Said, as_of: AsOf) -> list[Any]:
    """What is only reported of a record, up to the day that is shown."""
    return said.measures(as_of.day)


@register.simple_tag
def querystring_of(as_of: AsOf, field: str, pk: str, always: bool = False) -> str:
    """``?network=uclg``, with the day that is shown or, for ``always``, with all days."""
    asked = {field: pk} | ({"as_of": as_of.given} if as_of.past else {}) | ({"when": "always"} if always else {})
    return f"?{urlencode(asked)}"


@register.inclusion_tag("registry/parts/latest.html", takes_context=True)
def latest_in_registry(context: Any) -> dict[str, Any]:
    """The ways into the registry, and what was added or changed last, of what the visitor may see."""
    user = context["request"].user
    ways = [
        (plural, kinds.KINDS[plural].labels) for plural in ("cities", "networks", "states", "instruments", "processes")
    ]
    return {"user": user, "ways": ways, "entries": latest(user)}
