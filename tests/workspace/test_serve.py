"""``up`` starts server and worker, says where they are, and leaves nothing running behind."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
import urllib.request

import psutil
import pytest

from tests.workspace.readymade import directory

UP = "import sys; from hanse.workspace.serve import up; raise SystemExit(up(port=0, data=sys.argv[1]))"


def up(home):
    """A workspace as `hanse up` starts it: the process, its data directory, and what it printed."""
    process = subprocess.Popen(
        [sys.executable, "-c", UP, str(home)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "HANSE_ADDRESS": ""},
    )
    lines = [process.stdout.readline(), process.stdout.readline()]
    yield process, home, "".join(lines)
    if process.poll() is None:
        process.kill()
        process.wait()


@pytest.fixture
def new(tmp_path):
    """A workspace of its own, in a data directory that is not there yet."""
    yield from up(tmp_path / "new")


@pytest.fixture
def started(data):
    """A workspace of its own, in a data directory that has its tables."""
    yield from up(data)


@pytest.fixture(scope="module")
def running(tmp_path_factory, migrated):
    """What a workspace printed that nobody stops or changes."""
    for _, _, said in up(directory(tmp_path_factory.mktemp("running") / "data", migrated)):
        yield said


def gone(processes, seconds=120):
    return not psutil.wait_procs(processes, timeout=seconds)[1]


@pytest.mark.slow
@pytest.mark.parametrize(("state", "number"), [("new", signal.SIGINT), ("started", signal.SIGTERM)])
def test_it_tells_where_it_is_and_stops_with_its_children(request, state, number):
    process, home, said = request.getfixturevalue(state)
    address = re.search(r"Hanse is at (http://\S+/)", said).group(1)
    link = re.search(r"(http://\S+/people/welcome/\S+/)", said).group(1)
    assert urllib.request.urlopen(link).status == 200
    assert urllib.request.urlopen(address).url.startswith(address + "account/login/")
    children = psutil.Process(process.pid).children(recursive=True)
    assert len(children) == 2
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert stat.S_IMODE((home / "secret-key").stat().st_mode) == 0o600
    process.send_signal(number)
    assert process.wait(120) == 0
    assert gone(children)
    told = ["Making the database ..."] if state == "new" else []
    assert process.stderr.read().splitlines() == [*told, "Starting server and worker ..."]


@pytest.mark.slow
def test_when_it_is_killed_its_children_do_not_stay(started):
    process, _, _ = started
    children = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.wait()
    assert gone(children)


@pytest.mark.slow
@pytest.mark.xdist_group("running")
def test_a_port_that_is_taken_is_told_and_nothing_stays(running, tmp_path):
    port = re.search(r":(\d+)/", running).group(1)
    code = UP.replace("port=0", f"port={port}")
    second = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "other")], capture_output=True, text=True, timeout=240
    )
    assert second.returncode == 2
    assert port in second.stderr
    assert "Traceback" not in second.stderr


@pytest.mark.slow
@pytest.mark.xdist_group("running")
def test_pages_come_with_a_strict_policy_and_styles_are_served(running):
    link = re.search(r"(http://\S+/people/welcome/\S+/)", running).group(1)
    answer = urllib.request.urlopen(link)
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    for part in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"):
        assert part in policy
    base = link.split("/people/")[0]
    for path in re.findall(r'(?:href|src)="(/static/[^"]+)"', answer.read().decode()):
        assert urllib.request.urlopen(base + path).status == 200


def test_pages_that_are_not_there_say_so(visit, otto):
    answer = visit(otto).get("/no/such/page/")
    assert answer.status_code == 404
    assert "Not found" in answer.content.decode()


def test_what_breaks_shows_a_page_without_its_inside(visit, otto, monkeypatch):
    def break_(*_):
        raise RuntimeError("secret inside")

    monkeypatch.setattr("hanse.workspace.documents.models.Documents.visible_to", break_)
    browser = visit(otto)
    browser.raise_request_exception = False
    answer = browser.get("/documents/")
    assert answer.status_code == 500
    assert "Something broke" in answer.content.decode()
    assert "secret" not in answer.content.decode()
