"""What is told of a counterpart? One module a section, in the order in which a mayor reads them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from hanse.workspace.briefings.lines import Line
from hanse.workspace.briefings.meeting import Meeting
from hanse.workspace.briefings.sections import (
    access,
    asking,
    engagements,
    instruments,
    networks,
    offices,
    pledges,
    positions,
    pressure,
    statements,
)

SECTIONS: tuple[tuple[str, Any, Callable[[Meeting], list[Line]]], ...] = (
    ("ask", _("What to ask for"), asking.lines),
    ("offices", _("Whom you meet"), offices.lines),
    ("positions", _("Where they stand on our asks"), positions.lines),
    ("networks", _("Networks we share"), networks.lines),
    ("instruments", _("Agreements: shared, and where we differ"), instruments.lines),
    ("pledges", _("What they pledged"), pledges.lines),
    ("statements", _("What we signed together"), statements.lines),
    ("engagements", _("When we met, and what is open"), engagements.lines),
    ("access", _("Their access to the session"), access.lines),
    ("pressure", _("Pressure and reprisals"), pressure.lines),
)
"""Name on the page, heading, and what gathers the lines, the weightiest first."""
