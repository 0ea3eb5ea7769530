"""The head of every page: the rooms of the workspace, and where one is."""

from __future__ import annotations

import re


def nav(page):
    return re.findall(
        r'<a href="([^"]+)"( aria-current="true")?>', page.split('<nav aria-label="Main">')[1].split("</nav>")[0]
    )


def test_a_page_stands_in_one_room(visit, ada):
    browser = visit(ada)
    for path, room in (
        ("/cities/", "/registry/"),
        ("/pledges/", "/pledges/"),
        ("/statements/", "/statements/"),
        ("/audit/", "/people/"),
        ("/documents/", "/documents/"),
    ):
        answer = browser.get(path)
        if answer.status_code == 200:
            assert [address for address, here in nav(answer.content.decode()) if here] == [room]


def test_who_may_not_invite_sees_no_people(visit, rhea):
    assert "/people/" not in dict(nav(visit(rhea).get("/documents/").content.decode()))
