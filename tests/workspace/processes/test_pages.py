"""What do the pages of processes, sessions and the calendar show, and to whom?"""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/calendar/", "/processes/", "/sessions/"])
def test_an_empty_workspace_teaches(visit, otto, path):
    page = visit(otto).get(path).content.decode()
    assert 'class="empty"' in page


def test_the_pages_answer(visit, otto, table, due):
    deadline = due("Inputs")
    for path in (
        "/calendar/",
        "/processes/",
        "/sessions/",
        *(each.get_absolute_url() for each in (table.process, table.first, table.month, table.undated, deadline)),
    ):
        assert visit(otto).get(path).status_code == 200, path
