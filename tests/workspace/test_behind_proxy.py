"""Behind a proxy with https people keep their own addresses: wrong passwords shut out whoever tried them, no others."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from hanse.workspace import serve

SERVE = """
import sys
from hanse.workspace.serve import prepare, serve
prepare(sys.argv[1])
serve("127.0.0.1", int(sys.argv[2]))
"""


@pytest.fixture
def server(data):
    """The address of a server that a proxy with https stands before."""
    port = serve._free_port("127.0.0.1")
    environment = {**os.environ, "HANSE_ADDRESS": "https://hanse.example.org", "HANSE_DATABASE_URL": ""}
    process = subprocess.Popen([sys.executable, "-c", SERVE, str(data), str(port)], env=environment)
    yield f"http://127.0.0.1:{port}/account/login/"
    process.kill()
    process.wait()


def page(address: str) -> str:
    """The cookie that the sign-in page sets, once the server answers."""
    for _ in range(1200):
        try:
            with urlopen(address, timeout=60) as answer:
                return answer.headers["Set-Cookie"].split(";")[0].partition("=")[2]
        except URLError:
            time.sleep(0.1)
    raise AssertionError("the server did not answer")


def sign_in(address: str, token: str, came_from: str, number: int) -> str:
    """What a wrong password is told, when the proxy says where it came from."""
    body = urlencode({"login": f"nobody{number}@example.org", "password": "wrong", "csrfmiddlewaretoken": token})
    headers = {
        "Host": "hanse.example.org",
        "Origin": "https://hanse.example.org",
        "Cookie": f"csrftoken={token}",
        "X-Forwarded-For": came_from,
    }
    with urlopen(Request(address, body.encode(), headers), timeout=60) as answer:
        return answer.read().decode()


@pytest.mark.slow
def test_wrong_passwords_from_one_address_do_not_shut_out_another(server):
    token = page(server)
    told = [sign_in(server, token, "192.0.2.1", number) for number in range(21)]
    assert "Too many tries went wrong here" not in told[0]
    assert "Too many tries went wrong here" in told[-1]
    assert "Too many tries went wrong here" not in sign_in(server, token, "192.0.2.2", 99)


def test_without_https_nobody_is_believed_about_an_address():
    assert serve._told_by_proxy("") == serve._told_by_proxy("http://127.0.0.1:8000") == {}
