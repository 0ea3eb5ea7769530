"""A small campaign with a counted position, pledges, and a report of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from tests.workspace.impact.conftest import city, pledged
from tests.workspace.impact.ledger.conftest import actor, campaign, change, judged, open_to_the_public, outside

__all__ = ["actor", "campaign", "change", "city", "judged", "open_to_the_public", "outside", "pledged"]


@pytest.fixture
def counted(campaign: Any, judged: Any, outside: Any, rosa: Any) -> Any:
    """A campaign with one ask that somebody outside confirmed."""
    made = campaign()
    outside(judged(made, "a1", rosa))
    return made


@pytest.fixture
def reported(otto: Any, visit: Any, work_off: Any) -> Callable[..., Any]:
    """A report made on the page: ``reported(language="ar")``."""
    from hanse.workspace.impact.models import Report

    def make(**said: Any) -> Any:
        given = {
            "title": "What came of it",
            "audience": "donor",
            "language": "en",
            "since": "",
            "until": timezone.localdate().isoformat(),
            "prepared_by": "Union of Estuary Towns",
            "handling": "public",
        }
        answer = visit(otto).post("/impact/reports/new/", given | said)
        assert answer.status_code == 302, answer.content.decode()
        work_off()
        return Report.objects.get(pk=answer["Location"].split("/")[-2])

    return make


@pytest.fixture
def today() -> date:
    return timezone.localdate()
