"""What of engagements goes from one focal point to the next? Open follow-ups, and the sight of what is restricted."""

from __future__ import annotations

from typing import Any

from django.utils.translation import ngettext_lazy

from hanse.workspace.accounts.models import Named, User
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.engagements.models import Engagement, EngagementParticipant, FollowUp
from hanse.workspace.focal_points.handing_over import moves


@moves("open follow-ups", ngettext_lazy("%(n)d open follow-up", "%(n)d open follow-ups", "n"))
def follow_ups(city: Any, leaving: User, successor: User) -> int:
    """Those of engagements in which the city takes part; who saw restricted ones of the city hands that on too."""
    there = EngagementParticipant.objects.standing().filter(actor=city).order_by().values("engagement")
    label = Engagement._meta.label_lower
    held = Named.objects.filter(person=leaving, model=label).values("record")
    for each in Engagement.objects.standing().filter(pk__in=held, city=city, handling=Handling.RESTRICTED):
        Named.objects.get_or_create(person=successor, model=label, record=each.pk)
    count = 0
    for each in FollowUp.objects.open().filter(owner=leaving, engagement__in=there):
        each.owner = successor
        each._change_reason = f"Handed over by {leaving}."
        each.save()
        count += 1
    return count
