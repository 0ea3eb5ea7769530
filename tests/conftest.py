"""What a machine lacks is skipped where anybody can see it; with CI=true such a skip fails."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "unhurried", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)  # a busy machine is no defect of what is tested
settings.load_profile("unhurried")

SELDOM = (20_000, 20, 20)
"""As ``hanse.workspace.serve`` has it."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What starts whole workspaces comes first, so that at the end no worker waits for the other's."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None or "_django_db_helper" in item.fixturenames)  # type: ignore[attr-defined]


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What was loaded stays: the collector of garbage need not look through it again and again, as in a served
    workspace."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


def lacking(what: str) -> NoReturn:
    """Skip the test for want of something; fail it where everything must be there."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}; with CI=true nothing is skipped (scripts/system-packages installs it)", pytrace=False)
    pytest.skip(what)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's Chromium, driven by Playwright: ``chromium.new_context(...)``; patient, for a machine may be busy."""
    place = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if place is None:
        lacking("there is no Chromium on this machine")
    playwright = pytest.importorskip("playwright.sync_api")
    arguments = ["--no-sandbox", "--headless=new", "--disable-gpu", "--disable-background-networking"]
    arguments += ["--disable-extensions", "--disable-component-update", "--no-first-run", "--renderer-process-limit=1"]
    arguments += ["--disable-features=SpareRendererForSitePerProcess,Translate,MediaRouter,OptimizationHints"]
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop in this thread
    try:
        with playwright.sync_playwright() as started:
            browser = started.chromium.launch(executable_path=place, args=arguments, timeout=120_000)
            opened = browser.new_context

            def patient(**said: Any) -> Any:
                context = opened(**said)
                context.set_default_timeout(90_000)
                return context

            browser.new_context = patient
            playwright.expect.set_options(timeout=90_000)
            yield browser
            browser.close()
    finally:
        if before is None:
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts beside the project, where there is one: ``../shared``, or what holds ``HANSE_DATA``."""
    data = Path(os.environ.get("HANSE_DATA") or Path(__file__).parents[2] / "shared" / "data")
    if not (data / "texts").is_dir():
        pytest.skip(f"the real texts are not at {data / 'texts'}; set HANSE_DATA to the folder that holds texts/")
    return data.parent
