"""Which places does a text name? Candidates, decided together, and kept where the signs say that a place is meant."""

from __future__ import annotations

import math
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

from hanse.places.place import Place
from hanse.places.toponyms.deciding import Decided, Named, a_country, decide, holding, inside
from hanse.text.document import Span
from hanse.wording.mentions_candidates import Candidate, candidates, words_of
from hanse.wording.mentions_caseless import caseless
from hanse.wording.mentions_signs import Surroundings, direction, instrument, person, signs

_ENOUGH = 0.42
_BEHIND = re.compile(r",\s{1,2}|\s\(|,?\s(?:in|en|im|à)\s")

_LIST = re.compile(r"(?:,|;|،|、)?\s*(?:,|and|et|y|e|und|en|i|и|ve|or|ou|o|&)?\s+(?:the |la |le |l')?")


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate with what it would mean and the signs that it does."""

    candidate: Candidate
    decided: Decided
    signs: dict[str, float]
    barred: bool


def places_in(text: str, language: str, taken: Sequence[Span]) -> Iterator[tuple[Span, Place]]:
    """Spans and places, in order; what lies in ``taken`` is left alone."""
    weights = _WEIGHTS.get() or _shipped()
    for each in judged(text, taken, language):
        chance = likelihood(each.signs, weights)
        if chance >= _ENOUGH and not each.barred:
            yield (each.candidate.start, each.candidate.end), _place(each, chance)
    yield from caseless(text, language, taken)


def judged(text: str, taken: Sequence[Span], language: str = "en") -> list[Judged]:
    """Every candidate of a text in ``language``."""
    words = words_of(text)
    found = candidates(text, words, list(taken))
    if not found:
        return []
    wider = _wider(text, found)
    decided = _decided(found, wider)
    around = Surroundings(text, words, language)
    rows = []
    listed = _listed(text, found)
    for place, each in enumerate(found):
        sense = decided[place]
        behind = wider[place]
        told = signs(
            each,
            around,
            sense,
            behind=bool(behind and inside(sense.sense, behind)),
            follows=bool(place and wider[place - 1] == each.name and inside(decided[place - 1].sense, each.name)),
            listed=listed[place],
        )
        rows.append(
            Judged(
                each,
                sense,
                told,
                instrument(each, around) or person(each, around, sense.sense) or direction(each, around),
            )
        )
    return _with_the_text(rows)


def _wider(text: str, found: list[Candidate]) -> list[str]:
    """For each candidate the name that stands right behind it, as a wider place would; not in a list of countries."""
    wider = [""] * len(found)
    beside = [bool(_LIST.fullmatch(text[each.end : after.start])) for each, after in pairwise(found)]
    for place, (each, following) in enumerate(pairwise(found)):
        in_a_row = any(beside[max(place - 1, 0) : place]) or any(beside[place + 1 : place + 2])
        if _BEHIND.fullmatch(text[each.end : following.start]) and not (in_a_row and a_country(each.name)):
            wider[place] = following.name
    return wider


def _listed(text: str, found: list[Candidate]) -> list[bool]:
    """Whether another candidate stands right beside each, with a comma or "and" between."""
    beside = [bool(_LIST.fullmatch(text[each.end : after.start])) for each, after in pairwise(found)]
    return [left or right for left, right in zip([False, *beside], [*beside, False], strict=True)]


def _decided(found: list[Candidate], wider: list[str]) -> list[Decided]:
    """One sense a name, unless a wider place behind it says otherwise; the bare name follows where there is one."""
    told: dict[str, set[str]] = defaultdict(set)
    keys = []
    for each, behind in zip(found, wider, strict=True):
        name = _cased(each.name)
        narrow = behind if behind and inside(None, behind, of=name) else ""
        if narrow:
            told[name].add(narrow)
        keys.append((name, narrow))
    keys = [(name, behind or (next(iter(told[name])) if len(told[name]) == 1 else "")) for name, behind in keys]
    distinct = list(dict.fromkeys(keys))
    decided = decide([Named(name, behind, keys.count((name, behind))) for name, behind in distinct])
    by_key = {key: each for key, each in zip(distinct, decided, strict=True) if each is not None}
    found_out = [by_key[key] for key in keys]
    for place in range(1, len(found)):
        narrower, behind = found_out[place - 1].sense, wider[place - 1]
        if behind and inside(narrower, behind):
            found_out[place] = holding(found_out[place], behind, narrower)
    return found_out


def _cased(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 4 and "." not in name else " ".join(name.split())


def _with_the_text(rows: list[Judged]) -> list[Judged]:
    """Signs of the other times that the text has the same name."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    for each in rows:
        groups[_cased(each.candidate.name)].append(each)
    for group in groups.values():
        telling = [
            bool(each.signs.keys() & {"before", "behind it a wider place", "institution after"}) for each in group
        ]
        for each, tells in zip(group, telling, strict=True):
            each.signs["times"] = math.log(len(group))
            if sum(telling) - tells:
                each.signs["told elsewhere"] = 1.0
    return rows


def likelihood(told: dict[str, float], weights: dict[str, float]) -> float:
    """How likely a candidate is a place, 0 to 1."""
    return 1 / (1 + math.exp(-sum(weights[name] * value for name, value in told.items())))


def _place(each: Judged, chance: float) -> Place:
    sense, decided = each.decided.sense, each.decided
    score = round(min(chance, 1.0) * decided.score, 4)
    return Place(
        sense.name, sense.geonames_id, sense.country, sense.kind, sense.lat, sense.lon, score, decided.reasons
    )  # fmt: skip


_WEIGHTS: ContextVar[dict[str, float] | None] = ContextVar("weights", default=None)


@contextmanager
def accepting_with(weights: dict[str, float]) -> Iterator[None]:
    """Within it other weights hold than those that ship: for fitting and trying."""
    before = _WEIGHTS.set(weights)
    try:
        yield
    finally:
        _WEIGHTS.reset(before)


@cache
def _shipped() -> dict[str, float]:
    read = tomllib.loads((resources.files(__package__) / "mentions.weights.toml").read_text("utf-8"))
    return {name: float(weight) for name, weight in read["weights"].items()}
