"""What became of one ask in every draft? The cells of a row of the board, each with its past."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from hanse.text.document import Document, Passage
from hanse.tracing.across.answering import answer
from hanse.tracing.across.meaning import Meaning
from hanse.tracing.asked import Asked
from hanse.tracing.board import Ask, Cell, Outcome, Source, Watch
from hanse.tracing.chance import expected, nothing
from hanse.tracing.contested import REMARK, instructs
from hanse.tracing.information import Coder
from hanse.tracing.judgement import Judgement
from hanse.tracing.met import met
from hanse.tracing.past import Echo, Past, novelty, provenance, sources
from hanse.tracing.place import Version
from hanse.tracing.watch import watch
from hanse.tracing.why import why

NEAR = 0.2
"""Share of the ask from which a passage that does not have it is named as the nearest."""
_HAS = frozenset({"reflected", "partly reflected", "weakened", "pending"})


@dataclass(frozen=True, eq=False)
class Table:
    """Everything coded, so that the board can be made row by row."""

    coder: Coder
    versions: tuple[Version, ...]
    past: Past
    asks: tuple[Ask, ...]
    known: Mapping[tuple[str, str], Cell]
    meaning: Meaning

    def row(self, ask: Ask) -> list[Cell]:
        """The cells of one ask, in the order of the versions."""
        answers = _Answers(self, Asked(ask.text, self.coder.code(ask.text), kind=ask.kind))
        cells: list[Cell] = []
        for k, version in enumerate(self.versions):
            before = [cells[i] for i in self.ancestors(k)]
            known = self.known.get((ask.id, version.document.id))
            cells.append(known or self._cell(ask, k, answers[k], answers, before))
        return cells

    def _cell(self, ask: Ask, k: int, answer: Judgement | None, answers: _Answers, before: list[Cell]) -> Cell:
        draft = self.versions[k].document
        if answer is None or answer.outcome == "not reflected":
            return self._absent(ask, k, answer, before)
        outcome: Outcome = answer.outcome
        reasons = answer.reasons
        if outcome == "reflected" and before and (fall := _fallen(answer, before[0])):
            outcome, reasons = "weakened", (fall,)
        echoes = self.past.echoes(answer.alignment, self.coder)
        there_before = self._there_before(ask, k, answers)
        agreed = tuple(source for source in sources(answer.alignment, echoes) if source.adopted)
        rivals = self._rivals(ask, answer, echoes)
        whose = provenance(there_before, agreed, rivals)
        named = {"already there": there_before, "agreed language": agreed, "shared": rivals, "new": ()}[whose]
        reinstated = bool(before) and before[0].outcome == "deleted"
        unknown = _unknown(ask, outcome, before)
        return Cell(
            ask=ask.id,
            draft=draft.id,
            outcome=outcome,
            met=met(ask.kind, outcome, unknown=unknown),
            provenance=whose,
            reinstated=reinstated,
            how=answer.how,
            coverage=round(answer.coverage, 4),
            novel=round(novelty(answer.alignment, self._earlier(ask, k, echoes, answer)), 4),
            expected=self._expected(ask, k, answer),
            ask_spans=answer.ask_spans,
            draft_spans=answer.spans,
            passage=answer.passage,
            ask_strength=answer.ask_strength,
            draft_strength=answer.strength,
            caveats=answer.caveats,
            origin=min((*there_before, *agreed, *rivals), key=_age, default=None),
            rivals=tuple(dict.fromkeys((*agreed, *rivals))),
            why=why(
                outcome, answer.passage, answer.how, reasons, provenance=whose,
                origin=named[0] if named else None, reinstated=reinstated,
                found_by=answer.found_by, remark=REMARK if unknown else "",
            ),
        )  # fmt: skip

    def _expected(self, ask: Ask, k: int, answer: Judgement | None) -> float:
        """Chance matches as strong as the answer, or as strong as none."""
        searched, prose = self.versions[k].shelf.size, self.past.shelf.size
        if answer is None:
            return nothing(len(self.coder.code(ask.text).tokens), searched, prose)
        return expected(answer.alignment, prose, searched) if answer.chance is None else answer.chance

    def _absent(self, ask: Ask, k: int, answer: Judgement | None, before: list[Cell]) -> Cell:
        draft = self.versions[k].document
        had = [cell for cell in before if cell.outcome in _HAS]
        outcome: Outcome = "deleted" if had else "not reflected"
        last = had[0] if had else None
        gone_from = None
        if last and last.passage:
            where = next(v.document for v in self.versions if v.document.id == last.draft)
            gone_from = (where.title or where.id, last.passage)
        unknown = _unknown(ask, outcome, before)
        nearest = answer if answer and (answer.coverage >= NEAR or answer.near) else None
        return Cell(
            ask=ask.id,
            draft=draft.id,
            outcome=outcome,
            met=met(ask.kind, outcome, unknown=unknown),
            coverage=round(answer.coverage, 4) if answer else 0.0,
            expected=self._expected(ask, k, answer),
            nearest=nearest.passage if nearest else None,
            why=why(
                outcome,
                nearest.passage if nearest else None,
                None,
                (),
                gone_from=gone_from,
                found_by=answer.found_by if answer else "",
                remark=REMARK if unknown else "",
            ),
        )

    def ancestors(self, k: int) -> list[int]:
        """The versions that version ``k`` revises, nearest first: its parents, or else the one before it.

        A parent that is dated later than its child cannot be one, and counts as not said.
        """
        places = {version.document.id: place for place, version in enumerate(self.versions)}
        chain: list[int] = []
        while k > 0:
            parent = places.get(self.versions[k].document.parent or "", k)
            k = parent if parent < k else k - 1
            chain.append(k)
        return chain

    def watched(self, k: int) -> tuple[Watch, ...]:
        """The watch rows of version ``k``."""
        before = self.ancestors(k)
        return watch(self.versions[k], self.versions[before[0]]) if before else ()

    def _there_before(self, ask: Ask, k: int, answers: _Answers) -> tuple[Source, ...]:
        """This or earlier versions that had it before it was asked."""
        found = []
        for i in (k, *self.ancestors(k)):
            document = self.versions[i].document
            if _before(document.date, ask.date) and (answer := answers[i]) and answer.outcome != "not reflected":
                found.append(_source(document, answer))
        return tuple(sorted(found, key=_age))

    def _rivals(self, ask: Ask, answer: Judgement, echoes: tuple[Echo, ...]) -> tuple[Source, ...]:
        """Other actors' texts and asks that had it before this ask, or at the same time."""
        texts = [source for source in sources(answer.alignment, echoes) if not source.adopted]
        asked = sources(answer.alignment, self.peers.echoes(answer.alignment, self.coder))
        before = [source for source in asked if source.actor and (source.date or not ask.date)]
        return tuple(
            sorted(
                (
                    source
                    for source in (*texts, *before)
                    if not (source.actor and source.actor == ask.actor)
                    and not (ask.date and source.date and source.date > ask.date)
                ),
                key=_age,
            )
        )

    @cached_property
    def peers(self) -> Past:
        """The asks themselves, as texts of their actors: what one city asks, another may have asked before."""
        return Past.of(
            Version.of(
                Document(
                    id=f"ask {ask.id}", title=f"ask {ask.id}", date=ask.date, actor=ask.actor,
                    content=(Passage.of(ask.text),),
                ),
                self.coder,
            )
            for ask in self.asks
        )  # fmt: skip

    def _earlier(self, ask: Ask, k: int, echoes: tuple[Echo, ...], answer: Judgement) -> tuple[Echo, ...]:
        """The record, and versions older than the ask."""
        older = tuple(
            echo
            for i in (k, *self.ancestors(k))
            if _before(self.versions[i].document.date, ask.date)
            for echo in Past.of([self.versions[i]]).echoes(answer.alignment, self.coder)
        )
        return echoes + older


class _Answers:
    """What each version answers to one ask, found when it is first wanted."""

    def __init__(self, table: Table, asked: Asked) -> None:
        self.table, self.asked = table, asked
        self.found: dict[int, Judgement | None] = {}

    def __getitem__(self, k: int) -> Judgement | None:
        if k not in self.found:
            table = self.table
            self.found[k] = answer(self.asked, table.versions[k], table.coder, table.meaning)
        return self.found[k]


def _fallen(answer: Judgement, before: Cell) -> str:
    """Why a passage that has the ask is weaker than in the version before, as a clause; empty where it is not."""
    if before.outcome not in ("reflected", "weakened") or before.draft_strength is None or answer.strength is None:
        return ""
    if answer.strength >= before.draft_strength:
        return ""
    return f"its force fell from {before.draft_strength} to {answer.strength} of 5 since the version before"


def _unknown(ask: Ask, outcome: Outcome, before: list[Cell]) -> bool:
    """Whether an ask to delete only says so, and nothing shows which words it contests: had this version or an earlier
    one its words whole, they were the text's own after all."""
    return instructs(ask) and "reflected" not in (outcome, *(cell.outcome for cell in before))


def _before(date: str | None, other: str | None) -> bool:
    return bool(date and other and date < other)


def _age(source: Source) -> tuple[str, str]:
    return (source.date or "", source.document)


def _source(document: Document, answer: Judgement) -> Source:
    return Source(
        document=document.id, title=document.title, date=document.date, passage=answer.passage,
        symbol=document.symbol, actor=document.actor, adopted=document.adopted, coverage=answer.coverage,
    )  # fmt: skip
