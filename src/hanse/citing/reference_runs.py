"""Where are the fields of a string whose every word has its label? The runs of a label, and which of them counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A string without its marks, the places of its tokens, and a letter of label for each."""

    rest: str
    spans: list[Span]
    path: str

    def runs(self, label: str) -> list[Span]:
        """The places of the runs of a label, in printed order."""
        return [
            (self.spans[run.start()][0], self.spans[run.end() - 1][1]) for run in re.finditer(f"{label}+", self.path)
        ]

    def run(self, label: str) -> tuple[str, int]:
        """The longest run of a label, of numbers only such as have their shape; and where it ends."""
        runs = self.runs(label)
        if shape := _SHAPES.get(label):
            runs = [run for run in runs if shape.search(self.rest[slice(*run)])]
        if label == "t":
            runs = _rejoined(self.rest, runs)
        if label == "u":
            runs = _neighbours(self.rest, runs)
        if label == "c" and len(runs) > 1:
            runs = [run for run in runs if not edited_by(self.rest, run)] or runs
        if label == "c" and len(runs) > 1 and _EDITED.search(self.rest[runs[0][1] : runs[1][0]]):
            runs = runs[:1]  # what follows "ed." are names
        if not runs:
            return "", 0
        first, last = max(runs, key=lambda run: run[1] - run[0])
        return self.rest[first:last], last

    def text(self, label: str) -> str:
        """The longest run of a label."""
        return self.run(label)[0]

    def held(self, start: int, end: int) -> set[str]:
        """The labels of the tokens between two places."""
        return {label for (a, b), label in zip(self.spans, self.path, strict=True) if a >= start and b <= end}

    def twice(self) -> tuple[str, str]:
        """Pages and pinpoint where both were taken for what a note points to: "88–90, at 90"."""
        for (first, last), (begin, end) in pairwise(self.runs("n")):
            if _AT.fullmatch(self.rest[last:begin]):
                return self.rest[first:last], self.rest[begin:end]
        return "", ""

    def unlabelled_year(self) -> str:
        """The one year that is no part of any field; else an empty string."""
        pairs = zip(self.spans, self.path, strict=True)
        years = {self.rest[a:b] for (a, b), label in pairs if label == "o" and _YEAR.fullmatch(self.rest[a:b])}
        return years.pop() if len(years) == 1 else ""


_SHAPES = {
    "y": re.compile(r"\d{4}"),
    "v": re.compile(r"\d(?!\d*(?:st|nd|rd|th)\b)|^[IVXLC]+$"),
    "p": re.compile(r"\d|^[ivxlc]+$"),
    "n": re.compile(r"\d|^[ivxlc]+$"),
}
"""What a field of numbers must hold."""
_EDITORS = re.compile(r"\s*\((?:[Ee]ds?|[Ee]ditors?|Hrsgg?|Hg|[Dd]irs?|[Cc]oords?|a cura di)\b|,\s(?:[Ee]ds?|Hrsg)\.?,")
"""What follows the names of editors that stand before their book."""
_EDITED = re.compile(r"\b(?:eds?\.|edited by)", re.IGNORECASE)
_AT = re.compile(r",?\s*(?:at|here|hier|ici|esp\.)\s*(?:pp?\.\s*)?")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def coded(of: Labelled) -> Labelled:
    """The labels, with that of a number drawn to both ends of the code in which it stands: "BDI-2016-12"."""
    found = list(of.path)
    for run in re.finditer("i+", of.path):
        for place, step in ((run.start(), -1), (run.end() - 1, 1)):
            ends = place
            while _goes_on(of, ends, step):
                ends += step
            while ends != place and of.rest[slice(*of.spans[ends])] in "/-–":
                ends -= step
            found[min(place, ends) : max(place, ends) + 1] = "i" * (abs(place - ends) + 1)
    return Labelled(of.rest, of.spans, "".join(_ranged(of, found)))


def _ranged(of: Labelled, path: list[str]) -> list[str]:
    """The labels, those of the pages around a dash made one: that of the first, where it has one."""
    words = [of.rest[slice(*span)] for span in of.spans]
    for i in range(1, len(words) - 1):
        if (
            words[i] in "-–—−"
            and words[i - 1].isdigit()
            and words[i + 1].isdigit()
            and {*path[i - 1 : i + 2]} <= {*"npo"}
        ):
            path[i - 1 : i + 2] = [path[i - 1] if path[i - 1] != "o" else path[i + 1]] * 3
    return path


def _goes_on(of: Labelled, place: int, step: int) -> bool:
    """Whether the next token in a direction touches this one, has no label, and may be part of a code."""
    new, left = place + step, min(place, place + step)
    if left < 0 or of.path[new : new + 1] != "o" or of.spans[left][1] != of.spans[left + 1][0]:
        return False
    return bool(re.fullmatch(r"[A-Z]{1,6}|\d+|[/–-]", of.rest[slice(*of.spans[new])]))


def edited_by(rest: str, run: tuple[int, int]) -> bool:
    """Whether what was taken for a book are the names of its editors, which stand before it."""
    after = rest[run[1] :]
    named = re.search(r"\b[A-Z]\. |\b(?:and|et|und|y) [A-Z]|&", rest[slice(*run)])
    return bool(_EDITORS.match(after) or (named and re.match(r",\s[Ee]ds?\.\s", after)))


def _neighbours(rest: str, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of a publisher with no more than a comma between them: an institute and its university."""
    found: list[tuple[int, int]] = []
    for first, last in runs:
        if found and rest[found[-1][1] : first] == ", ":
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _rejoined(rest: str, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of a title with no more than a word in brackets between them: "Forging (New) Lock-ins"."""
    found: list[tuple[int, int]] = []
    for first, last in runs:
        if found and re.fullmatch(
            r"\s*(?:\([^()\s]+\)?|\d{4}(?=\s*\))|\S{1,3}|[‘’“”].{0,20}[‘’“”])?\s*", rest[found[-1][1] : first]
        ):
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found
