"""Files come in one by one: read whole or refused with a sentence, and the rest goes on."""

from __future__ import annotations

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
