"""Which kinds of record has this app? Statements, and signatures under them."""

from __future__ import annotations

from hanse.workspace.registry.kinds import Kind
from hanse.workspace.statements.models import Signature, Statement

KINDS = (
    Kind(
        Statement,
        "statements",
        "joint statement",
        "joint statements",
        ("title", "about", "process", "session", "authentic", "languages", "adopted", "opens", "closes", "rolling"),
        ("title",),
        "CreativeWork",
        about="What cities say together: drafted here, frozen, and signed city by city.",
    ),
    Kind(
        Signature,
        "signatures",
        "signature",
        "signatures",
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
        about="Which city signed which joint statement, when, by whom and by which mandate; withdrawn ones too.",
    ),
)
