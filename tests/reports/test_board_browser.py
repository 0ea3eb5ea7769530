"""The page in a real browser: a quiet console, nothing for axe to find, everything within reach of the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from hanse.reports.board import html
from hanse.tracing.board import Board
from tests.accessible import hindrances

pytestmark = pytest.mark.browser

SCHEMES = ["light", "dark"]
WIDTHS = [1280, 390]


@pytest.fixture(scope="module")
def browser(chromium: Browser) -> Browser:
    return chromium


@pytest.fixture(scope="module")
def address(board: Board, tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("page") / "board.html"
    path.write_text(html(board), encoding="utf-8")
    return path.as_uri()


def opened(browser: Browser, address: str, width: int = 1280, scheme: str = "light", script: bool = True) -> Page:
    """The page, which fails the test as soon as the browser complains or asks for anything."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=script,
    )
    page = context.new_page()
    page.complaints = []  # type: ignore[attr-defined]
    page.on("console", lambda message: page.complaints.append(message.text))  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.complaints.append(str(error)))  # type: ignore[attr-defined]
    page.on("request", lambda asked: asked.url.split("#")[0] == address or page.complaints.append(asked.url))  # type: ignore[attr-defined]
    page.goto(address)
    return page


def assert_quiet(page: Page) -> None:
    assert page.complaints == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_the_page_in_a_finding_or_with_all_findings_shown(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    page = opened(browser, address, width, scheme)
    assert hindrances(page) == ""
    page.locator("#grid a[href='#A2.rev2']").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert hindrances(page) == ""
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.get_by_role("button", name="Show all findings here").click()
    expect(page.locator("article.finding:visible")).to_have_count(42)
    assert hindrances(page) == ""
    assert_quiet(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_itself_never_scrolls_sideways(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, address, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_click_opens_both_passages_and_closing_gives_the_cell_back(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.locator("#grid a[href='#A2.rev2']").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Governments are encouraged to consider")
    expect(dialog).to_contain_text("Governments shall establish")
    expect(dialog.locator(".caveat")).to_have_count(2)
    expect(dialog).to_contain_text("Norvania")
    expect(page).to_have_url(f"{address}#A2.rev2")
    page.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()
    expect(page.locator("#grid a[href='#A2.rev2']")).to_be_focused()
    expect(page).to_have_url(address)
    assert_quiet(page)


def test_arrow_keys_move_over_the_grid_and_through_the_findings(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.locator("#grid a[href='#A1.zero']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#grid a[href='#A2.rev1']")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("dialog article")).to_have_id("A2.rev1")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("dialog article")).to_have_id("A2.zero")
    expect(page.get_by_role("button", name="Earlier draft")).to_be_disabled()
    page.keyboard.press("Escape")
    expect(page.locator("#grid a[href='#A2.zero']")).to_be_focused()


def test_the_whole_grid_is_one_tab_stop(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    expect(page.locator("#grid a[tabindex='0']")).to_have_count(1)


def test_a_permalink_opens_its_finding(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}#A10.rev2")
    expect(page.locator("dialog article")).to_have_id("A10.rev2")
    expect(page.locator("dialog blockquote").first).to_have_css("direction", "rtl")


def test_a_count_opens_onto_its_rows(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    count = page.locator(".tally a[data-outcome='weakened']")
    number = int(count.locator("b").inner_text())
    count.click()
    expect(page.locator("#grid tbody tr:visible")).to_have_count(number)
    expect(page.get_by_role("status")).to_have_text(f"{number} of 14 asks.")
    count.click()
    expect(page.get_by_role("status")).to_have_text("All 14 asks.")


def test_what_got_better_or_worse_opens_onto_its_rows(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.get_by_role("link", name="2 worse").click()
    expect(page.locator("#grid tbody tr:visible .id")).to_have_text(["A5", "A9"])
    expect(page.get_by_role("combobox", name="Since last draft")).to_have_value("worse")


def test_on_a_phone_the_filters_are_folded_away_until_asked_for(browser: Browser, address: str) -> None:
    page = opened(browser, address, width=390)
    expect(page.get_by_role("searchbox")).to_be_hidden()
    page.get_by_text("Search, filter, order").click()
    page.get_by_role("searchbox").fill("Interpreters")
    expect(page.get_by_role("status")).to_have_text("1 of 14 asks.")


def test_filters_combine_and_can_be_cleared(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.get_by_role("combobox", name="Actor").select_option("Brackwater")
    expect(page.get_by_role("status")).to_have_text("4 of 14 asks.")
    page.get_by_role("combobox", name="Theme").select_option("Voice")
    expect(page.get_by_role("status")).to_have_text("2 of 14 asks.")
    page.get_by_role("combobox", name="For the asker").select_option("open")
    expect(page.get_by_role("status")).to_have_text("1 of 14 asks.")
    page.get_by_label("Search").fill("no such words")
    expect(page.get_by_text("No ask fits.")).to_be_visible()
    page.get_by_role("button", name="Clear the filters").click()
    expect(page.get_by_role("status")).to_have_text("All 14 asks.")


def test_search_finds_words_of_the_drafts_without_regard_to_case(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.get_by_label("Search").fill("INSPECTORATES harbour masters")
    expect(page.get_by_role("status")).to_have_text("1 of 14 asks.")
    expect(page.locator("#grid tbody tr:visible")).to_contain_text("A3")


def test_rows_can_be_put_in_order_of_outcome(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.get_by_role("combobox", name="Order").select_option(label="by outcome in Revised draft 2")
    last = page.locator("#grid tbody td:last-child")
    for place in range(3):
        expect(last.nth(place)).to_have_attribute("data-outcome", "reflected")
    expect(last.last).to_have_attribute("data-outcome", "not reflected")


def test_a_rival_s_passage_opens_under_its_name(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}#A2.rev2")
    link = page.locator("dialog").get_by_role("button", name="Proposals of the Lantern Relief, para. 2")
    link.click()
    expect(page.locator("dialog .quoted-source")).to_contain_text("A common fund for municipal reception centres")
    link.click()
    expect(page.locator("dialog .quoted-source")).to_have_count(0)


def test_pointing_at_a_word_lights_up_its_counterpart(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}#A2.rev2")
    page.locator("dialog mark").first.hover()
    expect(page.locator("dialog mark.lit")).to_have_count(2)


def test_everything_can_be_read_without_the_script(browser: Browser, address: str) -> None:
    page = opened(browser, address, script=False)
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator("article.finding:visible")).to_have_count(42)
    page.locator("#grid a[href='#A2.rev2']").click()
    expect(page).to_have_url(f"{address}#A2.rev2")
    expect(page.locator("article#A2\\.rev2")).to_be_in_viewport()
