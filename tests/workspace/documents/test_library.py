"""The library of all words follows the database, whatever happened to either."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from hanse.text import document as text
from hanse.tracing.reuse.library import Library
from hanse.workspace.documents import library
from hanse.workspace.documents.models import Document
from hanse.workspace.documents.shelf import reshelve

pytestmark = pytest.mark.django_db


def keep_up() -> int:
    """Do the upkeep to its end; how often it was called."""
    times = 1
    while library.bring_in_step():
        times += 1
    return times


def there() -> set[str]:
    with Library(library.place(), create=False) as opened:
        return library.held(opened)


def wanted() -> set[str]:
    return set(library.names(Document.objects.filter(removed=None)).values())


@pytest.fixture
def pact(written):
    return written("Tide Pact", "1. Port towns open tide schools to every child.", "2. They meet each spring.")


def test_stored_documents_are_taken_in_and_those_without_words_are_not(pact, written):
    written("Empty")
    keep_up()
    assert there() == wanted()
    assert [name.split(".")[0] for name in there()] == [pact.pk]


def test_a_second_look_changes_nothing(pact):
    keep_up()
    before = library.place().read_bytes()
    assert keep_up() == 1
    assert library.place().read_bytes() == before


def test_what_is_removed_goes_and_what_is_restored_comes_back(pact):
    keep_up()
    pact.remove()
    keep_up()
    assert there() == set()
    pact.restore()
    keep_up()
    assert there() == wanted() != set()


def test_a_corrected_text_has_a_new_name_and_takes_the_place_of_the_old(pact):
    keep_up()
    before = there()
    reshelve(pact, text.Document("x", (text.Passage("p1", "Quite other words."),), language="en"))
    assert not wanted() & before
    keep_up()
    assert there() == wanted()


def test_a_correction_of_the_title_leaves_the_text_where_it_is(pact):
    keep_up()
    before = there()
    pact.title = "The Pact"
    pact.save()
    assert wanted() == before


def test_a_deleted_file_is_made_again(pact):
    keep_up()
    for path in library.place().parent.glob("library.hanse*"):
        path.unlink()
    keep_up()
    assert there() == wanted()


@pytest.mark.parametrize("bytes_", [b"no library at all" * 99, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_set_aside_and_made_again_with_a_sentence_in_the_log(pact, bytes_, caplog):
    library.place().write_bytes(bytes_)
    keep_up()
    keep_up()
    assert there() == wanted()
    assert library.place().with_name("library.damaged.hanse").read_bytes() == bytes_
    assert "set aside as library.damaged.hanse and made again from the database" in caplog.text


def test_another_database_in_its_place_is_set_aside_too(pact):
    with closing(sqlite3.connect(library.place())) as other:
        other.execute("create table other (a)")
    keep_up()
    assert there() == wanted()


def test_damage_that_a_reader_met_is_mended(pact, caplog):
    keep_up()
    library.doubt()
    keep_up()
    assert there() == wanted()
    assert "it turned out damaged when it was read" in caplog.text
    assert keep_up() == 1


def test_a_library_that_another_process_writes_to_is_not_set_aside(pact, monkeypatch, caplog):
    keep_up()
    monkeypatch.setattr("hanse.tracing.reuse.library._PATIENCE", 0.05)
    pact.remove()
    with closing(sqlite3.connect(library.place(), isolation_level=None)) as other:
        other.execute("begin immediate")
        assert not library.bring_in_step()
    assert "could not be brought in step" in caplog.text
    assert "set aside" not in caplog.text
    keep_up()
    assert there() == set()


def test_many_words_are_taken_in_step_by_step_so_that_jobs_come_between(written, monkeypatch):
    for number in range(3):
        written(f"Note {number}", "1. Some words about the tide.")
    monkeypatch.setattr(library, "AT_ONCE", 8)
    assert keep_up() == 3
    assert there() == wanted()


def test_while_one_worker_is_at_it_another_leaves_it_alone(pact):
    with library._alone() as first:
        assert first
        assert not library.bring_in_step()
        assert not library.place().exists()
    keep_up()
    assert there() == wanted()
