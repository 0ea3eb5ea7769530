"""Who got in, and does each cell say what is documented and by whom?"""

from __future__ import annotations

import pytest
from django.utils import timezone

from hanse.workspace.processes import access
from hanse.workspace.processes.models import Access
from tests.workspace.processes.conftest import PUBLIC, actor

pytestmark = pytest.mark.django_db


def words(matrix: access.Matrix) -> dict[tuple[str, str], list[str]]:
    return {
        (str(row.head), column): [entry.words for entry in cell]
        for row in matrix.rows
        for column, cell in zip(matrix.columns, row.cells, strict=True)
        if cell
    }


def test_a_row_is_an_actor_and_a_column_a_setting(otto, table):
    matrix = access.of_session(table.first, otto)
    assert matrix.columns == ("Plenary", "Round table", "Side event", "Setting not documented")
    found = words(matrix)
    assert found["Port Vell", "Plenary"] == [
        "Speaker, in the national delegation of Utopia, “Opening”; granted by Secretariat of the Bay"
    ]
    assert found["Sandbank", "Plenary"] == ["Speaker, route not documented, “Round table 1”; refused by Utopia"]
    assert found["High Quay", "Setting not documented"] == [
        "Attendee, in the national delegation of Utopia; decision not documented"
    ]
    assert ("High Quay", "Plenary") not in found


def test_columns_can_be_routes_and_cells_then_say_the_setting(otto, table):
    found = words(access.of_session(table.first, otto, "route"))
    assert found["Port Vell", "National delegation"] == [
        "Speaker, in plenary, of Utopia, “Opening”; granted by Secretariat of the Bay"
    ]
    assert found["Sandbank", "Route not documented"][0].startswith("Speaker, in plenary")


def test_rows_are_grouped_by_what_the_actors_are(otto, table):
    assert [row.group for row in access.of_session(table.first, otto).rows] == [
        "City",
        "City",
        "City",
        "City network",
        "State",
    ]


def test_each_cell_has_its_evidence_and_what_has_none_says_so(visit, otto, table):
    matrix = access.of_session(table.first, otto)
    assert matrix.evident == 1
    page = visit(otto).get(table.first.get_absolute_url()).content.decode()
    assert "The mayor opened the plenary." in page
    assert "no evidence noted" in page
    assert "1 of 6 entries with evidence" in page


def test_evidence_of_a_restricted_source_is_not_shown(rhea, otto, table):
    table.report.handling = "restricted"
    table.report.save()
    assert access.of_session(table.first, otto).evident == 1
    assert access.of_session(table.first, rhea).evident == 0


def test_a_process_gathers_its_sessions_up_to_the_day(otto, table):
    Access.objects.create(actor=table.vell, session=table.coming, setting="hearing", **PUBLIC)
    today = timezone.localdate()
    assert "Hearing" not in access.of_process(table.process, otto, today).columns
    assert "Hearing" in access.of_process(table.process, otto, table.coming.first).columns


def test_an_actor_has_its_sessions_as_rows_latest_first(otto, table):
    Access.objects.create(actor=table.vell, session=table.month, **PUBLIC)
    Access.objects.create(actor=table.vell, session=table.undated, **PUBLIC)
    matrix = access.of(table.vell, otto, timezone.localdate())
    assert [str(row.head) for row in matrix.rows] == ["Second meeting", "First meeting", "Meeting of friends"]


def test_access_that_nobody_documented_is_no_refusal(visit, otto, forum):
    page = visit(otto).get(forum.month.get_absolute_url()).content.decode()
    assert "Who had access is not documented. That says nothing about whether anybody had." in page


def test_what_was_asked_for_and_never_answered_is_said_so(table):
    asked = Access(actor=table.vell, session=table.first, decision="asked")
    assert access.in_words(asked).endswith("asked for, no answer documented")


def test_a_long_matrix_is_read_in_pages(otto, table, monkeypatch):
    monkeypatch.setattr(access, "ROWS", 2)
    first, last = (access.of_session(table.first, otto, page=number) for number in (1, 3))
    assert ([str(row.head) for row in first.rows], [str(row.head) for row in last.rows]) == (
        ["High Quay", "Port Vell"],
        ["Utopia"],
    )
    assert (first.number, first.evident, last.evident) == (6, 1, 1)
    assert first.columns == last.columns


def test_a_matrix_asks_no_more_often_for_more_access(otto, table, django_assert_max_num_queries):
    for number in range(150):
        Access.objects.create(actor=actor(f"Town {number:03}"), session=table.first, setting="plenary", **PUBLIC)
    with django_assert_max_num_queries(5):
        matrix = access.of_session(table.first, otto)
    assert (len(matrix.rows), matrix.number, matrix.page.paginator.count) == (access.ROWS, 156, 155)
