"""The check of a manuscript that is here already says so, and refuses nothing."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from hanse.workspace.citations.models import Paper
from hanse.workspace.documents.models import Document
from hanse.workspace.jobs.models import Job
from tests.workspace.citations.conftest import AGAINST


def test_a_file_that_is_here_already_is_told_of_and_not_refused(visit, otto, paper, work_off):
    held = paper("2016 Quays.md", AGAINST)
    visit(otto).post("/citations/check/", {"file": SimpleUploadedFile("again.md", AGAINST.encode())})
    work_off()
    job = Job.objects.first()
    shown = visit(otto).get(f"/jobs/{job.pk}/").content.decode()
    assert "this very file is here already" in job.problem
    assert "1 read, 0 refused" in shown or "1 read and 0 refused" in shown
    assert "<strong>Refused</strong>" not in shown
    assert (Document.objects.count(), Paper.objects.get(document=held).manuscript) == (1, False)
