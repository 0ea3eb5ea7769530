"""Which kinds of record has this room? Engagements, who took part in them, and what is to be done after them."""

from __future__ import annotations

from hanse.workspace.engagements.models import Engagement, EngagementParticipant, FollowUp
from hanse.workspace.registry.kinds import Kind

KINDS = (
    Kind(
        Engagement,
        "engagements",
        "engagement",
        "engagements",
        ("kind", "title", "since", "until", "place", "session", "agreed", "languages"),
        ("title", "since"),
        "Event",
        about="Dialogues, visits, delegations, briefings, trainings: who met whom, and what was agreed.",
    ),
    Kind(
        EngagementParticipant,
        "engagement-participants",
        "participant of an engagement",
        "participants of engagements",
        ("engagement", "actor", "person", "function", "side"),
        ("engagement", "actor", "person"),
        "Role",
        about="Who took part in which engagement, for whom, and on which side of the table.",
    ),
    Kind(
        FollowUp,
        "follow-ups",
        "follow-up",
        "follow-ups",
        ("engagement", "what", "due", "done", "outcome"),
        ("engagement", "what"),
        "Action",
        about="What is to be done after engagements, until when, and what came of it.",
    ),
)
