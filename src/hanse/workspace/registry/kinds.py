"""Which kinds of record are there? Registered once; lists, forms, history, exchange and API follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models

from hanse.workspace.registry.models import (
    Actor,
    ActorKind,
    Attestation,
    Claim,
    Clearance,
    Episode,
    Funding,
    Instrument,
    Membership,
    Name,
    Objective,
    Office,
    Participation,
    Project,
    Record,
    Reprisal,
    Source,
    Standing,
    Term,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record.

    ``plural`` stands in addresses, file names and the API; ``columns`` are the fields that people fill in, in order;
    ``identity`` are those by which a row of a sheet finds the record that it means; ``schema`` is its schema.org type.
    ``only`` are values that all records of the kind have, where a model holds several kinds.
    """

    model: type[Record]
    plural: str
    label: str
    labels: str
    columns: tuple[str, ...]
    identity: tuple[str, ...]
    schema: str = "Thing"
    only: tuple[tuple[str, Any], ...] = ()

    @property
    def name(self) -> str:
        """How the kind is called in a file: "membership"; kinds of one model share it."""
        return self.model._meta.model_name

    @property
    def dated(self) -> bool:
        return any(field.name == "first" for field in self.model._meta.fields)

    def records(self) -> Any:
        """All records of the kind; go on with ``.visible_to(user)``."""
        return self.model.objects.filter(**dict(self.only))

    def fields(self) -> list[models.Field]:
        return [self.model._meta.get_field(name) for name in self.columns]


_ACTOR = ("name", "acronym", "country", "since", "until", "website", "description")
_PLACE = ("place", "geonames_id", "latitude", "longitude")


def _actors(plural: str, label: str, labels: str, kind: str, own: tuple[str, ...], schema: str) -> Kind:
    columns = (*_ACTOR[:2], *own, *_ACTOR[2:])
    identity = ("name", "country") if kind != ActorKind.NETWORK else ("name",)
    return Kind(Actor, plural, label, labels, columns, identity, schema, (("kind", kind),))


_KINDS = [
    _actors(
        "cities",
        "city",
        "cities",
        ActorKind.LOCAL_GOVERNMENT,
        ("tier", "parent", *_PLACE, "competences"),
        "AdministrativeArea",
    ),
    _actors(
        "networks", "network", "networks", ActorKind.NETWORK, ("nature", "scope", "parent", *_PLACE), "Organization"
    ),
    _actors("states", "state", "states", ActorKind.STATE, ("geonames_id", "latitude", "longitude"), "Country"),
    Kind(
        Actor,
        "organisations",
        "organisation",
        "organisations",
        ("kind", *_ACTOR[:2], "scope", "parent", *_PLACE, *_ACTOR[2:]),
        ("name",),
        "Organization",
        (("kind__in", tuple(each for each in ActorKind if each not in {"city", "network", "state", "person"})),),
    ),
    _actors("office-holders", "office-holder", "office-holders", ActorKind.PERSON, (), "Person"),
    Kind(Name, "names", "other name", "other names", ("actor", "name", "language", "former"), ("actor", "name")),
    Kind(
        Membership,
        "memberships",
        "membership",
        "memberships",
        ("actor", "network", "grade", "since", "until", "ended"),
        ("actor", "network", "since"),
        "Role",
    ),
    Kind(
        Standing,
        "standing",
        "standing",
        "standing",
        ("actor", "body", "status", "since", "until"),
        ("actor", "body", "status"),
        "Role",
    ),
    Kind(
        Office,
        "offices",
        "public office",
        "public offices",
        ("person", "body", "title", "since", "until", "ended"),
        ("person", "body", "title", "since"),
        "Role",
    ),
    Kind(
        Instrument,
        "instruments",
        "instrument",
        "instruments",
        (
            "title",
            "short",
            "symbol",
            "kind",
            "force",
            "level",
            "theme",
            "adopted",
            "in_force",
            "ended",
            "body",
            "url",
            "description",
        ),
        ("title",),
        "Legislation",
    ),
    Kind(
        Objective,
        "objectives",
        "objective",
        "objectives",
        ("instrument", "number", "title"),
        ("instrument", "number"),
        "CreativeWork",
    ),
    Kind(
        Participation,
        "participations",
        "participation",
        "participation",
        ("actor", "instrument", "act", "date"),
        ("actor", "instrument", "act"),
        "Action",
    ),
    Kind(
        Term,
        "terms",
        "term",
        "terms",
        ("instrument", "giver", "receiver", "gives", "what", "amount", "currency", "kept", "outcome", "since", "until"),
        ("instrument", "giver", "what"),
    ),
    Kind(
        Project,
        "projects",
        "project",
        "projects",
        ("title", "lead", "partners", "since", "until", "url", "description"),
        ("title",),
        "Project",
    ),
    Kind(
        Funding,
        "funding",
        "funding",
        "funding",
        ("donor", "recipient", "project", "committed", "received", "currency", "since", "until", "conditions"),
        ("donor", "recipient", "project", "since"),
        "MonetaryGrant",
    ),
    Kind(
        Clearance,
        "clearances",
        "clearance",
        "clearances",
        ("city", "authority", "what", "status", "date", "due", "membership", "instrument", "project"),
        ("city", "authority", "what"),
    ),
    Kind(
        Episode,
        "episodes",
        "episode",
        "episodes",
        ("title", "by", "against", "lever", "demand", "outcome", "since", "until", "description"),
        ("title",),
        "Event",
    ),
    Kind(
        Reprisal,
        "reprisals",
        "reprisal",
        "reprisals",
        ("against", "by", "act", "legal_basis", "outcome", "since", "until"),
        ("against", "act", "since"),
    ),
    Kind(
        Source,
        "sources",
        "source",
        "sources",
        ("title", "publisher", "url", "date", "accessed"),
        ("title", "url"),
        "CreativeWork",
    ),
    Kind(
        Attestation,
        "attestations",
        "attestation",
        "attestations",
        ("record_type", "record_id", "field", "value", "unit", "on", "source", "quote", "locator", "confidence"),
        ("record_type", "record_id", "field", "value", "on", "source"),
        "Claim",
    ),
    Kind(
        Claim,
        "claims",
        "claim",
        "claims",
        ("wording", "subject_type", "subject_id", "field", "value", "unit", "source", "quote", "locator", "doubt"),
        ("wording", "source"),
        "Claim",
    ),
]
KINDS: dict[str, Kind] = {each.plural: each for each in _KINDS}
"""By plural, in the order in which a file of all records is written: what is tied to comes before what ties."""


def register(*kinds: Kind) -> None:
    """Add the kinds of another app; call it when that app is ready."""
    KINDS.update({each.plural: each for each in kinds})


def kind_of(record: Record) -> Kind:
    """The kind that a record is of."""
    for each in KINDS.values():
        if each.model is type(record) and _is(record, each.only):
            return each
    raise KeyError(type(record).__name__)


def _is(record: Record, only: tuple[tuple[str, Any], ...]) -> bool:
    for lookup, wanted in only:
        name, _, within = lookup.partition("__")
        value = getattr(record, name)
        if (value not in wanted) if within else (value != wanted):
            return False
    return True
