"""Which bills share substantive text? All pairs of the labelled bills of the Legislative Influence Detector, ranked by
what `hanse.reuse` finds between them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import combinations
from math import log1p, sqrt
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score

import hanse
from benchmarks.data import folder
from benchmarks.figures import Figure, MissingData, Result, bootstrap
from hanse.text.document import Document, Passage
from hanse.tracing.reuse.match import Match
from hanse.tracing.substance import EVEN

LEAST_WORDS = 80
"""Sentences are joined to passages of at least this many words, as paragraphs mostly have."""
ALREADY = 0.5
"""Evidence that every pair is given beforehand: where there is little text, finding nothing says little."""
ABOUT_NOTHING = 60
"""Words of a bill so short that nothing can be said of it."""
_MARKUP = re.compile(r"(?s)<(script|style)\b.*?</\1>|<!--.*?-->|</?[a-zA-Z][^>]*>")
_LINE_NUMBER = re.compile(r"(?m)^[ \t]*\d{1,3}[ \t]+(?=\S)|[ \t]+\d{1,3}[ \t]*$")

Matches = tuple[Match, ...]


def run() -> Result:
    bills, empty = labelled()
    documents = [Document(id=f"bill {k}", content=tuple(passages(bill["text"]))) for k, bill in enumerate(bills)]
    words = [sum(len(passage.text.split()) for passage in document.passages) for document in documents]
    pairs = list(combinations(range(len(bills)), 2))
    same = np.array([bills[a]["match"] == bills[b]["match"] for a, b in pairs])
    matches = hanse.reuse(documents)
    scores = document_scores(matches, words, pairs)
    ends = np.array(pairs).T

    def auc(drawn: np.ndarray) -> float:
        times = np.bincount(drawn, minlength=len(bills))
        weights = times[ends[0]] * times[ends[1]]
        kept = weights > 0
        both = 0 < same[kept].sum() < kept.sum()
        return float(roc_auc_score(same[kept], scores[kept], sample_weight=weights[kept])) if both else float("nan")

    whole = np.arange(len(bills))
    counted = found(matches, pairs, lambda _: 1.0)
    return Result(
        "LID document matching",
        (
            Figure(
                "ROC AUC",
                auc(whole),
                goal=0.93,
                interval=bootstrap(auc, len(bills), rounds=400),
                peer=f"matches only counted {roc_auc_score(same, counted):.3f}",
                published="0.86",
            ),
        ),
        rows=len(pairs),
        notes=("the interval draws bills, not pairs",),
        details={"bills": len(bills), "empty": empty, "of one class": int(same.sum()), "matches": len(matches)},
    )


def labelled() -> tuple[list[dict[str, Any]], int]:
    """The bills that have a text and a class, and how many have none."""
    files = sorted(folder("lid").glob("*bills*.json"))
    if not files:
        raise MissingData("no *bills*.json in lid")
    every = [bill for file in files for bill in json.loads(file.read_text(encoding="utf-8")).values()]
    kept = [bill for bill in every if bill.get("text") and "match" in bill]
    return kept, len(every) - len(kept)


def passages(text: str) -> Iterator[Passage]:
    """A bill as taken from a PDF or a page: without markup and numbers of lines, sentences joined to passages."""
    plain = " ".join(_LINE_NUMBER.sub("", _MARKUP.sub(" ", text)).split())
    held: list[str] = []
    number = 0
    for sentence in [*re.split(r"(?<=[.;:])\s+", plain), ""]:
        held += sentence.split()
        if held and (len(held) >= LEAST_WORDS or not sentence):
            number += 1
            yield Passage(id=f"p{number}", text=" ".join(held))
            held = []


def document_scores(matches: Matches, words: list[int], pairs: list[tuple[int, int]]) -> np.ndarray:
    """What two bills share, beside what they could share.

    Every match adds its worth, the sum of its telling words, with diminishing returns, and less the more other bills
    have its words; the square root of the shorter bill's length is what chance would let that grow by.
    """
    room = np.array([sqrt(min(words[a], words[b]) + ABOUT_NOTHING) for a, b in pairs])
    return (found(matches, pairs, lambda match: match.rarity * log1p(worth(match))) + ALREADY) / room


def worth(match: Match) -> float:
    """The telling words of a match, as `hanse.tracing.substance` sums them up."""
    return EVEN * match.substantive / max(1e-9, 1 - match.substantive)


def found(matches: Matches, pairs: list[tuple[int, int]], told: Any) -> np.ndarray:
    """Per pair the sum of what is told of its matches."""
    sums: dict[tuple[int, int], float] = {}
    for match in matches:
        pair = min(match.places), max(match.places)
        sums[pair] = sums.get(pair, 0.0) + told(match)
    return np.array([sums.get(pair, 0.0) for pair in pairs])
