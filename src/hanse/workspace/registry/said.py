"""Who says so? What sources attest of a record's fields, side by side; its reported measures; claims about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from hanse.text.dates import days
from hanse.workspace.documents.models import Document
from hanse.workspace.registry.agreeing import agree
from hanse.workspace.registry.models import Attestation, Claim, Record
from hanse.workspace.registry.shown import Shown, openable, shown

_NUMBER = re.compile(r"\d{1,3}(?:[ ,.'’\u00a0\u202f]\d{3})+(?!\d)|\d+")


@dataclass(frozen=True, slots=True)
class Saying:
    """One attestation as a reader sees it; ``link`` opens the source itself where that can be."""

    attestation: Attestation
    link: str

    @property
    def value(self) -> str:
        return self.attestation.value

    @property
    def anchor(self) -> SafeString:
        """The source by its title, as a link to it."""
        beyond = mark_safe(' rel="external noopener"') if self.link.startswith("http") else ""
        return format_html('<a href="{}"{}>{}</a>', self.link, beyond, self.attestation.source)


@dataclass(frozen=True, slots=True)
class Sourced:
    """A field with all that is said of it. ``values`` are the different ones: several where sources conflict."""

    field: Shown
    sayings: tuple[Saying, ...]
    values: tuple[str, ...]

    @property
    def conflict(self) -> bool:
        return len(self.values) > 1


class Said:
    """All that sources say of one record and a user may know, read once for a page."""

    def __init__(self, record: Record, user: Any) -> None:
        self.record, self.user = record, user
        found = list(Attestation.objects.all().about_seen(record, user).select_related("source"))
        links = links_of([each.source for each in found], user)
        self.by_field: dict[str, list[Saying]] = {}
        for each in found:
            self.by_field.setdefault(each.field, []).append(Saying(each, links[each.source_id]))
        self.own = {field.name for field in record._meta.concrete_fields}

    def sourced(self, name: str) -> Sourced:
        """One field of the record."""
        field, sayings = shown(self.record, name, self.user), tuple(self.by_field.get(name, ()))
        column = self.record._meta.get_field(name)
        raw = getattr(self.record, column.attname)
        values = [field.text] if sayings and field.text else []
        for each in sayings:
            alike = [*values, str(raw)] if values else []
            if each.value and not any(agree(column, each.value, value) for value in alike):
                values.append(each.value)
        return Sourced(field, sayings, tuple(values))

    def as_such(self) -> list[Saying]:
        """Who attests the record, and no single field of it."""
        return self.by_field.get("", [])

    def measures(self, day: date) -> list[Saying]:
        """What is only ever reported, as numbers of members, up to a day: by measure, newest first."""
        reported = [each for name, group in self.by_field.items() if name not in {*self.own, ""} for each in group]
        known = [each for each in reported if _begins(each) <= day]
        newest_first = sorted(known, key=_begins, reverse=True)
        return sorted(newest_first, key=lambda each: each.attestation.field)

    def claims(self) -> list[tuple[Claim, str]]:
        """Claims about the record, each with where its source can be opened."""
        found = list(Claim.objects.all().about_seen(self.record, self.user).select_related("source"))
        links = links_of([each.source for each in found], self.user)
        return [(each, links[each.source_id]) for each in found]


def number(value: str) -> int | None:
    """The one number in a text: "97", "240,000", "over 50"; None for none, or for several."""
    found = _NUMBER.findall(value)
    return int(re.sub(r"\D", "", found[0])) if len(found) == 1 else None


def _begins(saying: Saying) -> date:
    meant = days(saying.attestation.on)
    return meant[0] if meant else date.min


def links_of(sources: list[Any], user: Any) -> dict[str, str]:
    """Where each source is opened: its address, else its text in this office, else its page here."""
    held = {each.document_id for each in sources if each.document_id and not openable(each.url)}
    texts = {each.pk: each.get_absolute_url() for each in Document.objects.visible_to(user).filter(pk__in=held)}
    return {each.pk: openable(each.url) or texts.get(each.document_id) or each.get_absolute_url() for each in sources}
