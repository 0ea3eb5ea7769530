"""Which kinds of record has this app? Processes, sessions, items of programmes, deadlines, access."""

from __future__ import annotations

from hanse.workspace.processes.models import Access, Deadline, Item, Process, Session
from hanse.workspace.registry.kinds import Kind

KINDS = (
    Kind(
        Process,
        "processes",
        "process",
        "processes",
        (
            "title",
            "acronym",
            "outcome",
            "convenor",
            "instrument",
            "state_led",
            "since",
            "until",
            "website",
            "description",
        ),
        ("title",),
        "EventSeries",
    ),
    Kind(
        Session,
        "sessions",
        "session",
        "sessions",
        (
            "process",
            "title",
            "edition",
            "since",
            "until",
            "place",
            "country",
            "geonames_id",
            "latitude",
            "longitude",
            "host",
            "chair",
            "whole_programme",
            "website",
            "description",
        ),
        ("process", "title"),
        "Event",
    ),
    Kind(
        Item,
        "items",
        "item of a programme",
        "items of programmes",
        ("session", "title", "official", "starts"),
        ("session", "title", "starts"),
        "Event",
    ),
    Kind(
        Deadline,
        "deadlines",
        "deadline",
        "deadlines",
        ("process", "session", "kind", "what", "opens", "when", "passed", "by", "broken"),
        ("process", "what", "when"),
        "Event",
    ),
    Kind(
        Access,
        "access",
        "access",
        "access",
        ("actor", "session", "item", "route", "delegation", "setting", "function", "decision", "decided_by", "person"),
        ("actor", "session", "item", "setting", "function"),
    ),
)
