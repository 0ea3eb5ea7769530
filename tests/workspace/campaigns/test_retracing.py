from __future__ import annotations

import pytest

from hanse.workspace.campaigns import retracing
from hanse.workspace.campaigns.models import FindingRecord
from hanse.workspace.campaigns.models.texts import As
from hanse.workspace.campaigns.retracing import retrace
from hanse.workspace.campaigns.texts import take


def run(campaign, **how):
    retrace(campaign, lambda share, words: None, lambda: False, **how)


def cells(campaign):
    """Every finding to the byte, and which row of the table holds it."""
    rows = campaign.findings.order_by("audience", "ask__order", "draft__path")
    return {(row.audience, row.ask.name, row.draft.name): (row.cell, row.shares, row.judged) for row in rows}


def keys(campaign, title):
    return set(campaign.findings.filter(draft__document__title=title).values_list("pk", flat=True))


def test_a_new_draft_retraces_its_own_column_alone_and_to_the_byte_what_a_full_trace_gives(traced, written):
    campaign = traced()
    before = keys(campaign, "Zero draft") | keys(campaign, "Revision 1")
    words = ("1. The Tide Fund may be open to municipalities.", "2. States should consult mayors.")
    take(campaign, written("Revision 2", *words, date="2031-06-08", handling="public"), As.DRAFT)
    run(campaign)
    assert keys(campaign, "Zero draft") | keys(campaign, "Revision 1") == before
    alone = cells(campaign), campaign.runs.get().watch
    run(campaign, whole=True)
    assert not before & keys(campaign, "Zero draft")
    assert (cells(campaign), campaign.runs.get().watch) == alone


def test_a_draft_between_two_others_retraces_the_later_ones_too(traced, written):
    campaign = traced()
    zero, first = keys(campaign, "Zero draft"), keys(campaign, "Revision 1")
    take(campaign, written("Bridge", "1. The Tide Fund closes.", date="2031-04-01", handling="public"), As.DRAFT)
    run(campaign)
    assert keys(campaign, "Zero draft") == zero
    assert not keys(campaign, "Revision 1") & first
    alone = cells(campaign)
    run(campaign, whole=True)
    assert cells(campaign) == alone


def test_the_examples_last_draft_added_late_gives_the_same_board(otto, example_zip):
    from hanse.workspace.campaigns.folder_in import import_folder

    campaign = import_folder(example_zip, otto, handling="public")
    last = campaign.texts.get(path__contains="Revision 2")
    last.taken_out = True
    last.save()
    run(campaign)
    last.taken_out = False
    last.save()
    run(campaign)
    alone = cells(campaign), campaign.runs.get().watch
    run(campaign, whole=True)
    assert (cells(campaign), campaign.runs.get().watch) == alone


def test_nothing_is_traced_where_nothing_has_changed(traced, monkeypatch):
    campaign = traced()
    monkeypatch.setattr(retracing, "_trace", lambda *_: pytest.fail("traced"))
    run(campaign)


def test_a_changed_ask_or_record_retraces_all(traced, written):
    campaign = traced()
    before = set(FindingRecord.objects.values_list("pk", flat=True))
    take(
        campaign,
        written("Old text", "1. The Tide Fund shall be open.", date="2001-01-01", handling="public"),
        As.RECORD,
    )
    run(campaign)
    assert not before & set(FindingRecord.objects.values_list("pk", flat=True))


def test_a_stopped_trace_leaves_the_board_as_it_was(traced):
    from hanse.tracing.trace import Cancelled

    campaign = traced()
    before = cells(campaign)
    with pytest.raises(Cancelled):
        retrace(campaign, lambda share, words: None, lambda: True, whole=True)
    assert cells(campaign) == before


def test_the_board_comes_back_from_the_database_as_it_was_traced(otto, example_zip):
    from dataclasses import replace

    from hanse.reports.board import html
    from hanse.reports.tables import csv
    from hanse.tracing.campaign import open_campaign, trace_campaign
    from hanse.workspace.campaigns.folder_in import import_folder

    campaign = import_folder(example_zip, otto, handling="public")
    run(campaign)
    fresh = trace_campaign(open_campaign(example_zip))
    kept = retracing.board(campaign, "public")
    assert kept.asks == fresh.asks
    assert html(kept) == html(replace(fresh, warnings=kept.warnings))
    assert csv(kept) == csv(fresh)


def test_a_trace_is_started_once_told_of_and_can_be_cancelled(visit, otto, traced, work_off):
    from hanse.workspace.jobs.models import Job

    campaign = traced()
    campaign.asks.filter(name="a1").update(theme="changed")
    client = visit(otto)
    client.post(f"/campaigns/{campaign.pk}/trace/")
    client.post(f"/campaigns/{campaign.pk}/trace/")
    job = Job.objects.get()
    assert f"/jobs/{job.pk}/cancel/" in client.get(f"/campaigns/{campaign.pk}/").content.decode()
    client.post(f"/jobs/{job.pk}/cancel/")
    work_off()
    job.refresh_from_db()
    assert job.state == "cancelled"
    assert "not up to date" in client.get(f"/campaigns/{campaign.pk}/").content.decode()
    client.post(f"/jobs/{job.pk}/again/")
    work_off()
    assert "not up to date" not in client.get(f"/campaigns/{campaign.pk}/").content.decode()


def test_a_change_of_the_setting_about_sentence_vectors_traces_every_column_anew(traced, monkeypatch):
    campaign = traced()
    before = keys(campaign, "Zero draft")
    run(campaign)
    assert keys(campaign, "Zero draft") == before
    monkeypatch.setenv("HANSE_SEMANTIC", "no")
    run(campaign)
    assert not keys(campaign, "Zero draft") & before
