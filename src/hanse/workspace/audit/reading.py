"""What is asked of the log? A person, a record, a verb, a period: filters of a page, and the rows that they leave."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.apps import apps
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hanse.workspace.audit.chain import COLUMNS
from hanse.workspace.audit.models import Entry, Verb


class Asked(forms.Form):
    """The filters of the page."""

    person = forms.CharField(required=False, max_length=254, label=_("Person"), help_text=_("e-mail, or a part of it"))
    record = forms.CharField(required=False, max_length=40, label=_("Record"), help_text=_("its id, as in its address"))
    verb = forms.ChoiceField(required=False, choices=[("", _("everything")), *Verb.choices], label=_("What was done"))
    since = forms.DateField(required=False, label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(required=False, label=_("To"), widget=forms.DateInput(attrs={"type": "date"}))

    def rows(self) -> Any:
        """The rows asked for, newest first; none where a filter cannot be read."""
        if not self.is_valid():
            return Entry.objects.none()
        said, found = self.cleaned_data, Entry.objects.all()
        if said["person"]:
            found = found.filter(email__icontains=said["person"])
        if said["record"]:
            found = found.filter(_about(said["record"].strip()))
        if said["verb"]:
            found = found.filter(verb=said["verb"])
        if said["since"]:
            found = found.filter(at__gte=_midnight(said["since"]))
        if said["until"]:
            found = found.filter(at__lt=_midnight(said["until"] + timedelta(days=1)))
        return found


def _midnight(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _about(key: str) -> Q:
    """Rows about a record: its own, and those about many at once whose states are among its history."""
    found = Q(record=key)
    for model in apps.get_models():
        kept = getattr(model._meta, "simple_history_manager_attribute", "")
        if not kept or not model.__module__.startswith("hanse.workspace."):
            continue
        try:
            states = getattr(model, kept).filter(**{model._meta.pk.attname: model._meta.pk.to_python(key)})
        except forms.ValidationError:  # a model whose ids are numbers
            continue
        for number in states.order_by().values_list("history_id", flat=True):
            many = Q(model=model._meta.label_lower, record="", first_state__lte=number, last_state__gte=number)
            found |= many
    return found


def called(rows: Iterable[Entry], user: Any) -> dict[tuple[str, str], Any]:
    """By model and id: the records of ``rows`` that are there still and that the user may see."""
    wanted: dict[str, set[str]] = {}
    for each in rows:
        if each.record:
            wanted.setdefault(each.model, set()).add(each.record)
    found: dict[tuple[str, str], Any] = {}
    for label, keys in wanted.items():
        held = getattr(apps.get_model(label), "objects", None)
        if label == "accounts.user":
            found |= {(label, str(person.pk)): person for person in held.filter(pk__in=keys)}
        elif held is not None and hasattr(held, "visible_to"):
            seen = held.visible_to(user).filter(pk__in=keys)
            found |= {(label, str(record.pk)): record for record in seen}
    return found


def sheet(rows: Any) -> Iterator[str]:
    """The rows as CSV, line by line, oldest first."""
    line = csv.writer(_Echo())
    yield line.writerow([*COLUMNS, "hash"])
    for row in rows.order_by("number").values_list(*COLUMNS, "hash").iterator(chunk_size=2000):
        yield line.writerow([_cell(each) for each in row])


class _Echo:
    def write(self, text: str) -> str:
        return text


def _cell(value: Any) -> str:
    """No cell that a spreadsheet would take for a formula."""
    said = "" if value is None else value.isoformat() if isinstance(value, datetime) else str(value)
    return f"'{said}" if said[:1] in {"=", "+", "-", "@", "\t", "\r"} else said
