"""How much is there by now? A few counts, each with what it counts, as of which day, and the way to just that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse.workspace.pledges.choosing import published
from hanse.workspace.registry.kinds import KINDS


@dataclass(frozen=True, slots=True)
class Counter:
    """``count`` records of a kind that stood on ``day``; ``address`` lists just these."""

    count: int
    label: str
    definition: str
    day: date
    address: str


COUNTED = ("pledges", "signatures", "practices", "adoptions", "engagements", "access")
"""Kinds whose records are counted, where there are any."""


def counters(user: Any, day: date) -> list[Counter]:
    """Of what somebody may see; a count of nothing is left out. One query each."""
    found = [_counter(plural, user, day) for plural in COUNTED if plural in KINDS]
    return [each for each in found if each.count]


def _counter(plural: str, user: Any, day: date) -> Counter:
    kind = KINDS[plural]
    records = published(user) if plural == "pledges" else kind.records().visible_to(user)
    counted = kind.counted(records, day)
    label = str(kind.label if counted.total == 1 else kind.labels)
    return Counter(counted.total, label, _definition(plural, counted.undated), day, reverse("records", args=[plural]))


def _definition(plural: str, undated: int) -> str:
    said = {
        "pledges": _("Published pledges that stand on the day, one for each pledge however many cities make it."),
        "signatures": _("Signatures that stand on the day: one for each city and version of a text."),
        "practices": _("What cities did that others can do, as described here."),
        "adoptions": _("Practices that a city took over, one for each city and practice."),
        "engagements": _("Dialogues, visits, delegations and trainings that took place by the day, each once."),
        "access": _("What a city or network had in one session: one record for each, with its evidence."),
    }[plural]
    if not undated:
        return said
    left = ngettext("Of these %(n)d without a documented date.", "Of these %(n)d without a documented date.", undated)
    return f"{said} {left % {'n': undated}}"
