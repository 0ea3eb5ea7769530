"""How does a field of a record read? Choices by their names, dates as people write them, relations as links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from unicodedata import combining, normalize

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hanse.places.countries import COUNTRIES
from hanse.reports.finding import day
from hanse.workspace.languages import territory
from hanse.workspace.registry.models import EdtfField, Record

LABELS = {
    "geonames_id": "GeoNames",
    "in_force": pgettext_lazy("column", "in force since"),
    "url": gettext_lazy("address"),
    "on": pgettext_lazy("column", "holds for"),
}
MEASURES = {
    "attendees": gettext_lazy("attendees"),
    "countries": gettext_lazy("countries"),
    "endorsements": gettext_lazy("endorsements"),
    "members": gettext_lazy("members"),
    "parties": gettext_lazy("parties"),
    "pledges": gettext_lazy("pledges"),
    "signatories": gettext_lazy("signatories"),
}
"""What is often reported and is no field, as attestations name it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One field as it is read: its ``label``, its ``text`` (empty where nothing is documented), where it leads."""

    name: str
    label: str
    text: str
    link: str = ""
    long: bool = False


def shown(record: Record, name: str, user: Any) -> Shown:
    """A field of a record as ``user`` may read it: what it names is named only to those who may see that."""
    field = record._meta.get_field(name)
    label, long = labelled(field), isinstance(field, models.TextField)
    value = getattr(record, field.attname)
    if value in (None, ""):
        return Shown(name, label, "")
    if field.is_relation:
        return _related(field, record, user)
    return Shown(name, label, _text(record, field, value), _link(field, value), long)


def labelled(field: models.Field) -> str:
    """What a field is called on screen."""
    return str(LABELS.get(field.name, field.verbose_name))


def measure(name: str) -> str:
    """What is reported: "members"; what is no measure that many report, as its source was noted with."""
    return str(MEASURES.get(name, name))


def _related(field: models.Field, record: Record, user: Any) -> Shown:
    visible = field.related_model.objects
    visible = visible.visible_to(user) if hasattr(visible, "visible_to") else visible.none()
    found = visible.filter(pk=getattr(record, field.attname)).first()
    if found is None:
        return Shown(field.name, labelled(field), "")
    return Shown(field.name, labelled(field), str(found), found.get_absolute_url())


def _text(record: Record, field: models.Field, value: Any) -> str:
    if field.choices:
        return str(getattr(record, f"get_{field.name}_display")())
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(field, EdtfField):
        return day(value)
    if field.name == "country":
        return country(value)
    return number_format(value, force_grouping=True) if isinstance(field, models.DecimalField) else str(value)


def _link(field: models.Field, value: Any) -> str:
    """Where a reader can follow a value: an address, a place at GeoNames."""
    if isinstance(field, models.URLField):
        return openable(value)
    return f"https://www.geonames.org/{value}" if field.name == "geonames_id" else ""


def openable(address: str) -> str:
    """An address that a page may link to; empty for what is none."""
    return address if address.startswith(("https://", "http://")) else ""


def country(code: str) -> str:
    """The name of a country of an ISO 3166-1 alpha-3 code, in the language of the page; the code where it is not
    known."""
    known = COUNTRIES.get(code)
    return territory(known.alpha2, known.name) if known else code


def alphabetical(name: str) -> str:
    """By what a name is sorted in a list: its letters, case and marks aside."""
    return "".join(each for each in normalize("NFKD", name.casefold()) if not combining(each))
