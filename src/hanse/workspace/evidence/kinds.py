"""Which kind of record has this room? Evidence: passages that support claims, contrast or mention them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from hanse.workspace.evidence.models import Evidence
from hanse.workspace.registry.kinds import Kind

KINDS = (
    Kind(
        Evidence,
        "evidence",
        _("piece of evidence"),
        _("pieces of evidence"),
        (
            "claim",
            "stance",
            "source",
            "source_title",
            "quote",
            "locator",
            "value",
            "unit",
            "date",
            "repeats",
            "found_by",
        ),
        ("claim", "source", "quote"),
        "Quotation",
        about=_("Passages that support a claim, contrast or mention it; what they do to it, people judge."),
        numbers=ngettext_lazy("%(shown)s piece of evidence", "%(shown)s pieces of evidence", "n"),
    ),
)
