"""How is the reading of references fitted? A perceptron and a softmax over invented works and marked strings."""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from benchmarks.marked_references import joined, marked, with_author_list
from benchmarks.reference_abroad import abroad
from benchmarks.reference_conventions import conventions
from benchmarks.reference_rarer import rarer
from benchmarks.reference_refilled import refilled
from benchmarks.reference_styles import made
from benchmarks.reference_works import Maker
from hanse.citing.reference_kinds import kind_signs
from hanse.citing.reference_labels import KINDS, LABELS, Floats, best
from hanse.citing.reference_marks import mended, taken
from hanse.citing.reference_parts import about, rule_labels
from hanse.citing.reference_runs import Labelled
from hanse.citing.reference_tokens import signs, tokens
from hanse.citing.references import ruled_reference
from hanse.citing.softmax import fitted

SEED, STRINGS, REFILLS, ROUNDS = 20261122, 12000, 12, 7
LEAST = 3
"""Times that a sign must stand somewhere to be kept."""
TURNS, LIGHT, RULELESS = 3, 0.02, 0.15
"""Fits, in different orders, whose weights are averaged; the weight under which a sign is left out; and the share
of strings that are learned without what the rules took their words for."""
PENALTY = 1e-5
"""That of the weights by which the kind of a work is told."""
Numbered = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]
_FIELD = re.compile(r"\{(\w):([^{}]*)\}")
PLAIN = ("houses", "towns", "journal", "body", "press", "university", "news", "series")


def case(style: str, kind: str, source: str, luck: random.Random | None):
    """The signs and labels of a string with brackets, read as `hanse.citing.references.reference` reads it."""
    text, labels = plain(source)
    note = style == "footnote"
    told = text + (", A/RES/73/195" if style == "un" and "{s:" not in source else "")
    ruled = ruled_reference(told, note=note)
    words = mended(text)
    rest = taken(words).rest
    held = labels if rest == text else carried(text, labels, rest)
    spans = tokens(rest)
    gold = [next((held[k] for k in range(a, b) if held[k] != "o"), "o") for a, b in spans]
    before = rule_labels(rest, spans, ruled)
    left = frozenset(name for name in PLAIN if luck and luck.random() < 0.3)
    said = about(ruled)
    if luck and "{d:" not in source and "{w:" not in source and luck.random() < 0.4:
        said = luck.choice(["D", "w", "D"]) + said
    if luck and luck.random() < RULELESS:
        before = ["o"] * len(spans)
    return signs(rest, spans, before, note=note, about=said, plain=left), gold, ruled, rest, kind


def plain(source: str) -> tuple[str, list[str]]:
    """A string without its brackets, and the label of every character."""
    text, labels, last = "", [], 0
    for match in _FIELD.finditer(source):
        between = source[last : match.start()]
        text += between + match[2]
        labels += ["o"] * len(between) + [match[1] if match[1] in LABELS else "o"] * len(match[2])
        last = match.end()
    return text + source[last:], labels + ["o"] * len(source[last:])


def carried(text: str, labels: list[str], rest: str) -> list[str]:
    """The labels of a string, carried to what is left of it when its marks are taken out."""
    found = ["o"] * len(rest)
    for block in SequenceMatcher(None, text, rest, autojunk=False).get_matching_blocks():
        found[block.b : block.b + block.size] = labels[block.a : block.a + block.size]
    return found


def cases(strings: int, luck: random.Random, refills: int = REFILLS):
    """Made strings, and those that were marked by hand: as they are, and filled with other works."""
    held = [case(*each, luck) for each in made(SEED, strings)]
    maker = Maker(SEED + 1)
    for templates, share in ((conventions, 2), (abroad, 4), (rarer, 4)):
        held += [case(*templates(maker), luck) for _ in range(strings // share)]
    for each in marked():
        for turn in range(refills):
            one = each if turn % 4 == 0 else refilled(each, maker)
            source = with_author_list(joined(one.source))
            held.append(case(one.style, one.kind, source, luck))
    return held


def fit(strings: int = STRINGS, rounds: int = ROUNDS, out: Path | None = None) -> None:
    """Fits the labels and the kinds, and writes them to ``out``, else to the package."""
    luck = random.Random(SEED)
    read = cases(strings, luck)
    names = known_signs(seen for seen, *_ in read)
    rows = {name: row for row, name in enumerate(names)}
    held = [numbered(seen, gold, rows) for seen, gold, *_ in read]
    turns = [perceptron(held, len(names), rounds, random.Random(SEED + turn)) for turn in range(TURNS)]
    weights = np.mean([each for each, _ in turns], axis=0)
    steps = np.mean([each for _, each in turns], axis=0)
    keep = np.abs(weights[:-1]).max(axis=1) > LIGHT
    kind_names, kinds = fit_kinds(read, luck)
    out = out or Path(__file__).parents[1] / "src/hanse/citing/reference_labels.npz"
    with out.open("wb") as file:
        np.savez_compressed(
            file,
            names=np.array("\n".join(name for name, kept in zip(names, keep, strict=True) if kept)),
            weights=weights[:-1][keep].astype(np.float16),
            scale=np.float32(1),
            steps=steps.astype(np.float32),
            kind_names=np.array("\n".join(kind_names)),
            kinds=kinds.astype(np.float32),
        )
    print(keep.sum(), "signs", out.stat().st_size, "bytes", file=sys.stderr)


def known_signs(strings: Iterable[list[list[str]]]) -> list[str]:
    """The signs that stand often enough to be learned, in their order."""
    counts = Counter(each for seen in strings for here in seen for each in here)
    return sorted(name for name, count in counts.items() if count >= LEAST)


def numbered(seen: list[list[str]], gold: list[str], rows: dict[str, int]) -> Numbered:
    """A string as the rows of its signs, where each token's begin, how many there are, and the gold labels."""
    ids = [np.array([rows[each] for each in here if each in rows]) for here in seen]
    sizes = np.array([len(each) for each in ids])
    return np.concatenate(ids), np.cumsum([0, *sizes[:-1]]), sizes, np.array([LABELS.index(each) for each in gold])


def perceptron(held: list[Numbered], names: int, rounds: int, luck: random.Random) -> tuple[Floats, Floats]:
    """Averaged weights of signs and of steps (Collins 2002)."""
    weights = np.zeros((names + 1, len(LABELS)), np.float32)
    steps = np.zeros((len(LABELS), len(LABELS)), np.float32)
    total, steps_total = np.zeros_like(weights), np.zeros_like(steps)
    time, order = 1, list(range(len(held)))
    for turn in range(rounds):
        luck.shuffle(order)
        wrong = 0
        for place in order:
            ids, starts, sizes, gold = held[place]
            told = np.array(best(np.add.reduceat(weights[ids], starts, axis=0), steps))
            time += 1
            if (told == gold).all():
                continue
            wrong += 1
            each = np.repeat(np.arange(len(gold)), sizes)
            mask = (told != gold)[each]
            at, owner = ids[mask], each[mask]
            for sign, labels in ((1.0, gold), (-1.0, told)):
                np.add.at(weights, (at, labels[owner]), sign)
                np.add.at(total, (at, labels[owner]), sign * time)
                np.add.at(steps, (labels[:-1], labels[1:]), sign)
                np.add.at(steps_total, (labels[:-1], labels[1:]), sign * time)
        print(f"round {turn}: {wrong} of {len(order)} strings not wholly right", file=sys.stderr)
    return weights - total / time, steps - steps_total / time


def fit_kinds(read, luck: random.Random) -> tuple[list[str], Floats]:
    """The signs of kinds in their order, and a row of weights for each; every kind weighs the same."""
    seen = []
    for _, gold, ruled, text, kind in read:
        if kind not in KINDS:
            continue
        if not ruled.url and (kind == "web-page" or luck.random() < 0.25):
            ruled = replace(ruled, url="https://x.org") if luck.random() < 0.85 else ruled
        of = Labelled(text, tokens(text), "".join(gold))
        seen.append((kind_signs(of, ruled, ruled.authors), KINDS.index(kind)))
    names = known_signs([here] for here, _ in seen)
    rows = {name: row for row, name in enumerate(names)}
    held = [[rows[each] for each in here if each in rows] for here, _ in seen]
    starts = np.cumsum([0, *(len(each) for each in held)])
    ones = np.ones(starts[-1])
    features = csr_matrix((ones, np.concatenate(held).astype(np.int64), starts), shape=(len(seen), len(names)))
    found = fitted(features, np.array([kind for _, kind in seen]), len(KINDS), penalty=PENALTY)
    weights = found.weights
    weights[rows["1"]] += found.bias  # a sign that every string has
    return names, weights.round(3).astype(np.float32)


if __name__ == "__main__":
    fit(*(int(each) for each in sys.argv[1:3]))
