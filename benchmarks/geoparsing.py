"""Which places do news texts name, and where do they lie? LGL (local papers) and GeoVirus, within 161 km.

Three figures a corpus. *Accuracy on recognised toponyms*: of the spans given that ``hanse.mentions`` found as places,
the share placed within 161 km. *Recall, end to end*: of all spans given that have a point, the share found and placed
within 161 km; a span counts as found where a mention covers half of it. *Accuracy, spans given*: the share of all
spans with a point that are placed within 161 km when every span is told. Demonyms ("Georgian") are among LGL's spans;
they are no places for Hanse and count as missed. Where HANSE_TRAIN and HANSE_DATA are one folder, the weights of both
steps are fitted anew without the documents that they are tried on, in five parts.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

import benchmarks.fit_mentions as fit_mentions
import benchmarks.fit_toponyms as fit_toponyms
from benchmarks.data import rows, same
from benchmarks.figures import Figure, Result, bootstrap
from benchmarks.fit_toponyms import WITHIN
from hanse.places.toponyms.deciding import decide, distances, weighing_with
from hanse.wording.mentions import mentions
from hanse.wording.mentions_places import accepting_with

CORPORA = {"lgl": ("LGL", 0.802, "Edinburgh .802, recall .33-.40"), "geovirus": ("GeoVirus", 0.793, "Edinburgh .793")}
GOALS = {"recognised": 0.85, "recall": 0.60}
_PARTS = 5
Document = dict[str, Any]


def run() -> Result:
    read = {name: rows("geoparsing", f"{name}*.jsonl") for name in CORPORA}
    told = _cross_validated(read) if same() else {name: [judge(each) for each in read[name]] for name in read}
    figures, tables = [], []
    for name, (title, _, published) in CORPORA.items():
        figures += _figures(title, told[name], published)
        tables.append(_classes(title, told[name]))
    how = "weights cross-validated by document in five parts" if same() else "weights as they ship"
    spans = sum(len(each["toponyms"]) for documents in read.values() for each in documents)
    return Result("Geoparsing", tuple(figures), rows=spans, notes=(how,), tables=tuple(tables))


def _cross_validated(read: dict[str, list[Document]]) -> dict[str, list[Counter[str]]]:
    told: dict[str, list[Counter[str]]] = {name: [Counter()] * len(documents) for name, documents in read.items()}
    for part in range(_PARTS):
        kept = {name: [each for each in documents if _part(each) != part] for name, documents in read.items()}
        senses = fit_toponyms.fit([each for documents in kept.values() for each in documents])
        with weighing_with(senses):
            signs = fit_mentions.fit(
                [row for documents in kept.values() for row in fit_mentions.judged_rows(documents)]
            )
            with accepting_with(signs):
                for name, documents in read.items():
                    for place, each in enumerate(documents):
                        if _part(each) == part:
                            told[name][place] = judge(each)
    return told


def _part(document: Document) -> int:
    return int(hashlib.sha256(document["doc_id"].encode()).hexdigest(), 16) % _PARTS


def judge(document: Document) -> Counter[str]:
    """What became of a document's spans, counted."""
    count: Counter[str] = Counter()
    found = [each for each in mentions(document["text"]) if each.kind == "place"]
    met = set()
    for span in document["toponyms"]:
        over = [each for each in found if _covers(each.start, each.end, span)]
        met.update(over)
        if span["lat"] is None:
            count["without a point"] += 1
            continue
        near = any(_near(each.place.lat, each.place.lon, span) for each in over if each.place)
        count["spans"] += 1
        count["found"] += bool(over)
        count["found near"] += near
        count["demonyms missed"] += not over and _demonym(span["phrase"])
    count["mentions"], count["mentions met"] = len(found), len(met)
    named = fit_toponyms.names(document["toponyms"], document["text"])
    for (_, spans), taken in zip(named, decide([name for name, _ in named]), strict=True):
        for span in spans:
            if span["lat"] is not None:
                count["given near"] += taken is not None and _near(taken.sense.lat, taken.sense.lon, span)
                count["given known"] += taken is not None
    return count


def _covers(start: int, end: int, span: dict[str, Any]) -> bool:
    return min(end, span["end"]) - max(start, span["start"]) >= 0.5 * (span["end"] - span["start"])


def _near(lat: float | None, lon: float | None, span: dict[str, Any]) -> bool:
    if lat is None or lon is None:
        return False
    return bool(distances(span["lat"], span["lon"], np.array([lat]), np.array([lon]))[0] < WITHIN)


def _demonym(phrase: str) -> bool:
    return phrase.rstrip("s").endswith(("an", "ian", "ese", "ish", "ch", "ni", "qi", "li", "bkhaz", "zech", "riot"))


def _figures(title: str, told: Sequence[Counter[str]], published: str) -> list[Figure]:
    def share(over: str, under: str, name: str, goal: float | None = None, published: str = "") -> Figure:
        tops = np.array([each[over] for each in told], dtype=float)
        bases = np.array([each[under] for each in told], dtype=float)

        def score(chosen: np.ndarray) -> float:
            return float(tops[chosen].sum() / bases[chosen].sum()) if bases[chosen].sum() else float("nan")

        value = score(np.arange(len(told)))
        return Figure(
            f"{title}: {name}", value, goal=goal, interval=bootstrap(score, len(told)), published=published
        )  # fmt: skip

    return [
        share("found near", "found", "accuracy at 161 km on recognised toponyms", GOALS["recognised"], published),
        share("found near", "spans", "recall at 161 km, end to end", GOALS["recall"]),
        share("mentions met", "mentions", "precision of recognition"),
        share("given near", "spans", "accuracy at 161 km, all spans given"),
        share("given near", "given known", "accuracy at 161 km, spans given and known"),
    ]


def _classes(title: str, told: Sequence[Counter[str]]) -> str:
    total: Counter[str] = sum(told, Counter())
    lines = [
        f"| {title}: what became of the spans | number |",
        "| --- | --- |",
        f"| found and near | {total['found near']} |",
        f"| found, placed elsewhere | {total['found'] - total['found near']} |",
        f"| not found: demonyms, by their endings | {total['demonyms missed']} |",
        f"| not found: others | {total['spans'] - total['found'] - total['demonyms missed']} |",
        f"| without a point, not counted | {total['without a point']} |",
    ]
    return "\n".join(lines)
