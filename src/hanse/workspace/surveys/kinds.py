"""Which kind of record has this room? Surveys; their answers are no records."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from hanse.workspace.registry.kinds import Kind
from hanse.workspace.surveys.models import Survey

KINDS = (
    Kind(
        Survey,
        "surveys",
        _("survey"),
        _("surveys"),
        ("title", "about", "language", "anonymous", "closes", "previous"),
        ("title",),
        "Dataset",
        about=_("What partners said when they were asked: each number with its question, how many answered, and when."),
        numbers=ngettext_lazy("%(shown)s survey", "%(shown)s surveys", "n"),
    ),
)
