"""Which passages have these words? An index of our own tokens, in SQLite's FTS5 or PostgreSQL's text search.

Neither database's tokeniser knows Chinese words, bare Arabic or Russian inflections; ours does. Both are handed keys
that are words already, and find them by equality and by neighbourhood. A word has three keys, so that neither accents
nor a stemmer's whims (Spanish: ciudades gives ciudad, ciudad gives ciud) keep it from being found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL

from hanse.text.tokens import stemmer, tokens

_UNSAFE = re.compile(r"[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]")
"""ASCII that is no letter or digit: FTS5's plain tokeniser would split there."""

_LONGEST = 2046
"""Bytes of a key in a tsvector, at most."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order, each key apart; three sequences of one length."""

    stems: tuple[str, ...]
    """Of the words as written."""
    plain: tuple[str, ...]
    """Stems of the words without accents."""
    forms: tuple[str, ...]
    """The words without accents, unstemmed."""

    @classmethod
    def of(cls, text: str, language: str) -> Words:
        found = tokens(text, language)
        stem = stemmer(language.split("-")[0])
        forms = tuple(each.form for each in found)
        return cls(tuple(each.key for each in found), tuple(map(stem, forms)), forms)

    def __len__(self) -> int:
        return len(self.forms)

    @property
    def ways(self) -> tuple[tuple[str, ...], ...]:
        """The sequences, without repetitions."""
        return tuple(dict.fromkeys((self.stems, self.plain, self.forms)))

    def have(self, phrase: Words, place: int) -> bool:
        """Whether a phrase stands here from a word on."""
        return place + len(phrase) <= len(self) and all(
            {self.stems[place + word], self.plain[place + word], self.forms[place + word]}
            & {phrase.stems[word], phrase.plain[word], phrase.forms[word]}
            for word in range(len(phrase))
        )


BETWEEN = "_"
"""Keeps the end of one sequence from being the neighbour of the beginning of the next."""


def create(editor: Any) -> None:
    """Make the table; for the migration."""
    if editor.connection.vendor == "postgresql":
        editor.execute("CREATE TABLE documents_words (passage bigint PRIMARY KEY, words tsvector NOT NULL)")
        editor.execute("CREATE INDEX documents_words_gin ON documents_words USING gin (words)")
    else:
        editor.execute("CREATE VIRTUAL TABLE documents_words USING fts5(words, tokenize=\"ascii tokenchars '_'\")")


def drop(editor: Any) -> None:
    editor.execute("DROP TABLE documents_words")


def add(rows: Iterable[tuple[int, Words]]) -> None:
    """Index passages: primary key and words."""
    if connection.vendor == "postgresql":
        statement = "INSERT INTO documents_words (passage, words) VALUES (%s, %s::tsvector)"
        values = [(passage, _vector(_sequence(words))) for passage, words in rows]
    else:
        statement = "INSERT INTO documents_words (rowid, words) VALUES (%s, %s)"
        values = [(passage, _line(_sequence(words))) for passage, words in rows]
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)


def _sequence(words: Words) -> list[str]:
    return [key for way in words.ways for key in (*way, BETWEEN)]


def forget(document: Any) -> None:
    """Take a document's passages out of the index."""
    column = "passage" if connection.vendor == "postgresql" else "rowid"
    passages = "SELECT id FROM documents_passage WHERE document_id = %s"
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM documents_words WHERE {column} IN ({passages})", [document.pk])


def having(phrases: Sequence[Words]) -> RawSQL:
    """The primary keys of the passages that have every phrase, words side by side, for ``pk__in``."""
    if connection.vendor == "postgresql":
        parts = [" | ".join(f"({_neighbours(way)})" for way in phrase.ways) for phrase in phrases]
        query = " & ".join(f"({part})" for part in parts)
        return RawSQL("SELECT passage FROM documents_words WHERE words @@ %s::tsquery", [query])
    parts = [" OR ".join(f'"{_line(way)}"' for way in phrase.ways) for phrase in phrases]
    query = " AND ".join(f"({part})" for part in parts)
    return RawSQL("SELECT rowid FROM documents_words WHERE documents_words MATCH %s", [query])


def _line(keys: Sequence[str]) -> str:
    """Keys as words of FTS5's plain tokeniser."""
    return " ".join(_UNSAFE.sub(lambda match: f"_{ord(match.group()):02x}", key) for key in keys)


def _lexeme(key: str) -> str:
    """A key as PostgreSQL takes it; of the longest, which it refuses, the beginning finds the passage."""
    key = key.encode()[:_LONGEST].decode(errors="ignore")
    return "'" + key.replace("\x00", "").replace("\\", "\\\\").replace("'", "''") + "'"


def _neighbours(keys: Sequence[str]) -> str:
    return " <-> ".join(_lexeme(key) for key in keys)


def _vector(keys: Sequence[str]) -> str:
    """A tsvector as PostgreSQL writes it: each key with its places, of which it can count 16,383."""
    return " ".join(f"{_lexeme(key)}:{min(place, 16383)}" for place, key in enumerate(keys, 1))
