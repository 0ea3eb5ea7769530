"""How many of what does a sentence speak of? Numbers with the words that bound them and the unit that they count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal, cast

from hanse.wording.flat import flat
from hanse.wording.lexicon import lexicon
from hanse.wording.measures import spelled

Qualifier = Literal["", "at least", "over", "nearly", "about", "at most"]
_SCALES = {
    "thousand": 1e3, "mille": 1e3, "mil": 1e3, "million": 1e6, "millions": 1e6, "millon": 1e6, "millones": 1e6,
    "billion": 1e9, "milliard": 1e9, "milliards": 1e9,
}  # fmt: skip
_BOUNDS = ("at_least", "over", "nearly", "about", "at_most")
_DIGITS = r"\d{1,3}(?:[.,' ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_YEAR = re.compile(r"(?:19|20)\d\d")
MOST = 5
"""Words between a number and the noun that it counts, with it, at most."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its unit: half-open offsets from the words that bound it to the end of the unit.

    ``unit`` is written as in the text ("percent of ..." for shares); ``actor`` says whether those counted can act.
    """

    start: int
    end: int
    value: float
    qualifier: Qualifier
    unit: str
    actor: bool


class Numbers:
    """How one language counts; ``words`` are its part of asserted.toml."""

    def __init__(self, words: dict[str, Any]) -> None:
        known = {flat(word): float(n) for word, n in lexicon(words["language"], "measures")["numbers"].items()}
        self.spelled = {word: n for word, n in known.items() if n > 1}
        self.dozens = {name: float(n) for name, n in (each.rsplit("=", 1) for each in words["dozens"].split("|"))}
        one = "|".join(sorted(map(re.escape, self.spelled), key=len, reverse=True))
        dozen = "|".join(self.dozens)
        bounds = "|".join(f"(?P<{name}>{words[name]})" for name in _BOUNDS)
        self.number = re.compile(
            rf"(?<![\w/.$€£-])(?:(?:{bounds})\s*)?(?:(?:{words['plain']})\s+)?"
            rf"(?:(?P<digits>{_DIGITS})(?P<plus>\+| ?plus\b)?|(?P<dozen>{dozen})|"
            rf"(?:(?:an?|une?)\s+)?(?P<words>(?:{one})(?:(?:[ -]|\s(?:and|et|y)\s)(?:{one}))*))"
            rf"(?:[\s-]*(?P<scale>{words['scale']})\b)?(?![\d/])"
            rf"(?P<percent>\s*(?:{words['percent']})(?!\w))?"
        )
        self.unit = re.compile(rf"(?P<actor>{words['actors']})|(?P<thing>{words['things']})")
        self.joint = re.compile(rf"(?:{words['joints']})")
        self.of = re.compile(rf"\s*(?:{words['of']})\s*(?:(?:{words['little']})\s+)*")
        self.numbered = re.compile(rf"\b(?:{words['numbering']})[\s.-]*$")
        self.month = re.compile(rf"\s*(?:de\s+)?(?:{words['months']})\b")
        self.after_month = re.compile(rf"\b(?:{words['months']})\s*$")
        self.time = re.compile(rf"[\s-]*(?:{words['time']})\b")

    def find(self, sentence: str, folded: str) -> list[Counted]:
        """The numbers of a sentence that count something; ``folded`` is the sentence as `flat` has it."""
        found, at = [], 0
        while match := self.number.search(folded, at):
            at = match.end() if match.end() > match.start() else match.start() + 1
            counted = self._counted(match, sentence, folded)
            if counted is not None:
                found.append(counted)
                at = max(at, counted.end)
        return found

    def _counted(self, match: re.Match[str], sentence: str, folded: str) -> Counted | None:
        end = match.end()
        share = bool(match["percent"])
        if self._is_no_count(match, folded):
            return None
        start = match.start()
        if share:
            of = self.of.match(folded, end)
            begun = of.end() if of else end
            place = self._unit(folded, begun)
            if place is None:
                return None
            unit = f"percent of {sentence[begun : place[1]]}"
            return Counted(start, place[1], self._value(match), _bound(match), unit, True)
        if folded[end : end + 1] not in (" ", "\u00a0") and not match["dozen"]:
            return None
        place = self._unit(folded, end)
        if place is None:
            return None
        unit = sentence[end : place[1]].strip(" -")
        return Counted(start, place[1], self._value(match), _bound(match), " ".join(unit.split()), place[2])

    def _is_no_count(self, match: re.Match[str], folded: str) -> bool:
        """Years, dates, numbers of articles, ordinals, sums of time."""
        at, end = match.start(), match.end()
        digits = match["digits"]
        bare = digits and not match["scale"] and not match["percent"] and _bound(match) in ("", "at most")
        if bare and _YEAR.fullmatch(digits):
            return True
        number_at = match.start("digits") if digits else at
        if self.numbered.search(folded[max(0, number_at - 24) : number_at]) and not _bound(match):
            return True
        if self.month.match(folded, end) or (digits and self.after_month.search(folded[max(0, at - 14) : at])):
            return True
        return bool(self.time.match(folded, end)) or folded[end : end + 2] in ("st", "nd", "rd", "th")

    def _unit(self, folded: str, start: int) -> tuple[int, int, bool] | None:
        """Where the noun that is counted stands: the last that is known, of the words up to a joint or a stop."""
        best, at, seen = None, start, 0
        pattern = re.compile(r"[\s]*(?:[\"“«']?)([a-z][\w'’-]*)")
        while seen < MOST and (word := pattern.match(folded, at)):
            known = self.unit.match(folded, word.start(1))
            if known and not re.match(r"[\w-]", folded[known.end() : known.end() + 1] or " "):
                best = (word.start(1), known.end(), bool(known["actor"]))
                at = known.end()
            elif self.joint.fullmatch(word[1]) or best is not None:
                break
            else:
                at = word.end()
            seen += 1
        return best

    def _value(self, match: re.Match[str]) -> float:
        scale = _SCALES.get(match["scale"] or "", 1.0)
        if match["digits"]:
            plain = re.sub(r"[.,' ](?=\d{3}(?!\d))", "", match["digits"]).replace(",", ".")
            return float(plain) * scale
        if match["dozen"]:
            return next(n for name, n in self.dozens.items() if re.fullmatch(name, match["dozen"])) * scale
        return spelled([self.spelled.get(part, 0.0) for part in re.split(r"[ -]", match["words"])]) * scale


def _bound(match: re.Match[str]) -> Qualifier:
    name = next((each for each in _BOUNDS if match[each]), "")
    if match["plus"]:
        return "over"
    return "about" if match["dozen"] and not name else cast(Qualifier, name.replace("_", " "))
