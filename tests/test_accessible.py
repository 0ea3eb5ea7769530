"""Axe finds what keeps somebody from using a page, says where, and keeps to the rules that are named."""

from __future__ import annotations

import pytest

from tests.accessible import hindrances

PAGE = """<!doctype html><html lang="en"><head><title>T</title></head><body><main><h1>Harbours</h1>
<p style="color: #bbb; background: #fff">Hardly to be read.</p>{more}</main></body></html>"""


@pytest.fixture
def page(chromium):
    context = chromium.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.browser
def test_what_is_wrong_is_told_with_its_place_and_by_the_rules_that_are_named(page):
    page.set_content(PAGE.format(more='<img src="data:," id="quay">'))
    assert "color-contrast" in hindrances(page)
    assert "#quay" in hindrances(page)
    assert "#quay" in hindrances(page, "wcag2a")
    assert "color-contrast" not in hindrances(page, "wcag2a")


@pytest.mark.browser
def test_of_a_page_that_all_can_use_nothing_is_told(page):
    page.set_content(PAGE.replace("color: #bbb;", "").format(more=""))
    assert hindrances(page) == ""
