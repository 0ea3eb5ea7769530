"""Which kinds of record has this app? Processes, sessions, items of programmes, deadlines, access."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from hanse.workspace.processes.models import Access, Deadline, Item, Process, Session
from hanse.workspace.registry.kinds import Kind

KINDS = (
    Kind(
        Process,
        "processes",
        _("process"),
        _("processes"),
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
        about=_("State-led series of meetings, and what each ends in: a negotiated text, a summary, pledges, nothing."),
        numbers=ngettext_lazy("%(shown)s process", "%(shown)s processes", "n"),
    ),
    Kind(
        Session,
        "sessions",
        _("session"),
        _("sessions"),
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
        about=_("The single meetings of a process: where, when, hosted by whom."),
        numbers=ngettext_lazy("%(shown)s session", "%(shown)s sessions", "n"),
    ),
    Kind(
        Item,
        "items",
        _("item of a programme"),
        _("items of programmes"),
        ("session", "title", "official", "starts"),
        ("session", "title", "starts"),
        "Event",
        about=_("What was on the programme of a session, official or beside it."),
        numbers=ngettext_lazy("%(shown)s item of a programme", "%(shown)s items of programmes", "n"),
    ),
    Kind(
        Deadline,
        "deadlines",
        _("deadline"),
        _("deadlines"),
        ("process", "session", "kind", "what", "opens", "when", "passed", "by", "broken"),
        ("process", "what", "when"),
        "Event",
        about=_("By when inputs, accreditation, pledges are due; silence procedures, and whether the silence held."),
        numbers=ngettext_lazy("%(shown)s deadline", "%(shown)s deadlines", "n"),
    ),
    Kind(
        Access,
        "access",
        _("record of access"),
        _("records of access"),
        ("actor", "session", "item", "route", "delegation", "setting", "function", "decision", "decided_by", "person"),
        ("actor", "session", "item", "setting", "function"),
        about=_("What an actor had in a session: its route, setting and function, and who granted or refused it."),
        numbers=ngettext_lazy("%(shown)s record of access", "%(shown)s records of access", "n"),
    ),
)
