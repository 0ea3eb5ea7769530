"""What could not be printed at the closing is refused while it can still be written otherwise."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from hanse.errors import RefusedChange
from hanse.workspace.statements import drafting
from hanse.workspace.statements.freezing import freeze, readiness
from hanse.workspace.statements.models import Signature
from tests.workspace.statements.conftest import SAYS

pytestmark = pytest.mark.django_db


def test_a_text_with_a_character_of_no_font_is_not_frozen_and_the_paragraph_is_named(statement, otto):
    paragraph = statement.draft.paragraphs.get(number="2")
    drafting.write(paragraph, "fr", "Les villes partageront leur savoir 😀.", otto)
    assert [each for each in readiness(statement.draft).problems if "2 (" in each and "U+1F600" in each]
    with pytest.raises(RefusedChange, match="in none of the fonts"):
        freeze(statement.draft, otto)
    drafting.write(paragraph, "fr", "Les villes partageront leur savoir: 知识, معرفة, знание.", otto)
    assert freeze(statement.draft, otto).sha256


def test_a_signer_writes_a_name_that_can_be_printed(visit, city, link):
    where = link(city("Mombasa"))
    answer = visit().post(where, {**SAYS, "name": "Ines 😀 Barr"})
    assert answer.status_code == 422
    assert "U+1F600" in answer.content.decode()
    assert "Ines 😀 Barr" in answer.content.decode(), "what was typed stands there still"
    assert not Signature.objects.exists()
    assert visit().post(where, {**SAYS, "name": "李明 · محمد"}).status_code == 200
    assert Signature.objects.count() == 1


def test_a_sheet_brings_no_name_that_cannot_be_printed(version, city):
    fields = {"city": city("Mombasa"), "statement": version.statement, "version": version, "mandate": "letter"}
    with pytest.raises(ValidationError, match="U\\+1F600"):
        Signature(name="😀", office="Mayor", since="", **fields).clean()
