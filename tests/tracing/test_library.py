"""Where do the words of a new draft stand already?"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import hanse
from hanse.errors import HanseError
from hanse.text.document import Document, Passage
from hanse.tracing.reuse.library import FORMAT, Library
from hanse.tracing.reuse.match import Match
from tests.strategies import sentences

ASK = "Mayors shall have a seat at the table wherever ferry permits for the lantern harbour are negotiated"
OTHER = "Every winter the council opens a shelter for children and workers without visas near the orchard bridge"


def document(id: str, *texts: str) -> Document:
    return Document(id, tuple(Passage(f"p{k}", text) for k, text in enumerate(texts, 1)), language="en")


def unplaced(matches: tuple[Match, ...]) -> list[Match]:
    return [replace(each, places=(0, 0)) for each in matches]


@pytest.fixture
def library(tmp_path: Path):
    with Library(tmp_path / "city.library") as kept:
        yield kept


def test_a_library_remembers_and_forgets(library: Library):
    library.add([document("one", ASK), document("two", OTHER)])
    assert [each.target for each in library.query(f"We say: {ASK}.")] == ["one"]
    library.remove("one")
    assert library.query(ASK) == ()
    assert [each.id for each in library.documents()] == ["two"]
    library.replace(document("two", ASK))
    assert [each.coverage for each in library.query(ASK)] == [1.0]
    assert library.query(OTHER) == ()
    assert len(library) == 1


def test_nothing_of_a_removed_document_stays(library: Library, tmp_path: Path):
    library.add(document("one", ASK, OTHER))
    library.remove("one")
    with sqlite3.connect(tmp_path / "city.library") as database:
        for table in ("documents", "passages", "fingerprints"):
            assert database.execute(f"select count(*) from {table}").fetchone() == (0,)


@given(st.lists(sentences(1, 30), min_size=1, max_size=40), st.lists(sentences(1, 30), min_size=1, max_size=3))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_answer_is_that_of_a_fresh_comparison(tmp_path: Path, texts: list[str], asked: list[str]):
    kept = [document(f"d{number}", text, ASK) for number, text in enumerate(texts)]
    draft = document("draft", *asked, ASK)
    path = tmp_path / f"{time.monotonic_ns()}.library"
    with Library(path) as library:
        library.add([*kept, document("gone", *asked)])
        library.remove("gone")
        answer = library.query(draft)
    fresh = hanse.reuse(draft, kept)
    assert unplaced(answer) == unplaced(fresh)
    assert answer.notes == fresh.notes


def test_what_is_not_allowed_leaves_no_trace(library: Library):
    secret = [document(f"secret{number}", ASK) for number in range(60)]
    library.add([document("open", ASK), *secret])
    answer = library.query(ASK, allowed={"open", "unheard of"})
    assert unplaced(answer) == unplaced(hanse.reuse(document("draft", ASK), document("open", ASK)))
    assert answer.notes == ()


def test_an_id_that_is_there_is_not_added_again_and_nothing_else_is_either(library: Library):
    library.add(document("one", ASK))
    with pytest.raises(HanseError, match="there is a document “one” already; replace it"):
        library.add([document("two", OTHER), document("one", OTHER)])
    assert [each.id for each in library.documents()] == ["one"]
    with pytest.raises(HanseError, match="there is no document “three”"):
        library.remove("one", "three")
    assert len(library) == 1


def test_of_two_documents_of_one_id_the_later_one_stays(library: Library):
    assert library.replace([document("one", ASK), document("two", ASK), document("one", OTHER)]) == 3
    assert [each.target for each in library.query(ASK)] == ["two"]
    assert [each.target for each in library.query(OTHER)] == ["one"]
    library.add(document("three", ASK))
    assert [each.target for each in library.query(ASK)] == ["two", "three"]


def test_a_library_that_is_closed_or_another_threads_is_not_called_damaged(library: Library):
    with ThreadPoolExecutor(1) as elsewhere, pytest.raises(HanseError, match="another thread"):
        elsewhere.submit(library.query, ASK).result()
    library.close()
    with pytest.raises(HanseError, match="is closed"):
        len(library)


def test_half_a_character_is_refused_in_a_sentence_and_nothing_stays_of_it(library: Library):
    with pytest.raises(HanseError, match="half a character"):
        library.add([document("one", OTHER), document("two", f"{ASK}\ud800")])
    assert len(library) == 0


def test_readers_see_the_last_finished_state_while_one_writes(library: Library, tmp_path: Path):
    library.add(document("one", ASK))
    seen = []

    def arriving():
        yield document("two", ASK)
        with Library(tmp_path / "city.library") as reader:
            seen.append([each.target for each in reader.query(ASK)])

    library.add(arriving())
    assert seen == [["one"]]
    assert [each.target for each in library.query(ASK)] == ["one", "two"]


_ADD_AND_HANG = """
import sys, time
from hanse.text.document import Document
from hanse.tracing.reuse.library import Library
def arriving():
    yield from (Document.of(f"A late passage number {number}.", f"late{number}") for number in range(6000))
    print("ready", flush=True)
    time.sleep(60)
Library(sys.argv[1]).add(arriving())
"""


def test_a_writer_that_is_killed_leaves_the_library_as_it_was(library: Library, tmp_path: Path):
    library.add(document("one", ASK))
    words = [sys.executable, "-c", _ADD_AND_HANG, str(tmp_path / "city.library")]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        writer.kill()
    with Library(tmp_path / "city.library") as found:
        assert [each.id for each in found.documents()] == ["one"]
        assert found.query("A late passage number 7.") == ()
        assert found.add(document("two", OTHER)) == 1


def test_files_that_are_no_library_are_refused_in_a_sentence(tmp_path: Path):
    damaged, foreign, newer = tmp_path / "damaged", tmp_path / "foreign", tmp_path / "newer"
    damaged.write_bytes(b"no database at all, but long enough to be looked at" * 20)
    with sqlite3.connect(foreign) as database:
        database.execute("create table things (thing)")
    Library(newer).close()
    with sqlite3.connect(newer) as database:
        database.execute(f"pragma user_version = {FORMAT + 1}")
    for path, said in (
        (damaged, "the file is damaged or no library; make it again from the documents."),
        (foreign, "the file is a database but no library; give another file."),
        (newer, "the library was made by a newer version of Hanse; update Hanse."),
        (tmp_path / "missing" / "x", "the library cannot be opened or written; check the folder and its rights."),
    ):
        with pytest.raises(HanseError) as error:
            Library(path)
        assert error.value.sentence == f"{path}: {said}"
    with pytest.raises(HanseError, match="there is no such library"):
        Library(tmp_path / "none", create=False)


def test_a_truncated_library_is_refused_in_a_sentence(library: Library, tmp_path: Path):
    library.add(document(f"d{number}", f"{OTHER} {number}") for number in range(200))
    library.close()
    path = tmp_path / "city.library"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    with pytest.raises(HanseError, match="damaged"), Library(path) as found:
        found.query(OTHER)
