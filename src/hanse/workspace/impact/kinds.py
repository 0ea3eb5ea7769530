"""Which kind of record has this room, beside those of the ledger? Indicators."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from hanse.workspace.impact.models import Indicator
from hanse.workspace.registry.kinds import Kind

KINDS = (
    Kind(
        Indicator,
        "indicators",
        _("indicator"),
        _("indicators"),
        (
            "key",
            "name",
            "definition",
            "rule",
            "claimed",
            "baseline",
            "baseline_on",
            "target",
            "target_on",
            "origin",
        ),
        ("key",),
        "StatisticalVariable",
        about=_("Counting rules with a name: what is counted, by which date, and what makes two of them one."),
        numbers=ngettext_lazy("%(shown)s indicator", "%(shown)s indicators", "n"),
    ),
)
