"""How is a board made? Everything is coded once, then row by row, each ask through all drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from hanse.errors import HanseError
from hanse.text.document import Document, Passage
from hanse.text.given import wording
from hanse.text.reading import unused
from hanse.tracing.across.meaning import Meaning
from hanse.tracing.across.semantic import Vectors
from hanse.tracing.asks import find
from hanse.tracing.board import Ask, Board, Cell
from hanse.tracing.contested import instructions
from hanse.tracing.earlier import earlier, wordless
from hanse.tracing.given import passage_document, several
from hanse.tracing.information import Coder
from hanse.tracing.past import Past
from hanse.tracing.place import Version
from hanse.tracing.row import Table

Progress = Callable[[float, str], None]
Named = TypeVar("Named", Ask, Document)


class Cancelled(HanseError):
    """Somebody asked the trace to stop."""


def board(
    asks: Sequence[Ask | str | Passage | Document],
    drafts: Sequence[Document | Passage | str] = (),
    record: Iterable[Document | Passage | str] = (),
    *,
    title: str = "",
    forum: str = "",
    statements: Sequence[Document] = (),
    warnings: Sequence[str] = (),
    known: Mapping[tuple[str, str], Cell] | None = None,
    semantic: bool | Vectors | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Board:
    """The board of texts at hand. See `hanse.tracing.trace.trace` for what goes in and comes out."""
    coder = Coder()
    wanted = with_own_ids(_asks(asks))
    versions = _ordered([passage_document(each, f"draft-{k}") for k, each in enumerate(several(drafts), 1)])
    past = [passage_document(each, f"record-{k}") for k, each in enumerate(several(record), 1)]
    past, set_aside = earlier(past, versions)
    record_texts = with_own_ids(past, {each.id for each in versions})
    table = Table(
        coder,
        tuple(Version.of(each, coder) for each in versions),
        Past.of(Version.of(each, coder) for each in record_texts),
        tuple(wanted),
        known or {},
        Meaning.wanted(semantic),
    )
    cells: list[Cell] = []
    for k, ask in enumerate(wanted):
        if cancelled and cancelled():
            raise Cancelled("the trace was cancelled", do="run it again when you like")
        if progress:
            progress(k / len(wanted), f"ask {k + 1} of {len(wanted)}")
        cells += table.row(ask)
    rows = [row for k in range(len(versions)) for row in table.watched(k)]
    if progress:
        progress(1.0, "done")
    return Board(
        tuple(wanted), tuple(versions), tuple(cells), tuple(rows), title, forum,
        (*warnings, *set_aside, *wordless(wanted), *instructions(wanted)), tuple(record_texts), tuple(statements),
    )  # fmt: skip


def _ordered(documents: list[Document]) -> list[Document]:
    """By date; undated ones keep their place after the dated. Ids are made unique."""
    return with_own_ids(sorted(documents, key=lambda each: (each.date is None, each.date or "")))


def with_own_ids(given: Iterable[Named], others: Iterable[str] = ()) -> list[Named]:
    """The same with every id its own: files of one name are two texts, and each must be told from the other."""
    taken = set(others)
    named = []
    for each in given:
        id = unused(each.id, taken)
        taken.add(id)
        named.append(each if id == each.id else replace(each, id=id))
    return named


def _asks(given: Sequence[Ask | str | Passage | Document]) -> list[Ask]:
    asks: list[Ask] = []
    for k, each in enumerate(several(given), 1):
        if isinstance(each, Ask):
            asks.append(each)
        elif isinstance(each, Document):
            asks += find(each)
        else:
            asks.append(Ask(id=f"ask-{k}", text=wording(each)))
    return asks
