"""What does the worker do here? It reads references, keeps what names what in step, and tells who watches."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

from django.db.models import Max, Q
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hanse.workspace.citations import alerts
from hanse.workspace.citations.models import Paper
from hanse.workspace.citations.reading import read_references
from hanse.workspace.citations.resolving import settle, settle_record
from hanse.workspace.documents.models import Document, Upload
from hanse.workspace.documents.work import settle as settle_upload
from hanse.workspace.jobs.models import Job
from hanse.workspace.jobs.upkeep import upkeep
from hanse.workspace.jobs.work import Step, start, work
from hanse.workspace.registry.models import Instrument, Source

PAPERS = frozenset({"report", "paper", "article", "study", "working paper", "thesis", "evaluation"})
"""Kinds of documents whose references are read without being asked."""
AT_ONCE = 50
"""Documents, or entries of a history, that are looked at between two jobs."""
ABSENT = timedelta(days=7)
"""So long a worker may have been away."""
PAUSE = 60.0
"""Seconds between two looks at who is to be told."""
_told = 0.0
_looked_until: dict[Any, int] = {}
"""By the kind of record: the last entry of its history that was looked at."""


@work("citations.read")
def read(step: Step, document: str) -> str:
    """Read the references of a document; the address of what came of it."""
    found = Document.objects.filter(pk=document, removed=None).first()
    if found is None:
        return ""
    step.told += read_references(found, step)
    return reverse("document-references", args=[document])


@work("citations.check")
def check(step: Step, **said: Any) -> str:
    """Take a manuscript in and read its references; the address of its check. Of a file that is here already, that
    document is checked."""
    upload = step.job.uploads.get()
    if not upload.settled:
        step(0.01, _("Reading %(name)s") % {"name": upload.name})
        step.told += settle_upload(upload, said)
    document = upload.document or Document.objects.visible_to(step.job.owner).filter(sha256=upload.sha256).first()
    if document is None or not upload.sha256:
        return ""
    if upload.refused:
        _stand_for(upload, document, step)
    step.told += read_references(document, step)
    return reverse("reference-check", args=[document.pk])


def _stand_for(upload: Upload, document: Document, step: Step) -> None:
    """Say that the file is here already instead of refusing it: its check goes on with the document that has it. No
    signal tells of that, for it makes that document no manuscript."""
    step.told.append(upload.refused)
    Upload.objects.filter(pk=upload.pk).update(document=document, refused="")


def begin(document: Document, owner: Any) -> Job:
    """Queue the reading; a job that waits for the same document already is given back."""
    waiting = Job.objects.filter(
        kind="citations.read", state="queued", arguments={"document": document.pk}, owner=owner
    )
    if job := waiting.first():
        return job
    title = _("Reading the references of %(title)s") % {"title": document.title}
    return start("citations.read", title=title[:300], owner=owner, document=document.pk)


@receiver(post_save, sender=Upload)
def on_upload(sender: Any, instance: Upload, **_said: Any) -> None:
    """A file became a document, or took a document's place: read its references where it is a paper."""
    document = instance.document
    if document is None:
        return
    if instance.job.kind == "citations.check":
        Paper.objects.update_or_create(document=document, defaults={"manuscript": True, "stale": True})
        return
    before = Paper.objects.filter(document=document, read__isnull=False).exists()
    if before or document.kind.strip().casefold() in PAPERS:
        begin(document, instance.job.owner)


@receiver(post_save, sender=Document)
def on_document(sender: Any, instance: Document, created: bool, **_said: Any) -> None:
    """What is said of a document decides which references name it."""
    if not created:
        Paper.objects.filter(document_id=instance.pk, stale=False).update(stale=True)


@upkeep
def documents() -> bool:
    """Write down how new and changed documents are cited; whether there are more."""
    wanted = Document.objects.filter(Q(paper=None) | Q(paper__stale=True)).order_by("added")[: AT_ONCE + 1]
    due = list(wanted)
    for each in due[:AT_ONCE]:
        settle(each)
    return len(due) > AT_ONCE


@upkeep
def records() -> bool:
    """Look which references name sources and instruments of the registry that changed; whether there are more. The
    first look of a worker takes in what changed while none was there."""
    more = [_changed(model) for model in (Source, Instrument)]
    return any(more)


def _changed(model: Any) -> bool:
    entries = model.history.model.objects
    if model not in _looked_until:
        before = entries.filter(history_date__lt=timezone.now() - ABSENT)
        _looked_until[model] = before.aggregate(last=Max("history_id"))["last"] or 0
    fresh = list(entries.filter(history_id__gt=_looked_until[model]).order_by("history_id")[:AT_ONCE])
    if not fresh:
        return False
    for record in model.objects.filter(pk__in={each.id for each in fresh}):
        settle_record(record)
    _looked_until[model] = fresh[-1].history_id
    return len(fresh) == AT_ONCE


@upkeep
def letters() -> bool:
    """Tell whoever watches of new passages, once a minute."""
    global _told
    if _told and time.monotonic() - _told < PAUSE:
        return False
    _told = time.monotonic()
    return alerts.tell()
