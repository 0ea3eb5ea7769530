"""Upkeep is done at once, again as long as there is more, and keeps no job from being done."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from hanse.workspace.jobs import upkeep


@pytest.fixture
def pieces(monkeypatch):
    found = []
    monkeypatch.setattr(upkeep, "PIECES", found)
    return found


def test_it_is_due_at_once_and_while_there_is_more_and_then_not(pieces):
    left = [True, False]
    pieces.append(lambda: left.pop(0))
    keeper = upkeep.Upkeep()
    assert keeper.due
    assert keeper.look()
    assert keeper.due
    assert not keeper.look()
    assert not keeper.due


def test_what_fails_is_logged_and_the_rest_is_done(pieces, caplog):
    done = []

    def broken() -> bool:
        raise RuntimeError("no")

    pieces += [broken, lambda: bool(done.append(1))]
    assert not upkeep.Upkeep().look()
    assert done == [1]
    assert "broken failed" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_runs_until_nothing_is_left_does_all_upkeep(pieces):
    left = [True, True, False]
    pieces.append(lambda: left.pop(0))
    call_command("work", "--until-empty")
    assert left == []
