"""A PostgreSQL for the tests: a cluster of our own, started when the first test asks, stopped after the last."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from benchmarks.cluster import LACKING, binaries, cluster
from tests.conftest import lacking


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of an empty database, as HANSE_DATABASE_URL takes it."""
    if binaries() is None:
        lacking(LACKING)
    with cluster() as address:
        yield address
