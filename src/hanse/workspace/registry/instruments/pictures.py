"""How did participation grow? Documented acts as steps, what sources report as points; for a desk and for a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe

from hanse.figures.growth import Reported, growth
from hanse.text.dates import days
from hanse.workspace.registry.actors.members import number
from hanse.workspace.registry.said import Saying

WIDE, NARROW = 760, 340


@dataclass(frozen=True, slots=True)
class Pictures:
    wide: SafeString
    narrow: SafeString


def grown(
    sayings: Sequence[Saying], steps: Sequence[tuple[date, int]], *, unit: str, title: str, day: date, known: str = ""
) -> Pictures | None:
    """``known`` is the date up to which the documented steps are whole: the line ends there, or with the last step.

    None where neither the documented steps nor the dated reports have two points."""
    dated = [each for each in sayings if each.attestation.on and number(each.value) is not None]
    if len(dated) + len(steps) < 2:
        return None
    points = [
        Reported(
            each.attestation.on,
            number(each.value) or 0,
            each.attestation.source.publisher or str(each.attestation.source),
            each.attestation.get_absolute_url(),
        )
        for each in sorted(dated, key=lambda each: each.attestation.on)
    ]
    meant = days(known)
    until = max(meant[1], max(on for on, _ in steps)) if meant and steps else day
    drawn = [
        growth(points, steps, day=day, until=until, width=width, title=title, unit=unit, theme="page")
        for width in (WIDE, NARROW)
    ]
    return Pictures(*map(mark_safe, drawn))
