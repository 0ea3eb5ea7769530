"""What are the reference strings made of that the reading is trained on? Invented works, in the forms of many styles.

A made string carries its fields in brackets, ``{t:Title}``, so that a string and what it says cannot part.
"""

from __future__ import annotations

import random
import re
import tomllib
from pathlib import Path
from typing import Any

_HELD: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
FAMILIES: list[str] = _HELD["families"]
PARTICLED: list[str] = _HELD["particled"]
GIVEN: list[str] = _HELD["given"]
BODIES: list[str] = _HELD["bodies"]
JOURNALS: list[str] = _HELD["journals"]
SHORT_JOURNALS: list[str] = _HELD["short_journals"]
LAW_JOURNALS: list[str] = _HELD["law_journals"]
PUBLISHERS: list[str] = _HELD["publishers"]
"""A house and its town, with a semicolon between."""
PLACES: list[str] = _HELD["places"]
PAPERS: list[str] = _HELD["papers"]
SITES: list[str] = _HELD["sites"]
UNIVERSITIES: list[str] = _HELD["universities"]
SERIES: list[str] = _HELD["series"]
REPORTS: list[str] = _HELD["reports"]
NOUNS: list[str] = _HELD["nouns"]
MIDDLES: list[str] = _HELD["middles"]
MONTHS: list[str] = _HELD["months"]
ORGANS: list[str] = _HELD["organs"]
SUBJECTS_UN: list[str] = _HELD["subjects_un"]
SUBJECTS: dict[str, list[str]] = _HELD["subjects"]
TAILS: dict[str, list[str]] = _HELD["tails"]


class Maker:
    """Makes strings from a seed; the same seed, the same strings."""

    def __init__(self, seed: int) -> None:
        self.any = random.Random(seed)

    def pick(self, *of: str) -> str:
        return self.any.choice(of)

    def of(self, several: list[str]) -> str:
        return self.any.choice(several)

    def odds(self, share: float) -> bool:
        return self.any.random() < share

    def number(self, low: int, high: int) -> str:
        return str(self.any.randint(low, high))

    # Parts

    def title(self, *, capitals: bool | None = None) -> tuple[str, str]:
        """A title and its language."""
        language = self.any.choices(["en", "fr", "es", "de"], [14, 2, 3, 2])[0]
        said = self.of(SUBJECTS[language])
        if self.odds(0.07):
            said = ", ".join(self.any.sample(NOUNS, 3))
        elif self.odds(0.07):
            said = f"{self.of(NOUNS)} and {self.of(NOUNS).lower()}"
        if language == "en" and self.odds(0.35):
            said += " " + self.of(MIDDLES)
        if language == "en" and self.odds(0.12):
            said = (
                self.pick("How ", "Why ", "Do ", "Where ")
                + said[0].lower()
                + said[1:]
                + " "
                + self.pick("matter", "negotiate", "change", "speak, and to whom")
                + "?"
            )
            if self.odds(0.5):
                tail = self.of(TAILS[language])
                said += f" {tail[0].upper()}{tail[1:]}"
        elif self.odds(0.55):
            tail = self.of(TAILS[language])
            tail = tail[0].upper() + tail[1:] if self.odds(0.5) else tail
            said += self.pick(": ", ": ", ": ", " – ", ". ") + tail if self.odds(0.97) else f", {tail}"
        if capitals or (capitals is None and language == "en" and self.odds(0.35)):
            said = re.sub(
                r"\b(?!(?:and|of|the|in|for|to|from|a|an|at|und|der|die|et|y|de|la|el|en|los|las|con|del|des)\b)([a-z])",
                lambda match: match[1].upper(),
                said,
            )
            said = said.replace("’S ", "’s ")
        return said, language

    def person(self) -> tuple[str, str]:
        family = self.of(PARTICLED) if self.odds(0.15) else self.of(FAMILIES)
        if self.odds(0.06):
            family += "-" + self.of(FAMILIES)
        elif self.odds(0.06):
            family += " " + self.of(FAMILIES)
        given = self.of(GIVEN)
        if self.odds(0.2):
            given += " " + self.pick("M.", "J.", "Maria", "A.", "Carlos")
        return family, given

    def initials(self, given: str, *, dots: bool = True, gap: str = " ") -> str:
        bits = [
            "-".join(each[0] + ("." if dots else "") for each in part.split("-"))
            if "-" in part
            else part[0] + ("." if dots else "")
            for part in given.split()
        ]
        return gap.join(bits)

    def people(self, form: str, *, most: int = 5) -> str:
        """``form``: apa, full, inverted (first inverted only), spoken, spoken-short, vancouver, ieee, harvard."""
        count = min(self.any.choices([1, 2, 3, 4, 6], [46, 28, 14, 8, 4])[0], most)
        found = [self.person() for _ in range(count)]
        said = []
        for place, (family, given) in enumerate(found):
            short = self.initials(given)
            if form == "apa":
                said.append(f"{family}, {short}")
            elif form == "harvard":
                said.append(f"{family}, {self.initials(given, gap='')}")
            elif form == "full":
                said.append(f"{family}, {given}")
            elif form == "inverted":
                said.append(f"{family}, {given}" if place == 0 else f"{given} {family}")
            elif form == "spoken":
                said.append(f"{given} {family}")
            elif form == "spoken-short":
                said.append(f"{short} {family}")
            else:
                said.append(f"{family} {self.initials(given, dots=False, gap='')}")
        if form == "vancouver":
            return ", ".join(said) + (", et al" if self.odds(0.2) else "")
        if len(said) > 2 and self.odds(0.15):
            return f"{said[0]} et al."
        if len(said) == 1:
            return said[0] + (" et al." if self.odds(0.05) else "")
        joint = {"apa": " & "}.get(form, self.pick(" and ", " and ", " and ", " & ", " y ", " et ", "; ", " und "))
        if joint == "; ":
            return "; ".join(said)
        comma = "," if (form in ("apa", "inverted") and self.odds(0.8)) or (len(said) > 2 and self.odds(0.4)) else ""
        return ", ".join(said[:-1]) + comma + joint + said[-1]

    def authors(self, form: str, *, body: float = 0.0) -> str:
        if self.odds(body):
            return "{a:" + self.of(BODIES) + "}"
        return "{a:" + self.people(form) + "}"

    def year(self) -> str:
        if self.odds(0.03):
            return self.pick("n.d.", "forthcoming", "in press")
        return "{y:" + self.number(1985, 2025) + (self.pick("a", "b") if self.odds(0.08) else "") + "}"

    def pages(self) -> str:
        first = self.any.randint(1, 900) if self.odds(0.8) else self.any.randint(901, 2600)
        last = first + self.any.randint(4, 40)
        told = str(last)
        if self.odds(0.15) and str(first)[:-2] == told[:-2] and first > 99:
            told = told[-2:]
        return "{p:" + f"{first}{self.pick('–', '–', '-')}{told}" + "}"

    def page(self) -> str:
        first = self.any.randint(1, 460) if self.odds(0.85) else self.any.randint(461, 1600)
        return "{n:" + str(first) + (f"–{first + self.any.randint(1, 5)}" if self.odds(0.2) else "") + "}"

    def house(self) -> tuple[str, str]:
        publisher, place = self.of(PUBLISHERS).split(";")
        return "{u:" + publisher + "}", "{l:" + place + "}"

    def day(self, *, year: bool = True) -> str:
        month, day = self.of(MONTHS), self.number(1, 28)
        if not year and self.odds(0.12):
            return self.pick(f"{day} de mayo", f"{day} octobre", f"{day}. März", f"{day} de enero", f"{day} juin")
        month = month[:3] + self.pick(".", "") if self.odds(0.2) and len(month) > 4 else month
        when = " " + self.year() if year else ""
        return (
            self.pick(f"{day} {month}{when}", f"{month} {day}{',' if year else ''}{when}")
            if year
            else self.pick(f"{day} {month}", f"{month} {day}")
        )

    def journal(self) -> str:
        return "{c:" + self.of(JOURNALS) + "}"

    def editors(self, form: str) -> str:
        said = self.people(form, most=3)
        return "{e:" + said + "}"

    def edition(self) -> str:
        return (
            self.pick(
                "2nd ed.", "3rd edn", "2nd edition", "rev. ed.", "3. Aufl.", "2.ª ed.", "2e éd.", "2. ed.", "5th ed."
            )
            if self.odds(0.15)
            else ""
        )
