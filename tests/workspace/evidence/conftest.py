"""Claims with their sources, a text of the office, and evidence that is taken from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.evidence.proposing import propose
from hanse.workspace.registry.models import Claim, Source


@pytest.fixture
def origin(db) -> Source:
    return Source.objects.create(
        title="Yearbook of the league", url="https://example.org/yearbook", handling=Handling.PUBLIC
    )


@pytest.fixture
def claim(origin) -> Claim:
    return Claim.objects.create(
        wording="120 towns signed the Harbour Charter.",
        value="120",
        unit="towns",
        source=origin,
        quote="As many as 120 towns signed the Harbour Charter.",
        handling=Handling.PUBLIC,
    )


@pytest.fixture
def minutes(written) -> Any:
    """A public text that says otherwise, and once the same."""
    return written(
        "Minutes of the assembly",
        "1. The assembly met in June.",
        "2. Over 40 towns attended the signing of the Harbour Charter.",
        "3. The secretariat notes that 120 towns signed the Harbour Charter.",
        handling=Handling.PUBLIC,
        sha256="a" * 64,
    )


@pytest.fixture
def evidence(claim, minutes) -> Callable[..., Any]:
    """Evidence of the claim from a passage of the minutes: ``evidence("p2", "contrasts")``."""

    def made(passage: str = "p3", stance: str = "supports", **said: Any) -> Any:
        return propose(said.pop("claim", claim), **{"document": minutes, "passage": passage, "stance": stance, **said})

    return made
