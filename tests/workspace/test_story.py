"""The tutorial, done by a browser: from a dropped folder to a judged board, and out again to the same board."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

import hanse
from hanse.workspace.campaigns.models import Campaign, Review
from tests.workspace.campaigns.conftest import example_zip  # noqa: F401 a fixture
from tests.workspace.looks import listen, look_at


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_tutorial(chromium, live_server, otto, example_zip, work_off, tmp_path):  # noqa: F811
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    said = listen(page)

    # Sign in.
    page.goto(f"{live_server.url}/account/login/")
    page.locator("input[name=login]").fill("otto@example.org")
    page.locator("input[name=password]").fill("correct horse battery")
    page.get_by_role("button", name="Sign in").click()

    # Drop the example folder, and watch the progress.
    page.get_by_role("link", name="Campaigns").first.click()
    page.get_by_role("link", name="Drop a campaign folder").first.click()
    page.get_by_label("Campaign folder as a zip").set_input_files(example_zip)
    page.get_by_role("button", name="Read and trace").click()
    page.wait_for_url("**/jobs/*/")
    page.get_by_role("progressbar", name="Progress").wait_for()
    look_at(page, said, "story-progress")
    work_off()
    page.get_by_role("link", name="See what came of it").click()
    page.get_by_role("heading", name="Lantern Bay Accord").wait_for()
    look_at(page, said, "story-board")
    expect(page.locator("table.grid tbody tr")).to_have_count(14)

    # A number opens onto its rows.
    page.locator(".tally a").first.click()
    page.locator(".count", has_text="of 14 asks").wait_for()
    page.get_by_role("link", name="Clear", exact=True).click()

    # Filters take effect in place; the watch rows come when they are reached.
    page.get_by_label("Theme").select_option("Money")
    page.locator(".count", has_text="2 of 14 asks").wait_for()
    page.wait_for_url("**theme=Money**")
    page.mouse.wheel(0, 20_000)
    page.locator(".watch .change").first.wait_for()
    page.get_by_role("link", name="Clear", exact=True).click()

    # Open a cell, override its finding.
    page.locator("table.grid tbody tr").first.locator("td a").last.click()
    page.get_by_role("heading", name="Your verdict").wait_for()
    address = page.url
    proposed = page.locator(".judge legend strong").inner_text()  # of the page whose heading has been waited for
    other = "reversed" if proposed != "reversed" else "pending"
    page.get_by_label("Override").check()
    page.get_by_label("What it is instead").select_option(other)
    page.get_by_label("Note").fill("The clause says otherwise.")
    page.get_by_role("button", name="Keep my verdict").click()
    page.get_by_text("On a reviewer’s word").wait_for()
    expect(page).to_have_url(address)
    look_at(page, said, "story-cell")
    assert Review.objects.get().outcome == other

    # See it in the history.
    page.get_by_role("link", name="History").click()
    page.get_by_text(f"overrode A01 in “Revision 2 with tracked changes (fictional)”: {other}").wait_for()
    look_at(page, said, "story-history")

    # Download, and trace the download to the same board.
    page.get_by_role("link", name="Download", exact=True).click()
    with page.expect_download() as folder:
        page.get_by_role("link", name="Campaign folder").click()
    saved = Path(tmp_path, folder.value.suggested_filename)
    folder.value.save_as(saved)
    with zipfile.ZipFile(saved) as archive:
        assert "The clause says otherwise." in archive.read("reviews.csv").decode()
    with page.expect_download() as data:
        page.get_by_role("link", name="Board as data").click()
    board = hanse.trace(saved).to_json()
    shown = page.request.get(data.value.url).json()
    assert board == shown
    assert [(cell["ask"], cell["draft"]) for cell in shown["cells"]] == [
        (ask["id"], draft["id"]) for ask in shown["asks"] for draft in shown["drafts"]
    ]
    assert Campaign.objects.get().asks.count() == 14
    assert said == []
    context.close()
