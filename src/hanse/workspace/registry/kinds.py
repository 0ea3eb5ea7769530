"""Which kinds of record are there? Registered once; lists, forms, history, exchange and API follow from it."""

from __future__ import annotations

from hanse.workspace.registry.kind import Kind
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

__all__ = ["KINDS", "Kind", "kind_of", "kinds_of", "register"]

_ACTOR = ("name", "acronym", "country", "since", "until", "website", "description")
_PLACE = ("place", "geonames_id", "latitude", "longitude")


def _actors(plural: str, label: str, labels: str, kind: str, own: tuple[str, ...], schema: str, about: str) -> Kind:
    columns = (*_ACTOR[:2], *own, *_ACTOR[2:])
    identity = ("name", "country") if kind != ActorKind.NETWORK else ("name",)
    return Kind(Actor, plural, label, labels, columns, identity, schema, (("kind", kind),), about)


_KINDS = [
    _actors(
        "cities",
        "city",
        "cities",
        ActorKind.LOCAL_GOVERNMENT,
        ("tier", "parent", *_PLACE, "competences"),
        "AdministrativeArea",
        "Local governments: municipalities, metropolitan areas, districts, regions; each apart from its place.",
    ),
    _actors(
        "networks",
        "network",
        "networks",
        ActorKind.NETWORK,
        ("nature", "scope", "parent", *_PLACE),
        "Organization",
        "City networks, and what is like one but has no members: initiatives, programmes, mechanisms, coalitions.",
    ),
    _actors(
        "states",
        "state",
        "states",
        ActorKind.STATE,
        ("geonames_id", "latitude", "longitude"),
        "Country",
        "States and areas of ISO 3166, and what they are party to; what is no state is said.",
    ),
    Kind(
        Actor,
        "organisations",
        "organisation",
        "organisations",
        ("kind", *_ACTOR[:2], "scope", "parent", *_PLACE, *_ACTOR[2:]),
        ("name",),
        "Organization",
        (("kind__in", tuple(each for each in ActorKind if each not in {"city", "network", "state", "person"})),),
        about="International and regional organisations, civil society, universities, foundations, companies.",
    ),
    _actors(
        "office-holders",
        "office-holder",
        "office-holders",
        ActorKind.PERSON,
        (),
        "Person",
        "People in public office, those removed from it too. No private persons.",
    ),
    Kind(
        Name,
        "names",
        "other name",
        "other names",
        ("actor", "name", "language", "former"),
        ("actor", "name"),
        about="Endonyms, former names, acronyms in other languages: what an actor is found by.",
    ),
    Kind(
        Membership,
        "memberships",
        "membership",
        "memberships",
        ("actor", "network", "grade", "since", "until", "ended"),
        ("actor", "network", "since"),
        "Role",
        about="Who is in which network, in which grade, since when, and how it ended.",
    ),
    Kind(
        Standing,
        "standing",
        "standing",
        "standing",
        ("actor", "body", "status", "since", "until"),
        ("actor", "body", "status"),
        "Role",
        about="What an actor holds with a body as such: consultative status, accreditation, an observer seat.",
    ),
    Kind(
        Office,
        "offices",
        "public office",
        "public offices",
        ("person", "body", "title", "since", "until", "ended"),
        ("person", "body", "title", "since"),
        "Role",
        about="Who held which public office, from when to when, and how it ended.",
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
        about="Treaties, compacts, declarations, resolutions: what was agreed, and its force in law.",
    ),
    Kind(
        Objective,
        "objectives",
        "objective",
        "objectives",
        ("instrument", "number", "title"),
        ("instrument", "number"),
        "CreativeWork",
        about="The numbered objectives of instruments.",
    ),
    Kind(
        Participation,
        "participations",
        "participation",
        "participation",
        ("actor", "instrument", "act", "date"),
        ("actor", "instrument", "act"),
        "Action",
        about="What an actor did to an instrument: signed, ratified, adopted, endorsed, voted, withdrew.",
    ),
    Kind(
        Term,
        "terms",
        "term",
        "terms",
        ("instrument", "giver", "receiver", "gives", "what", "amount", "currency", "kept", "outcome", "since", "until"),
        ("instrument", "giver", "what"),
        about="What one party gives another under an agreement, and what became of it.",
    ),
    Kind(
        Project,
        "projects",
        "project",
        "projects",
        ("title", "lead", "partners", "since", "until", "url", "description"),
        ("title",),
        "Project",
        about="What actors do together for a time.",
    ),
    Kind(
        Funding,
        "funding",
        "funding",
        "funding",
        ("donor", "recipient", "project", "committed", "received", "currency", "since", "until", "conditions"),
        ("donor", "recipient", "project", "since"),
        "MonetaryGrant",
        about="Who gave whom how much: committed, received, on which conditions.",
    ),
    Kind(
        Clearance,
        "clearances",
        "clearance",
        "clearances",
        ("city", "authority", "what", "status", "date", "due", "membership", "instrument", "project"),
        ("city", "authority", "what"),
        about="Permissions that a city needs from an authority, and what waits for them.",
    ),
    Kind(
        Episode,
        "episodes",
        "episode",
        "episodes",
        ("title", "by", "against", "lever", "demand", "outcome", "since", "until", "description"),
        ("title",),
        "Event",
        about="When a state used migration as leverage: who, against whom, with which lever, for what.",
    ),
    Kind(
        Reprisal,
        "reprisals",
        "reprisal",
        "reprisals",
        ("against", "by", "act", "legal_basis", "outcome", "since", "until"),
        ("against", "act", "since"),
        about="What a state did to a city or an office-holder for it. The office alone sees them.",
    ),
    Kind(
        Source,
        "sources",
        "source",
        "sources",
        ("title", "publisher", "url", "date", "accessed"),
        ("title", "url"),
        "CreativeWork",
        about="Pages, papers, letters: what the registry's values are taken from.",
    ),
    Kind(
        Attestation,
        "attestations",
        "attestation",
        "attestations",
        ("record_type", "record_id", "field", "value", "unit", "on", "source", "quote", "locator", "confidence"),
        ("record_type", "record_id", "field", "value", "on", "source"),
        "Claim",
        about="Which source says which value of which record. Sources that conflict stand side by side.",
        order=("field", "pk"),
    ),
    Kind(
        Claim,
        "claims",
        "claim",
        "claims",
        ("wording", "subject_type", "subject_id", "field", "value", "unit", "source", "quote", "locator", "doubt"),
        ("wording", "source"),
        "Claim",
        about="Assertions as their sources word them. Not facts until evidence has been judged.",
    ),
]
KINDS: dict[str, Kind] = {each.plural: each for each in _KINDS}
"""By plural, in the order in which a file of all records is written: what is tied to comes before what ties."""


def register(*kinds: Kind) -> None:
    """Add the kinds of another app; call it when that app is ready."""
    KINDS.update({each.plural: each for each in kinds})


def kind_of(record: Record) -> Kind:
    """The kind that a record is of."""
    for each in kinds_of(type(record)):
        if each.holds(record):
            return each
    raise KeyError(type(record).__name__)


def kinds_of(model: type[Record]) -> list[Kind]:
    """The kinds that a model holds: several for actors, one for most."""
    return [each for each in KINDS.values() if each.model is model]
