"""After kill -9 of the worker nothing is half done: the job goes on, and every document is whole."""

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

FILES = 12
PARAGRAPHS = 40

PREPARE = """
import sys
from hanse.workspace.serve import prepare
prepare(sys.argv[1])
from django.core.files.uploadedfile import SimpleUploadedFile
from hanse.workspace.accounts.models import User
from hanse.workspace.documents.uploading import take_in
otto = User.objects.create_user("otto@example.org", role="officer")
def text(number):
    lines = (f"{each}. City number {number} asks for thing {each}." for each in range(1, int(sys.argv[3]) + 1))
    return "\\n\\n".join(lines).encode()
files = [SimpleUploadedFile(f"{number}.txt", text(number)) for number in range(int(sys.argv[2]))]
print(take_in(files, otto, {"handling": "internal"}).pk)
"""

WORK = """
import itertools, sys, time
import hanse.text.reading as reading
read, turn = reading.read, itertools.count()
def stopping(*args, **kwargs):
    if next(turn) == int(sys.argv[1]):
        time.sleep(3600)
    return read(*args, **kwargs)
reading.read = stopping
from hanse.workspace.__main__ import main
main(["", "work"])
"""
"""A worker that reads so many files, and hangs at the next until it is killed."""


def python(home: Path, code: str, *arguments: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "HANSE_HOME": str(home), "HANSE_DATABASE_URL": ""}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], env=environment, stdout=subprocess.PIPE, text=True
    )


def ask(home: Path, query: str) -> list[tuple]:
    with closing(sqlite3.connect(home / "hanse.sqlite3", timeout=30)) as database:
        return database.execute(query).fetchall()


def wait_for(home: Path, query: str, seconds: float = 240) -> None:
    end = time.monotonic() + seconds
    while not ask(home, query)[0][0]:
        assert time.monotonic() < end, f"{query} stayed false"
        time.sleep(0.02)


@pytest.mark.slow
def test_a_worker_killed_in_the_middle_of_an_import_leaves_whole_documents_and_the_next_goes_on(data):
    home = data
    prepared = python(home, PREPARE, str(home), str(FILES), str(PARAGRAPHS))
    job = prepared.communicate(timeout=240)[0].strip()
    assert prepared.returncode == 0
    for done in (3, 6):
        worker = python(home, WORK, "3")
        try:
            wait_for(home, f"SELECT count(*) = {done} FROM documents_document")
        finally:
            worker.send_signal(signal.SIGKILL)
            worker.wait()
        assert ask(home, "SELECT count(*) FROM documents_document") == [(done,)]
        assert ask(home, f"SELECT state FROM jobs_job WHERE id = '{job}'") == [("running",)]
        whole(home)
    worker = python(home, WORK, str(FILES))
    try:
        wait_for(home, f"SELECT state = 'done' FROM jobs_job WHERE id = '{job}'")
    finally:
        worker.terminate()
        worker.wait(120)
    assert ask(home, "SELECT count(*), count(DISTINCT sha256) FROM documents_document") == [(FILES, FILES)]
    assert ask(home, "SELECT attempt FROM jobs_job") == [(3,)]
    whole(home)


def whole(home: Path) -> None:
    """Every document has all its passages, every passage its words in the index, and no upload says otherwise."""
    counts = ask(home, "SELECT count(*) FROM documents_passage GROUP BY document_id")
    assert set(counts) == {(PARAGRAPHS,)}
    assert ask(home, "SELECT count(*) FROM documents_passage WHERE id NOT IN (SELECT rowid FROM documents_words)") == [
        (0,)
    ]
    settled = "SELECT (SELECT count(*) FROM documents_upload WHERE document_id IS NOT NULL)"
    assert ask(home, f"{settled} = (SELECT count(*) FROM documents_document)") == [(1,)]
