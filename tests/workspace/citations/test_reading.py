"""What a paper refers to is read, found among what is held, and keeps its keys when it is read again."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hanse.workspace.citations import work
from hanse.workspace.citations.judging import judge
from hanse.workspace.citations.models import CitingPassage, Correction, Held, Paper, Reference
from hanse.workspace.citations.reading import read_references
from hanse.workspace.documents.models import Document
from hanse.workspace.jobs.models import Job, State
from hanse.workspace.registry.models import Instrument, Source
from tests.workspace.citations.conftest import AGAINST, FOR, HARBOURS

pytestmark = pytest.mark.django_db


def quiet(share, message=""):
    return None


def test_references_find_the_document_that_they_name(debate):
    held = Held.objects.filter(document=debate["cited"])
    assert {each.reference.document for each in held} == {debate["against"], debate["for"]}
    assert {each.by for each in held} == {"title"}


def test_a_passage_has_its_stance_its_section_and_what_stands_around_it(debate):
    against = CitingPassage.objects.get(document=debate["against"], settled="contrasts")
    assert against.text == "In contrast to Okafor (2014), we find no speech of a port town in forty conferences."
    assert against.suffix == "The secretariats confirm it."
    assert against.section == "Results"
    assert against.text[slice(*against.target)] == "Okafor (2014)"
    assert "In contrast" in next(against.text[low:high] for low, high in against.cues)
    assert CitingPassage.objects.get(document=debate["for"], settled="supports").reference.year == "2014"


def test_what_becomes_of_a_cited_work_in_the_next_sentence_is_judged_with_it(paper, harbours):
    words = AGAINST.replace(
        "In contrast to Okafor (2014), we find no speech", "Okafor (2014) counts many. However, we find no speech"
    )
    held = paper("2016 Quays.md", words)
    [found] = CitingPassage.objects.filter(document=held, section="Results")
    assert found.text.startswith("Okafor (2014) counts many. However, we find")
    assert found.stance == "contrasts"


def test_a_passage_in_another_language_than_its_document_is_judged_in_its_own(paper, harbours):
    words = AGAINST.replace(
        "In contrast to Okafor (2014), we find no speech of a port town in forty conferences.",
        "Contrairement à ce qu'affirme Okafor (2014), nos données ne montrent aucun effet.",
    )
    held = paper("2016 Quays.md", words.replace("## Results", "## Discussion"))
    assert held.language == "en"
    [found] = CitingPassage.objects.filter(document=held, section="Discussion")
    assert found.stance == "contrasts"
    assert [found.text[low:high] for low, high in found.cues] == ["Contrairement à"]


def test_a_title_alone_is_not_enough(paper, harbours):
    other = paper("2016 Other.md", AGAINST.replace("Okafor, I. (2014)", "Marsh, B. (1971)").replace("Okafor", "Marsh"))
    assert not Held.objects.filter(reference__document=other).exists()


def test_a_document_that_comes_later_is_found_too_and_one_of_another_year_is_found_no_more(paper):
    citing = paper("2016 Quays.md", AGAINST)
    assert not Held.objects.filter(reference__document=citing).exists()
    cited = paper("2014 Harbours.md", HARBOURS, read=False, title="Harbours that bargain")
    assert Held.objects.get(reference__document=citing).document == cited
    cited.date = "1950"
    cited.save()
    while work.documents():
        pass
    assert not Held.objects.filter(reference__document=citing).exists()


def test_a_paper_that_goes_by_its_file_is_found_by_the_title_in_its_text(paper):
    cited = paper("Okafor.md", HARBOURS, date="2014", title="Okafor")
    citing = paper("2016 Quays.md", AGAINST)
    assert cited.title == "Okafor"
    assert Held.objects.get(reference__document=citing).document == cited


def test_symbols_and_dois_need_no_title(paper, written):
    resolution = written("A text of the Assembly", "1. Decides.", symbol="A/RES/73/195", handling="public")
    instrument = Instrument.objects.create(title="The Compact", symbol="A/RES/73/195", kind="compact", adopted="2018")
    source = Source.objects.create(title="Elsewhere", url="https://doi.org/10.5555/tide.7")
    words = """# On compacts

Ruth Ferreira

## Findings

The Compact was adopted (A/RES/73/195). Tides rise (Silva, 2009).

## References

Silva, M. (2009). Quays and councils. Journal of Port Studies, 4(1), 1–20. https://doi.org/10.5555/TIDE.7
UN General Assembly (2018). Global Compact. A/RES/73/195.
"""
    citing = paper("2020 Compacts.md", words)
    found = {(each.by, each.document or each.instrument or each.source) for each in Held.objects.all()}
    assert ("symbol", instrument) in found
    assert ("doi", source) in found
    work.documents()
    assert Held.objects.filter(reference__document=citing, document=resolution, by="symbol").exists()


def test_a_source_that_is_noted_later_is_found_too(debate):
    while work.records():
        pass
    source = Source.objects.create(title="Quays and councils", date="2009", publisher="Journal of Port Studies")
    work.records()
    assert Held.objects.filter(source=source).count() == 3
    source.remove()
    work.records()
    assert not Held.objects.filter(source=source).exists()


def test_reading_again_changes_nothing(debate, otto):
    passage = CitingPassage.objects.get(settled="contrasts")
    judge(passage, otto, "unsure")
    before = [list(model.objects.order_by("pk").values()) for model in (Reference, CitingPassage)]
    read_references(debate["against"], quiet)
    assert [list(model.objects.order_by("pk").values()) for model in (Reference, CitingPassage)] == before


def test_a_judgement_outlives_its_passage(debate, otto):
    document = debate["against"]
    judge(CitingPassage.objects.get(settled="contrasts"), otto, "mentions", "It is only a report.")
    held = document.passages.get(text__contains="In contrast")
    held.text = "Nothing is cited here."
    held.save()
    [told] = read_references(document, quiet)
    assert "1 passage that somebody had judged is not in the text any more" in told
    kept = Correction.objects.get()
    assert kept.passage is None
    assert kept.text.startswith("In contrast to Okafor")


def test_papers_that_cite_one_another_and_themselves_are_fine(paper):
    one = """# First word

Ines Okafor

## Results

The second word contradicts this (Okafor, 2012). We said so (Okafor, 2011).

## References

Okafor, I. (2011). First word. Tide Press.
Okafor, I. (2012). Second word. Tide Press.
"""
    first = paper("2011 First word.md", one, title="First word")
    second = paper("2012 Second word.md", one.replace("# First", "# Second"), title="Second word")
    pairs = {(each.reference.document, each.document) for each in Held.objects.all()}
    assert pairs == {(first, second), (second, first)}
    assert set(CitingPassage.objects.values_list("own", flat=True)) == {True}


def upload(visit, user, name, words, **said):
    file = SimpleUploadedFile(name, words.encode())
    visit(user).post("/documents/upload/", {"files": [file], "handling": "internal", **said})


def test_a_report_is_read_when_it_is_uploaded_and_again_when_it_is_corrected(visit, otto, work_off):
    upload(visit, otto, "2018 Again.md", FOR, kind="report")
    work_off()
    document = Document.objects.get()
    assert Job.objects.get(kind="citations.read").state == State.DONE
    assert document.references.count() == 2
    corrected = SimpleUploadedFile(
        "again.md", FOR.replace("Silva, M. (2009). Quays", "Silva, M. (2009). Piers").encode()
    )
    visit(otto).post(f"/documents/{document.pk}/correct/", {"file": corrected})
    work_off()
    assert Job.objects.filter(kind="citations.read", state=State.DONE).count() == 2
    assert document.references.filter(fields__title="Piers and councils").exists()
    assert document.references.count() == 2


def test_other_kinds_are_read_on_a_click(visit, otto, rhea, work_off):
    upload(visit, otto, "2018 Again.md", FOR, kind="letter")
    work_off()
    document = Document.objects.get()
    assert document.references.count() == 0
    address = f"/documents/{document.pk}/references/"
    assert "have not been read yet" in visit(otto).get(address).content.decode()
    assert visit(rhea).post(f"{address}read/").status_code == 404
    visit(otto).post(f"{address}read/")
    visit(otto).post(f"{address}read/")
    work_off()
    assert Job.objects.filter(kind="citations.read").count() == 1
    assert document.references.count() == 2


def test_references_that_are_pictures_are_said_so_and_can_be_brought(visit, otto, paper):
    words = AGAINST[: AGAINST.index("Okafor, I. (2014)")]
    document = paper("2016 Quays.md", words)
    assert Paper.objects.get(document=document).warnings
    page = visit(otto).get(f"{document.get_absolute_url()}references/").content.decode()
    assert "may be pictures" in page
    assert "Bring its references" in page


BIB = """@book{a, author = {Okafor, Ines}, title = {Harbours that bargain}, publisher = {Tide Press}, year = {2014}}
@article{b, author = {Silva, Marta}, title = {Quays and councils}, journal = {Journal of Port Studies}, year = {2009}}
"""


def test_references_that_are_brought_stand_in_for_a_list_that_cannot_be_read(visit, otto, paper, harbours, work_off):
    document = paper("2016 Quays.md", AGAINST[: AGAINST.index("Okafor, I. (2014)")])
    address = f"{document.get_absolute_url()}references/"
    visit(otto).post(f"{address}bring/", {"file": SimpleUploadedFile("mine.bib", BIB.encode())})
    work_off()
    assert [each.title for each in document.references.all()] == ["Harbours that bargain", "Quays and councils"]
    assert Held.objects.get(reference__document=document).document == harbours
    assert CitingPassage.objects.filter(document=document, settled="contrasts").count() == 1
    assert Paper.objects.get(document=document).warnings == []


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("mine.docx", b"x", "none of these"),
        ("mine.bib", b"", "names no reference"),
        ("mine.bib", b"@book{a, title = {", "cannot be read"),
        ("mine.json", b"[1]", "CSL-JSON"),
        ("mine.ris", "TY  - Übel".encode("latin-1"), "UTF-8"),
    ],
)
def test_a_file_without_references_is_refused_with_a_sentence(visit, otto, debate, name, data, said):
    address = f"{debate['for'].get_absolute_url()}references/"
    answer = visit(otto).post(f"{address}bring/", {"file": SimpleUploadedFile(name, data)}, follow=True)
    assert said in answer.content.decode()
    assert debate["for"].references.count() == 2
