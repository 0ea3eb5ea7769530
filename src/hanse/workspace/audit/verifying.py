"""Does the log stand as it was written? Row by row, from the first to the last."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import Error

from hanse.errors import HanseError
from hanse.workspace.audit.anchors import Anchor, kept
from hanse.workspace.audit.chain import COLUMNS, START, hashed
from hanse.workspace.audit.models import Entry, Head
from hanse.workspace.audit.pending import settle

AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of it: how many rows were read, where the log ends, and the first row that does not stand.

    ``broken`` is that row's number, None where the log is whole; ``sentence`` says so in words. ``anchors`` is the
    number of notes on earlier ends that were compared.
    """

    entries: int
    number: int
    hash: str
    anchors: int
    broken: int | None
    sentence: str

    @property
    def whole(self) -> bool:
        return self.broken is None


def verify(anchors: Iterable[Anchor] = (), progress: Callable[[int], None] = lambda read: None) -> Verdict:
    """Read the whole log; stops at the first row that was changed, removed or moved.

    ``anchors`` say where the log ended earlier, beside those that the workspace keeps: only they tell of a log that was
    cut off at its end, or written anew from some row on. Raises HanseError where the database cannot be read.
    """
    try:
        return _read(anchors, progress)
    except Error as error:
        raise HanseError(
            f"the log cannot be read ({' '.join(str(error).split())[:200]})",
            where="the workspace's database",
            do="start the workspace once with this version, or look whether its database answers",
        ) from error


def _read(anchors: Iterable[Anchor], progress: Callable[[int], None]) -> Verdict:
    settle()
    head = Head.objects.filter(pk=1).first()
    known = [*kept(), *anchors]
    expected = _expected(head, known)
    number, previous = 0, START
    rows = Entry.objects.order_by("number").values_list(*COLUMNS, "hash").iterator(chunk_size=AT_ONCE)

    def verdict(broken: int | None, sentence: str) -> Verdict:
        return Verdict(number, number, previous, len(known), broken, sentence)

    for *row, own in rows:
        if row[0] != number + 1:
            return verdict(number + 1, _gone(number + 1, row[0] - 1))
        if hashed(row) != own:
            return verdict(row[0], f"Row {row[0]} was changed: it does not have the hash that was written with it.")
        if row[-1] != previous:
            return verdict(row[0], f"Row {row[0]} does not follow row {number}: one of them was written anew.")
        number, previous = row[0], own
        if any(said != own for said in expected.pop(number, ())):
            sentence = f"Row {number} is not the one that was noted when the log ended there: it was written anew."
            return verdict(number, sentence)
        if number % AT_ONCE == 0:
            progress(number)
    if expected:
        return verdict(number + 1, f"{_gone(number + 1, max(expected))} The log was cut off at its end.")
    return verdict(None, f"The log is whole: {_rows(number)}.")


def _expected(head: Head | None, anchors: list[Anchor]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for each in anchors:
        found.setdefault(each.number, set()).add(each.hash)
    if head is not None:
        found.setdefault(head.number, set()).add(head.hash)
    found.pop(0, None)
    return found


def _gone(first: int, last: int) -> str:
    return f"Row {first} is missing." if first >= last else f"Rows {first} to {last} are missing."


def _rows(number: int) -> str:
    return "1 row" if number == 1 else f"{number:,} rows"
