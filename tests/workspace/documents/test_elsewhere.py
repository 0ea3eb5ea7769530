"""A document's page shows where its words also stand, and to nobody more than he may see."""

from __future__ import annotations

import pytest

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.campaigns.models import Campaign
from hanse.workspace.documents import elsewhere, library

pytestmark = pytest.mark.django_db

TIDE = "Port towns shall open tide schools to every child of a newcomer within forty days of arrival."
NEAR = "Port towns should open tide schools to every child of a newcomer within sixty days of arrival."
LAMPS = "Keepers of lamps report each broken lens to the harbour master before the evening bell rings."


@pytest.fixture
def shelf(written):
    """A statement, a pact that took its words up, and a restricted paper that has them too."""
    mine = written("Velane asks", f"1. {TIDE}", f"2. {LAMPS}", date="2030-01-01", actor="Velane")
    pact = written("Tide Pact", "1. The sea.", f"4. {NEAR}", date="2031-02-02", symbol="ALC/4", adopted=True)
    secret = written("Secret paper", f"1. {TIDE}", f"7. {LAMPS}", actor="Rival", handling=Handling.RESTRICTED)
    return {"mine": mine, "pact": pact, "secret": secret}


def keep_up() -> None:
    while library.bring_in_step():
        pass


def page(client, document, **said) -> str:
    answer = client.get(f"/documents/{document.pk}/elsewhere/", said)
    assert answer.status_code == 200
    return answer.content.decode()


def main(shown: str) -> str:
    return shown.split("<main")[1].split("</main")[0]


def test_the_document_leads_to_it(visit, cem, shelf):
    shown = visit(cem).get(f"/documents/{shelf['mine'].pk}/").content.decode()
    assert f'href="/documents/{shelf["mine"].pk}/elsewhere/">Where these words also stand' in shown


def test_a_match_is_two_quotations_with_the_shared_words_marked(visit, cem, shelf):
    keep_up()
    shown = main(page(visit(cem), shelf["mine"]))
    assert "Port towns</mark> shall <mark>open tide schools to every child of a newcomer within</mark> forty" in shown
    assert "Port towns</mark> should <mark>open tide schools to every child of a newcomer within</mark> sixty" in shown
    assert f'href="/documents/{shelf["pact"].pk}/#4"' in shown
    assert f'href="/documents/{shelf["mine"].pk}/#1"' in shown
    assert "2 February 2031" in shown
    assert "agreed language" in shown
    assert "Close: " in shown
    assert "in a row" in shown
    assert "of the passage here" in shown
    assert '<span class="tag substance">substantive</span>' in shown
    assert "still being added" not in shown


def test_what_is_restricted_leaves_no_trace(visit, cem, rosa, shelf):
    keep_up()
    with_it = main(page(visit(cem), shelf["mine"]))
    assert "Secret" not in with_it
    assert "Rival" not in with_it
    assert "Compared with 1 other document that" in with_it
    assert "In other texts (1)" in with_it
    assert "Keepers of lamps" not in with_it
    office = main(page(visit(rosa), shelf["mine"]))
    assert "Compared with 2 other documents" in office
    assert "Secret paper" in office
    assert "Keepers of lamps" in office


def test_the_page_is_the_same_to_the_letter_as_if_what_is_restricted_were_not_there(visit, cem, shelf):
    keep_up()
    client = visit(cem)
    before = main(page(client, shelf["mine"])).split("as of")
    shelf["secret"].remove()
    keep_up()
    after = main(page(client, shelf["mine"])).split("as of")
    assert before[0] == after[0]
    assert before[1].split(";", 1)[1] == after[1].split(";", 1)[1]


def test_documents_out_of_sight_that_are_still_to_be_added_are_not_told_of(visit, cem, rosa, shelf):
    assert "1 document is still being added" in page(visit(cem), shelf["mine"])
    assert "2 documents are still being added" in page(visit(rosa), shelf["mine"])
    keep_up()
    late = Handling.RESTRICTED
    shelf["pact"].handling = late
    shelf["pact"].save()
    shown = main(page(visit(cem), shelf["mine"]))
    assert "Tide Pact" not in shown
    assert "There is no other document to compare with." in shown


def test_outsiders_find_no_such_page(visit, cem, settings, shelf):
    keep_up()
    secret = f"/documents/{shelf['secret'].pk}/elsewhere/"
    assert visit(cem).get(secret).status_code == 404
    assert visit(cem).get("/documents/none/elsewhere/").status_code == 404
    assert "/account/login/" in visit().get(secret).headers["Location"]
    settings.HANSE_OPEN_TO_PUBLIC = True
    assert visit().get(secret).status_code == 404
    assert visit().get(f"/documents/{shelf['mine'].pk}/elsewhere/").status_code == 404


def test_the_public_is_shown_what_is_public(visit, settings, written, shelf):
    settings.HANSE_OPEN_TO_PUBLIC = True
    paper = written("Paper", f"1. {TIDE}", handling=Handling.PUBLIC)
    other = written("Other paper", f"1. {TIDE}", handling=Handling.PUBLIC)
    keep_up()
    shown = main(page(visit(), paper))
    assert other.title in shown
    assert "Verbatim: " in shown
    for hidden in ("Velane", "Pact", "Secret"):
        assert hidden not in shown


def test_versions_of_the_text_are_set_apart(visit, cem, written, shelf):
    revised = written("Velane asks, revised", f"1. {TIDE}")
    revised.parent = shelf["mine"]
    revised.save()
    keep_up()
    client = visit(cem)
    shown = main(page(client, shelf["mine"]))
    assert "Tide Pact" in shown
    assert "Velane asks, revised" not in shown
    assert "In other versions of this text (1)" in shown
    apart = main(page(client, shelf["mine"], versions=1))
    assert "Velane asks, revised" in apart
    assert "Tide Pact" not in apart


def test_a_version_out_of_sight_ties_no_others_together(visit, cem, rosa, written, shelf):
    between = shelf["secret"]
    between.parent = shelf["mine"]
    between.save()
    last = written("Last", f"1. {TIDE}")
    last.parent = between
    last.save()
    keep_up()
    assert "In other versions of this text (0)" in page(visit(cem), shelf["mine"])
    assert "In other texts (1)" in page(visit(rosa), shelf["mine"])


def test_drafts_of_a_campaign_are_versions_for_those_who_see_it(visit, cem, rosa, shelf):
    campaign = Campaign.objects.create(title="Tide Accord")
    for each in (shelf["mine"], shelf["pact"]):
        campaign.texts.create(document=each, role="draft", path=f"drafts/{each}.txt", name=each.title)
    keep_up()
    assert "Tide Pact" in page(visit(cem), shelf["mine"], versions=1)
    assert "Tide Pact" not in main(page(visit(cem), shelf["mine"]))
    campaign.handling = Handling.RESTRICTED
    campaign.save()
    assert "Tide Pact" in page(visit(cem), shelf["mine"])
    assert "In other versions of this text (0)" in page(visit(cem), shelf["mine"])
    assert "Tide Pact" in page(visit(rosa), shelf["mine"], versions=1)


def test_texts_of_one_symbol_are_versions(visit, cem, written, shelf):
    again = written("Pact in another file", f"4. {NEAR}", symbol="alc/ 4")
    keep_up()
    assert "Tide Pact" in main(page(visit(cem), again, versions=1))
    assert "Velane asks" in main(page(visit(cem), again))


def test_the_most_substantive_comes_first_and_common_wording_is_labelled(visit, cem, written):
    formula = "Recalling its resolution on the purposes and principles of the Charter of the United Nations,"
    mine = written("Mine", f"PP1 {formula}", f"1. {TIDE}")
    written("Old", f"PP3 {formula}")
    written("New", f"1. {TIDE}")
    keep_up()
    shown = main(page(visit(cem), mine))
    assert shown.index("New</bdi>") < shown.index("Old</bdi>")
    assert '<span class="tag">boilerplate</span>' in shown


def test_of_what_very_many_have_the_first_is_shown_and_the_page_says_so(visit, cem, written):
    mine = written("Mine", f"1. {TIDE}")
    for number in range(40):
        written(f"Copy {number:02}", f"1. {TIDE}")
    keep_up()
    shown = main(page(visit(cem), mine))
    assert "In other texts (1)" in shown
    assert "boilerplate, in more than 32 passages each" in shown


def test_a_passage_without_a_word_is_told_of(visit, cem, written, shelf):
    keep_up()
    shown = main(page(visit(cem), written("Rule", "1. Whales sing.", "* * *")))
    assert "1 passage without a word could not be compared." in shown


def test_nothing_found_teaches(visit, cem, written, shelf):
    keep_up()
    shown = main(page(visit(cem), written("Alone", "1. Whales sing.")))
    assert 'class="empty"' in shown
    assert "any of the 2 other documents" in shown
    assert "eight words in a row" in shown


def test_a_text_corrected_a_moment_ago_is_not_quoted_with_its_former_words(visit, cem, shelf):
    from hanse.text import document as text
    from hanse.workspace.documents.shelf import reshelve

    keep_up()
    reshelve(shelf["pact"], text.Document("x", (text.Passage("p1", "Whales sing."),), language="en"))
    shown = main(page(visit(cem), shelf["mine"]))
    assert "Tide Pact" not in shown
    assert "1 document is still being added" in shown


def test_a_library_that_cannot_be_read_is_told_of_and_mended_by_the_worker(visit, cem, shelf):
    keep_up()
    library.place().write_bytes(b"broken" * 1000)
    assert "the worker makes it again" in page(visit(cem), shelf["mine"])
    keep_up()
    assert "Tide Pact" in page(visit(cem), shelf["mine"])


def test_a_long_document_is_compared_part_by_part(visit, cem, written, shelf, monkeypatch):
    monkeypatch.setattr(elsewhere, "PART", 2)
    long = written("Long", "1. Whales.", "2. Sing.", "3. Far out.", f"4. {NEAR}")
    keep_up()
    first = main(page(visit(cem), long))
    assert "Passages 1 to 2 of 4" in first
    assert "Nothing of these passages stands in" in first
    second = main(page(visit(cem), long, part=2))
    assert "Velane asks" in second
    assert "Tide Pact" in second


def test_words_are_escaped_and_long_passages_are_cut_around_what_is_shared(visit, cem, written):
    padding = "whale " * 600
    mine = written("<b>Mine</b>", f"1. {TIDE} <script>alert(1)</script>")
    written("<i>Long</i>", f"1. {padding}{TIDE} {padding}")
    keep_up()
    shown = main(page(visit(cem), mine))
    assert "<script>" not in shown
    assert "<i>" not in shown
    assert "… whale" in shown
    assert "whale …" in shown
    assert len(shown) < 9_000
