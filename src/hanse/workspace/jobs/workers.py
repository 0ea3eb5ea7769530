"""Which workers live? Each holds a lock on a file of its own, which the system lets go of even after ``kill -9``."""

from __future__ import annotations

import os
import secrets
import socket
from datetime import timedelta
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse.workspace.jobs.models import Job, State
from hanse.workspace.languages import language_of, speaking

try:
    import fcntl
except ImportError:  # Windows: only the heartbeat tells
    fcntl = None  # type: ignore[assignment]

SILENT = timedelta(seconds=60)
"""A worker that was silent for so long is dead, wherever it ran."""
_name = ""
_lock: IO[str] | None = None


def name() -> str:
    """This process as a worker: ``host:pid:nonce``; its lock is taken at the first call."""
    global _name, _lock
    if not _name or _name.split(":")[1] != str(os.getpid()):
        _name = f"{socket.gethostname()[:30]}:{os.getpid()}:{secrets.token_hex(4)}"
        _lock = _take(_file(_name))
    return _name


def _file(worker: str) -> Path:
    return settings.HANSE_HOME / "workers" / worker.replace(":", "-").replace("/", "-")


def _take(path: Path) -> IO[str] | None:
    if fcntl is None:
        return None
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("w", encoding="ascii")
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return file


def dead(worker: str) -> bool:
    """Whether a worker of this machine is certainly dead: its lock is free. False where that cannot be told."""
    path = _file(worker)
    if fcntl is None or worker == _name or not path.exists():
        return False
    with path.open("r+", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def sweep() -> int:
    """Queue the jobs of dead workers again, or mark them failed after the last attempt; how many there were.

    The queue itself would leave them running for ever.
    """
    from hanse.workspace.jobs.work import ATTEMPTS, run

    swept = 0
    silent_since = timezone.now() - SILENT
    for job in Job.objects.filter(state=State.RUNNING):
        if not dead(job.worker) and (job.heartbeat is None or job.heartbeat > silent_since):
            continue
        mine = Job.objects.filter(pk=job.pk, state=State.RUNNING, worker=job.worker, attempt=job.attempt)
        with transaction.atomic():
            if job.cancel:
                swept += mine.update(state=State.CANCELLED, cancel=False, finished=timezone.now())
            elif job.attempt >= ATTEMPTS:
                problem = _died(job)
                swept += mine.update(state=State.FAILED, problem=problem, finished=timezone.now())
            elif mine.update(state=State.QUEUED, worker="", message=_begun_again(job)):
                run.enqueue(job_id=job.pk)
                swept += 1
    _forget_dead_locks()
    return swept


def _died(job: Job) -> str:
    with speaking(language_of(job.owner)):
        said = ngettext(
            "The worker died once at this; it can be run again.",
            "The worker died %(n)d times at this; it can be run again.",
            job.attempt,
        )
        return said % {"n": job.attempt}


def _begun_again(job: Job) -> str:
    with speaking(language_of(job.owner)):
        return _("Begun again: the worker had died.")


def _forget_dead_locks() -> None:
    running = set(Job.objects.filter(state=State.RUNNING).values_list("worker", flat=True))
    kept = {_file(worker).name for worker in running} | {_file(_name).name if _name else ""}
    for path in (settings.HANSE_HOME / "workers").glob("*"):
        if path.name not in kept and fcntl is not None:
            _remove_if_free(path)


def _remove_if_free(path: Path) -> None:
    try:
        with path.open("r+", encoding="ascii") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink(missing_ok=True)
    except OSError:
        return
