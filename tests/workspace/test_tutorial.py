"""What the tutorial says, done in a browser against the workspace as `hanse up --example` starts it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.workspace.looks import listen, look_at
from tests.workspace.readymade import directory

EXAMPLE = Path(__file__).parents[2] / "examples" / "lantern-bay"
UP = "import sys; from hanse.workspace.serve import up; raise SystemExit(up(port=0, data=sys.argv[1], example=True))"


@pytest.fixture
def started(starting, tmp_path):
    """The workspace with its example, where the starting facts are already: the one-time link."""
    environment = {**os.environ, "HANSE_ADDRESS": "", "HANSE_DATABASE_URL": ""}
    command = [sys.executable, "-c", UP, str(directory(tmp_path / "data", starting))]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    said = ""
    while "welcome" not in said:
        line = process.stdout.readline()
        assert line, "the workspace did not start"
        said += line
    yield re.search(r"http://\S+/people/welcome/\S+/", said).group(0)
    process.send_signal(signal.SIGTERM)
    process.wait(120)


@pytest.fixture
def packed(tmp_path):
    """The example folder as a zip."""
    path = tmp_path / "lantern-bay.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(EXAMPLE.rglob("*")):
            archive.write(file, file.relative_to(EXAMPLE.parent))
    return path


def traced(path):
    """What `hanse trace` finds in a folder or zip."""
    command = [sys.executable, "-m", "hanse.cli", "trace", str(path), "--json"]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=240)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_tutorial_does_what_it_says(chromium, started, packed, tmp_path):
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    said = listen(page)

    page.goto(started)
    page.get_by_label("Password", exact=True).fill("a long and quiet word")
    page.get_by_label("Password confirmation").fill("a long and quiet word")
    page.get_by_role("button", name="Come in").click()
    page.wait_for_url(lambda address: "welcome" not in address)
    look_at(page, said, "tutorial-front")

    page.get_by_role("link", name="Campaigns", exact=True).click()
    page.get_by_role("link", name="Drop a campaign folder").first.click()
    page.locator("input[type=file]").set_input_files(packed)
    page.get_by_role("button", name="Read and trace").click()
    page.get_by_role("link", name="See what came of it").click()
    board = page.url
    look_at(page, said, "tutorial-board")

    page.goto(board)
    page.locator("table.grid tr", has_text="A01").locator("td a").last.click()
    look_at(page, said, "tutorial-cell")
    expect(page.locator("mark").first).to_be_visible()
    page.get_by_label("Override").check()
    page.get_by_label("What it is instead").select_option("not reflected")
    page.get_by_label("Note").fill("The caveat swallows it.")
    page.get_by_role("button", name="Keep my verdict").click()
    expect(page.get_by_text("The caveat swallows it.").first).to_be_visible()
    look_at(page, said, "tutorial-cell-judged")

    page.goto(board)
    page.get_by_role("link", name="History", exact=True).click()
    expect(page.get_by_text("The caveat swallows it.").first).to_be_visible()
    look_at(page, said, "tutorial-history")

    page.goto(board)
    page.get_by_role("link", name="Download", exact=True).click()
    look_at(page, said, "tutorial-download")
    with page.expect_download() as download:
        page.get_by_role("link", name="Campaign folder").first.click()
    saved = tmp_path / "back.zip"
    download.value.save_as(saved)
    assert traced(saved)["cells"] == traced(EXAMPLE)["cells"]
    context.close()
