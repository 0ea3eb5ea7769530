"""What a sheet changes of a statement or a signature has the same consequences as what a form changes."""

from __future__ import annotations

import pytest

from hanse.workspace.documents.models import Document
from hanse.workspace.registry.exchange.taking import take_in
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Instrument, Participation
from hanse.workspace.statements.asking import shelved
from hanse.workspace.statements.models import Signature
from hanse.workspace.statements.telling import tell
from tests.workspace.statements.conftest import SAYS

pytestmark = pytest.mark.django_db


def test_a_sheet_that_restricts_a_statement_restricts_what_the_registry_says_of_it(visit, city, link, version, otto):
    visit().post(link(city("Mombasa")), SAYS)
    tell()
    row = {"id": version.statement_id, "handling": "restricted", "title": "Declaration of others"}
    assert len(take_in(KINDS["statements"], [row], user=otto, why="Asked for.").changed) == 1
    assert set(Participation.objects.values_list("handling", flat=True)) == {"restricted"}
    assert Signature.objects.get().handling == "restricted"
    assert Instrument.objects.get(pk=version.statement.instrument_id).handling == "restricted"
    last = version.statement.history.first()
    assert (last.history_user, last.history_change_reason) == (otto, "Asked for.")


def test_a_signature_withdrawn_by_a_sheet_leaves_its_place_to_another(visit, city, link, version, otto):
    mombasa = city("Mombasa")
    visit().post(link(mombasa), SAYS)
    signature = Signature.objects.get()
    row = {"id": signature.pk, "until": signature.since, "why_withdrawn": "By letter."}
    taken = take_in(KINDS["signatures"], [row], user=otto)
    assert len(taken.changed) == 1, taken.refused
    visit().post(link(mombasa), SAYS)
    assert Signature.objects.filter(until="").count() == 1


def test_the_document_of_a_statement_is_handled_as_it_is(version, otto, rhea):
    document = shelved(version, "en", otto)
    assert Document.objects.visible_to(rhea).filter(pk=document.pk).exists()
    version.statement.handling = "restricted"
    version.statement.save()
    assert not Document.objects.visible_to(rhea).filter(pk=document.pk).exists()
