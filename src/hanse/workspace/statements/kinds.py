"""Which kinds of record has this app? Statements, and signatures under them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from hanse.workspace.registry.kinds import Kind
from hanse.workspace.statements.models import Signature, Statement

KINDS = (
    Kind(
        Statement,
        "statements",
        _("joint statement"),
        _("joint statements"),
        ("title", "about", "process", "session", "authentic", "languages", "adopted", "opens", "closes", "rolling"),
        ("title",),
        "CreativeWork",
        about=_("What cities say together: drafted here, frozen, and signed city by city."),
        numbers=ngettext_lazy("%(shown)s joint statement", "%(shown)s joint statements", "n"),
    ),
    Kind(
        Signature,
        "signatures",
        _("signature"),
        _("signatures"),
        (
            "city",
            "statement",
            "number",
            "name",
            "office",
            "mandate",
            "reference",
            "mandated",
            "since",
            "until",
            "why_withdrawn",
            "timing",
            "route",
        ),
        ("city", "statement", "number"),
        "EndorseAction",
        about=_("Which city signed which joint statement, when, by whom and by which mandate; withdrawn ones too."),
        numbers=ngettext_lazy("%(shown)s signature", "%(shown)s signatures", "n"),
    ),
)
