"""Which kinds of record has the ledger? Changes, who claims them, who confirms or denies them, what is replied."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from hanse.workspace.impact.models.changes import Change, Claimed, Confirmation, Reply
from hanse.workspace.registry.kinds import Kind

_QUOTED = ("words", "date", "source", "locator", "settled", "settlement")

KINDS = (
    Kind(
        Change,
        "changes",
        _("change"),
        _("changes"),
        ("title", "kind", "actor", "date", "description", "same_as"),
        ("title", "actor"),
        "Event",
        about=_("Shifts of positions, policies and funds where there was no draft to compare, and who claims a part."),
        numbers=ngettext_lazy("%(shown)s change", "%(shown)s changes", "n"),
    ),
    Kind(
        Claimed,
        "claimed-changes",
        _("claim of a change"),
        _("claims of changes"),
        ("change", "actor", "contribution", "date"),
        ("change", "actor"),
        "Claim",
        about=_("Who claims to have contributed to which change, and how: several may, and it counts once."),
        numbers=ngettext_lazy("%(shown)s claim of a change", "%(shown)s claims of changes", "n"),
    ),
    Kind(
        Confirmation,
        "confirmations",
        _("confirmation"),
        _("confirmations"),
        ("change", "by", "who", "says", "outside", *_QUOTED),
        ("change", "by", "who", "date"),
        "Statement",
        about=_("What people who do not claim a change say of it: they confirm it, in part, or deny it."),
        numbers=ngettext_lazy("%(shown)s confirmation", "%(shown)s confirmations", "n"),
    ),
    Kind(
        Reply,
        "replies",
        _("reply"),
        _("replies"),
        ("change", "by", "says", *_QUOTED),
        ("change", "by", "date"),
        "Statement",
        about=_("What the one says whose position it was that changed."),
        numbers=ngettext_lazy("%(shown)s reply", "%(shown)s replies", "n"),
    ),
)
