"""How is long work done? Kinds of work are registered here, started as Jobs, and run by a worker.

A kind of work is a function ``(step, **arguments) -> str``: it does its work in small transactions, calls ``step(share,
message)`` between them, gives the address of its result, and can be run again from wherever it stopped.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Any

from django.db import close_old_connections, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from hanse.errors import HanseError
from hanse.workspace.jobs import workers
from hanse.workspace.jobs.models import Job, State
from hanse.workspace.languages import language_of, speaking

log = logging.getLogger(__name__)
Work = Callable[..., str | None]
KINDS: dict[str, Work] = {}
BEAT = 2.0
"""Seconds between heartbeats."""
WRITE = 0.3
"""Seconds between two writings of progress, at least."""
ATTEMPTS = 3
"""A job whose worker died is begun again so often, then marked failed."""


class Cancelled(Exception):
    """Somebody asked the job to stop."""


class Interrupted(Exception):
    """The worker is being stopped; the job goes back into the queue."""


class Lost(Exception):
    """Another worker took the job over."""


STOPPING = threading.Event()
"""Set when this worker is asked to stop."""


def work(kind: str) -> Callable[[Work], Work]:
    """Register a function as a kind of work: ``@work("documents.read")`` in a module ``work.py`` of an app."""

    def register(function: Work) -> Work:
        KINDS[kind] = function
        return function

    return register


def start(kind: str, /, *, title: str, owner: Any = None, **arguments: Any) -> Job:
    """A new Job, queued; ``arguments`` must be JSON. In one transaction with whatever the caller writes around it."""
    if kind not in KINDS:
        raise KeyError(f"no work is registered as {kind!r}")
    with transaction.atomic():
        job = Job.objects.create(kind=kind, title=title, owner=owner, arguments=arguments)
        run.enqueue(job_id=job.pk)
    return job


def again(job: Job) -> bool:
    """Queue a job that failed or was cancelled once more; False where it is neither."""
    ended = Job.objects.filter(pk=job.pk, state__in=[State.FAILED, State.CANCELLED])
    with transaction.atomic():
        fresh = {"state": State.QUEUED, "attempt": 0, "cancel": False, "problem": "", "finished": None}
        if not ended.update(**fresh):
            return False
        run.enqueue(job_id=job.pk)
    return True


@task()
def run(job_id: str) -> None:
    """Do a job, in the language of whoever began it. Called by the worker; one that waits no longer is left alone."""
    claimed = Job.objects.filter(pk=job_id, state=State.QUEUED).update(
        state=State.RUNNING, heartbeat=timezone.now(), worker=workers.name(), attempt=_next_attempt(job_id)
    )
    if not claimed:
        return
    job = Job.objects.get(pk=job_id)
    step = Step(job)
    with Heart(step), speaking(language_of(job.owner)):
        try:
            result = KINDS[job.kind](step, **job.arguments) or ""
        except Lost:
            return
        except Interrupted:
            step.give_back()
        except Cancelled:
            step.end(State.CANCELLED)
        except HanseError as error:
            step.end(State.FAILED, problem=error.sentence)
        except Exception:
            log.exception("job %s (%s) failed", job.pk, job.kind)
            step.end(
                State.FAILED,
                problem=_("Hanse met something that it did not foresee; the worker's log says what."),
            )
        else:
            step.end(State.DONE, result=result, progress=1.0, message="", problem=" ".join(step.told))


def _next_attempt(job_id: str) -> int:
    return Job.objects.values_list("attempt", flat=True).get(pk=job_id) + 1


class Step:
    """Handed to the work: call it with the share done (0 to 1) and what is being done."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.mine = Job.objects.filter(pk=job.pk, state=State.RUNNING, attempt=job.attempt, worker=job.worker)
        self.asked = threading.Event()
        self.lost = threading.Event()
        self.written = 0.0
        self.told: list[str] = []
        """Sentences that stay on the job's page when it is done."""

    def __call__(self, share: float, message: str = "") -> None:
        """Tell progress; raises Cancelled where somebody asked to stop, Lost where the job is no longer ours."""
        self.check()
        now = time.monotonic()
        if now - self.written >= WRITE:
            self.written = now
            self.beat(progress=min(max(share, 0.0), 1.0), message=message[:300])
            self.check()

    def cancelled(self) -> bool:
        """Whether to stop, told by the heartbeat: cheap enough for an inner loop."""
        return self.asked.is_set() or self.lost.is_set() or STOPPING.is_set()

    def check(self) -> None:
        if self.lost.is_set():
            raise Lost
        if self.asked.is_set():
            raise Cancelled
        if STOPPING.is_set():
            raise Interrupted

    def beat(self, **fields: Any) -> None:
        """Write that we live, and look whether we should stop."""
        if not self.mine.update(heartbeat=timezone.now(), **fields):
            self.lost.set()
        elif self.mine.filter(cancel=True).exists():
            self.asked.set()

    def end(self, state: State, **fields: Any) -> None:
        self.mine.update(state=state, finished=timezone.now(), cancel=False, **fields)

    def give_back(self) -> None:
        """Let another worker begin again; the attempt does not count."""
        with transaction.atomic():
            if self.mine.update(state=State.QUEUED, attempt=self.job.attempt - 1, worker=""):
                run.enqueue(job_id=self.job.pk)


class Heart(threading.Thread):
    """Beats while the work is busy elsewhere."""

    def __init__(self, step: Step) -> None:
        super().__init__(daemon=True, name="heart")
        self.step = step
        self.still = threading.Event()

    def __enter__(self) -> Heart:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.still.set()
        self.join()

    def run(self) -> None:
        try:
            while not self.still.wait(BEAT):
                self._beat()
        finally:
            connection.close()

    def _beat(self) -> None:
        try:
            close_old_connections()
            self.step.beat()
        except Exception:  # a missed beat is not the end of the work
            log.warning("a heartbeat was missed", exc_info=True)
