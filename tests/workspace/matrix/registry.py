"""What does a registry with one record of every kind look like? Each tied to the others that it has to name."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from hanse.workspace.registry.kinds import KINDS, Kind
from hanse.workspace.registry.models import Actor, EdtfField, Record
from hanse.workspace.statements.models import Version

LONG_AGO = datetime(2015, 1, 1, tzinfo=UTC)
ACTORS = {
    "parent": "cities",
    "actor": "cities",
    "network": "networks",
    "body": "organisations",
    "person": "office-holders",
    "giver": "states",
    "receiver": "states",
    "lead": "cities",
    "donor": "organisations",
    "recipient": "cities",
    "city": "cities",
    "by": "states",
    "against": "cities",
    "convenor": "organisations",
    "host": "states",
    "delegation": "states",
    "decided_by": "organisations",
}
_SAID = {
    "kind": {"organisations": "international", "instruments": "compact", "deadlines": "input"},
    "act": {"participations": "endorsed", "reprisals": "funding cut"},
    "country": {"": "MAR"},
    "nature": {"networks": "membership"},
    "field": {"": "since"},
    "latitude": {"": 33.5},
    "longitude": {"": -7.6},
    "geonames_id": {"": 2553604},
    "number": {"": 1},
    "language": {"": "fr"},
    "of": {"": "en"},
    "currency": {"": "EUR"},
    "on": {"": "2016"},
    "adopted": {"": "2014"},
    "in_force": {"": "2015"},
    "ended": {"": ""},
    "until": {"": ""},
    "route": {"access": "national delegation"},
    "passed": {"deadlines": ""},
    "broken": {"deadlines": None},
    "opens": {"deadlines": None, "statements": "2015-01-01"},
    "closes": {"statements": "2015-12-31"},
    "toward": {"": ""},
    "languages": {"": "en"},
    "authentic": {"": "en"},
    "answers": {"": {}},
    "state": {"pledges": "published"},
    "status": {"pledges": "fulfilled"},
    "opened": {"calls": LONG_AGO, "surveys": LONG_AGO},
    "closed": {"surveys": LONG_AGO},
    "frozen": {"statements": LONG_AGO},
    "rule": {"indicators": '{"count":[{"kind":"cities"}]}'},
    "same_as": {"": None},
    "published": {"practices": LONG_AGO, "pledges": LONG_AGO, "surveys": LONG_AGO},
}


class Registry:
    """One record of each kind under ``<stem>-<kind>``, tied to those that ``tied`` gives."""

    def __init__(self, stem: str, word: str, handling: str, tied: Registry | None = None, document: Any = None) -> None:
        self.stem, self.word, self.handling = stem, word, handling
        self.tied, self.document = tied or self, document
        self.held: dict[str, Any] = {}
        for plural, kind in KINDS.items():
            self.held[plural] = self._made(kind)

    def _made(self, kind: Kind) -> Any:
        said = {name: value for name, value in kind.only if "__" not in name}
        for field in kind.model._meta.concrete_fields:
            written = field.editable or kind.plural in _SAID.get(field.name, {})
            if written and field.name not in {"id", "handling", "removed", "made", "merged_into", *said}:
                said[field.name] = self._value(kind, field)
        if kind.plural == "translations" and self.tied is not self:
            said["language"] = "es"  # in French the record that they are tied to is translated already
        if kind.plural == "signatures":
            said["statement"] = self.held["statements"]
            said["version"] = said["statement"].versions.get()
        made = kind.model(id=f"{self.stem}-{kind.plural}"[:40], handling=self.handling, **said)
        made.full_clean(exclude=["id"])
        made.save()
        if kind.plural == "statements":
            Version.objects.create(statement=made, number=1, frozen_at=LONG_AGO, languages="en", sha256="0" * 64)
        return made

    def _value(self, kind: Kind, field: models.Field) -> Any:
        given = _SAID.get(field.name, {})
        if kind.plural in given or "" in given:
            return given.get(kind.plural, given.get(""))
        if field.is_relation:
            return self.named(field)
        if field.name in {"record_id", "subject_id"}:
            return self.tied.held.get("cities", self.held["cities"]).pk
        if field.choices:
            return next(value for value, _ in field.flatchoices if value)
        if isinstance(field, EdtfField):
            return (timezone.localdate() + timedelta(days=20)).isoformat() if kind.plural == "sessions" else "2015"
        if isinstance(field, models.BooleanField):
            return True
        if isinstance(field, models.DateTimeField):
            return None if field.null else timezone.now() + timedelta(days=10)
        if isinstance(field, models.URLField):
            return f"https://{self.word.lower()}.example.org/"
        if isinstance(field, models.SlugField):
            return f"{self.stem}-{kind.plural}"
        if isinstance(field, models.CharField | models.TextField):
            return f"{self.word} {kind.plural} {field.name}"[: field.max_length]
        return 7

    def named(self, field: models.Field) -> Any:
        if field.related_model is ContentType:
            return ContentType.objects.get_for_model(Actor)
        if field.related_model._meta.model_name == "document":
            return self.document
        if not issubclass(field.related_model, Record):
            return None
        plural = ACTORS.get(field.name) if field.related_model is Actor else None
        plural = plural or next(each.plural for each in KINDS.values() if each.model is field.related_model)
        return self.tied.held.get(plural) or self.held.get(plural)
