"""Where are the words of all documents kept for comparison? In a library beside the database, which the worker keeps in
step with it.

The database is the truth: the file may be deleted at any time and is made again. In the library a document goes by a
name that changes with its text, so that one which was corrected a moment ago is never quoted with its former words.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery

from hanse.errors import HanseError
from hanse.workspace.documents.models import Document, Passage
from hanse.workspace.jobs.upkeep import upkeep

if TYPE_CHECKING:
    from hanse.tracing.reuse.library import Library

try:
    import fcntl
except ImportError:  # Windows: a workspace there has one worker
    fcntl = None  # type: ignore[assignment]

log = logging.getLogger(__name__)
AT_ONCE = 150_000
"""Words that are taken in between two jobs: a few seconds' work."""
GONE_AT_ONCE = 200
"""Documents that are taken out between two jobs."""
PASSING = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_INTERRUPT,
}
"""What is wrong with the machine or the moment, not with the file."""


def place() -> Path:
    return Path(settings.HANSE_HOME) / "library.hanse"


def names(documents: QuerySet[Document]) -> dict[str, str]:
    """By the keys of those documents that have words: what each is called in the library, as its text is now."""
    newest = Passage.objects.filter(document=OuterRef("pk")).order_by("-pk").values("pk")[:1]
    rows = documents.order_by("pk").annotate(newest=Subquery(newest)).values_list("pk", "newest", "sha256")
    return {pk: f"{pk}.{passage}.{sha256[:12]}" for pk, passage, sha256 in rows if passage is not None}


def held(library: Library) -> set[str]:
    """The names of what the library has."""
    return {each.id for each in library.documents()}


@upkeep
def bring_in_step() -> bool:
    """Take some of what is gone out of the library and some of what is missing in; whether there is more.

    A file that is damaged, or of another version of Hanse, is set aside and a new one begun. Of several workers one is
    at it at a time.
    """
    with _alone() as alone:
        if not alone:
            return False
        try:
            with _opened() as library:
                return _step(library)
        except HanseError as error:
            if unfit(error):
                doubt()
            log.warning("The library of documents could not be brought in step: %s", error.sentence)
            return False


def unfit(error: HanseError) -> bool:
    """Whether it is the library's file that is at fault, so that it must be made again."""
    cause = error.__cause__
    return not (isinstance(cause, sqlite3.Error) and getattr(cause, "sqlite_errorcode", 0) & 0xFF in PASSING)


def doubt() -> None:
    """Ask the worker to set the file aside."""
    _doubted().touch()


def _doubted() -> Path:
    return place().with_name("library.doubted")


def _opened() -> Library:
    from hanse.tracing.reuse.library import Library  # takes a second to load, which starting need not spend

    if _doubted().exists():
        _set_aside("it turned out damaged when it was read")
        _doubted().unlink()
    try:
        return Library(place())
    except HanseError as error:
        if not unfit(error):
            raise
        _set_aside(error.sentence)
        return Library(place())


def _set_aside(why: str) -> None:
    aside = place().with_name("library.damaged.hanse")
    log.warning("The library of documents is set aside as %s and made again from the database: %s", aside.name, why)
    for end in ("", "-wal", "-shm"):
        file, former = Path(f"{place()}{end}"), Path(f"{aside}{end}")
        former.unlink(missing_ok=True)
        if file.exists():
            file.replace(former)


def _step(library: Library) -> bool:
    there = held(library)
    wanted = names(Document.objects.filter(removed=None))
    gone = sorted(there - set(wanted.values()))
    if gone:
        library.remove(*gone[:GONE_AT_ONCE])
    missing = [pk for pk, name in wanted.items() if name not in there]
    now = _as_many_as_fit(missing)
    if now:
        library.replace(each.as_text(wanted[each.pk]) for each in _read(now))
    return len(gone) > GONE_AT_ONCE or len(missing) > len(now)


def _as_many_as_fit(missing: list[str]) -> list[str]:
    """The first of them up to `AT_ONCE` words; one at least."""
    sizes = dict(Document.objects.filter(removed=None).values_list("pk", "words"))
    taken, words = [], 0
    for pk in missing:
        words += sizes.get(pk, 0)
        if taken and words > AT_ONCE:
            break
        taken.append(pk)
    return taken


def _read(keys: list[str]) -> Iterator[Any]:
    for key in keys:
        yield from Document.objects.filter(pk=key)


@contextmanager
def _alone() -> Iterator[bool]:
    """Whether no other worker is at the library; while the block lasts none will be."""
    if fcntl is None:
        yield True
        return
    with place().with_name("library.lock").open("w", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
