"""When does a claimed position count? The rule alone, over what people said; it knows no database.

A position counts once, however many claim it, when at least one person outside all its claimants confirmed it and
nobody's denial stands. What nobody outside confirmed is claimed; that on which people differ is disputed; what only the
machine says is proposed. These three are listed apart and never counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from hanse.tracing.board import AskKind, Outcome
from hanse.tracing.met import met

State = Literal["counted", "claimed", "disputed", "proposed"]
STATES: tuple[State, ...] = get_args(State)
Where = Literal["outside", "inside", "unknown"]
"""Where somebody who confirms stands: outside all claimants, with one of them, or nobody knows."""
Reason = Literal["", "unconfirmed", "inside", "unknown", "unclaimed", "denied", "disagree", "machine"]
"""Why it does not count."""


@dataclass(frozen=True, slots=True)
class Word:
    """What one person said: that it is so (True), or not (False), from where; a denial may be ``settled``."""

    so: bool
    where: Where
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a position and, where it does not count, why."""

    state: State
    reason: Reason = ""


def of_change(claimants: int, words: Iterable[Word]) -> Standing:
    """Of a change that so many claim, by what others say of it."""
    words = list(words)
    if any(not each.so and not each.settled for each in words):
        return Standing("disputed", "denied")
    if not claimants:
        return Standing("claimed", "unclaimed")
    return _confirmed([each for each in words if each.so])


def of_finding(verdicts: Iterable[tuple[str, Where]]) -> Standing:
    """Of a finding, by its reviewers: the outcome that each holds for true, and where each stands."""
    verdicts = list(verdicts)
    if not verdicts:
        return Standing("proposed", "machine")
    if len({outcome for outcome, _ in verdicts}) > 1:
        return Standing("disputed", "disagree")
    return _confirmed([Word(True, where) for _, where in verdicts])


def _confirmed(words: list[Word]) -> Standing:
    found = {each.where for each in words}
    if "outside" in found:
        return Standing("counted")
    reason: Reason = "unknown" if "unknown" in found else "inside" if found else "unconfirmed"
    return Standing("claimed", reason)


Left = Literal["not met", "already there", "agreed language", "never there", "retained"]
"""Why a finding is no position influenced, whoever confirms it."""


def left_out(kind: AskKind, outcome: Outcome, provenance: str) -> Left | None:
    """Why a finding is no position influenced; None where it is one.

    It is one where the ask was met, in part at least, by words that are new, or shared with others. Of asks to delete
    or to oppose, where the contested words had stood, and went or were weakened. What was asked to be retained and
    stands unchanged moved nothing.
    """
    if met(kind, outcome) not in ("yes", "in part"):
        return "not met"
    if kind in ("delete", "oppose"):
        return "never there" if outcome == "not reflected" else None
    if provenance == "agreed language":
        return "agreed language"
    if provenance == "already there":
        return "retained" if kind == "retain" else "already there"
    return None
