"""How is the reading of references fitted? An averaged perceptron over invented works: `reference_labels.npz`."""

from __future__ import annotations

import random
import re
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.reference_styles import made
from hanse.citing.reference_labels import KINDS, LABELS, best
from hanse.citing.reference_parts import kind_signs, rule_labels
from hanse.citing.reference_tokens import signs, tokens
from hanse.citing.references import ruled_reference

SEED, STRINGS, ROUNDS = 20261122, 12000, 7
LEAST = 3
"""Times that a sign must stand somewhere to be kept."""
_FIELD = re.compile(r"\{(\w):([^{}]*)\}")
PLAIN = ("houses", "towns", "journal", "body", "press", "university", "news", "series")


def plain(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A string without its brackets, and where its fields stand."""
    text, fields, last = "", [], 0
    for match in _FIELD.finditer(marked):
        text += marked[last : match.start()]
        fields.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        last = match.end()
    return text + marked[last:], fields


def case(style: str, kind: str, marked: str, luck: random.Random | None):
    text, fields = plain(marked)
    note = style == "footnote"
    spans = tokens(text)
    gold = ["o"] * len(spans)
    for start, end, label in fields:
        for k, (a, b) in enumerate(spans):
            if a < end and b > start:
                gold[k] = label
    ruled = ruled_reference(text + (", A/RES/73/195" if style == "un" else ""), note=note)
    before = rule_labels(text, spans, ruled)
    left = frozenset(name for name in PLAIN if luck and luck.random() < 0.3)
    if luck and luck.random() < 0.15:
        before = ["o"] * len(spans)
    return signs(text, spans, before, note=note, plain=left), gold, ruled, text, kind


def fit(strings: int = STRINGS, rounds: int = ROUNDS, out: Path | None = None):
    luck = random.Random(SEED)
    cases = [case(*each, luck) for each in made(SEED, strings)]
    counts: dict[str, int] = {}
    for seen, *_ in cases:
        for here in seen:
            for each in here:
                counts[each] = counts.get(each, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    rows = {name: row for row, name in enumerate(names)}
    weights = np.zeros((len(names) + 1, len(LABELS)), np.float32)
    total = np.zeros_like(weights)
    steps = np.zeros((len(LABELS), len(LABELS)), np.float32)
    steps_total = np.zeros_like(steps)
    held = []
    for seen, gold, *_ in cases:
        ids = [np.array([rows[each] for each in here if each in rows]) for here in seen]
        held.append(
            (
                np.concatenate(ids),
                np.cumsum([0, *(len(each) for each in ids[:-1])]),
                np.array([len(each) for each in ids]),
                np.array([LABELS.index(each) for each in gold]),
            )
        )
    time = 1
    order = list(range(len(held)))
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
            bad = told != gold
            each = np.repeat(np.arange(len(gold)), sizes)
            mask = bad[each]
            at, owner = ids[mask], each[mask]
            for sign, labels in ((1.0, gold), (-1.0, told)):
                np.add.at(weights, (at, labels[owner]), sign)
                np.add.at(total, (at, labels[owner]), sign * time)
                np.add.at(steps, (labels[:-1], labels[1:]), sign)
                np.add.at(steps_total, (labels[:-1], labels[1:]), sign * time)
        print(f"round {turn}: {wrong} of {len(order)} strings not wholly right", file=sys.stderr)
    weights = weights - total / time
    steps = steps - steps_total / time
    keep = np.abs(weights[:-1]).max(axis=1) > 0.02
    names = [name for name, kept in zip(names, keep, strict=True) if kept]
    kept = weights[:-1][keep]
    kind_names, kinds = fit_kinds(cases, luck)
    scale = np.float32(np.abs(kept).max() / 127)
    out = out or Path(__file__).parents[1] / "src/hanse/citing/reference_labels.npz"
    with out.open("wb") as file:
        np.savez_compressed(
            file,
            names=np.array("\n".join(names)),
            weights=kept.astype(np.float16),
            scale=np.float32(1),
            steps=steps.astype(np.float32),
            kind_names=np.array("\n".join(kind_names)),
            kinds=kinds.astype(np.float32),
        )
    print(len(names), "signs", out.stat().st_size, "bytes", scale, file=sys.stderr)


def fit_kinds(cases, luck):
    seen = []
    for _, gold, ruled, text, kind in cases:
        if kind not in KINDS:
            continue
        if kind == "web-page" or (luck.random() < 0.25):
            ruled = replace(ruled, url="https://x.org") if luck.random() < 0.85 else ruled
        seen.append((kind_signs(text, tokens(text), "".join(gold), ruled, ruled.authors), KINDS.index(kind)))
    names = sorted({each for here, _ in seen for each in here})
    rows = {name: row for row, name in enumerate(names)}
    weights = np.zeros((len(names), len(KINDS)), np.float32)
    total, time = np.zeros_like(weights), 1
    for _ in range(6):
        luck.shuffle(seen)
        for here, gold in seen:
            ids = [rows[each] for each in here]
            told = int(weights[ids].sum(axis=0).argmax())
            time += 1
            if told != gold:
                weights[ids, gold] += 1
                weights[ids, told] -= 1
                total[ids, gold] += time
                total[ids, told] -= time
    return names, weights - total / time


if __name__ == "__main__":
    fit(*(int(each) for each in sys.argv[1:3]))
