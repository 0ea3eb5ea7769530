"""The page carries everything, asks for nothing, and refuses what is restricted."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from hanse.errors import RestrictedDocument
from hanse.reports.board import html
from hanse.tracing.board import Board
from tests.effort import calls

from .strait import ARABIC, crowded, restricted


class Elements(HTMLParser):
    """Every start tag of a page with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def test_nothing_in_the_page_could_be_fetched(board: Board) -> None:
    for tag, attributes in Elements(html(board)).found:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base"}
        for name, value in attributes.items():
            assert name != "src"
            assert name != "style"
            assert not name.startswith("on")
            if name in {"href", "action"}:
                assert value.startswith("#"), value


def test_the_policy_allows_only_the_page_s_own_style_and_script(board: Board) -> None:
    page = html(board)
    policy = next(a["content"] for t, a in Elements(page).found if a.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for element in ("style", "script"):
        (content,) = re.findall(rf"<{element}>(.*?)</{element}>", page, flags=re.S)
        digest = b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy


def test_every_link_leads_somewhere_and_every_id_is_given_once(board: Board) -> None:
    found = Elements(html(board)).found
    ids = [attributes["id"] for _, attributes in found if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {a["href"] for t, a in found if t in {"a", "use"}} <= {f"#{id}" for id in ids}


def test_ids_of_any_shape_still_give_links_that_lead_somewhere(board: Board) -> None:
    names = {
        "A1": "a b",
        "A2": "a/b",
        "A3": "a-b",
        "A4": "‘é’",
        "A5": "",
        "A6": '"><script>',
        "rev1": "d 1",
        "rev2": "d/1",
    }
    odd = replace(
        board,
        asks=tuple(replace(ask, id=names.get(ask.id, ask.id)) for ask in board.asks),
        drafts=tuple(replace(draft, id=names.get(draft.id, draft.id)) for draft in board.drafts),
        cells=tuple(
            replace(cell, ask=names.get(cell.ask, cell.ask), draft=names.get(cell.draft, cell.draft))
            for cell in board.cells
        ),
        watch=(),
    )
    found = Elements(html(odd)).found
    ids = [attributes["id"] for _, attributes in found if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {a["href"] for t, a in found if t in {"a", "use"}} <= {f"#{id}" for id in ids}
    assert sum(tag == "script" for tag, _ in found) == 1


def test_every_cell_of_the_board_opens_onto_its_finding(board: Board) -> None:
    found = Elements(html(board)).found
    articles = {a["id"] for tag, a in found if tag == "article" and a.get("class") == "finding"}
    assert articles == {f"{cell.ask}.{cell.draft}" for cell in board.cells}


def test_what_a_delegate_wrote_is_never_markup(board: Board) -> None:
    page = html(board)
    assert "<b>neither</b>" not in page
    assert "&lt;b&gt;neither&lt;/b&gt;" in page
    assert ARABIC in page


def test_the_page_says_what_it_is_not(board: Board) -> None:
    page = html(board)
    assert "not yet judged by a person" in page
    assert "not yet attainment of preferences" in page


def test_what_a_person_judged_is_told_and_counted_apart(board: Board) -> None:
    page = html(board, judged={("A2", "rev2"): "Confirmed by the reviewer."})
    assert "1 of 42 findings judged by a person, the others machine proposed." in page
    assert page.count("Confirmed by the reviewer.") == 1
    assert "shared, met in part, judged" in page


def test_the_same_board_gives_the_same_page(board: Board) -> None:
    assert html(board) == html(replace(board))


@pytest.mark.parametrize("where", ["drafts", "record", "statements", "asks"])
def test_a_restricted_item_is_refused_unless_said_explicitly(board: Board, where: str) -> None:
    with pytest.raises(RestrictedDocument, match="restricted"):
        html(restricted(board, where))
    assert "must not be passed on" in html(restricted(board, where), include_restricted=True)


def test_an_empty_board_is_still_a_page() -> None:
    assert "<h1" in html(Board((), (), ()))


def test_two_hundred_asks_in_ten_drafts_are_four_times_the_work_of_fifty_and_a_page_that_can_be_sent(
    large: Board,
) -> None:
    assert len(html(large).encode()) < 6_000_000
    fewer = crowded(50)
    html(fewer)
    assert calls(lambda: html(large)) < 5 * calls(lambda: html(fewer))
