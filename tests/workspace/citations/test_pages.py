"""The pages show who cites what, with which stance, to those who may see it; people judge, watch, and take it away."""

from __future__ import annotations

import html
import json
import re
import xml.etree.ElementTree as ET

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile

from hanse.citing.exchange import from_bibtex, from_csl, from_ris
from hanse.workspace.citations import alerts
from hanse.workspace.citations.cited import of_document, tally
from hanse.workspace.citations.models import CitationNotice, CitationWatch, CitingPassage, Correction, Paper, Reference
from hanse.workspace.citations.training import as_tsv
from hanse.workspace.documents.models import Document
from hanse.workspace.evidence.models import Evidence
from hanse.workspace.jobs.models import Job
from hanse.workspace.mail.models import Letter
from hanse.workspace.mail.sending import send_due
from hanse.workspace.registry.models import Claim, Source
from tests.workspace.citations.conftest import AGAINST, FOR

pytestmark = pytest.mark.django_db


def page(visit, address, user=None, status=200):
    answer = visit(user).get(address)
    assert answer.status_code == status
    return html.unescape(answer.content.decode())


def words(visit, address, user=None):
    """The page without its marks."""
    return re.sub(r"<[^>]+>", "", page(visit, address, user))


def cited(document):
    return f"{document.get_absolute_url()}cited/"


def numbers(document, user):
    return {str(each.stance): (each.judged, each.proposed) for each in tally(of_document(document, user)).counts}


def test_every_page_opens(debate, visit, otto, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    passage = CitingPassage.objects.filter(settled="contrasts").first()
    for document in debate.values():
        for address in ("", "cited/", "references/", "references/check/", "references/check.csv"):
            page(visit, f"{document.get_absolute_url()}{address}", otto)
        for form in ("bib", "ris", "json", "jsonld"):
            page(visit, f"{document.get_absolute_url()}references/references.{form}", otto)
        page(visit, f"{document.get_absolute_url()}references/references.doc", otto, 404)
    page(visit, f"{cited(debate['cited'])}badge.svg", otto)
    page(visit, f"/citations/passages/{passage.pk}/", otto)
    page(visit, "/citations/", otto)
    page(visit, "/citations/check/", otto)


def test_a_cited_document_shows_the_tally_and_the_passages_by_stance(debate, visit, otto):
    shown = page(visit, cited(debate["cited"]), otto)
    assert numbers(debate["cited"], otto) == {
        "supports": (0, 1),
        "contrasts": (0, 1),
        "unsure": (0, 0),
        "mentions": (0, 1),
    }
    assert "3 passages · 2 documents" in shown
    assert "<mark>In contrast" in shown
    assert 'class="around">The secretariats confirm it.' in shown
    shown = re.sub(r"<[^>]+>", "", shown)
    assert shown.index("Our count") < shown.index("we find no speech") < shown.index("port towns speak for themselves")
    assert "confidence" in shown


def test_the_document_itself_says_how_it_is_cited(debate, visit, otto):
    shown = page(visit, debate["cited"].get_absolute_url(), otto)
    assert "Cited in 3 passages" in shown
    assert "Its references" in shown


def test_a_passage_is_marked_in_the_document_that_cites(debate, visit, otto):
    passage = CitingPassage.objects.get(settled="contrasts")
    shown = page(visit, passage.get_absolute_url(), otto)
    assert f'<mark id="quote" class="hit">{passage.text}</mark>' in shown


def test_where_nothing_cites_a_sentence_says_so_instead_of_four_zeros(debate, visit, otto):
    shown = page(visit, cited(debate["for"]), otto)
    assert "0 judged, 0 proposed" not in shown
    assert "No document that you may see cites it" in shown


@pytest.mark.parametrize(
    ("asked", "n"),
    [
        ("stance=contrasts", 1),
        ("section=Results", 2),
        ("function=nonsense", 3),
        ("own=in", 0),
        ("own=out", 3),
        ("judged=people", 0),
        ("judged=machine", 3),
        ("since=2017", 1),
        ("until=2016", 2),
        ("since=abcd&until=99999", 3),
    ],
)
def test_filters_leave_what_passes(debate, visit, otto, asked, n):
    shown = page(visit, f"{cited(debate['cited'])}?{asked}", otto)
    assert shown.count('class="citing s-') == n


def test_a_judgement_replaces_what_was_proposed_and_both_are_counted_apart(debate, visit, otto, rosa, rhea):
    passage = CitingPassage.objects.get(settled="contrasts")
    address = f"/citations/passages/{passage.pk}/judge/"
    assert visit(rhea).post(address, {"stance": "supports"}).status_code == 404
    visit(rosa).post(address, {"stance": "mentions", "why": "Reported only."})
    assert numbers(debate["cited"], otto)["mentions"] == (1, 1)
    assert numbers(debate["cited"], otto)["contrasts"] == (0, 0)
    shown = page(visit, cited(debate["cited"]), otto)
    assert "judged by people" in shown
    assert "<mark>In contrast" not in shown
    assert "proposed was: contrasts" in shown
    assert "Reported only." in shown
    assert "Reported only." not in page(visit, cited(debate["cited"]), rhea)
    visit(otto).post(address, {"stance": "contrasts"})
    passage.refresh_from_db()
    assert (passage.judged, passage.stance) == ("unsure", "contrasts")
    assert "people differ" in page(visit, cited(debate["cited"]), otto)
    visit(rosa).post(address, {"stance": ""})
    passage.refresh_from_db()
    assert passage.judged == "contrasts"
    visit(rosa).post(address, {"stance": "nonsense"})
    assert Correction.objects.filter(person=rosa).count() == 1
    assert Correction.objects.get(person=rosa).replaced


def test_a_person_has_one_word_and_the_earlier_ones_are_kept(debate, rosa):
    from hanse.workspace.citations.judging import judge

    passage = CitingPassage.objects.get(settled="contrasts")
    for stance in ("supports", "supports", "mentions"):
        judge(passage, rosa, stance)
    assert [(each.stance, bool(each.replaced)) for each in Correction.objects.all()] == [
        ("supports", True),
        ("mentions", False),
    ]


def test_corrections_are_printed_for_the_next_training(debate, rosa, otto, paper, capsys, tmp_path):
    from django.core.management import call_command

    from hanse.citing.stance_model import Judged, corrected
    from hanse.workspace.citations.judging import judge

    judge(CitingPassage.objects.get(settled="contrasts"), rosa, "mentions")
    secret = paper("2019 Secret.md", FOR.replace("Ferreira", "Moss"), handling="restricted")
    judge(CitingPassage.objects.get(document=secret, settled="supports"), rosa, "contrasts")
    disputed = CitingPassage.objects.get(document=debate["for"], settled="supports")
    judge(disputed, rosa, "unsure")
    judge(disputed, otto, "supports")
    call_command("citations_corrections")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "stance\tsection\tlanguage\tpassage"
    assert lines[1:] == [
        "mentions\tResults\ten\tIn contrast to [[Okafor (2014)]], we find no speech of a port town in forty "
        "conferences."
    ]
    assert len(as_tsv(restricted=True).splitlines()) == 2
    table = tmp_path / "corrections.tsv"
    table.write_text("\n".join(lines[:2]), encoding="utf-8")
    assert corrected(table) == (Judged(lines[1].split("\t")[3], "mentions", "Results", "en"),)


def test_who_disagrees_with_whom(debate, visit, otto):
    shown = page(visit, "/citations/", otto)
    assert "Do quays speak?" in shown
    assert "we find no speech of a port town" in shown
    assert "Our count agrees" not in shown
    assert cited(debate["cited"]) in shown


def test_a_work_that_is_not_held_has_a_page_too(debate, visit, otto):
    works = {each.work for each in Reference.objects.filter(fields__title="Quays and councils")}
    assert len(works) == 1
    shown = page(visit, f"/citations/works/{works.pop()}/", otto)
    assert "The text itself is not held here." in shown
    assert "It was made from the minutes" in shown
    page(visit, "/citations/works/nothing/", otto, 404)


def test_the_references_say_what_is_held_here(debate, visit, otto):
    shown = page(visit, f"{debate['against'].get_absolute_url()}references/", otto)
    assert shown.count("Held here:") == 1
    assert shown.count("Not held here") == 1
    assert "never cited in the text" in shown
    assert "2 passages cite it here" in shown


def test_references_leave_and_come_back(debate, visit, otto):
    address = f"{debate['for'].get_absolute_url()}references/references."
    for form, read in (("bib", from_bibtex), ("ris", from_ris), ("json", from_csl)):
        back = read(visit(otto).get(address + form).content.decode())
        assert [each.title for each in back] == ["Harbours that bargain", "Quays and councils"]
        assert back[0].authors[0].family == "Okafor"


def test_citations_leave_as_linked_data(debate, visit, otto, rosa):
    from hanse.workspace.citations.judging import judge

    judge(CitingPassage.objects.get(settled="contrasts"), rosa, "contrasts")
    told = json.loads(visit(otto).get(f"{cited(debate['cited'])}citations.jsonld").content)
    acts = {
        (each["cito:hasCitationCharacterization"]["@id"], each["dcterms:provenance"]): each for each in told["@graph"]
    }
    assert set(acts) == {
        ("cito:disputes", "judged by people"),
        ("cito:supports", "proposed by a machine"),
        ("cito:cites", "proposed by a machine"),
    }
    [entity] = {each["cito:hasCitedEntity"]["@id"] for each in told["@graph"]}
    assert entity.endswith(debate["cited"].get_absolute_url())
    assert (
        len(
            json.loads(visit(otto).get(f"{debate['for'].get_absolute_url()}references/references.jsonld").content)[
                "@graph"
            ]
        )
        == 2
    )


def test_the_badge_shows_what_the_public_sees_whoever_looks(debate, visit, otto, settings):
    address = f"{cited(debate['cited'])}badge.svg"
    assert visit(otto).get(address).status_code == 404
    settings.HANSE_OPEN_TO_PUBLIC = True
    answers = {visit(user).get(address).content for user in (otto, None)}
    [picture] = answers
    assert "supports: 0; contrasts: 1; unsure: 0; mentions: 1" in ET.fromstring(picture)[0].text
    assert visit(otto).get(f"{cited(debate['for'])}badge.svg").status_code == 404
    assert "supports: 0; contrasts: 0" in visit().get(f"{cited(debate['against'])}badge.svg").content.decode()


def test_a_passage_is_proposed_as_evidence_of_a_claim(debate, visit, otto, rhea):
    source = Source.objects.create(title="A brochure", handling="public")
    claim = Claim.objects.create(wording="Port towns speak at conferences.", source=source, quote="They speak.")
    passage = CitingPassage.objects.get(settled="contrasts")
    address = f"/citations/passages/{passage.pk}/evidence/"
    assert "Port towns speak at conferences." in page(visit, f"{address}?q=port conferences", otto)
    assert "No claim has these words." in page(visit, f"{address}?q=whales", otto)
    for _ in range(2):
        assert visit(otto).post(address, {"claim": claim.pk}).status_code == 302
    evidence = Evidence.objects.get()
    assert (evidence.claim, evidence.stance, evidence.found_by) == (claim, "contrasts", "citation")
    assert evidence.quote == passage.text
    assert evidence.cues
    assert all(each in passage.text for each in evidence.cues)
    assert visit(rhea).post(address, {"claim": claim.pk}).status_code == 404
    assert visit(otto).post(address, {"claim": "nothing"}).status_code == 404


def test_whoever_watches_is_told_once(debate, visit, rhea, paper, settings):
    settings.HANSE_REMINDS = True
    visit(rhea).post("/citations/watch/", {"document": debate["cited"].pk})
    visit(rhea).post("/citations/watch/", {"document": debate["cited"].pk})
    assert CitationWatch.objects.count() == 1
    assert not alerts.tell()
    new = paper("2021 New.md", FOR.replace("Ferreira", "Moss"), title="Counted a third time")
    assert alerts.tell()
    assert not alerts.tell()
    assert CitationNotice.objects.get().passage.document == new
    assert send_due() == 1
    [letter] = mail.outbox
    assert letter.to == [rhea.email]
    assert "1 new passage cites what you watch" in letter.subject
    assert "Our count agrees with that of Okafor" in letter.body
    assert "New on what you watch" in page(visit, "/citations/", rhea)
    visit(rhea).post("/citations/seen/")
    assert "New on what you watch" not in page(visit, "/citations/", rhea)
    visit(rhea).post("/citations/watch/", {"document": debate["cited"].pk, "stop": "1"})
    assert not CitationWatch.objects.exists()


def test_without_mail_there_is_a_notice_alone(debate, visit, rhea, paper, settings):
    settings.HANSE_REMINDS = False
    work = Reference.objects.filter(fields__title="Quays and councils").first().work
    visit(rhea).post("/citations/watch/", {"work": work})
    paper("2021 New.md", FOR.replace("Ferreira", "Moss"))
    assert alerts.tell()
    assert CitationNotice.objects.get().letter is None
    assert not Letter.objects.exists()
    assert visit().post("/citations/watch/", {"work": work}).status_code != 200


MANUSCRIPT = (
    AGAINST.replace("Lindqvist", "Okafor")
    .replace("Tomas", "Ines")
    .replace("Do quays speak?", "A manuscript")
    .replace(
        "## References",
        "Nobody else agrees (Brandt, 1999; Silva, 2009).\n\n## References\n\n"
        "Never, A. B. (2001). Not cited. Tide Press.\n\n",
    )
)


def test_a_manuscript_is_checked_and_counts_nowhere(debate, visit, otto, rhea, work_off):
    before = numbers(debate["cited"], otto)
    file = SimpleUploadedFile("mine.md", MANUSCRIPT.encode())
    visit(otto).post("/citations/check/", {"file": file})
    work_off()
    document = Document.objects.get(source="mine.md")
    assert Job.objects.first().result == f"/documents/{document.pk}/references/check/"
    assert (document.handling, document.paper.manuscript) == ("restricted", True)
    assert numbers(debate["cited"], otto) == before
    address = f"/documents/{document.pk}/references/check/"
    shown = page(visit, address, otto)
    assert "1 reference is contrasted elsewhere" in shown
    assert "In contrast" in page(visit, f"{address}?side=contrasted", otto)
    assert "Not cited. Tide Press" in page(visit, f"{address}?side=uncited", otto)
    assert "Harbours that bargain" in page(visit, f"{address}?side=own", otto)
    lacking = page(visit, f"{address}?side=unanswered", otto)
    assert "Brandt, 1999" in lacking
    assert "Silva, 2009</strong>" not in lacking
    table = visit(otto).get(f"/documents/{document.pk}/references/check.csv").content.decode("utf-8-sig")
    assert table.splitlines()[0].startswith("number,reference,title")
    assert "cited in the text without a reference" in table
    assert "we find no speech of a port town" in table
    for refused in (address, f"/documents/{document.pk}/references/check.csv"):
        page(visit, refused, rhea, 404)


def test_a_manuscript_that_is_here_already_is_checked_as_it_is(visit, otto, paper, work_off):
    held = paper("2016 Quays.md", AGAINST)
    visit(otto).post("/citations/check/", {"file": SimpleUploadedFile("again.md", AGAINST.encode())})
    work_off()
    assert Document.objects.count() == 1
    assert Job.objects.first().result == f"/documents/{held.pk}/references/check/"
    assert not Paper.objects.get(document=held).manuscript


@pytest.mark.parametrize(("name", "data"), [("mine.pdf", b"%PDF-1.7 broken"), ("mine.md", b"")])
def test_a_manuscript_that_cannot_be_read_is_refused_with_a_sentence(visit, otto, work_off, name, data):
    answer = visit(otto).post("/citations/check/", {"file": SimpleUploadedFile(name, data)})
    work_off()
    assert name in page(visit, answer.url, otto)
    assert not Document.objects.exists()


def test_a_manuscript_without_a_file_is_asked_for(visit, otto, rhea):
    answer = visit(otto).post("/citations/check/", {})
    assert answer.status_code == 422
    assert visit(rhea).get("/citations/check/").status_code == 404
