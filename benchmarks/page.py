"""How long does the workspace take over the page of a board? 200 asks x 10 drafts, and the page of one cell."""

from __future__ import annotations

import csv
import os
import tempfile
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any

from benchmarks.figures import Figure, Result
from benchmarks.fresh import fresh
from benchmarks.prose import Writer

ASKS, DRAFTS, PASSAGES, RECORD = 200, 10, 60, 60
REQUESTS = 20
LIMIT = 200
"""Milliseconds that a page may take at the server."""


def run() -> Result:
    with tempfile.TemporaryDirectory() as home:
        told = fresh("benchmarks.page:once", environment={"HANSE_HOME": home}).told
    figures = []
    for name, page in told["pages"].items():
        figures += [
            Figure(f"{name}, median", median(page["ms"]), "ms", goal=LIMIT, better="lower"),
            Figure(f"{name}, 95th percentile", quantiles(page["ms"], n=20)[-1], "ms", goal=LIMIT, better="lower"),
        ]
    return Result(
        "pages of the workspace",
        tuple(figures),
        rows=ASKS * DRAFTS,
        notes=(
            f"{ASKS} asks x {DRAFTS} drafts; {REQUESTS} requests of a signed-in officer each, after one that is not "
            "counted; time at the server, on SQLite",
        ),
        details=told,
    )


def once() -> dict[str, Any]:
    """A campaign in a workspace of its own, and the pages asked for."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "hanse.workspace.settings"
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client

    from hanse.workspace.accounts.models import User
    from hanse.workspace.campaigns.folder_in import import_folder
    from hanse.workspace.campaigns.retracing import retrace

    call_command("migrate", verbosity=0, interactive=False)
    officer = User.objects.create_user("officer@example.org", role="officer")
    with tempfile.TemporaryDirectory() as folder:
        written(Path(folder))
        campaign = import_folder(Path(folder), officer)
    start = perf_counter()
    retrace(campaign, lambda share, words: None, lambda: False)
    traced = perf_counter() - start
    client = Client(SERVER_NAME="localhost")
    client.force_login(officer)
    finding = campaign.findings.filter(outcome="reflected").first()
    board = campaign.get_absolute_url()
    pages = {
        f"board of {ASKS} x {DRAFTS}": board,
        "board, filtered": f"{board}?outcome=reflected",
        "cell": f"{board}cells/{finding.ask_id}/{finding.draft_id}/",
        "documents": "/documents/",
    }
    return {"trace": round(traced, 1), "pages": {name: _asked(client, address) for name, address in pages.items()}}


def _asked(client: Any, address: str) -> dict[str, Any]:
    """Milliseconds of each request, on the clock and of the processor, and the size of the answer."""
    first = client.get(address)
    assert first.status_code == 200, f"{address}: {first.status_code}"
    clock, processor = [], []
    for _ in range(REQUESTS):
        start, busy = perf_counter(), process_time()
        client.get(address)
        processor.append(round(1000 * (process_time() - busy), 1))
        clock.append(round(1000 * (perf_counter() - start), 1))
    return {"ms": clock, "processor": median(processor), "kb": len(first.content) // 1024}


def written(folder: Path) -> None:
    """A campaign folder: a table of asks, drafts that follow one another, one text of the record."""
    writer = Writer(200)
    asks = [writer.passage(15, 45) for _ in range(ASKS)]
    for name in ("asks", "drafts", "record"):
        (folder / name).mkdir()
    with (folder / "asks" / "asks.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["id", "actor", "date", "text", "kind", "theme"])
        table.writerows(
            [f"a{k}", f"City {k % 11}", "2031-01-15", text, "add", f"Theme {k % 6}"] for k, text in enumerate(asks, 1)
        )
    passages = writer.passages(PASSAGES)
    for draft in range(1, DRAFTS + 1):
        for ask in range(draft, ASKS, DRAFTS):
            passages[ask % len(passages)] = asks[ask] if ask % 3 else writer.reworded(asks[ask])
        (folder / "drafts" / f"2031-{draft + 1:02}-01 Draft {draft}.txt").write_text(numbered(passages), "utf-8")
        passages = writer.revised(passages)
    (folder / "record" / "2030-05-01 Record.txt").write_text(numbered(writer.passages(RECORD)), "utf-8")


def numbered(passages: list[str]) -> str:
    return "\n\n".join(f"{k}. {text}" for k, text in enumerate(passages, 1)) + "\n"
