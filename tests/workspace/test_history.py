"""What of a record was changed is said as its page says it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hanse.workspace.history import changes
from hanse.workspace.registry.models import Actor, Funding

pytestmark = pytest.mark.django_db


def test_sums_are_written_with_their_thousands_apart():
    city = Actor.objects.create(name="Guayaquil", kind="city")
    held = Funding.objects.create(donor=city, recipient=city, committed=Decimal("240000"), currency="EUR")
    held.committed = Decimal("1250000.5")
    held.save()
    told = [each.fields for each in changes(held)]
    assert any(("240,000" in old and "1,250,000.5" in new) for fields in told for _name, old, new in fields)
