"""What one database keeps otherwise than the other changes nothing: tests of the newer rooms, on PostgreSQL too.

The suite runs them on SQLite; here the same files run once more in a process of their own, whose HANSE_DATABASE_URL
names a cluster that was started for them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workspace.postgres import postgres

__all__ = ["postgres"]

HERE = Path(__file__).parent
CHOSEN = (
    "evidence/test_proposing.py",
    "evidence/test_sheets.py",
    "evidence/test_states.py",
    "citations/test_counts.py",
    "citations/test_papers.py",
    "citations/test_reading.py",
    "visibility/test_lexicon.py",
    "visibility/test_named.py",
    "impact/test_counting.py",
    "impact/ledger/test_ties.py",
    "api/test_claims.py",
)
"""Few and fast: what sorts, sums, keeps JSON, finds without regard to case, and hides."""


@pytest.mark.slow
def test_the_rooms_of_evidence_citations_wording_and_impact_do_the_same_on_postgresql(postgres, tmp_path):
    files = [str(HERE / each) for each in CHOSEN]
    options = ["-q", "--create-db", "-p", "no:cacheprovider", "-p", "no:xdist", f"--basetemp={tmp_path / 'base'}"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *files],
        env={**environment, "HANSE_DATABASE_URL": postgres},
        cwd=HERE.parents[1],
        capture_output=True,
        text=True,
        timeout=280,
    )
    assert done.returncode == 0, done.stdout[-4000:]
