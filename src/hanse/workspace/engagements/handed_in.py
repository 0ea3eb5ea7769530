"""What was handed in to a process, at a session, in answer to a deadline? Sections of their pages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from hanse.workspace.documents.models import Document
from hanse.workspace.engagements.models import Submission
from hanse.workspace.processes.models import Deadline, Process, Session
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.pages import section

SHOWN = 20


@section("submissions")
def of_itself(request: HttpRequest, record: Submission, as_of: AsOf) -> str:
    """Whether it came in time, its text where that may be seen, and what nobody documented of it."""
    document = Document.objects.visible_to(request.user).filter(pk=record.document_id).first()
    unsaid = {
        _("the day"): record.date,
        _("the channel"): record.channel,
        _("whether it is official"): record.official,
        _("whether it was published"): record.published,
        _("whether it arrived"): record.receipt,
    }
    missing = [what for what, said in unsaid.items() if not said]
    context = {"record": record, "document": document, "missing": missing, "as_of": as_of}
    return render_to_string("engagements/parts/of_submission.html", context, request)


@section("processes")
def of_process(request: HttpRequest, record: Process, as_of: AsOf) -> str:
    """What was handed in to a process."""
    return _handed_in(request, as_of, "process", record, process=record)


@section("sessions")
def at_session(request: HttpRequest, record: Session, as_of: AsOf) -> str:
    """What was handed in at a session."""
    return _handed_in(request, as_of, "session", record, session=record)


@section("deadlines")
def by_deadline(request: HttpRequest, record: Deadline, as_of: AsOf) -> str:
    """What was handed in in answer to a deadline."""
    return _handed_in(request, as_of, "deadline", record, deadline=record)


def _handed_in(request: HttpRequest, as_of: AsOf, name: str, record: Any, **narrowed: Any) -> str:
    held = Submission.objects.visible_to(request.user).filter(**narrowed).known(as_of.day)
    shown = list(held.select_related("by", "addressee", "deadline").order_by("-date", "folded", "pk")[:SHOWN])
    context = {"submissions": shown, "count": held.count(), "name": name, "record": record, "as_of": as_of}
    return render_to_string("engagements/parts/handed_in.html", context, request)
