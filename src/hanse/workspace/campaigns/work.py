"""What takes long? Bringing a folder in, and tracing; both can be stopped, and begun again from anywhere."""

from __future__ import annotations

from django.utils.translation import gettext as _

from hanse.errors import HanseError
from hanse.workspace.campaigns.models import Campaign, CampaignDocument
from hanse.workspace.campaigns.models.texts import As
from hanse.workspace.campaigns.texts import take
from hanse.workspace.documents.models import Document, Upload, stored
from hanse.workspace.jobs.models import Job, State
from hanse.workspace.jobs.work import Step, work

READING = 0.4
"""Share of an import's progress that goes to reading."""
STILL = [State.QUEUED, State.RUNNING, State.FAILED, State.CANCELLED]
"""States from which a job may still want its file."""
KIND = {As.DRAFT: "draft", As.RECORD: "", As.STATEMENT: "statement"}
"""What sort of text an uploaded file is taken to be."""


@work("campaigns.import")
def bring_in(step: Step, sha256: str, name: str, handling: str) -> str:
    """Make a campaign of a zip that was dropped, then trace it. The board's address.

    The campaign is stored in one transaction that names this job: begun again, the job goes on to the trace.
    """
    from hanse.workspace.campaigns.folder_in import import_folder

    campaign = Campaign.objects.filter(job=step.job.pk).first() or import_folder(
        stored(sha256),
        step.job.owner,
        name=name,
        handling=handling,
        job=step.job.pk,
        progress=lambda share, words: step(READING * share, words),
    )
    _let_go(step, sha256)
    return _trace(step, campaign, READING)


def _let_go(step: Step, sha256: str) -> None:
    """The zip's files are kept one by one; the zip itself is needed no more."""
    waiting = Job.objects.filter(kind="campaigns.import", arguments__sha256=sha256, state__in=STILL).exclude(
        pk=step.job.pk
    )
    if not waiting.exists() and not Document.objects.filter(sha256=sha256).exists():
        stored(sha256).unlink(missing_ok=True)


@work("campaigns.trace")
def trace(step: Step, campaign: str) -> str:
    """Bring a campaign's board up to date. Its address."""
    return _trace(step, Campaign.objects.get(pk=campaign), 0.0)


@work("campaigns.texts")
def add_texts(step: Step, campaign: str, role: str, handling: str, actor: str) -> str:
    """Read the uploads of this job into a campaign, find asks in statements, and bring a traced board up to date.

    An upload is settled in the transaction that stores its document, so that the job can be begun again anywhere.
    """
    from hanse.workspace.campaigns.editing import find

    held = Campaign.objects.get(pk=campaign)
    uploads = list(step.job.uploads.all())
    for done, upload in enumerate(uploads):
        step(
            READING * done / len(uploads),
            _("Reading %(name)s (%(done)s of %(all)s)") % {"name": upload.name, "done": done + 1, "all": len(uploads)},
        )
        text = _settle(held, upload, As(role), {"handling": handling, "actor": actor, "kind": KIND[As(role)]})
        if text and role == As.STATEMENT:
            find(held, text)
    if held.runs.exists():
        _trace(step, held, READING)
    page = "asks/" if role == As.STATEMENT else "" if held.runs.exists() else "texts/"
    return f"{held.get_absolute_url()}{page}"


def _settle(campaign: Campaign, upload: Upload, role: As, said: dict[str, str]) -> CampaignDocument | None:
    """Make one upload a text of the campaign; a file that the office has already is used as it is.

    Drafts go by their files' names: what they call themselves is the same in all of them.
    """
    from hanse.workspace.documents.work import of_name, refuse, settle

    if not upload.settled:
        twin = Document.objects.visible_to(upload.job.owner).filter(sha256=upload.sha256).first()
        if twin:
            upload.document = twin
            upload.save()
        else:
            settle(upload, said | ({"called": of_name(upload.name, {})["title"]} if role == As.DRAFT else {}))
    if upload.refused or not upload.document:
        return None
    held = campaign.texts.standing().filter(document=upload.document).first()
    if held:
        return held
    try:
        return take(campaign, upload.document, role)
    except HanseError as error:
        refuse(upload, error.sentence)
        return None


def _trace(step: Step, campaign: Campaign, begun: float) -> str:
    from hanse.tracing.trace import Cancelled
    from hanse.workspace.campaigns.retracing import retrace

    try:
        retrace(campaign, lambda share, words: step(begun + (1 - begun) * share, words), step.cancelled)
    except Cancelled:
        step.check()
        raise
    return campaign.get_absolute_url()
