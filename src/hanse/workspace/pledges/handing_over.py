"""What of the pledges goes to the next focal point of a city? What is being written, or was filed and is not public."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from hanse.workspace.focal_points.handing_over import moves
from hanse.workspace.pledges.models import WITH_CITY, WITH_OFFICE, Pledge


@moves("pledges on their way", ngettext_lazy("%(n)d pledge on its way", "%(n)d pledges on their way", "n"))
def hand_over(city: Any, leaving: Any, successor: Any) -> int:
    """The successor becomes their author; every focal point of the city could write them before, too."""
    held = Pledge.objects.standing().filter(city=city, author=leaving, state__in=WITH_CITY | WITH_OFFICE)
    told = list(held.select_for_update())
    for each in told:
        each.author = successor
        each._change_reason = _("Handed over by %(person)s.") % {"person": leaving}
        each.save()
    return len(told)
