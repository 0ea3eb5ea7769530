"""Does an ask in one language find its passage in a draft of another? By words, terms, vectors, and all together."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from benchmarks.couching import files, macro_f1
from benchmarks.data import HERE
from benchmarks.figures import Figure, MissingData, Result, bootstrap, timed
from hanse.text.document import Document, Passage
from hanse.tracing.across.answering import answer
from hanse.tracing.across.meaning import VECTORS, Meaning, Scale, Units
from hanse.tracing.across.semantic import SentenceEncoder, Vectors, installed
from hanse.tracing.asked import Asked
from hanse.tracing.information import Coder
from hanse.tracing.place import Version

SETS = HERE / "tests" / "tracing" / "languages"
NAMES = {"fr": "French", "es": "Spanish", "ar": "Arabic", "zh": "Chinese", "ru": "Russian"}
ASKED = ("fr", "es", "ar")


def run() -> Result:
    if not installed():
        raise MissingData("sentence vectors are not installed; install hanse[semantic]")
    encoder = SentenceEncoder()
    encoder.encode(["The model is loaded before anything is timed."])
    draft = _Draft(_rows("draft"))
    seconds = timed(lambda: encoder.encode([row["text"] for row in draft.rows]))[1]
    figures = [
        *(figure for language in ASKED for figure in _ranked(draft, language, encoder)),
        *_judged(draft, encoder),
        *_again(_Draft(_rows("draft") + _rows("again/draft")), encoder),
        *_couched(encoder),
        *_within(draft, encoder),
        Figure("sentences a second, one thread", round(len(draft.rows) / seconds), goal=None),
    ]
    return Result("languages", tuple(figures), rows=sum(len(_rows(name)) for name in (*ASKED, "en")))


@dataclass(frozen=True)
class _Draft:
    """The English draft, as it stands and without the passages of the checking half."""

    rows: list[dict[str, Any]]

    @cached_property
    def coder(self) -> Coder:
        return Coder()

    @cached_property
    def whole(self) -> Version:
        return self._version(frozenset())

    @cached_property
    def lacking(self) -> Version:
        return self._version(self.checking)

    def _version(self, without: frozenset[str]) -> Version:
        held = tuple(Passage(row["id"], row["text"]) for row in self.rows if row["id"] not in without)
        return Version.of(Document("draft", held), self.coder)

    @cached_property
    def checking(self) -> frozenset[str]:
        """Passages on which no threshold was fitted: every second one that answers an ask."""
        answering = [row["id"] for row in self.rows if not row["id"].startswith(("near-", "talk-"))]
        return frozenset(answering[1::2])


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def _ranked(draft: _Draft, language: str, encoder: Vectors) -> list[Figure]:
    """Recall at 1 and at 3 by all signals, with what each alone has beside it."""
    asks = _rows(language)
    alone = {
        "words": np.array([_rank_by_words(draft, ask) for ask in asks]),
        "terms": np.array(_ranks(draft, asks, language, Meaning())),
        "vectors": np.array(_ranks(draft, asks, language, _VectorsAlone(encoder))),
    }
    together = np.array(_ranks(draft, asks, language, Meaning(encoder)))
    found = []
    for most, goal in ((1, None), (3, 0.90)):
        share = _share(f"{NAMES[language]} ask, English draft, recall at {most}", together < most, goal=goal)
        peers = ", ".join(f"{name} alone {(ranks < most).mean():.2f}" for name, ranks in alone.items())
        found.append(replace(share, peer=peers))
    return found


class _VectorsAlone(Meaning):
    """Vectors without the terms."""

    def scale(self, one: str, other: str) -> Scale:
        return VECTORS


def _rank_by_words(draft: _Draft, ask: dict[str, Any]) -> int:
    shelf = draft.whole.shelf
    aligned = shelf.align(draft.coder.code(ask["ask"]), least=0.0, most=len(draft.rows))
    shares = {draft.rows[row]["id"]: alignment.coverage for row, alignment in aligned}
    return sum(each >= shares[ask["passage"]] for each in shares.values()) - 1


def _ranks(draft: _Draft, asks: list[dict[str, Any]], language: str, meaning: Meaning) -> list[int]:
    """How many passages are at least as alike as the right one, for each ask."""
    units: Units = meaning.units(draft.whole)
    ranks = []
    for ask in asks:
        alike = meaning.likeness([ask["ask"]], language, units)[0]
        best: dict[int, float] = {}
        for unit, value in zip(units.units, alike, strict=True):
            best[unit.place] = max(best.get(unit.place, 0.0), float(value))
        right = next(k for k, row in enumerate(draft.rows) if row["id"] == ask["passage"])
        ranks.append(sum(value >= best[right] for value in best.values()) - 1)
    return ranks


def _judged(draft: _Draft, encoder: Vectors) -> list[Figure]:
    """Findings on the checking half: with the passage in the draft, and with it taken out."""
    figures = []
    for name, meaning in (("terms alone", Meaning()), ("all", Meaning(encoder))):
        asks = [ask for language in ASKED for ask in _rows(language) if ask["passage"] in draft.checking]
        found = [_found(draft, draft.whole, ask, meaning) == ask["passage"] for ask in asks]
        false = [_found(draft, draft.lacking, ask, meaning) is not None for ask in asks]
        figures += [
            _share(f"own passage is the finding, by {name}", np.array(found)),
            replace(_share(f"finding where the draft has none, by {name}", np.array(false)), better="lower"),
        ]
    return figures


def _found(draft: _Draft, version: Version, ask: dict[str, Any], meaning: Meaning) -> str | None:
    """The id of the passage that a finding names."""
    asked = Asked(ask["ask"], draft.coder.code(ask["ask"]))
    found = answer(asked, version, draft.coder, meaning)
    return found.passage.id if found and found.outcome != "not reflected" else None


def _again(draft: _Draft, encoder: Vectors) -> list[Figure]:
    """The pairs that glossary and thresholds were kept from."""
    figures = []
    for name, meaning in (("terms alone", Meaning()), ("all", Meaning(encoder))):
        ranks = [r for code in NAMES for r in _ranks(draft, _rows(f"again/{code}"), code, meaning)]
        asks = [ask for code in NAMES for ask in _rows(f"again/{code}")]
        hits = [_found(draft, draft.whole, ask, meaning) == ask["passage"] for ask in asks]
        figures += [
            _share(f"five languages kept apart, recall at 3 by {name}", np.array(ranks) < 3),
            _share(f"five languages kept apart, own passage is the finding, by {name}", np.array(hits)),
        ]
    return figures


def _couched(encoder: Vectors) -> list[Figure]:
    """Outcomes of minimal pairs across languages: the set that mended the judgement, and the one written after."""
    figures = []
    for name, said in (("couched", "looked at"), ("again/couched", "first measured at .75, then looked at")):
        pairs = _rows(name)
        gold = np.array([pair["outcome"] for pair in pairs])
        meaning = Meaning(encoder)
        found = np.array([_outcome(pair, meaning) for pair in pairs])
        figures.append(
            Figure(
                f"{len(pairs)} couched pairs across languages ({said}), macro-F1",
                round(macro_f1(gold, found), 4),
                interval=bootstrap(lambda k, g=gold, f=found: macro_f1(g[k], f[k]), len(pairs)),
            )
        )
    return figures


def _outcome(pair: dict[str, Any], meaning: Meaning) -> str:
    coder = Coder()
    version = Version.of(Document("draft", (Passage("reply", pair["reply"]),)), coder)
    found = answer(Asked(pair["ask"], coder.code(pair["ask"])), version, coder, meaning)
    return found.outcome if found else "not reflected"


def _within(draft: _Draft, encoder: Vectors) -> list[Figure]:
    """In one language vectors may only name a nearest passage: no outcome of the couching set changes by them."""
    asks = _rows("en")
    near = []
    for ask in asks:
        asked = Asked(ask["ask"], draft.coder.code(ask["ask"]))
        found = answer(asked, draft.whole, draft.coder, Meaning(encoder, within=True))
        near.append(bool(found and found.near and found.passage.id == ask["passage"]))
    first = [files(language)[0] for language in ("en", "fr", "es")]
    pairs = [json.loads(line) for file in first for line in file.read_text(encoding="utf-8").splitlines()]
    changed = sum(_changes(pair, encoder) for pair in pairs)
    return [
        _share("English far paraphrases, own passage named nearest", np.array(near)),
        Figure(f"outcomes of {len(pairs)} couching pairs that vectors change", changed, goal=0, better="lower"),
    ]


def _changes(pair: dict[str, Any], encoder: Vectors) -> bool:
    coder = Coder()
    version = Version.of(Document("draft", (Passage("reply", pair["reply"]),), language=pair["language"]), coder)
    asked = Asked(pair["ask"], coder.code(pair["ask"], pair["language"]), pair.get("ask_chapeau"))
    alone, helped = version.answer(asked, coder), answer(asked, version, coder, Meaning(encoder, within=True))
    return (alone.outcome if alone else "not reflected") != (helped.outcome if helped else "not reflected")


def _share(name: str, hits: np.ndarray, *, goal: float | None = None) -> Figure:
    """A share with its 95 % interval by Wilson (1927), which stays honest where everything is found."""
    size, share, z = len(hits), float(hits.mean()), 1.96
    middle = (share + z * z / (2 * size)) / (1 + z * z / size)
    reach = z / (1 + z * z / size) * (share * (1 - share) / size + z * z / (4 * size * size)) ** 0.5
    interval = (round(max(0.0, middle - reach), 4), round(min(1.0, middle + reach), 4))
    return Figure(name, round(share, 4), goal=goal, interval=interval)
