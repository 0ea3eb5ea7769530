"""Many people write at once, and a long import goes on: nobody is told that the database is locked."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

from hanse.text import document as text
from hanse.workspace.accounts.models import User
from hanse.workspace.documents.models import Document
from hanse.workspace.documents.shelf import shelve

WRITERS = 16
TURNS = 20


def together(*tasks):
    """Run all at once, each in a thread with a connection of its own; what they raised."""
    problems = []
    gate = threading.Barrier(len(tasks))

    def run(task):
        try:
            gate.wait()
            task()
        except Exception as error:
            problems.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return problems


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_sixteen_writers_at_once_all_get_their_turn(otto):
    documents = [Document.objects.create(title=f"{number}", owner=otto) for number in range(WRITERS)]

    def writer(number):
        def write():
            for turn in range(TURNS):
                with transaction.atomic():  # reads first, writes later: what SQLite refuses by default
                    mine = Document.objects.get(pk=documents[number].pk)
                    shared = User.objects.select_for_update().get(pk=otto.pk)
                    mine.title = f"{number}: {turn}"
                    mine.save()
                    shared.name = str(int(shared.name) + 1)
                    shared.save()

        return write

    User.objects.filter(pk=otto.pk).update(name="0")
    assert together(*(writer(number) for number in range(WRITERS))) == []
    otto.refresh_from_db()
    assert otto.name == str(WRITERS * TURNS)
    assert Document.history.count() == WRITERS * (TURNS + 1)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_pages_answer_while_documents_are_shelved(otto, visit):
    browser = visit(otto)
    assert browser.get("/documents/").status_code == 200, "the first page of a process loads what all need"
    over = threading.Event()
    answers = []

    def shelving():
        try:
            for number in range(25):
                passages = tuple(text.Passage(f"p{each}", f"Words of {number} and {each}.") for each in range(120))
                shelve(text.Document(id=str(number), content=passages, title=f"Document {number}", language="en"))
        finally:
            over.set()

    def looking():
        while not over.is_set():
            answers.append(browser.get("/documents/").status_code)

    assert together(shelving, looking) == []
    assert Document.objects.count() == 25
    assert len(answers) > 5
    assert set(answers) == {200}
