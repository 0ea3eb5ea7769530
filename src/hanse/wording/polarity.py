"""Which terms of a clause are denied? Negations, prohibitions, exceptions, and what they govern."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from hanse.wording.actions import acts
from hanse.wording.changes import PARTIES
from hanse.wording.flat import WORD
from hanse.wording.lexicon import lexicon
from hanse.wording.phrases import PhraseBook
from hanse.wording.terms import Term
from hanse.wording.view import View

_NEGATIVE = frozenset(
    [
        "prohibit",
        "end",
        "abolish",
        "refrain",
        "deny",
        "exclude",
        "prevent",
        "combat",
        "reduce",
        "restrict",
        "discourage",
        "exempt",
        "oppose",
        "cancel",
        "close",
    ]
)
"""Classes whose object is unwanted: what they govern counts as denied."""
_BARRING = frozenset(["exclude", "deny"])
"""Negative classes that may have a party as their object."""


@dataclass(frozen=True, slots=True)
class Negator:
    """A word that denies: "not" (of any form), "except", or the key of a negative class."""

    kind: str
    start: int
    end: int
    verb: Term | None = None


Signs = dict[str, tuple[set[int], Term]]
"""For every key the signs, 1 or -1, with which it occurs, and one occurrence."""


def polarities(ask: View, draft: View) -> tuple[Signs, Signs]:
    """Signs of both sides. Negators that both sides have cancel out; only the others count."""
    asked, drafted = unshared(ask, draft)
    return _signs(ask, asked), _signs(draft, drafted)


def unshared(ask: View, draft: View) -> tuple[list[Negator], list[Negator]]:
    """The negators of either side that the other does not have."""
    asked, drafted = negators(ask), negators(draft)
    surplus = Counter(each.kind for each in asked)
    surplus.subtract(Counter(each.kind for each in drafted))
    return (
        [each for each in asked if surplus[each.kind] > 0],
        [each for each in drafted if surplus[each.kind] < 0],
    )


def denied(view: View) -> Signs:
    """Signs of one side under all its negators."""
    return _signs(view, negators(view))


@cache
def _denials(language: str) -> PhraseBook[str]:
    words = lexicon(language, "terms")["denials"]
    return PhraseBook(
        [
            *((phrase, "") for phrase in words["harmless"]),
            *((phrase, "not") for phrase in words["plain"]),
            *((phrase, "except") for phrase in words["except"]),
        ]
    )


def negators(view: View) -> list[Negator]:
    """The words of the region that deny, without those that only seem to ("not only")."""
    return list(_found_negators(view))


@lru_cache(maxsize=4_096)
def _found_negators(view: View) -> tuple[Negator, ...]:
    start, end = view.region
    harmless = [
        (start + hit.start, start + hit.end)
        for hit in _denials(view.language).find(view.flattened[start:end])
        if not hit.label
    ]
    openers = lexicon(view.language, "terms")["subordinate"]
    found = [
        Negator(hit.label, start + hit.start, start + hit.end)
        for hit in _denials(view.language).find(view.flattened[start:end])
        if hit.label and not _subordinate(view, start + hit.start, openers)
    ]
    found += [
        Negator(term.key, term.start, term.end, term)
        for term in view.content
        if term.classed
        and term.key in _NEGATIVE
        and not is_noun(view, term)
        and not _over(view, term)
        and not any(a <= term.start < b for a, b in harmless)
    ]
    return tuple(each for each in found if each.start not in view.caveat_terms)


def _subordinate(view: View, at: int, openers: list[str]) -> bool:
    """Does the word at ``at`` stand in a condition or a relative clause, which denies nothing of the whole?"""
    before = view.flattened[view.region[0] : at]
    clause = before[max(before.rfind(mark) for mark in ",;:.") + 1 :]
    return any(word.group() in openers for word in WORD.finditer(clause))


_HOMOGRAPHS = frozenset(["end", "ends", "limit", "limits", "cut", "cuts"])


_DETERMINERS = frozenset(["the", "this", "that", "these", "those", "their", "its", "by", "at", "year"])


def is_noun(view: View, term: Term) -> bool:
    """ "By the end of 2027" ends nothing."""
    before = view.flattened[max(0, term.start - 6) : term.start].split()
    return term.word in _HOMOGRAPHS and bool(before) and before[-1] in _DETERMINERS


_ONCE = re.compile(r"\b(?:whose|when|once|after|until)\b[^,;:.]*\b(?:has|have|had)\W+$")
"""What opens a clause about something that is over by itself."""


def _over(view: View, term: Term) -> bool:
    """ "Workers whose permit has ended": nobody does away with anything."""
    return term.word == "ended" and _ONCE.search(view.flattened, view.region[0], term.start) is not None


def _signs(view: View, negators: list[Negator]) -> Signs:
    signs = dict.fromkeys((term.start for term in view.content), 1)
    for each in negators:
        if each.verb is None:
            for term in _reached(view, each.end):
                if each.kind == "except" or term.key not in PARTIES:
                    signs[term.start] = -signs[term.start]
    unwanted: set[int] = set()
    for each in negators:
        if each.verb is not None:
            bars = each.kind in _BARRING and signs[each.start] > 0
            unwanted |= {term.start for term in _governed(view, each.verb) if term.key not in PARTIES or bars}
    found: Signs = {}
    for term in view.content:
        if term.start not in view.caveat_terms:
            sign = -signs[term.start] if term.start in unwanted else signs[term.start]
            found.setdefault(term.key, (set(), term))[0].add(sign)
    return found


def _governed(view: View, verb: Term) -> list[Term]:
    """What a negative verb does away with: its object, shared with the negative verbs that it is listed with."""
    after = _scope(view, verb.end)
    while after and after[0].key in _NEGATIVE and _LISTED.fullmatch(view.flattened[verb.end : after[0].start]):
        verb = after[0]
        after = _scope(view, verb.end)
    if after and after[0].classed and _LISTED.fullmatch(view.flattened[verb.end : after[0].start]):
        after = []
    if _FROM.match(view.flattened, verb.end):
        return after
    if _passive(view, verb):
        return _before(view, verb) + (after if verb.key == "deny" else [])
    return after


_FROM = re.compile(r"\W+from\s+\w+ing\b")
_LISTED = re.compile(r"(?:,\s*)?(?:\s*(?:and|or|et|ou|y|e|o|as well as|ainsi que|asi como)\s+)?")


def _reached(view: View, at: int) -> list[Term]:
    """What a "not" governs: its own scope, and all that a negative verb in it governs in turn."""
    near = _scope(view, at)
    further = [term for verb in near if verb.classed and verb.key in _NEGATIVE for term in _scope(view, verb.end)]
    return list({term.start: term for term in [*near, *further]}.values())


_AND = re.compile(r"\b(?:and|et|y|e)\W+$")
_TURN = re.compile(r"[;:.]|\b(?:but|mais|sino|pero)\b")


def _scope(view: View, at: int, reach: int = 3) -> list[Term]:
    """The terms that a negation at ``at`` governs: the next ones, up to a comma or an opposing "but"."""
    found: list[Term] = []
    for term in view.content:
        if term.start < at or term.start in view.caveat_terms:
            continue
        between = view.uncaveated[at : term.start]
        if len(found) == reach or _TURN.search(between) or ("," in between and found):
            break
        if found and _AND.search(between) and acts(view.flattened, term.start, view.language):
            break
        found.append(term)
    return found


def _before(view: View, verb: Term, reach: int = 8) -> list[Term]:
    """The subject of a passive: the terms before it, back to a comma."""
    found: list[Term] = []
    for term in reversed(view.content):
        if term.end > verb.start or term.start in view.caveat_terms:
            continue
        if len(found) == reach or re.search(r"[,;:.]", view.uncaveated[term.end : verb.start]):
            break
        found.append(term)
    return found


_BEING = frozenset(
    ["be", "been", "being", "is", "are", "etre", "ser", "sera", "seran", "son", "sont", "est", "soit", "soient"]
)


def _passive(view: View, term: Term) -> bool:
    before = [each.word for each in view.every if each.end <= term.start][-2:]
    return any(word in _BEING for word in before)


_NO_LONGER = {
    "en": re.compile(r"\b(?:no longer(?! than)|not \w+ any ?more)\b"),
    "fr": re.compile(r"\bn(?:e |')(?:\w+ ){1,3}plus\b(?! de)"),
    "es": re.compile(r"\bya no\b|\bdejara(?:n)? de\b"),
}
_FEES = frozenset(["cost", "levy"])
"""What is not charged where something is free."""
_ENDING = frozenset(["end", "abolish"])


def never_refused(plain: View, twice: View) -> bool:
    """Does ``twice`` say by two denials what ``plain`` says without: nobody is refused it, it is charged no longer?"""
    mine, theirs = negators(plain), negators(twice)
    if "free" in plain.keys - twice.keys and _FEES & twice.keys - plain.keys and len(theirs) == len(mine) + 1:
        return True
    shared = [each for each in theirs if twice.flattened[each.start : each.end] in plain.flattened]
    if _NO_LONGER[twice.language].search(twice.flattened[slice(*twice.region)]):
        ends = [each for each in mine if each.kind in _ENDING]
        return len(ends) == len(mine) == 1 and not any(each.verb for each in theirs)
    own = [each for each in theirs if each not in shared]
    refusals = [each for each in own if each.kind == "deny"]
    if len(refusals) != 1 or any(each.verb and each.kind != "deny" for each in own):
        return False
    denials = [each for each in own if each.kind == "not" and _governs(twice, each, refusals[0])]
    only = len(denials) == len(own) - 1 if twice.language != "en" else len(denials) == len(own) - 1 == 1
    return bool(denials) and only and all(plain.flattened[each.start : each.end] in twice.flattened for each in mine)


def _governs(view: View, denial: Negator, refusal: Negator) -> bool:
    """Does a denial stand before the refusal in its clause, or behind it as French and Spanish repeat it?"""
    between = view.uncaveated[min(denial.end, refusal.end) : max(denial.start, refusal.start)]
    return not _TURN.search(between) and "," not in between and (denial.start < refusal.start or view.language != "en")
