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

UP = "import sys; from hanse.workspace.serve import up; raise SystemExit(up(port=0, data=sys.argv[1]))"


@pytest.fixture
def started(tmp_path):
    """A workspace of its own, as `hanse up` starts it: the process, its data directory, and what it printed."""
    home = tmp_path / "data"
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


def gone(processes, seconds=20):
    return not psutil.wait_procs(processes, timeout=seconds)[1]


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_tells_where_it_is_and_stops_with_its_children(started, number):
    process, home, said = started
    address = re.search(r"Hanse is at (http://\S+/)", said).group(1)
    link = re.search(r"(http://\S+/people/welcome/\S+/)", said).group(1)
    assert urllib.request.urlopen(link).status == 200
    assert urllib.request.urlopen(address).url.startswith(address + "account/login/")
    children = psutil.Process(process.pid).children(recursive=True)
    assert len(children) == 2
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert stat.S_IMODE((home / "secret-key").stat().st_mode) == 0o600
    process.send_signal(number)
    assert process.wait(30) == 0
    assert gone(children)
    assert process.stderr.read() == ""


@pytest.mark.slow
def test_when_it_is_killed_its_children_do_not_stay(started):
    process, _, _ = started
    children = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.wait()
    assert gone(children)


@pytest.mark.slow
def test_a_port_that_is_taken_is_told_and_nothing_stays(started, tmp_path):
    _, _, said = started
    port = re.search(r":(\d+)/", said).group(1)
    code = UP.replace("port=0", f"port={port}")
    second = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "other")], capture_output=True, text=True, timeout=60
    )
    assert second.returncode == 2
    assert port in second.stderr
    assert "Traceback" not in second.stderr


@pytest.mark.slow
def test_pages_come_with_a_strict_policy_and_styles_are_served(started):
    _, _, said = started
    link = re.search(r"(http://\S+/people/welcome/\S+/)", said).group(1)
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
