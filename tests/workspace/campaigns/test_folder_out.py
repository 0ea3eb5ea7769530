from __future__ import annotations

import csv
import io
import zipfile

import hanse
from hanse.tracing.campaign import open_campaign, trace_campaign
from hanse.workspace.campaigns.folder_in import import_folder
from hanse.workspace.campaigns.folder_out import packed
from hanse.workspace.campaigns.retracing import board, retrace
from hanse.workspace.documents.models import Document
from hanse.workspace.documents.shelf import shelve

from .conftest import files
from .test_cell import judge

SECRET = "1. The Tide Fund shall be open to municipalities directly, and to nobody else.\n"


def saved(tmp_path, content: bytes):
    path = tmp_path / "download.zip"
    path.write_bytes(content)
    return path


def whole(board):
    said = board.to_json()
    del said["warnings"]
    return said


def kept(title, date, content: bytes):
    """A document of the office with its file."""
    read = hanse.read(content, name="text.txt", title=title, date=date)
    return shelve(read, data=content, handling="internal")


def test_the_downloaded_folder_is_traced_back_to_the_same_board(otto, example_zip, tmp_path):
    campaign = import_folder(example_zip, otto, handling="public")
    retrace(campaign, lambda share, words: None, lambda: False)
    download = saved(tmp_path, packed(campaign, "public").read())
    assert whole(trace_campaign(open_campaign(download))) == whole(board(campaign, "public"))
    assert whole(hanse.trace(download)) == whole(board(campaign, "public"))


def test_edited_asks_and_texts_of_the_office_come_back_the_same(otto, traced, tmp_path):
    from hanse.workspace.campaigns.models.texts import As
    from hanse.workspace.campaigns.texts import take

    campaign = traced()
    ask = campaign.asks.get(name="a2")
    ask.text, ask.theme, ask.actor = 'States shall "consult", in good time, mayors; before opening.', "Ré, ception", ""
    ask.save()
    first = campaign.texts.get(document__title="Zero draft")
    take(campaign, kept("Bridge: a/proposal", "2031-05-01", b"1. States shall consult mayors."), As.DRAFT, parent=first)
    take(campaign, kept("A_RES_71_1", "2016-09-19", b"1. The Tide Fund shall be open."), As.RECORD)
    retrace(campaign, lambda share, words: None, lambda: False)
    download = saved(tmp_path, packed(campaign, "internal").read())
    assert whole(trace_campaign(open_campaign(download))) == whole(board(campaign, "internal"))


def test_the_same_campaign_gives_the_same_bytes(traced):
    campaign = traced()
    assert packed(campaign, "public").read() == packed(campaign, "public").read()


def test_every_download_is_what_it_says(visit, otto, traced):
    campaign = traced()
    client = visit(otto)
    page = client.get(f"/campaigns/{campaign.pk}/download/").content.decode()
    begins = {
        "board.html": b"<!doctype html>",
        "board.pdf": b"%PDF",
        "board.csv": b"\xef\xbb\xbfask",
        "board.json": b"{",
        "board.xlsx": b"PK",
    }
    for name, start in {**begins, "sheet.docx": b"PK", "campaign.zip": b"PK"}.items():
        assert f"/download/{name}" in page
        answer = client.get(f"/campaigns/{campaign.pk}/download/{name}")
        assert answer["Content-Disposition"].startswith("attachment")
        assert b"".join(answer).startswith(start)


def test_a_board_that_is_not_up_to_date_does_not_leave_the_house(visit, otto, traced):
    campaign = traced()
    campaign.asks.filter(name="a1").update(text="Something else.")
    answer = visit(otto).get(f"/campaigns/{campaign.pk}/download/board.csv", follow=True)
    assert "the board is not up to date" in answer.content.decode()


def test_what_is_restricted_leaves_only_when_said_outright_and_by_whom_it_may_be_seen(visit, otto, cem, traced):
    settings = (
        'title = "Small Accord"\n[[documents]]\nfile = "record/2029-01-01 Non-paper.txt"\nhandling = "restricted"\n'
    )
    campaign = traced(
        files(**{"campaign.toml": settings, "record/2029-01-01 Non-paper.txt": SECRET}), handling="public"
    )

    def members(client, query=""):
        answer = client.get(f"/campaigns/{campaign.pk}/download/campaign.zip{query}")
        return zipfile.ZipFile(io.BytesIO(b"".join(answer))).namelist()

    assert not any("Non-paper" in name for name in members(visit(otto)))
    assert any("Non-paper" in name for name in members(visit(otto), "?restricted=yes"))
    assert not any("Non-paper" in name for name in members(visit(cem), "?restricted=yes"))
    for name in ("board.html", "board.csv", "board.json"):
        assert b"Non-paper" not in visit(otto).get(f"/campaigns/{campaign.pk}/download/{name}").content
        assert b"Non-paper" in visit(otto).get(f"/campaigns/{campaign.pk}/download/{name}?restricted=yes").content
        assert b"Non-paper" not in visit(cem).get(f"/campaigns/{campaign.pk}/download/{name}?restricted=yes").content


def test_what_a_reviewer_wrote_is_run_by_no_spreadsheet(visit, otto, traced):
    campaign = traced()
    ask, draft = campaign.asks.get(name="a1"), campaign.texts.get(document__title="Zero draft")
    where = f"/campaigns/{campaign.pk}/cells/{ask.pk}/{draft.pk}/"
    judge(visit(otto), where, "override", "reversed", "=HYPERLINK(1)")
    with zipfile.ZipFile(packed(campaign, "public")) as archive:
        (row,) = csv.DictReader(io.StringIO(archive.read("reviews.csv").decode()))
    assert (row["outcome"], row["note"]) == ("reversed", "'=HYPERLINK(1)")


def test_a_verdict_goes_along_with_the_board(visit, otto, traced):
    campaign = traced()
    ask, draft = campaign.asks.get(name="a1"), campaign.texts.get(document__title="Zero draft")
    client = visit(otto)
    judge(client, f"/campaigns/{campaign.pk}/cells/{ask.pk}/{draft.pk}/", "override", "reversed", "Read it again.")
    told = "A reviewer overrides this: reversed."
    table = client.get(f"/campaigns/{campaign.pk}/download/board.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [row["judged"] for row in rows].count(told) == 1
    page = client.get(f"/campaigns/{campaign.pk}/download/board.html").content.decode()
    assert told in page
    assert f"1 of {len(rows)} findings judged by a person" in page


def test_nothing_of_a_restricted_campaign_leaves_unless_said_outright(visit, otto, traced):
    campaign = traced(handling="restricted")
    Document.objects.update(handling="public")
    client, where = visit(otto), f"/campaigns/{campaign.pk}/download/"
    assert 'campaign.zip"' not in client.get(where).content.decode()
    for name in ("campaign.zip", "board.csv"):
        answer = client.get(where + name, follow=True)
        assert "the campaign itself is restricted" in answer.content.decode()
    said = client.get(where + "campaign.zip?restricted=yes")
    assert b"".join(said).startswith(b"PK")


def test_the_public_downloads_nothing(visit, settings, traced):
    settings.HANSE_OPEN_TO_PUBLIC = True
    campaign = traced(handling="public")
    assert visit(None).get(f"/campaigns/{campaign.pk}/").status_code == 200
    assert visit(None).get(f"/campaigns/{campaign.pk}/download/campaign.zip").status_code in (302, 404)
