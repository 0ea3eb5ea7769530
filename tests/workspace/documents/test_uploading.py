"""Files come in one by one: read whole or refused with a sentence, and the rest goes on."""

from __future__ import annotations

import io

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hanse.workspace.documents.models import Document, Upload, stored
from hanse.workspace.jobs.models import Job, State


def txt(name, words="1. Cities welcome migrants.\n\n2. States take note of it.\n"):
    return SimpleUploadedFile(name, words.encode())


@pytest.fixture
def upload(visit, otto, work_off):
    def send(*files, user=None, **said):
        visit(user or otto).post("/documents/upload/", {"files": list(files), "handling": "internal", **said})
        work_off()
        return Job.objects.first()

    return send


def test_a_file_becomes_a_document_of_passages(upload, otto, visit):
    job = upload(txt("2029-07-11 Zero draft.txt"), kind="draft", actor="The co-facilitators")
    document = Document.objects.get()
    assert job.state == State.DONE
    assert job.result == document.get_absolute_url()
    assert (document.title, document.date, document.kind) == ("Zero draft", "2029-07-11", "draft")
    assert [each.text for each in document.passages.all()] == ["Cities welcome migrants.", "States take note of it."]
    assert document.file.read_bytes().startswith(b"1. Cities")
    assert visit(otto).get(document.get_absolute_url() + "file/").getvalue().startswith(b"1. Cities")


def test_one_bad_file_does_not_stop_the_others(upload):
    job = upload(
        txt("a.txt"),
        txt("empty.txt", ""),
        SimpleUploadedFile("b.pdf", b"%PDF-1.7 broken"),
        txt("c.txt", "Another text.\n"),
    )
    assert job.state == State.DONE
    refused = {each.name: each.refused for each in Upload.objects.exclude(refused="")}
    assert set(refused) == {"empty.txt", "b.pdf"}
    assert all(name in sentence and sentence.endswith(".") for name, sentence in refused.items())
    assert Document.objects.count() == 2


def test_the_same_file_twice_says_which(upload, visit, otto):
    job = upload(txt("first.txt"), txt("second.txt"))
    page = visit(otto).get(f"/jobs/{job.pk}/").content.decode()
    assert "second.txt: this very file is here already" in page
    assert "first" in page.split("already")[1]
    assert Document.objects.count() == 1


def test_a_twin_out_of_sight_is_not_told_of(upload, ada):
    upload(txt("secret.txt"), handling="restricted")
    Document.objects.update(handling="restricted")
    from hanse.workspace.accounts import rights

    allowed = rights.RIGHTS[rights.Role.RESEARCHER]
    try:
        rights.RIGHTS[rights.Role.RESEARCHER] = allowed | {rights.Right.UPLOAD}
        from hanse.workspace.accounts.models import User

        guest = User.objects.create_user("guest@example.org", role=rights.Role.RESEARCHER)
        upload(txt("mine.txt"), user=guest)
    finally:
        rights.RIGHTS[rights.Role.RESEARCHER] = allowed
    assert not Upload.objects.exclude(refused="").exists()
    assert Document.objects.count() == 2


def test_a_file_that_is_too_large_is_refused_unread(upload, settings):
    settings.HANSE_MAX_FILE_BYTES = 1_000_000
    upload(txt("large.txt", "word " * 300_000), txt("small.txt"))
    assert "large.txt: it has 2 MB" in Upload.objects.get(name="large.txt").refused
    assert Document.objects.get().source == "small.txt"


def test_the_bytes_of_a_refused_file_are_not_kept(upload):
    upload(SimpleUploadedFile("b.pdf", b"%PDF-1.7 broken"))
    assert not stored(Upload.objects.get().sha256).exists()


def test_who_may_not_upload_does_not_even_see_the_page(visit, cem, rhea, rosa):
    for user in (cem, rhea, rosa):
        assert visit(user).get("/documents/upload/").status_code == 404
        assert (
            visit(user).post("/documents/upload/", {"files": [txt("a.txt")], "handling": "public"}).status_code == 404
        )
    assert not Job.objects.exists()


def test_a_job_begun_again_reads_only_what_is_left(upload, otto, work_off):
    from hanse.workspace.jobs.work import run

    job = upload(txt("a.txt"), txt("b.txt", "Something else.\n"))
    second = Upload.objects.get(name="b.txt")
    second.document.delete()
    Job.objects.filter(pk=job.pk).update(state=State.QUEUED)
    run.enqueue(job_id=job.pk)
    work_off()
    assert Document.objects.count() == 2
    assert Upload.objects.filter(refused="", document=None).count() == 0


def test_without_a_file_the_form_says_so(visit, otto):
    answer = visit(otto).post("/documents/upload/", {"handling": "internal"})
    assert "required" in answer.content.decode()


def word(name, title, heading="", words="Cities welcome migrants."):
    made = docx.Document()
    made.core_properties.title = title
    if heading:
        made.add_heading(heading, 0)
    made.add_paragraph(words)
    buffer = io.BytesIO()
    made.save(buffer)
    return SimpleUploadedFile(name, buffer.getvalue())


def titles():
    return sorted(Document.objects.values_list("title", flat=True))


def test_a_document_is_called_what_it_calls_itself(upload):
    upload(
        word("x1.docx", "Welcome Cities: a charter"),
        word("x2.docx", "Microsoft Word - x2.doc", "Harbours Open to All", "Towns keep them open."),
        word("2029-01-31 third_final draft.docx", "untitled", words="Towns keep their harbours open."),
    )
    assert titles() == ["Harbours Open to All", "Third final draft", "Welcome Cities: a charter"]


def test_two_drafts_of_one_title_are_told_apart_by_their_files(upload):
    for name, words in (("zero_draft.docx", "Cities welcome."), ("rev1.docx", "Cities may welcome.")):
        upload(word(name, "", "Accord of Harbours", words))
    assert titles() == ["Accord of Harbours", "Accord of Harbours (Rev1)"]


def test_a_title_that_nobody_may_see_changes_no_other(upload, otto, cem):
    from hanse.text.reading import read
    from hanse.workspace.documents.shelf import shelve

    shelve(read(b"Towns.", name="a.txt", title="Accord of Harbours"), handling="internal")
    Document.objects.update(removed="2029-01-01T00:00:00Z")
    upload(word("rev1.docx", "", "Accord of Harbours"))
    assert Document.objects.get(removed=None).title == "Accord of Harbours"


def test_the_title_can_be_given_to_one_file_before_it_is_read(upload, visit, otto):
    upload(word("x.docx", "Welcome Cities"), called="The charter of Vell")
    assert titles() == ["The charter of Vell"]
    files = [txt("a.txt"), txt("b.txt", "Something else.\n")]
    answer = visit(otto).post("/documents/upload/", {"files": files, "handling": "internal", "called": "Both"})
    assert "Several files cannot have one title" in answer.content.decode()
    assert Document.objects.count() == 1


def test_a_corrected_file_leaves_the_title(upload, visit, otto, work_off):
    upload(txt("a.txt"))
    document = Document.objects.get()
    visit(otto).post(f"/documents/{document.pk}/correct/", {"file": word("x.docx", "Welcome Cities")})
    work_off()
    assert (Document.objects.get().title, Document.objects.get().source) == ("A", "x.docx")


def test_kinds_that_are_treated_specially_are_offered_and_others_are_free(upload, visit, otto):
    from hanse.tracing.adoption import is_adopted_kind
    from hanse.workspace.citations.work import PAPERS
    from hanse.workspace.documents.models import KINDS

    assert set(KINDS) >= PAPERS
    assert [each for each in KINDS if is_adopted_kind(each)] == [
        "resolution",
        "declaration",
        "agreement",
        "treaty",
        "charter",
    ]
    shown = visit(otto).get("/documents/upload/").content.decode()
    assert '<datalist id="kind-offered">' in shown
    assert '<option value="working paper">' in shown
    upload(txt("a.txt"), kind="Minutes of the guild")
    assert Document.objects.get().kind == "Minutes of the guild"


def test_a_kind_in_the_readers_words_is_the_kind_that_is_known(upload, visit, otto):
    browser = visit(otto)
    browser.cookies["django_language"] = "fr"
    assert '<option value="rapport">' in browser.get("/documents/upload/").content.decode()
    browser.post("/documents/upload/", {"files": [txt("a.txt")], "handling": "internal", "kind": "Rapport"})
    assert Job.objects.get().arguments["kind"] == "report"


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "zh-hans", "ru"])
def test_a_kind_that_is_shown_is_saved_as_it_was(language):
    from django.utils import translation

    from hanse.workspace.documents.forms import KindField
    from hanse.workspace.documents.models import KINDS

    with translation.override(language):
        field = KindField()
        assert [field.clean(field.prepare_value(each)) for each in KINDS] == KINDS
        assert not any(field.has_changed(each, field.prepare_value(each)) for each in KINDS)
        assert field.clean("Minutes of the guild") == "Minutes of the guild"
