"""Which indicators come with the package? Those of the sentences that are said of city diplomacy, each with its rule.

One that nobody has touched is counted as it stands here; as soon as the office changes one, or freezes its value, it is
a record of its own under the same key.
"""

from __future__ import annotations

import json
from typing import Any

from django.utils.translation import gettext, gettext_noop

from hanse.workspace.accounts.rights import Handling, eyes
from hanse.workspace.impact.models import Indicator
from hanse.workspace.impact.rules import Rule, canonical

_WITH_SEAT = [
    {"field": "decision", "not": ["refused", "asked"]},
    {"field": "function", "is": ["speaker", "moderator", "attendee"]},
]
_OF_CITIES = {"field": "actor.kind", "is": ["city", "network"]}

READY: dict[str, dict[str, Any]] = {
    "pledges": {
        "name": gettext_noop("Pledges mobilised"),
        "definition": gettext_noop("Promises of cities that were published here; a joint one counts once."),
        "rule": {"count": [{"kind": "pledges", "where": [{"field": "state", "is": ["published"]}]}]},
        "claimed": "city pledges",
    },
    "dialogues": {
        "name": gettext_noop("Dialogues facilitated"),
        "definition": gettext_noop(
            "Dialogues, visits, delegations, briefings, trainings and meetings that took place."
        ),
        "rule": {"count": [{"kind": "engagements"}]},
        "claimed": "global dialogues",
    },
    "contributions": {
        "name": gettext_noop("Contributions coordinated"),
        "definition": gettext_noop(
            "What was handed in to those who decide, and joint statements once they were frozen."
        ),
        "rule": {
            "count": [
                {"kind": "submissions"},
                {
                    "kind": "statements",
                    "where": [{"field": "frozen", "documented": True}],
                    "date": ["adopted", "frozen"],
                },
            ]
        },
        "claimed": "city policy contributions",
    },
    "processes": {
        "name": gettext_noop("Processes accessed"),
        "definition": gettext_noop(
            "State-led processes in a session of which a city or a city network had a function."
        ),
        "rule": {
            "count": [
                {
                    "kind": "access",
                    "where": [_OF_CITIES, *_WITH_SEAT, {"field": "session.process.state_led", "is": ["true"]}],
                    "date": "session.first",
                    "once_per": "session.process",
                }
            ]
        },
        "claimed": "multilateral processes accessed",
    },
    "programme": {
        "name": gettext_noop("Programme with city speakers"),
        "definition": gettext_noop(
            "Items of official programmes in which a city spoke; only of programmes known whole."
        ),
        "rule": {
            "count": [
                {
                    "kind": "items",
                    "where": [
                        {"field": "official", "is": ["true"]},
                        {"field": "session.whole_programme", "is": ["true"]},
                    ],
                    "having": [
                        {
                            "kind": "access",
                            "by": "item",
                            "where": [
                                {"field": "actor.kind", "is": ["city"]},
                                {"field": "function", "is": ["speaker"]},
                                {"field": "decision", "not": ["refused", "asked"]},
                            ],
                        }
                    ],
                    "date": "session.first",
                }
            ],
            "of": {
                "kind": "items",
                "where": [
                    {"field": "official", "is": ["true"]},
                    {"field": "session.whole_programme", "is": ["true"]},
                ],
                "date": "session.first",
            },
        },
    },
    "positions": {
        "name": gettext_noop("Positions influenced"),
        "definition": gettext_noop("Where what cities asked for came to stand in a text, or a position changed."),
        "rule": {"source": "positions"},
        "claimed": "global policy positions influenced",
    },
    "partners": {
        "name": gettext_noop("Partners reporting an increased ability"),
        "definition": gettext_noop("City partners who say that they can take part better than before."),
        "rule": {"source": "survey"},
        "claimed": "partners reporting",
    },
    "signatories": {
        "name": gettext_noop("Signatories"),
        "definition": gettext_noop(
            "Cities whose signature under a joint statement stands; a city of several counts once."
        ),
        "rule": {"count": [{"kind": "signatures", "once_per": "city"}]},
    },
    "networks": {
        "name": gettext_noop("City networks"),
        "definition": gettext_noop("Networks with cities as members that had been founded and had not ended."),
        "rule": {"count": [{"kind": "networks", "where": [{"field": "nature", "is": ["membership"]}]}]},
    },
    "funds": {
        "name": gettext_noop("Funds unlocked"),
        "definition": gettext_noop(
            "Money that cities and their networks have received; what was only committed is not in it."
        ),
        "rule": {
            "count": [{"kind": "funding", "where": [{"field": "recipient.kind", "is": ["city", "network"]}]}],
            "sum": "received",
            "currency": "currency",
        },
    },
    "national-support": {
        "name": gettext_noop("States that involve and support local authorities"),
        "definition": gettext_noop(
            "States of which a source says that they involve and support local authorities in finding out needs and "
            "opportunities for international cooperation, of those of which a source says whether they do."
        ),
        "rule": {
            "count": [
                {
                    "kind": "attestations",
                    "where": [
                        {"field": "field", "is": ["local authorities involved"]},
                        {"field": "value", "is": ["yes"]},
                    ],
                    "date": "on",
                    "once_per": "record_id",
                }
            ],
            "of": {
                "kind": "attestations",
                "where": [{"field": "field", "is": ["local authorities involved"]}],
                "date": "on",
                "once_per": "record_id",
            },
        },
        "origin": gettext_noop(
            "One of five indicators of localisation in the set that the Secretary-General of the United Nations "
            "proposed with his third report on the Global Compact for Migration (December 2024), under objective 23, "
            "as quoted by the Mayors Mechanism on 18 December 2024 (mayorsmechanism.org). The wording of the other "
            "four is not documented here."
        ),
    },
}
"""By key, in the order in which the page shows them."""


def ready(key: str) -> Indicator:
    """The indicator of a key as it comes with the package; it is no record yet."""
    said = READY[key]
    rule = canonical(Rule.read(json.dumps(said["rule"])))
    texts = {name: said.get(name, "") for name in ("name", "definition", "claimed", "origin")}
    return Indicator(id=key, key=key, rule=rule, handling=Handling.PUBLIC, **texts)


def held(user: Any) -> list[Indicator]:
    """All that somebody sees: those that come with the package, as the office keeps them by now, then its own."""
    every = list(Indicator.objects.all())
    sight, touched = eyes(user), {each.key for each in every}
    kept = {each.key: each for each in every if each.removed is None and sight.see(each)}
    first = [kept[key] if key in touched else ready(key) for key in READY if key in kept or key not in touched]
    return [*first, *(each for key, each in kept.items() if key not in READY)]


def found(key: str, user: Any) -> Indicator | None:
    """The indicator of a key that somebody sees; None where there is none."""
    record = Indicator.objects.visible_to(user).filter(key=key).first()
    if record is None and key in READY and not Indicator.objects.filter(key=key).exists():
        return ready(key)
    return record


def kept(indicator: Indicator) -> Indicator:
    """The same as a record, so that something can hang on it."""
    if indicator._state.adding:
        indicator.save()
    return indicator


def said(indicator: Indicator, name: str) -> str:
    """A text of an indicator, in the language of the page where it stands as it came with the package."""
    return translated(indicator.key, name, str(getattr(indicator, name)))


def translated(key: str, name: str, text: str) -> str:
    """A text that an indicator of a key has or had."""
    return gettext(text) if text and READY.get(key, {}).get(name) == text else text
