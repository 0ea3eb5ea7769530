"""After kill -9 in the middle of an import or a trace nothing is half done, and no verdict is lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

PREPARE = """
import sys
from hanse.workspace.serve import prepare
prepare(sys.argv[1])
from hanse.workspace.accounts.models import User
from hanse.workspace.documents.shelf import keep
from hanse.workspace.jobs.work import start
otto = User.objects.create_user("otto@example.org", role="officer")
sha256 = keep([open(sys.argv[2], "rb").read()])
print(start("campaigns.import", title="x", owner=otto, sha256=sha256, name="c.zip", handling="internal").pk)
"""

AGAIN = """
import sys
from hanse.workspace.serve import prepare
prepare(sys.argv[1])
from hanse.workspace.accounts.models import User
from hanse.workspace.campaigns.models import Campaign, FindingRecord, Review
from hanse.workspace.jobs.work import start
campaign, otto = Campaign.objects.get(), User.objects.get()
found = FindingRecord.objects.first()
Review.objects.create(campaign=campaign, ask=found.ask, draft=found.draft, reviewer=otto, verdict="confirm",
    outcome=found.outcome, machine=found.outcome, judged=found.judged, audience=found.audience)
campaign.asks.update(theme="changed")
print(start("campaigns.trace", title="x", owner=otto, campaign=campaign.pk).pk)
"""

WORK = """
import sys, time
import hanse.text.reading as reading
import hanse.tracing.campaign.folder as folder
import hanse.tracing.trace as tracing
def hanging(work):
    def hang(*args, **kwargs):
        work(*args, **kwargs)
        time.sleep(3600)
    return hang
if sys.argv[1] == "reading":
    reading.read = folder.read = hanging(reading.read)
if sys.argv[1] == "tracing":
    tracing.trace = hanging(tracing.trace)
from hanse.workspace.__main__ import main
main(["", "work", *sys.argv[2:]])
"""
"""A worker that does a work, and hangs before it can make use of it, until it is killed."""

pytestmark = pytest.mark.slow


def python(home: Path, code: str, *arguments: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "HANSE_HOME": str(home), "HANSE_DATABASE_URL": ""}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], env=environment, stdout=subprocess.PIPE, text=True
    )


def told(home: Path, code: str, *arguments: str) -> str:
    process = python(home, code, *arguments)
    said = process.communicate(timeout=240)[0].strip()
    assert process.returncode == 0
    return said


def ask(home: Path, query: str) -> list[tuple]:
    with closing(sqlite3.connect(home / "hanse.sqlite3", timeout=30)) as database:
        return database.execute(query).fetchall()


def one(home: Path, query: str) -> object:
    return ask(home, query)[0][0]


def killed_when(home: Path, doing: str, query: str) -> None:
    """A worker that hangs in what it does, killed when a query is true."""
    worker = python(home, WORK, doing)
    try:
        end = time.monotonic() + 240
        while not one(home, query):
            assert time.monotonic() < end, query
            time.sleep(0.02)
    finally:
        worker.send_signal(signal.SIGKILL)
        worker.wait()


def test_import_and_trace_are_begun_again_and_nothing_is_lost(packed, data):
    home = data
    job = told(home, PREPARE, str(home), str(packed()))
    killed_when(home, "reading", f"SELECT count(*) FROM jobs_job WHERE id = '{job}' AND message LIKE 'Reading%'")
    assert one(home, "SELECT count(*) FROM campaigns_campaign") == 0
    assert one(home, "SELECT count(*) FROM documents_document") == 0
    killed_when(home, "tracing", "SELECT count(*) FROM campaigns_campaign")
    assert one(home, "SELECT count(*) FROM campaigns_campaigndocument") == 3
    assert one(home, "SELECT count(*) FROM campaigns_askrecord") == 2
    told(home, WORK, "", "--until-empty")
    assert ask(home, f"SELECT state, attempt FROM jobs_job WHERE id = '{job}'") == [("done", 3)]
    assert one(home, "SELECT count(*) FROM campaigns_campaign") == 1
    assert one(home, "SELECT count(*) FROM campaigns_findingrecord") == 4

    again = told(home, AGAIN, str(home))
    killed_when(home, "tracing", f"SELECT count(*) FROM jobs_job WHERE id = '{again}' AND message LIKE '%ask%'")
    assert one(home, "SELECT count(*) FROM campaigns_findingrecord") == 4
    assert one(home, "SELECT count(*) FROM campaigns_review") == 1
    told(home, WORK, "", "--until-empty")
    assert one(home, f"SELECT state FROM jobs_job WHERE id = '{again}'") == "done"
    assert one(home, "SELECT count(*) FROM campaigns_findingrecord") == 4
    assert one(home, "SELECT count(*) FROM campaigns_review") == 1
