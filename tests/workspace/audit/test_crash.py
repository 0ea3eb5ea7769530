"""After kill -9 in the midst of writing, what was acknowledged is in the log, and record and row are never alone."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

WRITE = """
import sys, threading
from hanse.workspace.serve import prepare
prepare(sys.argv[1])
from django.db import transaction
from hanse.workspace.registry.models import Actor
def write():
    while True:
        one = Actor.objects.create(name="Tartu", kind="city")
        with transaction.atomic():
            two = Actor.objects.create(name="Narva", kind="city")
            two.note = "x"
            two.save()
        sys.stdout.write(f"{one.pk} {two.pk}\\n")
        sys.stdout.flush()
threads = [threading.Thread(target=write) for _ in range(3)]
[each.start() for each in threads]
"""


@pytest.mark.slow
def test_what_was_acknowledged_before_a_kill_is_in_the_log(data):
    environment = {**os.environ, "HANSE_HOME": str(data), "HANSE_DATABASE_URL": ""}
    said = []
    with subprocess.Popen(
        [sys.executable, "-c", WRITE, str(data)], stdout=subprocess.PIPE, text=True, env=environment
    ) as writer:
        for line in writer.stdout:
            said += line.split()
            if len(said) > 120:
                writer.send_signal(signal.SIGKILL)
    with closing(sqlite3.connect(data / "hanse.sqlite3")) as database:
        logged = dict(database.execute("SELECT record, count(*) FROM audit_entry WHERE record <> '' GROUP BY record"))
        states = dict(database.execute("SELECT id, count(*) FROM registry_historicalactor GROUP BY id"))
        records = {key for (key,) in database.execute("SELECT id FROM registry_actor")}
    assert [key for key in said if key not in logged] == []
    assert logged == states, "no state without its row, no row without its state"
    assert set(logged) == records
    command = [sys.executable, "-m", "hanse.cli", "audit", "verify", "--data", str(data), "--records", "--json"]
    verdict = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert json.loads(verdict.stdout)["records"]["states"] == sum(states.values())
