"""Which kinds of record has this room? Calls, pledges, who recognised them, practices and who adopted them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from hanse.workspace.pledges.models import Adoption, Call, Pledge, Practice, Recognition
from hanse.workspace.registry.kinds import Kind

KINDS = (
    Kind(
        Call,
        "calls",
        _("call for pledges"),
        _("calls for pledges"),
        ("title", "cycle", "about", "deadline", "joint", "previous"),
        ("title", "cycle"),
        "CreativeWork",
        about=_("Invitations to pledge: continuously, or until a deadline."),
        numbers=ngettext_lazy("%(shown)s call for pledges", "%(shown)s calls for pledges", "n"),
    ),
    Kind(
        Pledge,
        "pledges",
        _("pledge"),
        _("pledges"),
        (
            "title",
            "city",
            "call",
            "cycle",
            "description",
            "toward",
            "partners",
            "pledged",
            "since",
            "until",
            "status",
            "reported",
            "reference",
        ),
        ("title", "city", "cycle"),
        "CreativeWork",
        about=_("What cities promise toward the objectives of compacts and agendas, and what became of it."),
        numbers=ngettext_lazy("%(shown)s pledge", "%(shown)s pledges", "n"),
    ),
    Kind(
        Recognition,
        "recognitions",
        _("recognition"),
        _("recognitions"),
        ("pledge", "actor", "by", "where", "date", "quote", "url"),
        ("pledge", "where", "date"),
        "Action",
        about=_("Who acknowledged a pledge, and where."),
        numbers=ngettext_lazy("%(shown)s recognition", "%(shown)s recognitions", "n"),
    ),
    Kind(
        Practice,
        "practices",
        _("practice"),
        _("practices"),
        ("title", "city", "pledge", "toward", "what", "needs", "results", "lessons", "url"),
        ("title", "city"),
        "CreativeWork",
        about=_("What cities did that others can do: how, with what, and what came of it."),
        numbers=ngettext_lazy("%(shown)s practice", "%(shown)s practices", "n"),
    ),
    Kind(
        Adoption,
        "adoptions",
        _("adoption"),
        _("adoptions"),
        ("practice", "city", "what", "since", "until", "url"),
        ("practice", "city"),
        "Action",
        about=_("Which city took a practice over, and what it changed."),
        numbers=ngettext_lazy("%(shown)s adoption", "%(shown)s adoptions", "n"),
    ),
)
