"""How does a campaign folder come in? Read outside any transaction, then stored whole or not at all."""

from __future__ import annotations

import itertools
import os
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from hanse.errors import HanseError
from hanse.text import document as text
from hanse.tracing.board import Ask
from hanse.tracing.campaign import Campaign as Folder
from hanse.tracing.campaign import open_campaign
from hanse.tracing.campaign.files import CampaignFile, campaign_files
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.campaigns.audience import stricter
from hanse.workspace.campaigns.models import AskRecord, Campaign, CampaignDocument
from hanse.workspace.campaigns.models.texts import FOLDERS, As
from hanse.workspace.documents.models import Document
from hanse.workspace.documents.shelf import Stemmed, keep, shelve, stemmed

SAID = ("title", "date", "actor", "symbol", "kind", "adopted", "handling")
"""What two documents of the same bytes must also agree in to be one."""

READING = 0.8
"""Share of the progress that goes to reading; the rest goes to stemming and keeping."""
TABLE = re.compile(r"(?i)\.(csv|tsv|xlsx)$")


@dataclass(frozen=True)
class Arrival:
    """A text of the folder, ready to be shelved."""

    read: text.Document
    role: As
    path: str
    sha256: str
    words: Stemmed


def import_folder(
    path: Path,
    owner: Any,
    *,
    name: str = "",
    handling: str = Handling.INTERNAL,
    job: str | None = None,
    progress: Callable[[float, str], None] = lambda share, words: None,
) -> Campaign:
    """Make a campaign of a folder or a zip of one; ``name`` is the zip's own, where the file goes by another.

    No text is less protected than the campaign's own ``handling``: who says nothing of a text has not made it public.
    Restricted texts come in too, and stay restricted. What was refused or read with doubt is kept with the campaign.
    Raises BadCampaign and its kin where nothing can be made of it; then nothing is stored.
    """
    with _called(path, name) as place:
        files = campaign_files(place)
        folder = open_campaign(place, include_restricted=True, progress=_counted(len(files), progress))
        arrivals = _arrivals(files, folder, handling, progress)
        given = any(file.folder == "asks" and TABLE.search(file.name) for file in files)
    with transaction.atomic():
        return _store(folder, arrivals, given, owner, handling, job)


@contextmanager
def _called(path: Path, name: str) -> Iterator[Path]:
    """The file under the name that it came with: a folder without a title is called by it."""
    plain = PurePosixPath(name.replace("\\", "/")).name
    if not plain or path.is_dir():
        yield path
        return
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, plain)
        os.symlink(path.resolve(), place)
        yield place


def _counted(number: int, progress: Callable[[float, str], None]) -> Callable[[str], None]:
    """Turns the path of each file that is being read into progress."""
    count = itertools.count()
    return lambda path: progress(
        READING * next(count) / max(number, 1), _("Reading %(name)s") % {"name": PurePosixPath(path).name}
    )


def _arrivals(
    files: Sequence[CampaignFile], folder: Folder, handling: str, progress: Callable[[float, str], None]
) -> list[Arrival]:
    """Every text with its path and its kept bytes."""
    places = _by_content(files)
    groups = [(As.STATEMENT, folder.statements), (As.DRAFT, folder.drafts), (As.RECORD, folder.record)]
    texts = [(role, each) for role, group in groups for each in group]
    arrivals = []
    for done, (role, each) in enumerate(texts):
        progress(READING + (1 - READING) * done / len(texts), _("Shelving %(title)s") % {"title": each.title})
        file = places[FOLDERS[role], each.sha256]
        kept = replace(each, handling=stricter(each.handling, handling))
        arrivals.append(Arrival(kept, role, file.path, keep([file.bytes()]), stemmed(kept)))
    return arrivals


def _by_content(files: Sequence[CampaignFile]) -> dict[tuple[str, str], CampaignFile]:
    """Files by their folder and digest: the first of equal ones, as reading keeps it; none that cannot be opened."""
    found: dict[tuple[str, str], CampaignFile] = {}
    for file in files:
        with suppress(HanseError):
            found.setdefault((file.folder, file.sha256()), file)
    return found


def _store(
    folder: Folder, arrivals: list[Arrival], given: bool, owner: Any, handling: str, job: str | None
) -> Campaign:
    """``given``: a table holds the asks; else the machine found them, and they are proposed."""
    doubts = [*folder.warnings, *(error.sentence for error in folder.refused)]
    campaign = Campaign(
        title=folder.title[:300],
        forum=folder.forum[:300],
        handling=handling,
        fictional=folder.fictional,
        owner=owner,
        job=job,
        doubts=list(dict.fromkeys(doubts)),
    )
    _save(campaign, owner)
    texts = {each.read.id: _place(campaign, each, owner) for each in arrivals}
    for each in arrivals:
        if each.read.parent in texts and each.role == As.DRAFT:
            texts[each.read.id].parent = texts[each.read.parent]
            _save(texts[each.read.id], owner)
    for order, ask in enumerate(folder.asks):
        _save(ask_record(campaign, ask, order, texts, proposed=not given), owner)
    return campaign


def _save(record: Any, owner: Any) -> None:
    """Save with the owner in the history: in a worker nobody is signed in."""
    record._history_user = owner
    record.save()


def _place(campaign: Campaign, arrival: Arrival, owner: Any) -> CampaignDocument:
    document = _twin(arrival, owner) or shelve(
        arrival.read, owner=owner, words=arrival.words, sha256=arrival.sha256, source=PurePosixPath(arrival.path).name
    )
    held = CampaignDocument(
        campaign=campaign, document=document, role=arrival.role, path=arrival.path, name=arrival.read.id
    )
    _save(held, owner)
    return held


def _twin(arrival: Arrival, owner: Any) -> Document | None:
    """The office's own copy of the very same file, of which the very same is said."""
    said = {field: getattr(arrival.read, field) or "" for field in SAID} | {"adopted": arrival.read.adopted}
    held = Document.objects.visible_to(owner) if owner else Document.objects.filter(removed=None)
    return held.filter(sha256=arrival.sha256, **said).first()


def ask_record(
    campaign: Campaign, ask: Ask, order: int, texts: dict[str, CampaignDocument], *, proposed: bool
) -> AskRecord:
    """An ask of the library as an unsaved record."""
    start, end = ask.span or (None, None)
    return AskRecord(
        campaign=campaign,
        name=ask.id,
        order=order,
        text=" ".join(ask.text.split()),
        actor=ask.actor,
        date=ask.date or "",
        kind=ask.kind,
        theme=ask.theme,
        handling=ask.handling,
        source=texts.get(ask.document or ""),
        passage=ask.passage or "",
        start=start,
        end=end,
        proposed=proposed,
    )
