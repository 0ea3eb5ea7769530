from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hanse.errors import BadCampaign
from hanse.workspace.campaigns.folder_in import import_folder
from hanse.workspace.campaigns.models import Campaign
from hanse.workspace.documents.models import Document
from hanse.workspace.jobs.models import Job

from .conftest import ASKS, files


def test_a_zip_that_is_dropped_becomes_a_traced_board(visit, otto, example_zip, work_off):
    client = visit(otto)
    folder = SimpleUploadedFile("lantern-bay.zip", example_zip.read_bytes())
    answer = client.post("/campaigns/import/", {"folder": folder, "handling": "public"})
    assert answer.status_code == 302
    work_off()
    job = Job.objects.get()
    assert (job.state, job.problem) == ("done", "")
    page = client.get(job.result)
    assert page.status_code == 200
    campaign = Campaign.objects.get()
    assert campaign.fictional
    assert campaign.asks.count() == 14
    assert page.content.count(b'<td class="o-') == 14 * 3
    assert b"Fictional example" in page.content


def test_asks_of_a_table_are_taken_as_given_and_those_of_statements_as_proposed(otto, packed):
    statement = "We call on States to consult mayors before they open a reception centre.\n"
    found = files(**{"asks/2031-01-20 Statement of Highmere.txt": statement})
    del found["asks/asks.csv"]
    campaign = import_folder(packed(found), otto)
    assert [ask.proposed for ask in campaign.asks.all()] == [True]
    assert campaign.asks.get().source.role == "statement"
    given = import_folder(packed(files(), "given.zip"), otto)
    assert [ask.proposed for ask in given.asks.all()] == [False, False]


def test_what_is_refused_is_listed_with_its_sentence_and_the_rest_goes_on(otto, packed):
    campaign = import_folder(packed(files(**{"record/2030-02-02 Empty.txt": ""})), otto)
    assert any("record/2030-02-02 Empty.txt" in doubt for doubt in campaign.doubts)
    assert campaign.texts.count() == 3


def test_a_folder_without_drafts_leaves_nothing_behind(otto, packed):
    with pytest.raises(BadCampaign):
        import_folder(packed({"asks/asks.csv": ASKS}), otto)
    assert not Campaign.objects.exists()
    assert not Document.objects.exists()


def test_a_zip_without_a_title_is_called_by_its_own_name(otto, packed):
    content = files()
    del content["campaign.toml"]
    campaign = import_folder(packed(content), otto, name="Harbour Accord.zip")
    assert campaign.title == "Harbour Accord"


def test_the_same_folder_twice_shares_its_documents(otto, packed):
    import_folder(packed(), otto)
    import_folder(packed(), otto)
    assert Document.objects.count() == 3
    assert Campaign.objects.count() == 2


def test_a_job_begun_again_brings_nothing_in_twice(otto, packed):
    from hanse.workspace.campaigns.work import bring_in
    from hanse.workspace.documents.shelf import keep

    job = Job.objects.create(kind="campaigns.import", title="x", owner=otto)

    class Step:
        def __init__(self):
            self.job = job

        def __call__(self, share, words=""):
            pass

        def cancelled(self):
            return False

    sha256 = keep([packed().read_bytes()])
    first = bring_in(Step(), sha256=sha256, name="campaign.zip", handling="internal")
    assert bring_in(Step(), sha256=sha256, name="campaign.zip", handling="internal") == first
    assert Campaign.objects.count() == 1
