"""A frozen text has a digest that anybody can make again, and nobody alters it."""

from __future__ import annotations

import hashlib

import pytest
from django.db import DatabaseError, connection, transaction

from hanse.errors import RefusedChange
from hanse.workspace.statements import drafting
from hanse.workspace.statements.canonical import canonical, plain, sha256
from hanse.workspace.statements.freezing import agrees, freeze, readiness
from hanse.workspace.statements.models import Amendment, Comment, Paragraph, Statement, Version

TEXT = """hanse-statement 1

language en authentic

title
Declaration of the Quiet Harbours

preambular PP1
Recalling that ports receive whoever arrives,

operative 1
Cities call upon States to fund reception in ports.

operative 2
Cities will share what they learn.

language fr

title
Déclaration des ports tranquilles

preambular PP1
Rappelant que les ports accueillent,

operative 1
Les villes appellent les États.

operative 2
Les villes partageront leur savoir.
"""


def test_whoever_downloads_the_text_gets_the_digest_that_is_shown(visit, version, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    answer = visit().get(f"/statements/{version.statement_id}/versions/1/text.txt")
    assert answer.content.decode() == TEXT
    digest = hashlib.sha256(answer.content).hexdigest()
    assert digest == version.sha256
    assert digest in visit().get(version.statement.get_absolute_url()).content.decode()


def test_the_same_words_have_the_same_bytes_however_they_were_typed():
    assert plain("Cafe\u0301  of\tthe \r\n\r\n  port ") == "Café of the\nport"
    one = [Paragraph(kind="operative", number="1", texts={"en": "a\u0301 b"})]
    other = [Paragraph(kind="operative", number="1", texts={"en": " á  b\r\n"})]
    assert sha256(canonical(one, ["en"])) == sha256(canonical(other, ["en"]))


def test_words_that_move_to_another_paragraph_give_another_digest():
    def text(*words):
        held = [Paragraph(kind="operative", number=str(n), texts={"en": each}) for n, each in enumerate(words, 1)]
        return sha256(canonical(held, ["en"]))

    assert len({text("a b", "c"), text("a", "b c"), text("a b c"), text("a", "b", "c")}) == 4


def reword(paragraph):
    paragraph.texts = {"en": "Cities do nothing."}
    paragraph.save()


MORE = {"place": 9, "texts": {"en": "And more."}}
WAYS = {
    "save": reword,
    "update": lambda held: held.version.paragraphs.update(kind="heading"),
    "delete": lambda held: held.delete(),
    "create": lambda held: Paragraph.objects.create(version=held.version, **MORE),
    "bulk": lambda held: Paragraph.objects.bulk_create([Paragraph(version=held.version, **MORE)]),
}


@pytest.mark.parametrize("way", WAYS)
def test_no_paragraph_of_a_frozen_version_is_altered(version, otto, way):
    held = version.paragraphs.get(number="1")
    with pytest.raises(RefusedChange, match="it is frozen; begin a new version"):
        WAYS[way](held)
    for change in (lambda: drafting.write(held, "en", "No.", otto), lambda: drafting.take_out(held, otto)):
        with pytest.raises(RefusedChange):
            change()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE statements_paragraph SET texts = '{}'",
        "UPDATE statements_paragraph SET number = '7' WHERE number = '1'",
        "UPDATE statements_version SET sha256 = 'x'",
        "UPDATE statements_version SET frozen_at = NULL",
        "UPDATE statements_version SET canonical = 'x'",
    ],
)
def test_the_database_itself_refuses_to_alter_it(version, sql):
    with pytest.raises(DatabaseError, match="a frozen text is never altered"), transaction.atomic():
        connection.cursor().execute(sql)
    assert agrees(Version.objects.get(pk=version.pk))


def test_a_paragraph_that_vanished_is_noticed_by_the_page(visit, version, otto):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM statements_historicalparagraph")
        cursor.execute("DELETE FROM statements_paragraph WHERE number = '2'")
    assert "not those that were frozen" in visit(otto).get(version.statement.get_absolute_url()).content.decode()


def test_a_language_that_is_not_complete_is_named_absent_and_not_signed(statement, otto):
    statement.languages = "en fr ar"
    statement.save()
    draft = statement.draft
    drafting.write(draft.paragraphs.get(number="1"), "ar", "تدعو المدن الدول", otto)
    ready = readiness(draft)
    assert (ready.languages, ready.absent) == (("en", "fr"), ("ar",))
    assert any("Arabic will not be part of what is signed" in each for each in ready.warnings)
    frozen = freeze(draft, otto)
    assert (frozen.languages, frozen.absent) == ("en fr", "ar")
    assert "تدعو" not in frozen.canonical


def test_an_authentic_text_with_a_gap_is_not_frozen(statement, otto):
    draft = statement.draft
    drafting.write(draft.paragraphs.get(number="1"), "en", "", otto)
    with pytest.raises(RefusedChange, match="lacks words in: 1"):
        freeze(draft, otto)
    assert statement.draft == draft


def test_whoever_freezes_is_told_of_what_waits_and_of_late_translations(visit, statement, otto, ada):
    draft = statement.draft
    first = draft.paragraphs.get(number="1")
    Comment.objects.create(version=draft, paragraph=first, person=ada, text="Hm.")
    Amendment.objects.create(version=draft, paragraph=first, language="en", text="Other", author=ada)
    drafting.write(first, "en", "Cities urge States to fund reception in ports.", otto)
    page = visit(otto).get(f"/statements/{statement.pk}/freeze/").content.decode()
    assert "1 comment is not settled." in page
    assert "1 amendment is not decided." in page
    assert "French was made of an earlier wording of 1." in page


def test_another_text_is_another_version_and_signatures_stay_with_the_old(visit, version, otto, city, link):
    from .conftest import SAYS

    port = city("Port Vell")
    visit().post(link(port), SAYS)
    statement = Statement.objects.get(pk=version.statement_id)
    draft = drafting.begin(statement, otto)
    assert draft.number == 2
    drafting.write(draft.paragraphs.get(number="2"), "en", "Cities will share all that they learn.", otto)
    second = freeze(draft, otto)
    assert second.sha256 != version.sha256
    page = visit(otto).get(statement.get_absolute_url()).content.decode()
    assert "No city has signed yet." in page
    old = visit(otto).get(f"/statements/{statement.pk}/versions/1/").content.decode()
    assert "1 city has signed" in old
    assert "Replaced by a later version" in old
    assert "has signed" in visit().post(link(port, version=second), SAYS).content.decode()


def test_a_link_to_a_version_that_was_replaced_says_so(visit, version, otto, city, link):
    from .conftest import SAYS

    address = link(city("Port Vell"))
    freeze(drafting.begin(Statement.objects.get(pk=version.statement_id), otto), otto)
    assert "This version was replaced by a later one" in visit().post(address, SAYS).content.decode()


@pytest.mark.parametrize(
    ("opens", "said"),
    [("", "It can be signed now."), ("2999-05-01", "It opens for signature on 1 May 2999.")],
)
def test_whoever_freezes_is_told_from_when_on_it_can_be_signed(visit, statement, otto, opens, said):
    statement.opens = opens
    statement.save()
    answer = visit(otto).post(f"/statements/{statement.pk}/freeze/", {"sure": "yes"}, follow=True).content.decode()
    assert f"The text is frozen. {said}" in answer
