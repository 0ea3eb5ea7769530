"""Two boards: a small rich one made by hand, and a large generated one."""

from __future__ import annotations

import pytest

from hanse.tracing.board import Board

from .strait import crowded, negotiation


@pytest.fixture(scope="session")
def board() -> Board:
    return negotiation()


@pytest.fixture(scope="session")
def large() -> Board:
    return crowded()
