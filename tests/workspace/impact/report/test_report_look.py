"""The pages of impact reports look right in every scheme and width, and can be used without a mouse."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reports.printing import links_of
from tests.workspace.looks import LOOKS


@pytest.mark.parametrize("look", LOOKS)
def test_the_pages_hold_in_every_look(
    counted: Any, pledged: Any, reported: Any, see: Any, otto: Any, look: tuple[str, int]
) -> None:
    for year in (2019, 2020):
        pledged(f"A hostel for those who arrive in {year}", pledged=str(year))
    report = reported(language="ar" if look[1] < 600 else "en")
    see(report.get_absolute_url(), otto, look, "impact-report")
    see("/impact/reports/", otto, look, "impact-reports")
    see("/impact/reports/new/", otto, look, "impact-report-new")


def test_from_paper_links_lead_to_the_snapshots_where_the_address_is_known(
    counted: Any, reported: Any, visit: Any, settings: Any
) -> None:
    report = reported()
    assert not links_of(visit(None).get(f"{report.get_absolute_url()}report.pdf").content)
    settings.HANSE_ADDRESS = "https://hanse.example"
    led = links_of(visit(None).get(f"{report.get_absolute_url()}report.pdf").content)
    assert f"https://hanse.example{report.get_absolute_url()}" in led
    assert {f"https://hanse.example{each.get_absolute_url()}" for each in report.snapshots.all()} <= led
