"""What becomes of reminders when a focal point leaves? Those of the city go to the successor."""

from __future__ import annotations

from typing import Any

from django.utils.translation import ngettext_lazy

from hanse.workspace.accounts.models import User
from hanse.workspace.focal_points.handing_over import moves
from hanse.workspace.processes.models.reminders import Watch


@moves("reminders", ngettext_lazy("%(n)d reminder", "%(n)d reminders", "n"))
def reminders(city: Any, leaving: User, successor: User) -> int:
    """Hand over the watches of a city; one that the successor has already goes."""
    held = {watch.days for watch in Watch.objects.filter(person=successor, city=city)}
    moved = 0
    for watch in Watch.objects.filter(person=leaving, city=city):
        if watch.days in held:
            watch.delete()
            continue
        watch.person = successor
        watch.save()
        moved += 1
    return moved
