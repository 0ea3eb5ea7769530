"""Where do texts of any size come from? Invented diplomatic prose, the same for the same seed.

Every sentence is made from the word lists of ``prose.toml`` and from made-up names. The commonest words are drawn most
often, as in real prose, so that passages share many words, as they do in negotiations.
"""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

WORDS = {
    kind: " ".join(words.split()).split("; ")
    for kind, words in tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")).items()
}
NAMES = 900
"""Made-up names of places, funds and programmes, the rare words of the texts."""


@dataclass
class Writer:
    """Writes passages; ``seed`` decides all of them."""

    seed: int = 0

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)

    @cached_property
    def names(self) -> list[str]:
        dice = random.Random(7)
        return [
            "".join(dice.choice(WORDS["syllables"]) for _ in range(dice.randint(2, 4))).capitalize()
            for _ in range(NAMES)
        ]

    def passage(self, least: int = 30, most: int = 80) -> str:
        """A paragraph of ``least`` to ``most`` words, or a few more where the last sentence ends later."""
        wanted, said = self.dice.randint(least, most), []
        while sum(len(sentence.split()) for sentence in said) < wanted - 6:
            said.append(self.sentence(wanted))
        return " ".join(said)

    def sentence(self, most: int = 40) -> str:
        words = f"{self._one('bearers')} {self._one('force')} {self._deed()}"
        while len(words.split()) < most and self.dice.random() < 0.55:
            words += f", and {self._deed()}" if self.dice.random() < 0.5 else f", {self._one('frames')}"
        return f"{words[0].upper()}{words[1:]}."

    def passages(self, count: int, least: int = 30, most: int = 80) -> list[str]:
        return [self.passage(least, most) for _ in range(count)]

    def revised(self, passages: list[str]) -> list[str]:
        """The next draft: most passages stand, some are reworded, bracketed, dropped, moved or new."""
        kept = []
        for text in passages:
            fate = self.dice.random()
            if fate < 0.75:
                kept.append(text)
            elif fate < 0.87:
                kept.append(self.reworded(text))
            elif fate < 0.92:
                kept.append(f"[{text}]")
            elif fate < 0.97:
                kept.append(self.passage())
            else:
                kept.insert(self.dice.randrange(len(kept) + 1), text)
        return kept

    def reworded(self, text: str) -> str:
        """About every eighth word exchanged for another of the lists."""
        words = text.split()
        for k in range(1, len(words)):
            if self.dice.random() < 0.12 and words[k].isalpha() and words[k].islower():
                words[k] = self._one("qualities") if self.dice.random() < 0.5 else self._one("things")
        return " ".join(words)

    def _deed(self) -> str:
        words = f"{self._one('deeds')} {self._one('qualities')} {self._one('things')} for {self._one('people')}"
        if self.dice.random() < 0.35:
            words += f" under the {self._drawn(self.names)} programme"
        return words if self.dice.random() < 0.6 else f"{words} {self._one('frames')}"

    def _one(self, kind: str) -> str:
        return self._drawn(WORDS[kind])

    def _drawn(self, words: list[str]) -> str:
        """One of the words, the first ones more often than the last."""
        return words[int(len(words) * self.dice.random() ** 1.8)]
