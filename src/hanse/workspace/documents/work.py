"""How do files become documents? One by one in the worker, each stored whole or refused with a sentence."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from hanse.errors import DuplicateFile, HanseError
from hanse.text import document as text
from hanse.text.titles import in_words, title_of
from hanse.tracing.adoption import symbol_in_name
from hanse.tracing.dates import in_name
from hanse.workspace.documents import library  # noqa: F401  (its upkeep is the worker's)
from hanse.workspace.documents.correcting import correct
from hanse.workspace.documents.models import Document, Upload, stored
from hanse.workspace.documents.shelf import shelve, stemmed
from hanse.workspace.jobs.work import Step, work

log = logging.getLogger(__name__)
SAID = ("actor", "kind", "adopted", "date")
"""What an uploader may say of a file; and what it is to be called, which has another name in jobs, for they have titles
of their own."""


@work("documents.read")
def read_files(step: Step, **said: Any) -> str:
    """Read the uploads of this job; ``said`` is what the uploader said of all of them. The address of the result.

    Begun again after a crash it goes on where it stopped: an upload is settled in the transaction that stores it.
    """
    uploads = list(step.job.uploads.all())
    for done, upload in enumerate(uploads):
        if not upload.settled:
            step(done / len(uploads), _doing(upload, done + 1, len(uploads)))
            step.told += settle(upload, said)
    became = [upload.document_id for upload in step.job.uploads.all() if upload.document_id]
    return f"/documents/{became[0]}/" if len(became) == 1 else "/documents/" if became else ""


def _doing(upload: Upload, number: int, total: int) -> str:
    said = {"name": upload.name, "number": number, "total": total}
    return _("Reading %(name)s (%(number)d of %(total)d)") % said


def settle(upload: Upload, said: dict[str, Any]) -> list[str]:
    """Make one upload a document, or write down why not; what was lost on the way, in sentences.

    With ``instead_of``, a document's key, the file takes that document's place.
    """
    from hanse.text.reading import read  # the readers take a second to load, which the server need not spend

    try:
        refuse_twin(upload)
        found = read(stored(upload.sha256), name=upload.name, handling=said["handling"], **of_name(upload.name, said))
        if key := said.get("instead_of"):
            return put_instead(Document.objects.visible_to(upload.job.owner).get(pk=key), found, upload)
        if not said.get("called"):
            found = replace(found, title=titled(found, upload))
        words = stemmed(found)
        with transaction.atomic():
            refuse_twin(upload)
            owner = upload.job.owner
            settled(upload, shelve(found, words=words, owner=owner, sha256=upload.sha256, source=upload.name))
    except HanseError as error:
        refuse(upload, error.sentence)
    except Exception:
        log.exception("%s could not be read", upload.name)
        refuse(
            upload,
            _("%(name)s: Hanse could not make sense of this file; save it in another format.") % {"name": upload.name},
        )
    return []


def put_instead(document: Document, found: text.Document, upload: Upload) -> list[str]:
    """The upload takes a document's place."""
    same = replace(found, sha256=upload.sha256, source=upload.name)
    return correct(document, same, also=lambda: settled(upload, document))


def settled(upload: Upload, document: Document) -> None:
    upload.document = document
    upload.save()


def of_name(name: str, said: dict[str, Any]) -> dict[str, Any]:
    """What a file's name tells (its date, its title in words, a symbol) where the uploader did not."""
    try:
        date, title = in_name(Path(name).stem)
    except ValueError:
        date, title = None, Path(name).stem
    told = {"title": in_words(title), "date": date, "symbol": symbol_in_name(title)}
    given = {**said, "title": said.get("called", "")}
    return {**told, **{field: given[field] for field in ("title", *SAID) if given.get(field)}}


def titled(found: text.Document, upload: Upload) -> str:
    """What a document calls itself, else its file's name in words; both where another document that the uploader sees
    has that title: two drafts of one text are told apart by their files."""
    named = found.title
    own = title_of(found, stored(upload.sha256).read_bytes())
    twins = Document.objects.visible_to(upload.job.owner).filter(title=own)
    if own and named.casefold() not in own.casefold() and twins.exists():
        return f"{own} ({named})"
    return own or named


def refuse_twin(upload: Upload) -> None:
    """Raise where the uploader has this very file already. Files out of the uploader's sight are not told of."""
    twin = Document.objects.visible_to(upload.job.owner).filter(sha256=upload.sha256).first()
    if twin:
        raise DuplicateFile(
            _("this very file is here already"),
            where=upload.name,
            do=_("see “%(title)s” (%(source)s)") % {"title": twin.title, "source": twin.source},
        )


def refuse(upload: Upload, sentence: str) -> None:
    """Write down why, and let go of the bytes unless something else needs them."""
    upload.refused = sentence
    upload.save()
    kept = Document.objects.filter(sha256=upload.sha256).exists()
    waiting = Upload.objects.filter(sha256=upload.sha256, refused="", document=None).exists()
    if upload.sha256 and not kept and not waiting:
        stored(upload.sha256).unlink(missing_ok=True)
