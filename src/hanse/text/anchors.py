"""Where does a remembered place stand in a corrected or newer file? Anchors made, and attached again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from hanse.text.document import Anchor, Document, Passage, Span

CONTEXT = 120
"""How many characters before and after the quotation an anchor keeps."""
_REACH = 12
"""How many passages before and after are looked at for the context."""
_SURE = 0.75
"""A quotation at least so alike (0 to 1) stands for itself."""
_POSSIBLE = 0.4
"""A quotation at least so alike is taken where its neighbours on both sides vouch for it."""
_VOUCHED = 0.5
_BY_CHANCE = 0.45
"""How alike two unrelated stretches of prose are, letter by letter."""
_TELLING = 0.55
"""Of places with the same words, the right one has surroundings at least so alike."""
_APART = 0.15
"""By how much its surroundings must beat the next place's, where both have nearly the words."""
_WHOLE_SIDE, _PART = 0.66, 0.3
"""A place that has not even one side whole does not win against another that has a part of one."""
_HARDLY = 0.1
"""How alike the surroundings of the last place left must be, to be taken for want of another."""
_MARGIN = 0.04
"""By how much the best place must beat the next, to be no toss-up."""
_WITHIN = 0.85
"""How alike a whole passage counts with the same words found within a longer one."""
_LONG = 60
"""A whole passage shorter than this is not looked for within a longer one."""
_END = 80
"""How many characters of a quotation's beginning and end are looked for within a longer passage."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Attachment:
    """Where anchors stand now. ``attached`` maps an anchor's place in the sequence given to passage id and span;
    ``orphans`` are the places of those that found none, or more than one without a difference."""

    attached: dict[int, tuple[str, Span]]
    orphans: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    passage: int
    span: Span
    likeness: float
    vouched: float
    """How alike the surroundings are: the better side, and half of the other."""
    number: bool

    @property
    def score(self) -> float:
        return 0.7 * self.likeness + 0.27 * self.vouched + (0.03 if self.number else 0.0)


def anchor(document: Document, passage_id: str, span: Span | None = None) -> Anchor:
    """The anchor of a passage, or of a stretch of it (half-open offsets into its text). KeyError for an unknown id."""
    passage = document.passage(passage_id)
    place = next(index for index, other in enumerate(document.passages) if other is passage)
    start, end = span if span is not None else (0, len(passage.text))
    near = _Text(document.passages[max(0, place - _REACH) : place + _REACH + 1])
    before, after = near.around(min(place, _REACH), (start, end))
    return Anchor(quote=passage.text[start:end], before=before, after=after, number=passage.number)


def attach(anchors: Sequence[Anchor], document: Document) -> Attachment:
    """Find every anchor in a document, as TextQuoteSelector of the W3C Web Annotation Data Model, with doubt allowed.

    Words may have been corrected and paragraphs inserted, moved, split or joined. What cannot be told apart, or is not
    alike enough, is an orphan: nothing is ever moved to a place that merely has the same number.
    """
    search = _Search(document.passages)
    found = [search.best(wanted) for wanted in anchors]
    _one_each(anchors, found)
    _by_elimination(search, anchors, found)
    attached = {
        place: (document.passages[one.passage].id, one.span) for place, one in enumerate(found) if one is not None
    }
    return Attachment(attached, tuple(place for place, one in enumerate(found) if one is None))


def _one_each(anchors: Sequence[Anchor], found: list[_Candidate | None]) -> None:
    """Where the same words stood in two places and now stand in one, that is the one whose surroundings it has."""
    claims: dict[tuple[str, int, Span], list[tuple[float, int]]] = defaultdict(list)
    for place, one in enumerate(found):
        if one is not None:
            claims[anchors[place].quote, one.passage, one.span].append((one.vouched, -place))
    for claimants in claims.values():
        best = anchors[-max(claimants)[1]]
        for place in (-negative for _, negative in claimants):
            if (anchors[place].before, anchors[place].after) != (best.before, best.after):
                found[place] = None


def _by_elimination(search: _Search, anchors: Sequence[Anchor], found: list[_Candidate | None]) -> None:
    """Of several anchors with the same words in different places, some found: what is left is left to the others."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, wanted in enumerate(anchors):
        if _whole(wanted):
            groups[wanted.quote].append(place)
    for places in groups.values():
        lost = [place for place in places if found[place] is None]
        if len(places) < 2 or not lost:
            continue
        if len({(anchors[place].before, anchors[place].after) for place in places}) < len(places):
            continue
        taken = {one.passage for place in places if (one := found[place]) is not None}
        left = {
            place: [one for one in search.candidates(anchors[place]) if one.likeness >= _SURE + 0.1] for place in lost
        }
        while claim := _next_claim(left, taken):
            place, one = claim
            found[place] = one
            taken.add(one.passage)
            del left[place]


def _next_claim(left: dict[int, list[_Candidate]], taken: set[int]) -> tuple[int, _Candidate] | None:
    """The anchor that has one place left, or one that its surroundings clearly prefer among those left."""
    for place, candidates in left.items():
        free = sorted((one for one in candidates if one.passage not in taken), key=lambda one: -one.vouched)
        if len(free) == 1 and len(left) == 1 and free[0].vouched >= _HARDLY:
            return place, free[0]
        if free and free[0].vouched >= 0.35 and (len(free) == 1 or _stands_out(free[0], free[1])):
            return place, free[0]
    return None


def _stands_out(first: _Candidate, second: _Candidate) -> bool:
    return first.vouched - second.vouched >= 0.25 and not _both_in_part(first, second)


def _both_in_part(first: _Candidate, second: _Candidate) -> bool:
    return first.vouched < _WHOLE_SIDE and second.vouched >= _PART


class _Text:
    """The passages as one text, for what stands before and after a place."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self.starts: list[int] = []
        length = 0
        for passage in passages:
            self.starts.append(length)
            length += len(passage.text) + 1
        self.whole = "".join(f"{passage.text}\n" for passage in passages)

    def around(self, place: int, span: Span) -> tuple[str, str]:
        start, end = self.starts[place] + span[0], self.starts[place] + span[1]
        return self.whole[max(0, start - CONTEXT) : start], self.whole[end : end + CONTEXT]


class _Search:
    """Finds anchors in one document's passages."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self.text = _Text(passages)
        self.exact: dict[str, list[int]] = defaultdict(list)
        self.words: dict[str, list[int]] = defaultdict(list)
        self.numbers: dict[str, list[int]] = defaultdict(list)
        for index, passage in enumerate(passages):
            self.exact[passage.text].append(index)
            if passage.number:
                self.numbers[passage.number].append(index)
            for word in set(_words(passage.text)):
                self.words[word].append(index)

    def best(self, wanted: Anchor) -> _Candidate | None:
        if not wanted.quote.strip():
            return None
        candidates = self.candidates(wanted)
        sure = [one for one in candidates if one.likeness >= _SURE]
        possible = sure or [one for one in candidates if one.likeness >= _POSSIBLE and one.vouched >= _VOUCHED]
        ranked = sorted(possible, key=lambda one: (-one.score, one.passage, one.span))
        if not ranked:
            return None
        first, *others = ranked
        rivals = [one for one in others if not _overlap(one, first)]
        return None if any(_a_toss_up(first, rival) for rival in rivals) else first

    def candidates(self, wanted: Anchor) -> list[_Candidate]:
        """Every place that the anchor may mean."""
        found = self._exactly(wanted)
        if len(found) == 1 and found[0].likeness == 1.0 and found[0].vouched >= _VOUCHED:
            return found
        return found + self._nearly(wanted, {(one.passage, one.span) for one in found})

    def _exactly(self, wanted: Anchor) -> list[_Candidate]:
        """Passages that have the quotation letter by letter."""
        if _whole(wanted) and wanted.quote in self.exact:
            spans = [(index, (0, len(wanted.quote))) for index in self.exact[wanted.quote]]
        else:
            spans = [
                (self._passage_at(match.start()), match.span())
                for match in re.finditer(re.escape(wanted.quote), self.text.whole)
            ]
            spans = [
                (index, (start - self.text.starts[index], end - self.text.starts[index]))
                for index, (start, end) in spans
            ]
            spans = [(index, span) for index, span in spans if self._unbroken(index, span)]
        whole = _whole(wanted)
        if whole and len(wanted.quote) < _LONG:
            spans = [(index, span) for index, span in spans if span == (0, len(self.passages[index].text))]
        alike = [_WITHIN if whole and span != (0, len(self.passages[index].text)) else 1.0 for index, span in spans]
        return [
            self._candidate(wanted, index, span, likeness) for (index, span), likeness in zip(spans, alike, strict=True)
        ]

    def _nearly(self, wanted: Anchor, known: set[tuple[int, Span]]) -> list[_Candidate]:
        """Passages that have something like it: as a whole, or else somewhere within."""
        likely = self._likely(wanted)
        found: list[_Candidate] = []
        if _whole(wanted):
            for index in likely:
                text = self.passages[index].text
                likeness = fuzz.ratio(wanted.quote, text) / 100
                if likeness >= _POSSIBLE and (index, (0, len(text))) not in known:
                    found.append(self._candidate(wanted, index, (0, len(text)), likeness))
        if not known and all(one.likeness < _SURE for one in found):
            parts = (self._part(wanted, index) for index in likely[:8])
            found.extend(part for part in parts if part is not None)
        return found

    def _part(self, wanted: Anchor, index: int) -> _Candidate | None:
        """The stretch of a passage that is most like the quotation, found by the quotation's two ends."""
        text, quote = self.passages[index].text, wanted.quote
        whole = _whole(wanted)
        if len(quote) < (_LONG if whole else 8) or len(text) < 0.7 * len(quote):
            return None
        head = fuzz.partial_ratio_alignment(quote[:_END], text, score_cutoff=70)
        tail = fuzz.partial_ratio_alignment(quote[-_END:], text, score_cutoff=70)
        if head is None or tail is None or tail.dest_end <= head.dest_start:
            return None
        start, end = head.dest_start, tail.dest_end
        while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
        if text[end : end + 1] == quote[-1] and not quote[-1].isalnum():
            end += 1
        likeness = fuzz.ratio(quote, text[start:end]) / 100 * (_WITHIN if whole else 1.0)
        return self._candidate(wanted, index, (start, end), likeness)

    def _likely(self, wanted: Anchor, most: int = 60) -> list[int]:
        weights: Counter[int] = Counter()
        for word in set(_words(wanted.quote)):
            where = self.words.get(word, ())
            for index in where:
                weights[index] += 1000 // len(where)
        ranked = sorted(weights, key=lambda index: (-weights[index], index))[:most]
        if len(wanted.quote) < _LONG:
            ranked += [
                index for index, passage in enumerate(self.passages) if abs(len(passage.text) - len(wanted.quote)) < 6
            ]
        beside = self._beside(wanted)
        return list(dict.fromkeys([*ranked, *beside, *self.numbers.get(wanted.number, ())[:3]]))

    def _beside(self, wanted: Anchor) -> list[int]:
        """Passages whose neighbour is the one that stood before or after the quotation."""
        found: list[int] = []
        for words, step in ((wanted.before.rstrip("\n"), 1), (wanted.after.lstrip("\n"), -1)):
            piece = words[-40:] if step > 0 else words[:40]
            if len(piece) < 12:
                continue
            at = self.text.whole.find(piece)
            if at >= 0:
                index = self._passage_at(at + len(piece) - 1 if step > 0 else at) + step
                found.extend(near for near in (index, index + step) if 0 <= near < len(self.passages))
        return found

    def _candidate(self, wanted: Anchor, index: int, span: Span, likeness: float) -> _Candidate:
        before, after = self.text.around(index, span)
        sides = (_alike(wanted.before, before, end=True), _alike(wanted.after, after, end=False))
        vouched = (2 * max(sides) + min(sides)) / 3
        same_number = bool(wanted.number) and self.passages[index].number == wanted.number
        return _Candidate(index, span, likeness, vouched, same_number)

    def _passage_at(self, offset: int) -> int:
        return bisect_right(self.text.starts, offset) - 1

    def _unbroken(self, index: int, span: Span) -> bool:
        """True where a stretch lies in its passage and cuts no word."""
        text = self.passages[index].text
        start, end = span
        if end > len(text):
            return False
        cut_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
        cut_after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
        return not (cut_before or cut_after) or len(self.passages[index].text) == end - start


def _a_toss_up(first: _Candidate, rival: _Candidate) -> bool:
    """Where two places have the same words, their surroundings must tell them apart; the number may help them."""
    if rival.likeness < first.likeness - 0.12:
        return False
    if first.number and not rival.number and first.vouched >= rival.vouched:
        return first.vouched < 0.3
    if first.vouched - rival.vouched < _APART and first.likeness < 1.0:
        return True
    if _both_in_part(first, rival):
        return True
    return first.vouched < _TELLING or first.score - rival.score < _MARGIN


def _overlap(one: _Candidate, other: _Candidate) -> bool:
    return one.passage == other.passage and one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _whole(wanted: Anchor) -> bool:
    """True for the anchor of a whole passage: its surroundings begin and end at a passage's edge."""
    return wanted.before[-1:] in ("", "\n") and wanted.after[:1] in ("", "\n")


def _alike(wanted: str, found: str, *, end: bool) -> float:
    """How alike two surroundings are, 0 to 1, the nearest words counted twice."""
    if not wanted.strip() or not found.strip():
        return 0.5 if wanted.strip() == found.strip() else 0.0
    found = found[-len(wanted) :] if end else found[: len(wanted)]
    near = (wanted[-40:], found[-40:]) if end else (wanted[:40], found[:40])
    ratio = (fuzz.ratio(wanted, found) + fuzz.ratio(*near)) / 200
    return max(0.0, (ratio - _BY_CHANCE) / (1 - _BY_CHANCE))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
