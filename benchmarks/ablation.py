"""What is each signal of the engine worth? Every one is taken away in turn, and three tasks measured anew.

A signal is taken away here, by putting something simpler in its place; the engine has no switches for it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import Any
from unittest.mock import patch

import numpy as np

import hanse
from benchmarks import couching, lid, lobbyplag
from benchmarks.data import rows
from benchmarks.figures import Figure, Result
from hanse.tracing import change, information
from hanse.wording import conditioned, diluted, inserted, listed, lowered, nominal, shift, shrunk, turned

LOBBYPLAG, LID, COUCHING = "lobbyplag", "lid", "couching_en"


@dataclass(frozen=True)
class Ablation:
    """A signal, what stands in its place (by dotted name), and the tasks that it can matter to."""

    signal: str
    instead: dict[str, Any]
    tasks: tuple[str, ...] = (LOBBYPLAG, LID, COUCHING)


def run() -> Result:
    whole = measured((LOBBYPLAG, LID, COUCHING))
    table = [{"signal": "nothing", **whole}]
    for each in ABLATIONS:
        with without(each.instead):
            table.append({"signal": each.signal, **whole, **measured(each.tasks)})
    return Result(
        "Ablation",
        (
            Figure("LobbyPlag pairs, ROC AUC, nothing taken away", whole[LOBBYPLAG]),
            Figure("LID alignments, ROC AUC, nothing taken away", whole[LID]),
            Figure("couching in English, macro-F1, nothing taken away", whole[COUCHING]),
        ),
        details={"table": table},
        tables=(markdown(table, whole),),
    )


def measured(tasks: tuple[str, ...]) -> dict[str, float]:
    """The figure of each task."""
    return {task: round(_TASKS[task](), 4) for task in tasks}


@contextmanager
def without(instead: dict[str, Any]) -> Iterator[None]:
    """While this lasts, every dotted name stands for what is given instead."""
    with ExitStack() as stack:
        for name, value in instead.items():
            stack.enter_context(patch(name, value))
        yield


def markdown(table: list[dict[str, Any]], whole: dict[str, float]) -> str:
    """The table, a row for each signal; figures that a signal does not touch are left out."""
    lines = [
        "What each signal is worth: ROC AUC on LobbyPlag pairs and LID alignments, macro-F1 on the English couching "
        "sets, with that signal taken away.",
        "",
        "| without | LobbyPlag | LID | couching, en |",
        "| --- | ---: | ---: | ---: |",
    ]
    for row in table:
        first = row["signal"] == "nothing"
        told = [f"{row[task]:.3f}" if first or row[task] != whole[task] else "·" for task in whole]
        lines.append(f"| {row['signal']} | {' | '.join(told)} |")
    return "\n".join(lines)


def _lobbyplag() -> float:
    pairs = rows("lobbyplag", "gold_pairs*.jsonl")
    scores = np.array([each.score for each in lobbyplag.taken_up(pairs)])
    return lobbyplag.auc(lobbyplag.labels(pairs), scores)


def _lid() -> float:
    pairs = rows("lid", "alignments*.jsonl")
    found = [hanse.uptake(lid.words(pair["left"]), lid.words(pair["right"])).substantive for pair in pairs]
    return lobbyplag.auc(np.array([pair["label"] == 1 for pair in pairs]), np.array(found))


def _couching() -> float:
    files = couching.files("en")
    pairs = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line]
    gold = np.array([pair["outcome"] for pair in pairs])
    return couching.macro_f1(gold, np.array([couching.outcome(pair) for pair in pairs]))


_TASKS: dict[str, Callable[[], float]] = {LOBBYPLAG: _lobbyplag, LID: _lid, COUCHING: _couching}


def _all_alike(forms: list[str], language: str) -> information.Floats:
    return np.ones(len(forms), dtype=np.float32)


def _content_alike(forms: list[str], language: str) -> information.Floats:
    silent = _WEIGHTS(forms, language) <= information.SILENT
    return np.where(silent, information.SILENT, 1).astype(np.float32)


def _of_forms(text: str, language: str = "") -> tuple[Any, ...]:
    return tuple(replace(token, key=token.form) for token in _TOKENS(text, language))


def _one_way(kept: str) -> Callable[..., change.Change]:
    """Changes of which only those ``put_in``, or those ``struck``, are seen."""
    nothing: dict[str, Any] = {"put_in": {}, "struck": ()}
    del nothing[kept]
    return lambda earlier, text: replace(_CHANGE(earlier, text), **nothing)


def _by_length(earlier: information.Coded, text: information.Coded) -> change.Change:
    found = _CHANGE(earlier, text)
    struck = tuple((span, float(earlier.weights[slice(*span)].sum())) for span, _ in found.struck)
    return replace(found, struck=struck)


def _without(*readers: Any) -> tuple[Any, ...]:
    return tuple(reader for reader in shift._READERS if reader not in readers)


_TOKENS, _WEIGHTS, _CHANGE = information.tokens, information.weights, change.change
_NOBODY_DENIES = {
    "hanse.tracing.overlap.said_by_denying": lambda text, *_: np.zeros(len(text.tokens), dtype=bool),
    "hanse.tracing.finding.keeps_negation": lambda *_: False,
    "hanse.wording.shift._READERS": _without(turned.negations),
}
_NO_WORDING: dict[str, Any] = {
    "hanse.wording.shift._READERS": (),
    "hanse.tracing.finding.differences": lambda *_: (),
    "hanse.tracing.finding.pending": lambda *_: "",
}
_NO_PHRASES = {"hanse.tracing.substance._freshness": lambda forms, _: np.ones(len(forms), dtype=np.float32)}
_NO_FORMULAS = {"hanse.tracing.substance.formulas": lambda _: frozenset()}

ABLATIONS = (
    Ablation("information: every word counts alike", {"hanse.tracing.information.weights": _all_alike}),
    Ablation("the background: every content word counts alike", {"hanse.tracing.information.weights": _content_alike}),
    Ablation("stems: words compared as written", {"hanse.tracing.information.tokens": _of_forms}),
    Ablation(
        "senses: no synonyms",
        {"hanse.tracing.information.expressions": lambda *_: (), "hanse.tracing.information.is_quantity": lambda *_: 0},
    ),
    Ablation("the record", {"hanse.tracing.uptake.several": lambda record: ()}, (LOBBYPLAG,)),
    Ablation("what is struck", {"hanse.tracing.change.change": _one_way("put_in")}, (LOBBYPLAG,)),
    Ablation("what is put in", {"hanse.tracing.change.change": _one_way("struck")}, (LOBBYPLAG,)),
    Ablation(
        "one decision a stretch: struck words count as words put in",
        {"hanse.tracing.change.change": _by_length},
        (LOBBYPLAG,),
    ),
    Ablation("ends of what is struck: any overlap agrees", {"hanse.tracing.change.BLUR": 1e9}, (LOBBYPLAG,)),
    Ablation(
        "both of these",
        {"hanse.tracing.change.change": _by_length, "hanse.tracing.change.BLUR": 1e9},
        (LOBBYPLAG,),
    ),
    Ablation("order of what is put in", {"hanse.tracing.change.LONGEST_RUN": 1}, (LOBBYPLAG,)),
    Ablation(
        "asked and made weigh differently",
        {"hanse.tracing.change.UNMADE": 1.0, "hanse.tracing.change.UNASKED": 1.0},
        (LOBBYPLAG,),
    ),
    Ablation("words of drafting", _NO_FORMULAS, (LID,)),
    Ablation("common phrases", _NO_PHRASES, (LID,)),
    Ablation("words of drafting and common phrases", _NO_FORMULAS | _NO_PHRASES, (LID,)),
    Ablation("negation", _NOBODY_DENIES, (COUCHING,)),
    Ablation("wording: all shifts", {"hanse.wording.shift._READERS": ()}, (COUCHING,)),
    Ablation(
        "modality and hedges",
        {
            "hanse.wording.shift._READERS": _without(
                lowered.modality, lowered.hedges, diluted.scales, diluted.qualities, nominal.nominal
            )
        },
        (COUCHING,),
    ),
    Ablation("caveats", {"hanse.wording.shift._READERS": _without(conditioned.caveats)}, (COUCHING,)),
    Ablation(
        "measures, circle and narrowings",
        {
            "hanse.wording.shift._READERS": _without(
                shrunk.measures, shrunk.circle, inserted.narrowings, listed.elements
            )
        },
        (COUCHING,),
    ),
    Ablation("standing: brackets and proposals", {"hanse.tracing.finding.pending": lambda *_: ""}, (COUCHING,)),
    Ablation(
        "loss: a part left out is none",
        {"hanse.tracing.overlap.LOSS": 1.0, "hanse.tracing.overlap.CORE": 0.0},
        (COUCHING,),
    ),
    Ablation("fit: the words around", {"hanse.tracing.overlap.LEAN": 0.0}, (COUCHING,)),
    Ablation("single differences", {"hanse.tracing.finding.differences": lambda *_: ()}, (COUCHING,)),
    Ablation("everything that reads wording", {**_NOBODY_DENIES, **_NO_WORDING}, (COUCHING,)),
)
"""Every signal that is taken away, the engine's from the words to the finding."""
