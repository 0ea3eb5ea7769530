"""Which passages of a library share enough with a draft's to be compared, and what do they share?

The same fingerprints, weights and alignment as in `hanse.tracing.reuse`, the join made by looking up the draft's
fingerprints one by one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np

from hanse.text.document import Document, Passage
from hanse.tracing.reuse.fingerprints import OF_WORDING, WHOLE, fingerprints
from hanse.tracing.reuse.match import Match, Matches
from hanse.tracing.reuse.notes import Apart
from hanse.tracing.reuse.pairs import BLOCK, Block
from hanse.tracing.reuse.weights import COMMON, ENOUGH, OF_A_COMMON_RUN, rarity
from hanse.tracing.reuse.words import Vocabulary

_HOLDERS = "select passage from fingerprints where fingerprint = ? order by passage limit ?"
_ALLOWED_HOLDERS = """
    select passage from fingerprints join passages on passages.number = passage
    where fingerprint = ? and document in (select number from temp.allowed) order by passage limit ?
"""


@dataclass
class Met:
    """The draft's passages and those of the library that they met, numbered in one order."""

    vocabulary: Vocabulary
    passages: dict[int, Passage] = field(default_factory=dict)
    document_of: dict[int, int] = field(default_factory=dict)
    documents: dict[int, Document] = field(default_factory=dict)


def found(database: sqlite3.Connection, draft: Document, allowed: Collection[str] | None) -> Matches:
    """The matches of a draft with the documents of a library, or with those whose ids are ``allowed``."""
    database.execute("begin")
    try:
        if allowed is not None:
            database.execute("create temp table allowed (number integer primary key)")
            database.executemany(
                "insert into temp.allowed select number from documents where id = ?", ((id,) for id in set(allowed))
            )
        return _found(database, draft, Vocabulary(), allowed is not None)
    finally:
        database.execute("rollback")


def _found(database: sqlite3.Connection, draft: Document, vocabulary: Vocabulary, limited: bool) -> Matches:
    passages = draft.passages
    prints, counts = fingerprints(vocabulary.scan([passage.text for passage in passages]), vocabulary)
    of_passage = np.repeat(np.arange(len(passages)), counts)
    order = np.argsort(prints, kind="stable")
    rows = zip(prints[order].tolist(), of_passage[order].tolist(), strict=True)
    weights: dict[tuple[int, int], list[int]] = {}
    common = 0
    for mark, group in groupby(rows, key=lambda row: row[0]):
        mine = [passage for _, passage in group]
        theirs = _holders(database, mark, COMMON + 1, limited)
        if not theirs:
            continue
        holders, kind = len(mine) + len(theirs), mark & 3
        if holders <= COMMON:
            worth, rare, met = ENOUGH if kind != OF_WORDING else rarity(holders), rarity(holders), theirs
        else:
            common += 1
            worth, rare, met = ENOUGH if kind == WHOLE else OF_A_COMMON_RUN, 1, theirs[:1]
            if kind == OF_WORDING:
                continue
        for a in mine:
            for b in met:
                known = weights.setdefault((a, b), [0, 0, 0])
                known[0], known[1], known[2] = known[0] + worth, known[1] + rare, known[2] + 1
    pairs = sorted((pair, known) for pair, known in weights.items() if known[0] >= ENOUGH)
    told = Apart(int((counts == 0).sum()), common)
    if not pairs:
        return Matches((), told)
    return Matches(_matches(database, draft, pairs, vocabulary, limited), told)


def _holders(database: sqlite3.Connection, mark: int, most: int, limited: bool) -> list[int]:
    rows = database.execute(_ALLOWED_HOLDERS if limited else _HOLDERS, (mark, most))
    return [row[0] for row in rows]


def _matches(
    database: sqlite3.Connection,
    draft: Document,
    pairs: list[tuple[tuple[int, int], list[int]]],
    vocabulary: Vocabulary,
    limited: bool,
) -> list[Match]:
    """The pairs aligned, those that hold in the order of the draft."""
    beyond = len(draft.passages)
    met = Met(vocabulary, dict(enumerate(draft.passages)), dict.fromkeys(range(beyond), 0), {0: draft})
    for number in sorted({b for (_, b), _ in pairs}):
        document, id, label, page, kind, text = database.execute(
            "select document, id, label, page, kind, text from passages where number = ?", (number,)
        ).fetchone()
        met.passages[beyond + number] = Passage(id, text, number=label, page=page, kind=kind)
        met.document_of[beyond + number] = document
        if document not in met.documents:
            id, title, date, actor, language, handling = database.execute(
                "select id, title, date, actor, language, handling from documents where number = ?", (document,)
            ).fetchone()
            met.documents[document] = Document(
                id, (), title=title, date=date, actor=actor, language=language, handling=handling
            )
    chosen = "where number in (select number from temp.allowed)" if limited else ""
    prose = database.execute(f"select coalesce(sum(words), 0) from documents {chosen}").fetchone()[0]
    columns = {
        "a": np.array([a for (a, _), _ in pairs], dtype=np.int64),
        "b": np.array([beyond + b for (_, b), _ in pairs], dtype=np.int64),
        "rarity": np.array([known[1] for _, known in pairs], dtype=np.int64),
        "prints": np.array([known[2] for _, known in pairs], dtype=np.int64),
    }
    found: list[Match] = []
    for start in range(0, len(pairs), BLOCK):
        block = {name: column[start : start + BLOCK] for name, column in columns.items()}
        found += Block(met, block).matches(int(prose))
    return found
