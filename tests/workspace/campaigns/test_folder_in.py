from __future__ import annotations

import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hanse.errors import BadCampaign
from hanse.workspace.campaigns.folder_in import import_folder
from hanse.workspace.campaigns.models import Campaign
from hanse.workspace.documents.models import Document
from hanse.workspace.jobs.models import Job

from .conftest import ASKS, ZERO, files


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


def test_a_file_that_is_no_zip_is_refused_at_the_door(visit, otto):
    folder = SimpleUploadedFile("folder.zip", b"not a zip")
    page = visit(otto).post("/campaigns/import/", {"folder": folder, "handling": "public"}).content.decode()
    assert "folder.zip is not a zip" in page
    assert not Job.objects.exists()


def test_the_zip_itself_is_let_go_once_its_files_are_kept(visit, otto, packed, work_off, home):
    folder = SimpleUploadedFile("campaign.zip", packed().read_bytes())
    visit(otto).post("/campaigns/import/", {"folder": folder, "handling": "public"})
    kept = {path.name for path in (home / "files").rglob("*") if path.is_file()}
    work_off()
    assert not kept & {path.name for path in (home / "files").rglob("*") if path.is_file()}


def test_a_zip_that_holds_no_campaign_fails_with_a_sentence_that_says_what_to_do(visit, otto, packed, work_off):
    folder = SimpleUploadedFile("empty.zip", packed({"notes.txt": "Nothing."}).read_bytes())
    visit(otto).post("/campaigns/import/", {"folder": folder, "handling": "public"})
    work_off()
    job = Job.objects.get()
    assert job.state == "failed"
    assert job.problem.startswith("empty.zip: there is no draft; put the versions")


def test_whoever_may_not_make_campaigns_finds_no_door(visit, rosa, cem):
    for person in (rosa, cem):
        assert visit(person).get("/campaigns/import/").status_code == 404
        assert visit(person).get("/campaigns/new/").status_code == 404
        assert "There is no campaign yet" in visit(person).get("/campaigns/").content.decode()


def test_the_example_is_loaded_once(db):
    from hanse.workspace.campaigns.example import load

    first = load()
    assert load() == first
    assert Campaign.objects.get().fictional
    assert first.findings.count() == 14 * 3


def test_a_file_that_lies_there_twice_or_is_damaged_does_not_stop_the_others(otto, tmp_path):
    path = tmp_path / "odd.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for inside, text in files(**{"record/2030-03-03 Copy.txt": ZERO, "drafts/2031-09-09 Copy.txt": ZERO}).items():
            archive.writestr(inside, text)
        archive.writestr("record/2030-04-04 Broken.txt", "1. These words will be damaged.")
    path.write_bytes(path.read_bytes().replace(b"will be damaged", b"were damaged...", 1))
    campaign = import_folder(path, otto)
    assert campaign.texts.count() == 3
    assert campaign.texts.get(document__title="Zero draft").path == "drafts/2031-03-02 Zero draft.txt"
    for name in ("2030-03-03 Copy.txt", "2031-09-09 Copy.txt", "2030-04-04 Broken.txt"):
        assert any(name in doubt for doubt in campaign.doubts)


def test_no_text_is_less_protected_than_the_campaign_that_it_came_with(otto, packed):
    campaign = import_folder(packed(), otto, handling="internal")
    assert set(campaign.texts.values_list("document__handling", flat=True)) == {"internal"}
    opened = import_folder(packed(), otto, handling="public")
    assert set(opened.texts.values_list("document__handling", flat=True)) == {"public"}
