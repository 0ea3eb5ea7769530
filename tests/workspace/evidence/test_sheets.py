"""A sheet of evidence is taken in by the rules by which the form takes it."""

from __future__ import annotations

import pytest

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.evidence.models import Evidence
from hanse.workspace.registry.exchange.columns import row_of
from hanse.workspace.registry.exchange.taking import take_in
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Source

KIND = KINDS["evidence"]


@pytest.fixture
def cable(written) -> Source:
    """A public source whose text is restricted."""
    secret = written("Cable", "1. Only 12 towns signed.", handling=Handling.RESTRICTED)
    return Source.objects.create(title="A cable", document=secret, handling=Handling.PUBLIC)


def row(claim, source, handling=Handling.PUBLIC, **said):
    words = {"quote": "Only 12 towns signed.", "stance": "contrasts", **said}
    return {"claim": claim.pk, "source": source.pk, "handling": handling, **words}


@pytest.mark.parametrize("level", Handling.values)
def test_a_row_from_a_source_is_handled_as_the_text_of_that_source(claim, cable, otto, rhea, level):
    cable.document.handling = level
    cable.document.save()
    taken = take_in(KIND, [row(claim, cable)], user=otto)
    assert len(taken.added) == 1, taken.refused
    assert Evidence.objects.get().handling == level
    assert Evidence.objects.visible_to(rhea).count() == (level != Handling.RESTRICTED)


def test_a_row_keeps_a_handling_that_is_stricter_than_the_text(claim, origin, otto):
    take_in(KIND, [row(claim, origin, Handling.RESTRICTED)], user=otto)
    assert Evidence.objects.get().handling == Handling.RESTRICTED


def test_a_row_that_would_loosen_what_is_there_changes_nothing(claim, cable, otto):
    take_in(KIND, [row(claim, cable)], user=otto)
    held = row_of(KIND, Evidence.objects.get())
    taken = take_in(KIND, [{**held, "handling": Handling.PUBLIC}], user=otto)
    assert len(taken.unchanged) == 1
    assert Evidence.objects.get().handling == Handling.RESTRICTED


def test_a_row_that_moves_evidence_to_a_stricter_source_tightens_it_and_says_so(claim, origin, cable, otto):
    take_in(KIND, [row(claim, origin)], user=otto)
    held = row_of(KIND, Evidence.objects.get())
    taken = take_in(KIND, [{**held, "source": cable.pk}], user=otto)
    assert ("handling", "public", "restricted") in taken.changed[0].fields
    assert Evidence.objects.get().handling == Handling.RESTRICTED
