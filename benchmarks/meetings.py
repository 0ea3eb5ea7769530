"""Which passages meet by chance? An ask from a speech of the General Debate, a text from another country and year.

The match is the one that `hanse.uptake` finds by words (without sentence vectors), with every text coded once.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from benchmarks.data import folder
from benchmarks.figures import MissingData
from hanse.text.document import Document, Passage
from hanse.text.sentences import sentences
from hanse.tracing.align import Alignment
from hanse.tracing.asked import Asked
from hanse.tracing.background import Background
from hanse.tracing.chance import Chance
from hanse.tracing.information import Coded, Coder
from hanse.tracing.place import LEAST_BOUND, Version

LEAST_SENTENCE, LEAST_PARAGRAPH = 3, 40
"""Words."""
KINDS = (
    "sentence in sentence", "sentence in paragraph", "sentence in speech", "sentence in document",
    "paragraph in paragraph", "paragraph in speech", "paragraph in document", "speech in speech",
)  # fmt: skip
"""An ask, and the text in which it is looked for: a speech is one passage, a document the passages of a speech."""


@dataclass(frozen=True, eq=False)
class Speech:
    country: str
    year: int
    text: str

    @cached_property
    def paragraphs(self) -> list[str]:
        return [line for line in self.text.split("\n") if line.strip()]

    @cached_property
    def long_paragraphs(self) -> list[str]:
        return [each for each in self.paragraphs if len(each.split()) >= LEAST_PARAGRAPH]

    @cached_property
    def sentences(self) -> list[str]:
        found = (self.text[start:end] for start, end in sentences(self.text, "en"))
        return [each for each in found if len(each.split()) >= LEAST_SENTENCE]

    @property
    def whole(self) -> list[str]:
        return [self.text]


@dataclass(frozen=True, eq=False)
class Meeting:
    """An ask and a text that owe each other nothing, and the match between them, if any."""

    country: str
    ask: Coded
    words: int
    """Of the text."""
    found: Alignment | None

    def expected(self, chance: Chance) -> float:
        if self.found is None:
            return chance.nothing(len(self.ask.tokens), self.words)
        return chance.expected(self.found, searched=self.words)


def speeches(*, train: bool = False) -> list[Speech]:
    """All speeches of the set, in the order of its files."""
    files = sorted(folder("ungdc_2015_2024", train=train).glob("*.jsonl.gz"))
    if not files:
        raise MissingData("no *.jsonl.gz in ungdc_2015_2024")
    lines: list[dict[str, Any]] = []
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as opened:
            lines += [json.loads(line) for line in opened]
    return [Speech(line["country"], int(line["year"]), line["text"]) for line in lines]


def part(country: str, parts: int, digit: int = 0) -> int:
    """Which of so many parts a country belongs to; ``digit`` gives a division of its own."""
    return int(sha256(country.encode()).hexdigest()[digit * 4 : digit * 4 + 4], 16) % parts


class Debate:
    """Speeches, each coded when it is first wanted."""

    def __init__(self, held: Iterable[Speech]) -> None:
        self.speeches = [each for each in held if each.sentences and each.long_paragraphs]
        self.coder = Coder()
        self._versions: dict[tuple[int, str], Version] = {}

    def background(self, wanted: Callable[[Speech], bool] = lambda _: True) -> Background:
        """The background that these speeches would be."""
        kept = (each for each in self.speeches if wanted(each))
        return Background.of(
            (each.country, [token.form for token in self.coder.code(each.text, "en").tokens]) for each in kept
        )

    def meetings(
        self, kind: str, count: int, seed: int, wanted: Callable[[Speech], bool] = lambda _: True
    ) -> Iterator[Meeting]:
        """``count`` meetings of one kind; the same for the same seed."""
        dice = random.Random(f"{kind} {seed}")
        held = [each for each in self.speeches if wanted(each)]
        asks, texts = kind.split(" in ")
        for _ in range(count):
            mine, theirs = _strangers(held, dice)
            ask = self.coder.code(dice.choice(_units(mine, asks)), "en" if asks == "speech" else "")
            yield self._meeting(mine, ask, theirs, texts, dice)

    def _meeting(self, mine: Speech, ask: Coded, theirs: Speech, texts: str, dice: random.Random) -> Meeting:
        if texts in ("speech", "document"):
            version = self._version(theirs, texts)
        else:
            version = Version.of(_document([dice.choice(_units(theirs, texts))]), self.coder)
        if texts == "document":
            answer = version.answer(Asked(ask.text, ask), self.coder)
            found = answer.alignment if answer else None
        else:
            likely = version.shelf.align(ask, least=LEAST_BOUND, most=1)
            found = likely[0][1] if likely else None
        return Meeting(mine.country, ask, version.shelf.size, found)

    def _version(self, speech: Speech, texts: str) -> Version:
        key = id(speech), texts
        if key not in self._versions:
            passages = speech.whole if texts == "speech" else speech.paragraphs
            self._versions[key] = Version.of(_document(passages), self.coder)
        return self._versions[key]


def _units(speech: Speech, name: str) -> list[str]:
    return {"sentence": speech.sentences, "paragraph": speech.long_paragraphs, "speech": speech.whole}[name]


def _document(passages: Sequence[str]) -> Document:
    return Document("text", tuple(Passage(f"p{k}", each) for k, each in enumerate(passages, 1)), language="en")


def _strangers(held: Sequence[Speech], dice: random.Random) -> tuple[Speech, Speech]:
    """Two speeches of different countries and years."""
    while True:
        mine, theirs = dice.choice(held), dice.choice(held)
        if mine.country != theirs.country and mine.year != theirs.year:
            return mine, theirs
