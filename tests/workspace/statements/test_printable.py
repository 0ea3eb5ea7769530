"""What could not be printed at the closing is refused while it can still be written otherwise."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from hanse.errors import RefusedChange
from hanse.workspace.statements import drafting
from hanse.workspace.statements.freezing import freeze, readiness
from hanse.workspace.statements.lettering import lettered
from hanse.workspace.statements.models import Edition, Signature
from tests.workspace.statements.conftest import SAYS
from tests.workspace.statements.test_closing import words_of

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


def test_a_city_whose_name_no_font_has_is_printed_in_latin_letters_and_the_office_is_told_before_it_closes(
    visit, version, city, link, otto, work_off
):
    for name, country in (("Port 😀 Vell", "ESP"), ("ထားဝယ်", "MMR"), ("𓂀", "EGY"), ("አዲስ አበባ", "ETH")):
        visit().post(link(city(name, country)), SAYS)
    page = f"/statements/{version.statement_id}/"
    browser = visit(otto)
    warned = browser.get(f"{page}close/").content.decode()
    assert "printed as Port :grinning: Vell" in warned
    assert "printed as thavy" in warned
    assert "አዲስ አበባ" not in warned, "there is a font for it"
    browser.post(f"{page}close/")
    work_off()
    assert {each.language for each in Edition.objects.filter(occasion="closing")} == {"en", "fr"}
    said = words_of(Edition.objects.get(occasion="closing", language="en").file.read_bytes())
    assert "thavy" in said
    assert "In Latin letters, for want of a font" in said
    shown = browser.get(page).content.decode()
    assert "ထားဝယ်" in shown
    assert "Port 😀 Vell" in shown


def test_names_that_can_be_printed_are_left_as_they_are():
    assert lettered(["Porto", "القاهرة", "北京", "Москва"]) == {}
    assert lettered(["Pa😀ris", "Oslo"]) == {"Pa😀ris": "Pa:grinning:ris"}
    assert set(lettered(["\U000e0041", "\U0010fffd"]).values()) <= {"A", "?"}
