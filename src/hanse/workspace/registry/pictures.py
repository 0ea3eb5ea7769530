"""How did a number grow? Documented records as steps, what sources report as points; for a desk and for a phone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe

from hanse.figures.growth import Reported, growth
from hanse.text.dates import days
from hanse.workspace.registry.said import Saying, number

WIDE, NARROW = 760, 340


@dataclass(frozen=True, slots=True)
class Pictures:
    """The same picture ``wide`` and ``narrow``, with what has to be said beside it."""

    wide: SafeString
    narrow: SafeString
    key: str = ""


def pictures(draw: Callable[[int], str], key: str = "") -> Pictures:
    """What ``draw`` makes of each width in pixels."""
    return Pictures(mark_safe(draw(WIDE)), mark_safe(draw(NARROW)), key)


def grown(
    sayings: Sequence[Saying], steps: Sequence[tuple[date, int]], *, unit: str, title: str, day: date, known: str = ""
) -> Pictures | None:
    """``known`` is the date up to which the documented steps are whole: the line ends there, or with the last step.

    None where the documented steps and the dated reports have not two points between them.
    """
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
    return pictures(
        lambda width: growth(points, steps, day=day, until=until, width=width, title=title, unit=unit, theme="page")
    )
