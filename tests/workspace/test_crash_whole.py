"""After kill -9 of the whole workspace at once, what people were answered is there, and what was begun goes on."""

from __future__ import annotations

import hashlib
import io
import os
import re
import secrets
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable
from contextlib import closing, suppress
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

import psutil
import pytest

from tests.workspace.campaigns.conftest import files
from tests.workspace.readymade import directory

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900), pytest.mark.xdist_group("whole")]

PASSWORD = "correct horse battery"
PREPARE = """
import sys
from hanse.workspace.serve import prepare
prepare(sys.argv[1])
from pathlib import Path
from hanse.workspace.accounts.models import User
from hanse.workspace.campaigns.folder_in import import_folder
from hanse.workspace.campaigns.retracing import retrace
User.objects.create_user("rosa@example.org", sys.argv[3], role="reviewer")
otto = User.objects.create_user("otto@example.org", sys.argv[3], role="officer")
campaign = import_folder(Path(sys.argv[2]), otto, handling="internal")
retrace(campaign, lambda share, words: None, lambda: False)
print(campaign.pk)
"""

WORK = """
import time
from hanse.workspace.serve import prepare
prepare()
from django.conf import settings
import hanse.tracing.trace as tracing
import hanse.workspace.campaigns.folder_in as folder_in
shelve, trace = folder_in.shelve, tracing.trace
def hanging(name, work):
    def hang(*args, **kwargs):
        done = work(*args, **kwargs)
        if (settings.HANSE_HOME / f"hang-{name}").exists():
            (settings.HANSE_HOME / f"hangs-{name}").touch()
            time.sleep(3600)
        return done
    return hang
folder_in.shelve, tracing.trace = hanging("shelving", shelve), hanging("tracing", trace)
from hanse.workspace.__main__ import main
main(["", "--with-parent", "work"])
"""
"""A worker that can be told to hang inside the transaction that stores a campaign, and before a board is stored."""

UP = """
import subprocess, sys
from hanse.workspace import serve
child = serve._child
def hanging(*arguments):
    if arguments != ("work",):
        return child(*arguments)
    return subprocess.Popen([sys.executable, "-c", sys.argv[2]], start_new_session=True, stdin=subprocess.PIPE)
serve._child = hanging
raise SystemExit(serve.up(port=0, data=sys.argv[1]))
"""


class Workspace:
    """A workspace of its own as ``up`` starts it, with a worker that can be told to hang: parent, server and worker."""

    def __init__(self, home: Path) -> None:
        environment = {**os.environ, "HANSE_DATABASE_URL": "", "HANSE_ADDRESS": "", "HANSE_HOME": str(home)}
        self.home = home
        self.parent = subprocess.Popen(
            [sys.executable, "-c", UP, str(home), WORK], env=environment, stdout=subprocess.PIPE, text=True
        )
        self.processes = [psutil.Process(self.parent.pid)]

    def __enter__(self) -> Workspace:
        try:
            said = self.parent.stdout.readline()
            self.processes += self.processes[0].children(recursive=True)
            self.address = re.search(r"Hanse is at (http://127\.0\.0\.1:\d+)/", said).group(1)
            assert len(self.processes) == 3
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self.parent.wait()
        self.parent.stdout.close()

    def kill(self) -> None:
        """All at once, and none of them stays."""
        for process in self.processes:
            with suppress(psutil.NoSuchProcess):
                process.send_signal(signal.SIGKILL)
        assert psutil.wait_procs(self.processes, timeout=120)[1] == []

    def wait_for(self, sql: str) -> None:
        wait_until(lambda: one(self.home, sql), sql)


class Visitor:
    """Somebody's browser, over HTTP."""

    def __init__(self, address: str, name: str) -> None:
        self.address, self.jar = address, CookieJar()
        self.opener = build_opener(HTTPCookieProcessor(self.jar))
        self.get("/account/login/")
        self.post("/account/login/", login=f"{name}@example.org", password=PASSWORD)
        assert "sessionid" in {cookie.name for cookie in self.jar}

    def get(self, path: str) -> str:
        with self.opener.open(self.address + path, timeout=120) as answer:
            return answer.read().decode()

    def post(self, path: str, **fields: str) -> str:
        """Send a form; the address where one ends up."""
        return self._send(path, urlencode({**fields, **self._token()}).encode(), "application/x-www-form-urlencoded")

    def drop(self, path: str, name: str, data: bytes, **fields: str) -> str:
        """Send a form with a file in it; the address where one ends up."""
        edge = secrets.token_hex(16)
        said = {f'name="{field}"': value.encode() for field, value in {**fields, **self._token()}.items()}
        said[f'name="{name}"; filename="{name}.zip"'] = data
        parts = (
            f"--{edge}\r\nContent-Disposition: form-data; {what}\r\n\r\n".encode() + value + b"\r\n"
            for what, value in said.items()
        )
        return self._send(path, b"".join(parts) + f"--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}")

    def _send(self, path: str, body: bytes, kind: str) -> str:
        request = Request(self.address + path, body, {"Content-Type": kind})
        with self.opener.open(request, timeout=120) as answer:
            return answer.url.removeprefix(self.address)

    def _token(self) -> dict[str, str]:
        return {"csrfmiddlewaretoken": next(each.value for each in self.jar if each.name == "csrftoken")}


class Cell:
    """One cell of the campaign that was there before, as a reviewer has it open."""

    def __init__(self, home: Path, campaign: str, rosa: Visitor) -> None:
        where = f"FROM campaigns_findingrecord WHERE campaign_id = '{campaign}' ORDER BY ask_id, draft_id"
        ask, draft = query(home, f"SELECT ask_id, draft_id {where}")[0]
        self.path, self.rosa = f"/campaigns/{campaign}/cells/{ask}/{draft}/", rosa
        self.judged = re.search(r'name="judged" value="(\w+)"', rosa.get(self.path)).group(1)

    def confirm(self, note: str) -> None:
        """Answered when this returns: the page after the verdict was shown."""
        ended = self.rosa.post(f"{self.path}review/", verdict="confirm", outcome="", note=note, judged=self.judged)
        assert ended == self.path


@pytest.fixture(scope="module")
def prepared(tmp_path_factory, migrated):
    """A data directory with an officer, a reviewer, and a traced campaign: its path, and the campaign's key."""
    home, folder = directory(tmp_path_factory.mktemp("prepared") / "data", migrated), tmp_path_factory.mktemp("small")
    for path, text in files().items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    made = subprocess.run(
        [sys.executable, "-c", PREPARE, str(home), str(folder), PASSWORD],
        env={**os.environ, "HANSE_HOME": str(home), "HANSE_DATABASE_URL": ""},
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert made.returncode == 0, made.stderr
    return home, made.stdout.strip()


@pytest.fixture
def office(prepared, tmp_path):
    """The same, for one test to itself."""
    home = tmp_path / "office"
    shutil.copytree(prepared[0], home)
    return home, prepared[1]


def other_folder() -> bytes:
    """A zip of another campaign, no text of which is one of the first's."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for path, text in files().items():
            other = text.replace("Small", "Other").replace("Fund", "Chest").replace("fund", "chest")
            archive.writestr(path, other.replace("reception", "sea rescue"))
    return content.getvalue()


def wait_until(true: Callable[[], object], what: str, seconds: float = 240) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"in vain: {what}"
        time.sleep(0.01)


def query(home: Path, sql: str) -> list[tuple]:
    with closing(sqlite3.connect(home / "hanse.sqlite3", timeout=30)) as database:
        return database.execute(sql).fetchall()


def one(home: Path, sql: str) -> object:
    return query(home, sql)[0][0]


def whole(home: Path, *, campaigns: int, findings: int) -> None:
    """The database is sound; each campaign has its two asks and three texts, each text its words and its file."""
    assert query(home, "PRAGMA integrity_check") == [("ok",)]
    assert query(home, "PRAGMA foreign_key_check") == []
    assert one(home, "SELECT count(*) FROM campaigns_campaign") == campaigns
    for table, each in (("askrecord", 2), ("campaigndocument", 3)):
        counts = query(home, f"SELECT count(*) FROM campaigns_{table} GROUP BY campaign_id")
        assert counts == [(each,)] * campaigns, table
    assert one(home, "SELECT count(*) FROM campaigns_findingrecord") == findings
    documents = dict(query(home, "SELECT id, sha256 FROM documents_document"))
    assert len(documents) == 3 * campaigns
    assert set(query(home, "SELECT document_id FROM documents_passage")) == {(each,) for each in documents}
    assert one(home, "SELECT count(*) FROM documents_passage WHERE id NOT IN (SELECT rowid FROM documents_words)") == 0
    for sha256 in documents.values():
        kept = home / "files" / sha256[:2] / sha256
        assert hashlib.sha256(kept.read_bytes()).hexdigest() == sha256


def test_what_was_answered_is_there_and_the_import_goes_on_after_all_of_it_was_killed(office):
    home, campaign = office
    folder = other_folder()
    (home / "hang-shelving").touch()
    with Workspace(home) as workspace:
        Cell(home, campaign, Visitor(workspace.address, "rosa")).confirm("It stands in paragraph 1.")
        page = Visitor(workspace.address, "otto").drop("/campaigns/import/", "folder", folder, handling="internal")
        job = re.fullmatch(r"/jobs/(\w+)/", page).group(1)
        wait_until((home / "hangs-shelving").exists, "a document that is being shelved")
        workspace.kill()
    (home / "hang-shelving").unlink()
    assert query(home, f"SELECT state, attempt FROM jobs_job WHERE id = '{job}'") == [("running", 1)]
    whole(home, campaigns=1, findings=4)

    (home / "hang-tracing").touch()
    for attempt in (2, 3):
        with Workspace(home) as workspace:
            workspace.wait_for(f"SELECT attempt = {attempt} FROM jobs_job WHERE id = '{job}'")
            workspace.wait_for("SELECT count(*) = 2 FROM campaigns_campaign")
            workspace.kill()
        assert query(home, f"SELECT state, attempt FROM jobs_job WHERE id = '{job}'") == [("running", attempt)]
        whole(home, campaigns=2, findings=4)

    (home / "hang-tracing").unlink()
    with Workspace(home) as workspace:
        workspace.wait_for(f"SELECT state = 'failed' FROM jobs_job WHERE id = '{job}'")
        otto = Visitor(workspace.address, "otto")
        assert "The worker died 3 times at this; it can be run again." in otto.get(page)
        assert otto.post(f"{page}again/") == page
        workspace.wait_for(f"SELECT state = 'done' FROM jobs_job WHERE id = '{job}'")
        whole(home, campaigns=2, findings=8)
        assert "Other Accord" in otto.get("/campaigns/")
        history = otto.get(f"/campaigns/{campaign}/history/")
        assert "rosa@example.org" in history
        assert "It stands in paragraph 1." in history
    assert query(home, "SELECT note, verdict FROM campaigns_review") == [("It stands in paragraph 1.", "confirm")]
    assert query(home, "SELECT note, history_type FROM campaigns_historicalreview") == [
        ("It stands in paragraph 1.", "+")
    ]
    zipped = hashlib.sha256(folder).hexdigest()
    assert not (home / "files" / zipped[:2] / zipped).exists()


def test_every_verdict_that_was_answered_is_there_when_the_workspace_is_killed_between_two(office):
    home, campaign = office
    answered: list[str] = []

    def judge(cell: Cell) -> None:
        with suppress(URLError, OSError):
            for number in range(10_000):
                cell.confirm(f"verdict {number}")
                answered.append(f"verdict {number}")

    with Workspace(home) as workspace:
        cell = Cell(home, campaign, Visitor(workspace.address, "rosa"))
        judging = threading.Thread(target=judge, args=[cell], daemon=True)
        judging.start()
        wait_until(lambda: len(answered) >= 10, "ten verdicts answered")
        workspace.kill()
        judging.join(120)
        assert not judging.is_alive()

    with Workspace(home) as workspace:
        history = Visitor(workspace.address, "otto").get(f"/campaigns/{campaign}/history/")
        assert all(note in history for note in answered)
    whole(home, campaigns=1, findings=4)
    kept = [note for (note,) in query(home, "SELECT note FROM campaigns_historicalreview ORDER BY history_id")]
    assert kept[: len(answered)] == answered
    assert len(kept) <= len(answered) + 1
    assert query(home, "SELECT note FROM campaigns_review") == [(kept[-1],)]
