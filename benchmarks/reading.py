"""Is a file read whole, and do remembered places find their passage again? On the real texts beside the project."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import hanse
from benchmarks.data import folder
from benchmarks.figures import Figure, MissingData, Result
from benchmarks.prose import Writer
from hanse.text.anchors import anchor, attach
from hanse.text.characters import normalise
from hanse.text.document import Document, Passage

CORRUPTED = 0.05
"""Share of the words that a correction changes, drops or doubles."""
SHARES = (0.05, 0.10)
"""Share of the paragraphs that move elsewhere, and as many that are new: a revision, and an upheaval."""
SEEDS = range(100, 106)
"""Not those that the thresholds of `hanse.text.anchors` were looked at with."""


def run() -> Result:
    files = texts()
    read = {file: hanse.read(file) for file in files}
    partial = [
        f"{file.name}: {_first_difference(words(file), list(document.words()))}"
        for file, document in read.items()
        if letters(document.words()) != letters(words(file))
    ]
    usual, much = (
        [_reattached(document, seed, share) for document in read.values() for seed in SEEDS] for share in SHARES
    )
    made = [_reattached(_invented(seed), seed, SHARES[1]) for seed in SEEDS]
    everywhere = [*usual, *much, *made]
    return Result(
        "reading",
        (
            Figure("real texts read whole, word for word", 1 - len(partial) / len(files), goal=1.0),
            Figure(f"anchors re-attached, real texts, {SHARES[0]:.0%} moved", _share(usual, "right"), goal=0.99),
            Figure(f"anchors re-attached, real texts, {SHARES[1]:.0%} moved", _share(much, "right")),
            Figure(
                f"anchors re-attached, invented paragraphs, {SHARES[1]:.0%} moved", _share(made, "right"), goal=0.99
            ),
            Figure("attached to a wrong passage", _sum(everywhere, "wrong"), goal=0, better="lower"),
        ),
        rows=len(files),
        notes=(
            "words split at the end of a line count as whole, since reading puts them together again",
            f"anchors: {CORRUPTED:.0%} of the words corrupted, as many paragraphs new as moved, {len(SEEDS)} times; "
            f"{_sum(everywhere, 'all'):,} anchors, {_sum(everywhere, 'orphans'):,} listed as orphans",
        ),
        details={"not whole": partial, "words": sum(len(words(file)) for file in files)},
    )


def texts() -> list[Path]:
    """The real texts: excerpts of negotiated texts, and the documents the project was created from."""
    found = folder("texts")
    files = [*sorted(found.glob("*.txt")), *sorted(found.parent.parent.glob("seeds/*.txt"))]
    if not files:
        raise MissingData(f"no texts in {found}")
    return files


def words(file: Path) -> list[str]:
    """The words of a text file in order, letters normalised as reading does."""
    return normalise(file.read_text(encoding="utf-8-sig")).split()


def letters(found: Iterable[str]) -> str:
    """Words without hyphens and blanks: the same before and after a split word is put together again."""
    return "".join(found).replace("-", "")


def _first_difference(wanted: list[str], found: list[str]) -> str:
    for place, (one, other) in enumerate(zip(wanted, found, strict=False)):
        if one != other:
            return f"word {place}: {wanted[place : place + 6]} became {found[place : place + 6]}"
    return f"{len(wanted)} words became {len(found)}"


def _reattached(document: Document, seed: int, share: float) -> dict[str, int]:
    """What becomes of the anchors of all passages once the document is corrected; ``share`` of them move."""
    dice, writer = random.Random(seed), Writer(seed + 100)
    old = document.passages
    changed = [Passage(each.id, corrupted(each.text, dice), number=each.number) for each in old]
    for _ in range(round(share * len(old))):
        changed.insert(dice.randrange(len(changed)), changed.pop(dice.randrange(len(changed))))
    for k in range(round(share * len(old))):
        changed.insert(dice.randrange(len(changed) + 1), Passage(f"new {k}", writer.passage()))
    found = attach([anchor(document, each.id) for each in old], Document("corrected", tuple(changed)))
    right = sum(old[place].id == passage for place, (passage, _) in found.attached.items())
    return {
        "all": len(old),
        "right": right,
        "wrong": len(found.attached) - right,
        "orphans": len(found.orphans),
    }


def corrupted(text: str, dice: random.Random) -> str:
    """Words dropped, doubled, misspelt or exchanged, one in twenty."""
    said = []
    for word in text.split(" "):
        if dice.random() >= CORRUPTED:
            said.append(word)
            continue
        way = dice.randrange(4)
        said += [[], [word, word], [word[::-1]], [dice.choice(Writer(0).names)]][way]
    return " ".join(said)


def _invented(seed: int) -> Document:
    texts = Writer(seed).passages(400)
    return Document("invented", tuple(Passage(f"p{k}", text, number=str(k)) for k, text in enumerate(texts, 1)))


def _share(counts: list[dict[str, Any]], what: str) -> float:
    return _sum(counts, what) / _sum(counts, "all")


def _sum(counts: list[dict[str, Any]], what: str) -> int:
    return sum(each[what] for each in counts)
