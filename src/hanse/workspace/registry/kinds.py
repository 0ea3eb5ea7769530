"""Which kinds of record are there? Registered once; lists, forms, history, exchange and API follow from it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, npgettext_lazy, pgettext_lazy

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
    Translation,
)

__all__ = ["KINDS", "Kind", "kind_of", "kinds_of", "register"]

_ACTOR = ("name", "acronym", "country", "since", "until", "website", "description")
_PLACE = ("place", "geonames_id", "latitude", "longitude")


def _actors(
    plural: str, label: Any, labels: Any, kind: str, own: tuple[str, ...], schema: str, about: Any, numbers: Any
) -> Kind:
    columns = (*_ACTOR[:2], *own, *_ACTOR[2:])
    identity = ("name", "country") if kind != ActorKind.NETWORK else ("name",)
    return Kind(Actor, plural, label, labels, columns, identity, schema, (("kind", kind),), about, numbers=numbers)


_KINDS = [
    _actors(
        "cities",
        _("city"),
        _("cities"),
        ActorKind.LOCAL_GOVERNMENT,
        ("tier", "parent", *_PLACE, "competences"),
        "AdministrativeArea",
        _("Local governments: municipalities, metropolitan areas, districts, regions; each apart from its place."),
        numbers=ngettext_lazy("%(shown)s city", "%(shown)s cities", "n"),
    ),
    _actors(
        "networks",
        _("network"),
        _("networks"),
        ActorKind.NETWORK,
        ("nature", "scope", "parent", *_PLACE),
        "Organization",
        _("City networks, and what is like one but has no members: initiatives, programmes, mechanisms, coalitions."),
        numbers=ngettext_lazy("%(shown)s network", "%(shown)s networks", "n"),
    ),
    _actors(
        "states",
        pgettext_lazy("country", "state"),
        pgettext_lazy("country", "states"),
        ActorKind.STATE,
        ("geonames_id", "latitude", "longitude"),
        "Country",
        _("States and areas of ISO 3166, and what they are party to; what is no state is said."),
        numbers=npgettext_lazy("country", "%(shown)s state", "%(shown)s states", "n"),
    ),
    Kind(
        Actor,
        "organisations",
        _("organisation"),
        _("organisations"),
        ("kind", *_ACTOR[:2], "scope", "parent", *_PLACE, *_ACTOR[2:]),
        ("name",),
        "Organization",
        (("kind__in", tuple(each for each in ActorKind if each not in {"city", "network", "state", "person"})),),
        about=_("International and regional organisations, civil society, universities, foundations, companies."),
        numbers=ngettext_lazy("%(shown)s organisation", "%(shown)s organisations", "n"),
    ),
    _actors(
        "office-holders",
        _("office-holder"),
        _("office-holders"),
        ActorKind.PERSON,
        (),
        "Person",
        _("People in public office, those removed from it too. No private persons."),
        numbers=ngettext_lazy("%(shown)s office-holder", "%(shown)s office-holders", "n"),
    ),
    Kind(
        Name,
        "names",
        _("other name"),
        _("other names"),
        ("actor", "name", "language", "former"),
        ("actor", "name"),
        about=_("Endonyms, former names, acronyms in other languages: what an actor is found by."),
        numbers=ngettext_lazy("%(shown)s other name", "%(shown)s other names", "n"),
    ),
    Kind(
        Membership,
        "memberships",
        _("membership"),
        _("memberships"),
        ("actor", "network", "grade", "since", "until", "ended"),
        ("actor", "network", "since"),
        "Role",
        about=_("Who is in which network, in which grade, since when, and how it ended."),
        numbers=ngettext_lazy("%(shown)s membership", "%(shown)s memberships", "n"),
    ),
    Kind(
        Standing,
        "standing",
        _("standing"),
        _("standing"),
        ("actor", "body", "status", "since", "until"),
        ("actor", "body", "status"),
        "Role",
        about=_("What an actor holds with a body as such: consultative status, accreditation, an observer seat."),
        numbers=ngettext_lazy("%(shown)s standing", "%(shown)s standing", "n"),
    ),
    Kind(
        Office,
        "offices",
        _("public office"),
        _("public offices"),
        ("person", "body", "title", "since", "until", "ended"),
        ("person", "body", "title", "since"),
        "Role",
        about=_("Who held which public office, from when to when, and how it ended."),
        numbers=ngettext_lazy("%(shown)s public office", "%(shown)s public offices", "n"),
    ),
    Kind(
        Instrument,
        "instruments",
        _("instrument"),
        _("instruments"),
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
        about=_("Treaties, compacts, declarations, resolutions: what was agreed, and its force in law."),
        numbers=ngettext_lazy("%(shown)s instrument", "%(shown)s instruments", "n"),
    ),
    Kind(
        Objective,
        "objectives",
        _("objective"),
        _("objectives"),
        ("instrument", "number", "title"),
        ("instrument", "number"),
        "CreativeWork",
        about=_("The numbered objectives of instruments."),
        numbers=ngettext_lazy("%(shown)s objective", "%(shown)s objectives", "n"),
    ),
    Kind(
        Participation,
        "participations",
        _("participation"),
        _("participation"),
        ("actor", "instrument", "act", "date"),
        ("actor", "instrument", "act"),
        "Action",
        about=_("What an actor did to an instrument: signed, ratified, adopted, endorsed, voted, withdrew."),
        numbers=ngettext_lazy("%(shown)s participation", "%(shown)s participation", "n"),
    ),
    Kind(
        Term,
        "terms",
        _("term"),
        _("terms"),
        ("instrument", "giver", "receiver", "gives", "what", "amount", "currency", "kept", "outcome", "since", "until"),
        ("instrument", "giver", "what"),
        about=_("What one party gives another under an agreement, and what became of it."),
        numbers=ngettext_lazy("%(shown)s term", "%(shown)s terms", "n"),
    ),
    Kind(
        Project,
        "projects",
        _("project"),
        _("projects"),
        ("title", "lead", "partners", "since", "until", "url", "description"),
        ("title",),
        "Project",
        about=_("What actors do together for a time."),
        numbers=ngettext_lazy("%(shown)s project", "%(shown)s projects", "n"),
    ),
    Kind(
        Funding,
        "funding",
        _("funding"),
        _("funding"),
        ("donor", "recipient", "project", "committed", "received", "currency", "since", "until", "conditions"),
        ("donor", "recipient", "project", "since"),
        "MonetaryGrant",
        about=_("Who gave whom how much: committed, received, on which conditions."),
        numbers=ngettext_lazy("%(shown)s funding", "%(shown)s funding", "n"),
    ),
    Kind(
        Clearance,
        "clearances",
        _("clearance"),
        _("clearances"),
        ("city", "authority", "what", "status", "date", "due", "membership", "instrument", "project"),
        ("city", "authority", "what"),
        about=_("Permissions that a city needs from an authority, and what waits for them."),
        numbers=ngettext_lazy("%(shown)s clearance", "%(shown)s clearances", "n"),
    ),
    Kind(
        Episode,
        "episodes",
        _("episode"),
        _("episodes"),
        ("title", "by", "against", "lever", "demand", "outcome", "since", "until", "description"),
        ("title",),
        "Event",
        about=_("When a state used migration as leverage: who, against whom, with which lever, for what."),
        numbers=ngettext_lazy("%(shown)s episode", "%(shown)s episodes", "n"),
    ),
    Kind(
        Reprisal,
        "reprisals",
        _("reprisal"),
        _("reprisals"),
        ("against", "by", "act", "legal_basis", "outcome", "since", "until"),
        ("against", "act", "since"),
        about=_("What a state did to a city or an office-holder for it. The office alone sees them."),
        numbers=ngettext_lazy("%(shown)s reprisal", "%(shown)s reprisals", "n"),
    ),
    Kind(
        Source,
        "sources",
        _("source"),
        _("sources"),
        ("title", "publisher", "url", "date", "accessed"),
        ("title", "url"),
        "CreativeWork",
        about=_("Pages, papers, letters: what the registry's values are taken from."),
        numbers=ngettext_lazy("%(shown)s source", "%(shown)s sources", "n"),
    ),
    Kind(
        Attestation,
        "attestations",
        _("attestation"),
        _("attestations"),
        ("record_type", "record_id", "field", "value", "unit", "on", "source", "quote", "locator", "confidence"),
        ("record_type", "record_id", "field", "value", "on", "source"),
        "Claim",
        about=_("Which source says which value of which record. Sources that conflict stand side by side."),
        order=("field", "pk"),
        numbers=ngettext_lazy("%(shown)s attestation", "%(shown)s attestations", "n"),
    ),
    Kind(
        Claim,
        "claims",
        _("claim"),
        _("claims"),
        ("wording", "subject_type", "subject_id", "field", "value", "unit", "source", "quote", "locator", "doubt"),
        ("wording", "source"),
        "Claim",
        about=_("Assertions as their sources word them. Not facts until evidence has been judged."),
        numbers=ngettext_lazy("%(shown)s claim", "%(shown)s claims", "n"),
    ),
    Kind(
        Translation,
        "translations",
        _("translation"),
        _("translations"),
        ("record_type", "record_id", "field", "language", "text", "of", "original"),
        ("record_type", "record_id", "field", "language"),
        "CreativeWork",
        about=_("What records say in other languages, field by field, beside what was translated."),
        numbers=ngettext_lazy("%(shown)s translation", "%(shown)s translations", "n"),
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
