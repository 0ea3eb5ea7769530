"""Which citation of a passage is judged, and in which of its sentences and clauses does it stand?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from hanse.errors import HanseError
from hanse.text.document import Span

TARGET, OTHER = "\ue000", "\ue001"
"""What the citations are covered with, as many times as they have characters, so that every offset stays."""
_SQUARE = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)
_YEAR = r"(?:1[5-9]|20)\d\d[a-z]?"
_NAME = r"(?:(?:de|van|von|der|den|la|le|du|dos|da|al|el|bin)\s+){0,3}[A-ZÀ-ÝŁŚŠŽČ][\w’'-]*[\w-]"
_AND = r"(?:,?\s*(?:and|&|et|y|und|with)\s+)"
_MORE = r"(?:,?\s+(?:et\s+al|and\s+colleagues|and\s+others)\.?)?(?:[’']s?)?"
_AUTHORS = rf"{_NAME}(?:,\s+{_NAME}){{0,4}}(?:{_AND}{_NAME})?{_MORE}"
_NUMBERS = r"\d{1,3}(?:\s*[-–,;]\s*\d{1,3})*"
_CITATION = re.compile(
    rf"""
      {_AUTHORS}\s*,?\s*[(\[]\s*{_YEAR}(?:[^()\[\]]{{0,40}})[)\]]                       # Okafor and Silva (2014, p. 3)
    | \((?:[^()]{{0,400}}?\W)??{_YEAR}(?:\s*[,;:][^()]{{0,400}}|)\)                       # (Okafor 2014; Silva 2011)
    | \[\s*(?:{_NAME}[^\[\]]{{0,60}}?{_YEAR}[^\[\]]{{0,40}}|{_NUMBERS})\s*\]           # [Okafor 2014], [3, 5]
    | \b(?:A|E|S|ST|TD|HRI|CCPR|CEDAW)/(?:[A-Z]+[./])*[A-Z0-9][\w./-]*\d\b             # A/RES/73/195
    | {_AUTHORS}\s+{_YEAR}\b(?=\s*(?:[;,)]|\bp))
    """,
    re.VERBOSE,
)
_END = re.compile(r"(?<=[.!?])[\"”’)»]*\s+(?=[\"“«(¿¡]*[A-ZÀ-Ý\ue000\ue001\d])")
_SHORTENED = (
    r"cf|al|vs|pp?|e\.g|i\.e|eg|ie|nos?|figs?|vol|ch|paras?|art|eds?|op|cit|ibid|etc|approx|ca|resp|Drs?|Mrs?|Ms|St|v"
)
_SHORT = re.compile(rf"(?:\b(?:{_SHORTENED})\.|\b[A-Z]\.)$", re.IGNORECASE)
_TURNS = (
    r"but|yet|while|whereas|although|though|which|who|for whom|so that|mais|tandis|alors|ce qui|pero|mientras|lo que"
)
_CLAUSE = re.compile(rf"[;:]|[—–]|,(?=\s+(?:{_TURNS})\b)|\s(?=(?:but|yet|whereas|mais|pero)\s)")


@dataclass(frozen=True, slots=True)
class CitingPassage:
    """A passage whose citations are covered; ``text`` has as many characters as the passage given."""

    text: str
    target: Span | None
    others: tuple[Span, ...]
    sentences: tuple[Span, ...]
    clause: Span
    """Where the target stands; the whole passage where there is no target."""

    @property
    def sentence(self) -> Span:
        """The sentence of the target, or the first one."""
        at = self.target[0] if self.target else 0
        return next((each for each in self.sentences if each[0] <= at < each[1]), self.sentences[0])


def citing_passage(text: str, target: Span | None = None) -> CitingPassage:
    """Cover the citations of ``text``; the one at ``target`` is judged, else that in ``[[double square brackets]]``,
    else the first. Raises HanseError for a target that lies outside the text."""
    squares = [match.span() for match in _SQUARE.finditer(text)]
    if target is not None and not 0 <= target[0] < target[1] <= len(text):
        raise HanseError(
            f"the citation at {target[0]}-{target[1]} lies outside the passage, which has {len(text)} characters",
            do="hand over a half-open span of code points",
        )
    found = [match.span() for match in _CITATION.finditer(text)]
    judged = [target] if target else squares[:1] or found[:1]
    others = tuple(each for each in (*squares, *found) if not any(_meet(each, other) for other in judged))
    covered = _covered(text, judged, TARGET)
    covered = _covered(covered, list(others), OTHER)
    sentences = _sentences(covered)
    at = judged[0] if judged else None
    inside = next((each for each in sentences if at and each[0] <= at[0] < each[1]), (0, len(text)))
    return CitingPassage(covered, at, tuple(sorted(set(others))), sentences, _clause(covered, inside, at))


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _covered(text: str, spans: list[Span], sign: str) -> str:
    for start, end in spans:
        text = text[:start] + sign * (end - start) + text[end:]
    return text


def _sentences(text: str) -> tuple[Span, ...]:
    ends = [
        match for match in _END.finditer(text) if not _SHORT.search(text[max(0, match.start() - 8) : match.start()])
    ]
    cuts = [0, *(match.end() for match in ends), len(text)]
    return tuple((a, b) for a, b in pairwise(cuts) if b > a) or ((0, len(text)),)


def _clause(text: str, sentence: Span, target: Span | None) -> Span:
    if target is None:
        return sentence
    start, end = sentence
    for match in _CLAUSE.finditer(text, start, end):
        if match.end() <= target[0]:
            start = match.end()
        elif match.start() >= target[1]:
            end = match.start()
            break
    return start, end
