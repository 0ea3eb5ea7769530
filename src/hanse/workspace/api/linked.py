"""What does a page tell machines of its record? JSON-LD with the types of schema.org, on pages that all may read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser

from hanse.workspace.evidence.saying import called, judged, why
from hanse.workspace.evidence.states import state
from hanse.workspace.languages import speaking
from hanse.workspace.registry.kinds import kind_of
from hanse.workspace.registry.models import Actor, Claim, Record

Linked = dict[str, Any]


def linked(record: Record, root: str) -> Linked | None:
    """The record as JSON-LD; None unless the public may see it. ``root`` is the workspace's address.

    Source: schema.org; identities as GeoNames' and ISO 3166's own addresses.
    """
    public = AnonymousUser()
    if not settings.HANSE_OPEN_TO_PUBLIC or not type(record).objects.visible_to(public).filter(pk=record.pk).exists():
        return None
    kind = kind_of(record)
    said = {"@context": "https://schema.org", "@type": kind.schema, "@id": root + record.get_absolute_url()}
    with speaking("en"):
        said |= {"name": str(record), "url": root + record.get_absolute_url()}
        said |= _OWN.get(kind.schema, _nothing)(record, root)
    return {key: value for key, value in said.items() if value not in (None, "", [], {})}


def _nothing(record: Any, root: str) -> Linked:
    return {}


def _actor(actor: Actor, root: str) -> Linked:
    networks = actor.memberships.visible_to(AnonymousUser()).select_related("network")
    same = [actor.website]
    if actor.geonames_id:
        same.append(f"https://sws.geonames.org/{actor.geonames_id}/")
    return {
        "alternateName": [each for each in (actor.acronym, *_names(actor)) if each],
        "description": actor.description,
        "foundingDate": actor.since,
        "dissolutionDate": actor.until,
        "address": {"@type": "PostalAddress", "addressCountry": actor.country} if actor.country else None,
        "geo": _geo(actor),
        "sameAs": [each for each in same if each],
        "memberOf": [_reference(each.network, "Organization", root) for each in networks],
    }


def _place(actor: Actor, root: str) -> Linked:
    """An area has no founding date in schema.org, and is no member: its membership is its government's."""
    area = _actor(actor, root)
    return {key: value for key, value in area.items() if key not in {"foundingDate", "dissolutionDate", "memberOf"}}


def _person(actor: Actor, root: str) -> Linked:
    return {"alternateName": list(_names(actor)), "sameAs": actor.website}


def _event(record: Any, root: str) -> Linked:
    where = getattr(record, "place", "")
    return {
        "startDate": getattr(record, "since", ""),
        "endDate": getattr(record, "until", ""),
        "description": getattr(record, "description", ""),
        "location": {"@type": "Place", "name": where, "geo": _geo(record)} if where else None,
        "superEvent": _reference(record.process, "EventSeries", root) if hasattr(record, "process") else None,
    }


def _legislation(record: Any, root: str) -> Linked:
    return {
        "legislationIdentifier": record.symbol,
        "legislationDate": record.adopted,
        "description": record.description,
        "sameAs": record.url,
    }


def _claim(record: Any, root: str) -> Linked:
    """A claim, with the review of it where its evidence was settled; what a source attests has no text of its own."""
    if not isinstance(record, Claim):
        return {}
    how = state(record, AnonymousUser())
    said = {"text": record.wording, "appearance": {"@type": "CreativeWork", "name": str(record.source)}}
    said["appearance"] |= {"url": record.source.url} if record.source.url else {}
    if how.label == "open":
        return said
    rating = {"@type": "Rating", "alternateName": called(how), "ratingExplanation": f"{why(how)} ({judged(how)})"}
    review = {"@type": "ClaimReview", "claimReviewed": record.wording, "url": root + record.get_absolute_url()}
    return said | {"review": review | {"reviewRating": rating}}


def _reference(record: Any, schema: str, root: str) -> Linked:
    return {"@type": schema, "@id": root + record.get_absolute_url(), "name": str(record)}


def _names(actor: Actor) -> list[str]:
    return [each.name for each in actor.names.visible_to(AnonymousUser())]


def _geo(record: Any) -> Linked | None:
    latitude, longitude = getattr(record, "latitude", None), getattr(record, "longitude", None)
    if latitude is None or longitude is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}


_OWN: dict[str, Callable[[Any, str], Linked]] = {
    "Organization": _actor,
    "AdministrativeArea": _place,
    "Country": _place,
    "Person": _person,
    "Claim": _claim,
    "Event": _event,
    "EventSeries": _event,
    "Legislation": _legislation,
}
"""What a type says beyond name and address."""
