"""How does a document become part of a campaign? In one role, at one place of the campaign's folder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.errors import BadCampaign, DuplicateFile, UndatedDraft
from hanse.workspace.campaigns.models import Campaign, CampaignDocument
from hanse.workspace.campaigns.models.texts import FOLDERS, As
from hanse.workspace.documents.models import Document

_ALREADY = {
    As.DRAFT: gettext_lazy("is in the campaign already, as draft"),
    As.RECORD: gettext_lazy("is in the campaign already, as record"),
    As.STATEMENT: gettext_lazy("is in the campaign already, as statement"),
}
_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


@transaction.atomic
def take(campaign: Campaign, document: Document, role: As, parent: CampaignDocument | None = None) -> CampaignDocument:
    """Put a document into a campaign, or back into it. Raises BadCampaign where it cannot be there in that role."""
    if role == As.DRAFT and not document.date:
        raise UndatedDraft(
            _("is a draft without a date"),
            where=document.title,
            do=_("give it its date on the document’s own page, then add it"),
        )
    twin = campaign.texts.standing().filter(document__sha256=document.sha256).exclude(document=document).first()
    if twin and document.sha256:
        same = _("is the same file as “%(title)s”") % {"title": twin.document.title}
        raise DuplicateFile(same, where=document.title, do=_("keep one of them"))
    held = campaign.texts.filter(document=document).first()
    if held and not held.taken_out:
        raise BadCampaign(str(_ALREADY[As(held.role)]), where=document.title)
    held = held or CampaignDocument(campaign=campaign, document=document)
    if held.role != role or not held.path:
        held.role = role
        held.path, held.name = _place(campaign, document, role)
    held.parent = parent if role == As.DRAFT else None
    held.taken_out = False
    held.save()
    return held


def take_out(held: CampaignDocument) -> None:
    """Leave a text out of the campaign; the document stays in the office, and verdicts on it stay too."""
    held.taken_out = True
    held.save()


def _place(campaign: Campaign, document: Document, role: As) -> tuple[str, str]:
    """A free path in the campaign's folder, and the id that reading the folder would give the text there."""
    suffix = PurePosixPath(document.source).suffix or ".txt"
    title = " ".join(_UNFIT.sub(" ", document.title).split())[:150].strip(". ") or "Untitled"
    stem = title if document.date and document.date in title else f"{document.date} {title}".strip()
    taken = {value.casefold() for pair in campaign.texts.values_list("path", "name") for value in pair}
    for path in _candidates(f"{FOLDERS[role]}/{stem}", suffix):
        if path.casefold() not in taken and id_of(path).casefold() not in taken:
            return path, id_of(path)
    raise AssertionError("there are infinitely many candidates")


def id_of(path: str) -> str:
    """The id that reading a campaign folder gives to the text at a path."""
    from hanse.text.reading import slug  # the readers take a second to load, which the server need not spend

    return slug(str(PurePosixPath(path).with_suffix("")))


def _candidates(stem: str, suffix: str) -> Iterable[str]:
    yield f"{stem}{suffix}"
    number = 2
    while True:
        yield f"{stem} ({number}){suffix}"
        number += 1
