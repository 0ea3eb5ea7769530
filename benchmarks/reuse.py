"""How quickly and how well are shared passages found in LobbyPlag's texts, all compared with all?"""

from __future__ import annotations

import time
from typing import Any

import numpy as np

import hanse
from benchmarks.data import rows
from benchmarks.figures import Figure, Result, bootstrap, timed
from benchmarks.lobbyplag import auc
from benchmarks.peers import text_matcher
from hanse.text.document import Document, Span
from hanse.tracing.reuse.match import Match

PASSIM = 0.19
"""Seconds that passim took for each of 446 of these texts on two cores, measured elsewhere."""
TIMES = 50
PEER_PAIRS = 40

Row = dict[str, Any]
Matches = dict[tuple[int, int], Match]


def run() -> Result:
    gold = rows("lobbyplag", "gold_pairs*.jsonl")
    votes = rows("lobbyplag", "direction*.jsonl")
    texts = [row[side] for row in gold for side in ("old", "amendment_old", "proposal", "new")]
    texts += [row[side] for row in votes for side in ("old", "new")]
    hanse.reuse(["a few words", "a few words"])  # machine code is loaded before the clock starts
    documents = [Document.of(text, f"t{number}") for number, text in enumerate(texts)]
    begun = time.process_time()
    matches, wall = timed(lambda: hanse.reuse(documents))
    seconds = (time.process_time() - begun) / len(texts)
    by_places = {match.places: match for match in matches}
    copied = np.array([row["label"] != "rejected" for row in gold])
    plain = np.array([_score(by_places, 4 * k) for k in range(len(gold))])
    beyond = np.array([_beyond_old(by_places, 4 * k, row) for k, row in enumerate(gold)])
    peer, peer_seconds = timed(lambda: [text_matcher(row["proposal"], row["new"]) for row in gold[:PEER_PAIRS]])
    groups = [row["doc_id"] for row in gold]
    published = "passim .57, text-matcher .59, text-pair .75, measured elsewhere"
    return Result(
        "reuse in LobbyPlag's texts",
        (
            Figure(
                "ROC AUC of gold pairs, score of their match",
                auc(copied, plain),
                goal=0.75,
                interval=bootstrap(lambda k: auc(copied[k], plain[k]), len(gold), groups=groups),
                published=published,
            ),
            Figure(
                "the same, words that match the old text left out",
                auc(copied, beyond),
                goal=0.75,
                interval=bootstrap(lambda k: auc(copied[k], beyond[k]), len(gold), groups=groups),
                published=published,
            ),
            Figure(
                "processor seconds a text",
                round(seconds, 5),
                "s",
                goal=PASSIM / TIMES,
                better="lower",
                published=f"passim {PASSIM} s",
                peer=f"text-matcher {peer_seconds / PEER_PAIRS:.4f} s for one pair of these texts",
            ),
            Figure("times faster than passim", round(PASSIM / seconds, 1), goal=TIMES),
        ),
        rows=len(texts),
        notes=(
            f"text-matcher compares two texts at a time: all {len(texts) ** 2 // 2:,} pairs would take it "
            f"{peer_seconds / PEER_PAIRS * len(texts) ** 2 / 2 / 3600:.1f} hours; it was run on {len(peer)}",
            *(note.rstrip(".") for note in matches.notes),
        ),
        details={"matches": len(matches), "seconds": round(wall, 2), "texts": len(texts)},
    )


def _score(matches: Matches, first: int) -> float:
    found = matches.get((first + 2, first + 3))
    return found.score if found else 0.0


def _beyond_old(matches: Matches, first: int, row: Row) -> float:
    """Share of the new text's characters without a match in the old text that match the proposal, or the same of the
    proposal, whichever is less."""
    pair = matches.get((first + 2, first + 3))
    if pair is None:
        return 0.0
    shares = []
    for place, side, spans in ((2, "proposal", pair.source_spans), (3, "new", pair.target_spans)):
        shared, old = _marked(spans, row[side]), np.zeros(len(row[side]), dtype=bool)
        for number in (0, 1):
            if earlier := matches.get((first + number, first + place)):
                old |= _marked(earlier.target_spans, row[side])
        shares.append((shared & ~old).sum() / max(1, (~old).sum()))
    return float(min(shares))


def _marked(spans: tuple[Span, ...], text: str) -> np.ndarray:
    marked = np.zeros(len(text), dtype=bool)
    for start, end in spans:
        marked[start:end] = True
    return marked
