"""Is `expected` calibrated? Of texts that owe each other nothing, a share of t should have a match expected t times.

Background and curve are made from half of the countries, and checked between speeches of the other half, different in
country and year. The background that ships holds all speeches; it is checked between speeches of all countries.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from benchmarks.figures import Figure, Result, bootstrap
from benchmarks.meetings import KINDS, Debate, Meeting, part, speeches
from hanse.tracing.background import Background
from hanse.tracing.chance import Chance, places, shipped

LEVELS = (1.0, 0.1, 0.01)
SHOWN = (1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
"""Levels of the plot."""
MAIN = "sentence in speech"
CHECKED = dict(zip(KINDS, (10_000, 10_000, 12_000, 3_000, 4_000, 5_000, 1_500, 300), strict=True))
"""Meetings of each kind that are checked."""
FITTED = dict(zip(KINDS, (6_000, 6_000, 8_000, 0, 4_000, 5_000, 0, 0), strict=True))
"""Meetings of each kind from which the curve is made."""
KNOTS = (5.0, 7.0, 8.0, 9.0, 10.0, 11.0, 13.0, 15.0, 18.0, 22.0, 33.0)
"""Nats at which it is measured."""
TAIL = 0.15
"""Fall of its logarithm per nat beyond, and where too few were seen."""
FEW = 5

Curve = tuple[tuple[float, float], ...]


def run() -> Result:
    held = speeches()
    fitting = Debate(each for each in speeches(train=True) if part(each.country, 2) == 0)
    measured = Chance(fitting.background(), curve(fitting))
    checking = Debate(each for each in held if part(each.country, 2) == 1)
    fresh = {kind: list(checking.meetings(kind, count, 1)) for kind, count in CHECKED.items()}
    everything = Debate(held)
    known = {kind: list(everything.meetings(kind, count // 3, 2)) for kind, count in CHECKED.items()}
    of_fresh = {kind: values(meetings, measured) for kind, meetings in fresh.items()}
    of_known = {kind: values(meetings, shipped()) for kind, meetings in known.items()}
    return Result(
        "chance, calibrated",
        (
            *(_figure(level, fresh[MAIN], of_fresh[MAIN], MAIN) for level in LEVELS),
            *(_pooled(level, fresh, of_fresh, "all sizes") for level in LEVELS),
            *(_pooled(level, known, of_known, "all sizes, as shipped, its own speeches") for level in LEVELS),
        ),
        rows=sum(CHECKED.values()),
        notes=(
            "factor by which observed matches differ from the expected, up or down; background and curve from half of "
            "the countries, checked on the other half",
        ),
        details={
            "observed / expected, other half": {kind: ratios(found) for kind, found in of_fresh.items()},
            "observed / expected, as shipped": {kind: ratios(found) for kind, found in of_known.items()},
            "observed per text, by expected": {
                kind: [[level, float(np.mean(found <= level))] for level in SHOWN] for kind, found in of_fresh.items()
            },
            "curve": measured.curve,
        },
    )


def values(meetings: Sequence[Meeting], chance: Chance) -> np.ndarray:
    """The expected number of each match."""
    return np.array([each.expected(chance) for each in meetings])


def ratio(found: np.ndarray, level: float) -> float:
    """Observed matches at an expected number of ``level`` or less, divided by what that number says."""
    return float(np.mean(found <= level) / level)


def ratios(found: np.ndarray) -> dict[str, float]:
    return {f"{level:g}": round(ratio(found, level), 2) for level in LEVELS}


def off(found: np.ndarray, level: float) -> float:
    """The factor by which they differ, 1 or more."""
    once = max(ratio(found, level), 1e-9)
    return max(once, 1 / once)


def _figure(level: float, meetings: Sequence[Meeting], found: np.ndarray, where: str) -> Figure:
    low, high = bootstrap(
        lambda k: ratio(found[k], level), len(found), rounds=300, groups=[each.country for each in meetings]
    )
    return Figure(
        f"off by a factor, expected {level:g}, {where}",
        off(found, level),
        goal=2.0,
        better="lower",
        interval=(round(max(low, 1 / high, 1.0), 3) if low > 1 or high < 1 else 1.0, round(max(high, 1 / low), 3))
        if low > 0
        else None,
        peer=f"observed / expected {ratio(found, level):.2f} ({low:.2f} to {high:.2f})",
    )


def _pooled(level: float, meetings: dict[str, list[Meeting]], found: dict[str, np.ndarray], where: str) -> Figure:
    """All kinds in one."""
    flat = [each for kind in KINDS for each in meetings[kind]]
    return _figure(level, flat, np.concatenate([found[kind] for kind in KINDS]), where)


def curve(debate: Debate, seed: int = 0) -> Curve:
    """The curve of some speeches: the geometric mean of the one between speeches that the background knows and the one
    between speeches that it does not know, since a user's texts may be either."""
    past = debate.background(lambda each: part(each.country, 3, 1) > 0)
    both = []
    for inside in (True, False):
        meetings = [
            each
            for kind, count in FITTED.items()
            for each in debate.meetings(kind, count, seed, lambda s, i=inside: (part(s.country, 3, 1) > 0) == i)
        ]
        both.append(rates(meetings, past))
    return joined(both)


def joined(measured: Sequence[np.ndarray]) -> Curve:
    """The curve of the mean of some `rates`, and where it leads beyond them."""
    mean = np.mean(measured, axis=0)
    knots = (0.0, *KNOTS, KNOTS[-1] + 30)
    return tuple(zip(knots, np.exp([*mean, mean[-1] - TAIL * 30]).tolist(), strict=True))


def rates(meetings: Sequence[Meeting], past: Background) -> np.ndarray:
    """Logarithm of the stretches per pair of places, at 0 (any match at all) and at every knot."""
    chance = Chance(past)
    strengths = np.array([-1.0 if each.found is None or not len(each.found.mine) else chance.strongest(each.found)
                          for each in meetings])  # fmt: skip
    pairs = np.array([places(len(each.ask.tokens)) * each.words for each in meetings])
    found: list[float] = []
    for knot in (0.0, *KNOTS):
        seen = strengths >= knot
        short = found[-1] - TAIL * (knot - (KNOTS[KNOTS.index(knot) - 1] if knot > KNOTS[0] else 0.0)) if found else 0.0
        found.append(_likeliest(pairs, int(seen.sum())) if seen.sum() >= FEW else short)
    return np.array(found)


def _likeliest(pairs: np.ndarray, seen: int) -> float:
    """The logarithm of the rate at which so many meetings would have one match or more."""
    low, high = -40.0, 0.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if -np.expm1(-pairs * np.exp(middle)).sum() < seen else (low, middle)
    return low
