"""Which kinds of record has this room? Calls, pledges, who recognised them, practices and who adopted them."""

from __future__ import annotations

from hanse.workspace.pledges.models import Adoption, Call, Pledge, Practice, Recognition
from hanse.workspace.registry.kinds import Kind

KINDS = (
    Kind(
        Call,
        "calls",
        "call for pledges",
        "calls for pledges",
        ("title", "cycle", "about", "deadline", "joint", "previous"),
        ("title", "cycle"),
        "CreativeWork",
        about="Invitations to pledge: continuously, or until a deadline.",
    ),
    Kind(
        Pledge,
        "pledges",
        "pledge",
        "pledges",
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
        about="What cities promise toward the objectives of compacts and agendas, and what became of it.",
    ),
    Kind(
        Recognition,
        "recognitions",
        "recognition",
        "recognitions",
        ("pledge", "actor", "by", "where", "date", "quote", "url"),
        ("pledge", "where", "date"),
        "Action",
        about="Who acknowledged a pledge, and where.",
    ),
    Kind(
        Practice,
        "practices",
        "practice",
        "practices",
        ("title", "city", "pledge", "toward", "what", "needs", "results", "lessons", "url"),
        ("title", "city"),
        "CreativeWork",
        about="What cities did that others can do: how, with what, and what came of it.",
    ),
    Kind(
        Adoption,
        "adoptions",
        "adoption",
        "adoptions",
        ("practice", "city", "what", "since", "until", "url"),
        ("practice", "city"),
        "Action",
        about="Which city took a practice over, and what it changed.",
    ),
)
