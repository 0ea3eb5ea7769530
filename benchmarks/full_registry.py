"""What does a full registry hold? 20,000 cities, 400 networks, 200,000 memberships, all made up."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

CITIES, NETWORKS, MEMBERSHIPS = 20_000, 400, 200_000
INSTRUMENTS, SESSIONS = 120, 80
ATTESTED = 200_000
"""Attestations of memberships, each of its beginning."""


def countries() -> list[str]:
    from hanse.places.countries import COUNTRIES

    return sorted(set(COUNTRIES) - {"ATA"})


def called(dice: random.Random) -> str:
    parts = ("bar", "quil", "vel", "osk", "mun", "tor", "lin", "gra", "pel", "ash", "dun", "rok", "sil", "ven", "hal")
    return "".join(dice.choice(parts) for _ in range(3)).title()


def fill(dice: random.Random) -> None:
    """Write the made-up registry: sizes of countries and networks are uneven, as in the world."""
    from hanse.places.countries import COUNTRIES
    from hanse.workspace.processes.models import Access, Process, Session
    from hanse.workspace.registry.models import Actor, Attestation, Instrument, Membership, Participation, Source

    codes = countries()
    drawn = dice.choices(codes, [1 / (1 + place % 40) for place in range(len(codes))], k=CITIES)
    _keep(
        Actor,
        (
            {
                "pk": f"city-{k}",
                "kind": "city",
                "name": f"{called(dice)} {k}",
                "country": code,
                "latitude": max(-85, min(85, COUNTRIES[code].lat + dice.uniform(-3, 3))),
                "longitude": max(-179, min(179, COUNTRIES[code].lon + dice.uniform(-3, 3))),
                "handling": "restricted" if k % 97 == 0 and k else "public",
            }
            for k, code in enumerate(drawn)
        ),
    )
    _keep(
        Actor,
        (
            {
                "pk": f"network-{k}",
                "kind": "network",
                "name": f"{called(dice)} Network {k}",
                "nature": "membership",
                "country": dice.choice(codes),
                "since": str(1913 + k % 110),
            }
            for k in range(NETWORKS)
        ),
    )
    _keep(
        Actor,
        (
            {
                "pk": code.lower(),
                "kind": "state",
                "name": COUNTRIES[code].name,
                "country": code,
                "latitude": COUNTRIES[code].lat,
                "longitude": COUNTRIES[code].lon,
            }
            for code in codes
        ),
    )
    networks = dice.choices(range(NETWORKS), [1 / (k + 10) for k in range(NETWORKS)], k=MEMBERSHIPS)
    _keep(Membership, (_membership(dice, k, network) for k, network in enumerate(networks)))
    _keep(
        Instrument,
        (
            {"pk": f"instrument-{k}", "title": f"Charter {called(dice)} {k}", "kind": "charter", "level": "cities"}
            for k in range(INSTRUMENTS)
        ),
    )
    acts = (
        {
            "actor_id": f"city-{dice.randrange(CITIES)}",
            "instrument_id": f"instrument-{min(dice.randrange(INSTRUMENTS), dice.randrange(INSTRUMENTS))}",
            "act": "signed",
            "date": str(2000 + k % 26),
        }
        for k in range(30_000)
    )
    _keep(Participation, acts)
    _keep(Process, [{"pk": "forum", "title": "Forum of Made-up States"}])
    _keep(
        Session,
        (
            {
                "pk": f"session-{k}",
                "process_id": "forum",
                "title": f"Session {k}",
                "since": f"{1990 + k}-05-01",
                "country": dice.choice(codes),
            }
            for k in range(SESSIONS)
        ),
    )
    _keep(
        Access,
        (
            {
                "actor_id": f"city-{dice.randrange(CITIES)}",
                "session_id": f"session-{0 if k < 500 else dice.randrange(SESSIONS)}",
                "function": dice.choice(("attendee", "speaker", "moderator")),
            }
            for k in range(6_000)
        ),
    )
    _keep(
        Source,
        ({"pk": f"source-{k}", "title": f"Yearbook {k}", "publisher": f"Publisher {k % 40}"} for k in range(200)),
    )
    _keep(Attestation, _attestations(dice))


def _membership(dice: random.Random, k: int, network: int) -> dict[str, Any]:
    since = dice.randrange(1985, 2026)
    over = dice.random() < 0.08
    return {
        "pk": f"m{k}",
        "actor_id": f"city-{dice.randrange(CITIES)}",
        "network_id": f"network-{network}",
        "since": str(since) if dice.random() < 0.6 else "",
        "until": str(min(2026, since + dice.randrange(1, 20))) if over else "",
        "grade": "founder" if dice.random() < 0.02 else "member",
        "handling": "restricted" if k % 5_003 == 7 else "public",
    }


def _attestations(dice: random.Random) -> Iterator[dict[str, Any]]:
    from django.contrib.contenttypes.models import ContentType

    from hanse.workspace.registry.models import Actor, Membership

    actor, membership = (ContentType.objects.get_for_model(model) for model in (Actor, Membership))
    for k in range(NETWORKS * 5):
        yield {
            "record_type": actor,
            "record_id": f"network-{k % NETWORKS}",
            "field": "members",
            "value": str(dice.randrange(9_000)),
            "on": str(2000 + k // NETWORKS),
            "source_id": f"source-{dice.randrange(200)}",
        }
    for k in range(ATTESTED):
        yield {
            "record_type": membership,
            "record_id": f"m{k}",
            "field": "since",
            "value": "2001",
            "source_id": f"source-{k % 200}",
        }


def _keep(model: Any, rows: Iterable[dict[str, Any]]) -> None:
    made = (model(**{"handling": "public", **row}) for row in rows)
    while batch := list(islice(made, 2_000)):
        for each in batch:
            if hasattr(each, "place_in_time"):
                each.place_in_time()
        model.objects.bulk_create(batch)
