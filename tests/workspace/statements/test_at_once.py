"""Many cities sign at once, some of them twice, and the server is killed in the midst: every signature that was
acknowledged is there, once."""

from __future__ import annotations

import hashlib
import threading

import pytest

from benchmarks.signing import Crowd, Server, count, prepare
from tests.workspace.postgres import postgres

__all__ = ["postgres"]

CITIES, CLIENTS, BEFORE_THE_END = 40, 16, 12


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request) -> str:
    return "" if request.param == "sqlite" else request.getfixturevalue("postgres")


@pytest.mark.slow
def test_each_city_signs_once_and_nothing_that_was_acknowledged_is_lost_when_the_server_is_killed(data, database):
    links = prepare(data, database, 2 * CITIES)
    early, late = links[:CITIES], links[CITIES:]
    ended = threading.Event()
    with Server(data, database, worker=False) as server:
        crowd = Crowd(server.address, [link for link in early for _ in range(2)])
        crowd.open(CLIENTS)
        crowd.sign(CLIENTS)
        assert crowd.refused == crowd.refused_with("signed already")
        assert sorted(crowd.acknowledged) == sorted(early)
        told = count(data, database)
        assert (told["standing"], told["cities"], told["used"]) == (CITIES, CITIES, CITIES)

        def end(acknowledged: int) -> None:
            if acknowledged == BEFORE_THE_END and not ended.is_set():
                ended.set()
                server.kill()

        other = Crowd(server.address, late, told=end)
        other.open(CLIENTS)
        other.sign(CLIENTS)
    told = count(data, database)
    assert BEFORE_THE_END <= len(other.acknowledged) < CITIES
    assert {digest(link) for link in [*early, *other.acknowledged]} <= set(told["digests"])
    assert told["standing"] == told["cities"] == told["used"] == len(told["digests"])


def digest(link: str) -> str:
    return hashlib.sha256(link.split("/")[2].encode()).hexdigest()
