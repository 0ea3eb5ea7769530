"""Who does the long work? ``python -m hanse.workspace work``: a worker, which first takes up what dead workers left."""

from __future__ import annotations

import signal
import time
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from hanse.workspace.jobs import workers
from hanse.workspace.jobs.upkeep import Upkeep
from hanse.workspace.jobs.work import STOPPING

SWEEP = 15.0
"""Seconds between two looks for dead workers."""


class Sweeper(Worker):
    """The queue's worker; sweeps before it starts and now and then while it waits."""

    swept = 0.0

    def shutdown(self, signum: int, frame: Any) -> None:
        STOPPING.set()
        super().shutdown(signum, frame)

    def run_task(self, result: Any) -> None:
        super().run_task(result)
        self.sweep()

    def sweep(self) -> None:
        if time.monotonic() - self.swept >= SWEEP:
            self.swept = time.monotonic()
            workers.sweep()


class Command(BaseCommand):
    help = "Do the queued jobs, and keep things in order between them, until stopped."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--until-empty", action="store_true", help="stop when nothing is left to do")

    def handle(self, *, until_empty: bool, **options: Any) -> None:
        workers.name()
        worker = Sweeper(
            queue_names=["*"],
            interval=0.5,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        signal.signal(signal.SIGTERM, worker.shutdown)
        signal.signal(signal.SIGINT, worker.shutdown)
        upkeep = Upkeep()
        while worker.running:
            worker.sweep()
            worker.run()
            close_old_connections()
            if worker.running and (until_empty or upkeep.due) and upkeep.look():
                continue
            if until_empty:
                return
            time.sleep(worker.interval)
