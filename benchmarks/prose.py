"""Where do texts of any size come from? Invented diplomatic prose, the same for the same seed.

Every sentence is made from word lists of this file and from made-up names. The commonest words are drawn most often,
as in real prose, so that passages share many words, as they do in negotiations.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cached_property

BEARERS = (
    "States; the Parties; all members of the Assembly; local and regional governments; the secretariat; host cities; "
    "municipalities; the relevant authorities; donors; the competent ministries; employers; port authorities; "
    "the facilitators; regional bodies; the specialised agencies; mayors and their networks"
).split("; ")
FORCE = (
    "shall; should; will; must; may; are encouraged to; commit to; undertake to; are invited to; agree to; resolve to; "
    "are requested to; could consider whether to; endeavour to"
).split("; ")
DEEDS = (
    "strengthen; establish; support; review; facilitate; ensure; promote; share; finance; publish; develop; protect; "
    "coordinate; simplify; recognise; adopt; extend; monitor; improve; provide; maintain; assess; expand; harmonise; "
    "report on; invest in; reduce; prevent; integrate; guarantee; restore; document; translate; register; certify; open"
).split("; ")
QUALITIES = (
    "safe; regular; orderly; local; timely; inclusive; affordable; transparent; accessible; gender-responsive; binding; "
    "joint; national; regional; adequate; predictable; sustainable; evidence-based; voluntary; effective; cross-border; "
    "child-sensitive; decent; equal; mutual; early; seasonal; temporary; permanent; digital; multilingual; independent; "
    "rights-based; flexible; dedicated; simplified; portable; complementary; urban; coastal"
).split("; ")
THINGS = (
    "pathways; services; housing; procedures; registers; partnerships; funds; reception centres; labour standards; "
    "permits; mechanisms; remittances; data; schools; health care; consultations; ferries; training; skills; contracts; "
    "legal aid; information; documents; indicators; reports; workplaces; visas; agreements; border posts; budgets; "
    "guidelines; platforms; pilot projects; returns; arrivals; shelters; transit routes; interpreters; courts; pensions; "
    "statistics; diaspora councils; crossings; hotlines; inspections; scholarships; land plans; libraries; clinics; dues"
).split("; ")
PEOPLE = (
    "migrants; newcomers; seasonal workers; families; children; students; displaced persons; long-term residents; "
    "young people; survivors of trafficking; domestic workers; returnees; fishing crews; caregivers; older persons; "
    "stateless persons"
).split("; ")
FRAMES = (
    "in accordance with national law; as appropriate; within existing resources; by the next session; in close "
    "cooperation with cities; at all levels of government; without discrimination of any kind; on a regular basis; "
    "in countries of origin, transit and destination; taking into account different capacities; with the participation "
    "of those concerned; through bilateral and multilateral channels; including in rural areas; in times of crisis; "
    "where feasible; before any decision is taken; in line with international obligations; with due regard to privacy"
).split("; ")
SYLLABLES = "ba del mar to ven il os ka ren sul vi tan gor el mi pra dus zin ho lek ar no wen fi bru sa".split()
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
        return ["".join(dice.choice(SYLLABLES) for _ in range(dice.randint(2, 4))).capitalize() for _ in range(NAMES)]

    def passage(self, least: int = 30, most: int = 80) -> str:
        """A paragraph of ``least`` to ``most`` words, or a few more where the last sentence ends later."""
        wanted, said = self.dice.randint(least, most), []
        while sum(len(sentence.split()) for sentence in said) < wanted - 6:
            said.append(self.sentence(wanted))
        return " ".join(said)

    def sentence(self, most: int = 40) -> str:
        words = f"{self._one(BEARERS)} {self._one(FORCE)} {self._deed()}"
        while len(words.split()) < most and self.dice.random() < 0.55:
            words += f", and {self._deed()}" if self.dice.random() < 0.5 else f", {self._one(FRAMES)}"
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
                words[k] = self._one(QUALITIES) if self.dice.random() < 0.5 else self._one(THINGS)
        return " ".join(words)

    def _deed(self) -> str:
        words = f"{self._one(DEEDS)} {self._one(QUALITIES)} {self._one(THINGS)} for {self._one(PEOPLE)}"
        if self.dice.random() < 0.35:
            words += f" under the {self._one(self.names)} programme"
        return words if self.dice.random() < 0.6 else f"{words} {self._one(FRAMES)}"

    def _one(self, words: tuple[str, ...] | list[str]) -> str:
        """One of the words, the first ones more often than the last."""
        return words[int(len(words) * self.dice.random() ** 1.8)]
