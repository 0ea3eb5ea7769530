"""Which kind of record has this room? Surveys; their answers are no records."""

from __future__ import annotations

from hanse.workspace.registry.kinds import Kind
from hanse.workspace.surveys.models import Survey

KINDS = (
    Kind(
        Survey,
        "surveys",
        "survey",
        "surveys",
        ("title", "about", "language", "anonymous", "closes", "previous"),
        ("title",),
        "Dataset",
        about="What partners said when they were asked: each number with its question, how many answered, and when.",
    ),
)
