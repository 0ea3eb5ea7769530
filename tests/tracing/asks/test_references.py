"""An ask that names a paragraph by its number contests the words that stand there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hanse.text.document import Document, Passage
from hanse.tracing.asks import with_contested_words
from hanse.tracing.board import Ask, AskKind

FIRST = Document(
    "first", (Passage("p1", "Ferries run.", "OP3"), Passage("p2", "Ports open.", "Article 4")), date="2030-02-01"
)
SECOND = Document("second", (Passage("p1", "Ferries may run.", "OP3"),), date="2030-03-01")


@pytest.mark.parametrize(
    ("text", "kind", "date", "words"),
    [
        ("paragraph 3", "delete", "2030-02-15", "Ferries run."),
        ("operative paragraph 3", "retain", None, "Ferries run."),
        ("OP3", "oppose", "2030-04-01", "Ferries may run."),
        ("Article 4", "delete", "2030-02-15", "Ports open."),
        ("le paragraphe 3", "delete", "2029-01-01", "Ferries run."),
        ("paragraph 9", "delete", "2030-02-15", "paragraph 9"),
        ("paragraph 3", "add", "2030-02-15", "paragraph 3"),
        ("the ferries of paragraph 3", "delete", "2030-02-15", "the ferries of paragraph 3"),
    ],
)
def test_a_number_alone_stands_for_the_words_of_the_draft_at_hand(
    text: str, kind: AskKind, date: str | None, words: str
) -> None:
    (ask,) = with_contested_words([Ask("a", text, kind=kind, date=date)], [FIRST, SECOND])
    assert ask.text == words


def test_without_drafts_nothing_changes() -> None:
    ask = Ask("a", "paragraph 3", kind="delete")
    assert with_contested_words([ask], []) == (ask,)


def test_no_ask_takes_words_from_a_draft_that_is_more_protected_than_itself() -> None:
    leaked = replace(SECOND, handling="restricted")
    ask = Ask("a", "OP3", kind="delete", date="2030-04-01")
    assert with_contested_words([ask], [FIRST, leaked])[0].text == "Ferries run."
    assert with_contested_words([ask], [leaked]) == (ask,)
    (office,) = with_contested_words([replace(ask, handling="restricted")], [FIRST, leaked])
    assert office.text == "Ferries may run."
