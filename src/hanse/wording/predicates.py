"""Which of several deeds asked for in one sentence does the draft not speak of?"""

from __future__ import annotations

import re
from itertools import pairwise

from hanse.text.document import Span
from hanse.wording.actions import acts
from hanse.wording.changes import Change
from hanse.wording.clause import directives, is_future, sentences
from hanse.wording.deeds import PRESENT
from hanse.wording.flat import WORD
from hanse.wording.terms import Term
from hanse.wording.view import View

THERE = 0.5
"""Share of a deed's terms that the draft must have for it to be spoken of."""
NOWHERE = 0.2
"""Share below which it is not."""
_JOINT = re.compile(
    r"(?:[,;]\s*(?:and|as well as|et|ainsi que|y|e|asi como)?|\b(?:and|et|y|e))\s+"
    r"(?:(?:also|further|then|to|shall|should|must|will|de|d'|a|en outre|tambien|ademas|se|s')\s*)*(?=\w)"
)


_ADVERBIAL = re.compile(
    r"[\s,]*(?:in|with|through|by|as|on|at|under|within|en|dans|avec|par|con|por|mediante|de conformidad)\b"
)
"""How a stretch opens that stands before the first deed: "in cooperation with partners, to recognise"."""


def undone(ask: View, draft: View) -> list[Change]:
    """A deed of the ask's enumeration that the draft, which has others of them, does not speak of."""
    parts = predicates(ask)
    if len(parts) < 2 or count(draft) >= len(parts):
        return []
    shares = [_share(_own(ask, part, parts), draft) for part in parts]
    if max(shares) < THERE:
        return []
    missing = [part for part, share in zip(parts, shares, strict=True) if share <= NOWHERE and _terms(ask, part)[1:]]
    found = []
    for start, end in missing[:1]:
        words = ask.text[start:end].strip(" ,;.")
        found.append(Change("partly", "element", (start, end), None, f"“{words}” is missing"))
    return found


def predicates(view: View) -> list[Span]:
    """Where the deeds of the region stand that are enumerated verb by verb: from one verb to the next."""
    start, end = view.head_end, view.region[1]
    cuts = [
        match.end()
        for match in _JOINT.finditer(view.flattened, start, end)
        if _verb_at(view, match.end()) and not _aside(view, match.end())
    ]
    if cuts and _ADVERBIAL.match(view.flattened, start, cuts[0]):
        start = cuts.pop(0)
    edges = [start, *cuts, end]
    return [(a, b) for a, b in pairwise(edges) if _terms(view, (a, b))]


def count(view: View) -> int:
    """How many deeds the region speaks of: directive words, and verbs or participles joined to the one before."""
    start, end = view.region
    heads = sum(
        max(1, len(directives(view.text, view.flattened, view.language, (start + a, start + b))))
        for a, b in sentences(view.flattened[start:end])
    )
    joined = list(_JOINT.finditer(view.flattened, start, end))
    return heads + sum(
        _verb_at(view, each.end()) or (_AND.search(each.group()) is not None and _participle_at(view, each.end()))
        for each in joined
    )


def _verb_at(view: View, at: int) -> bool:
    word = WORD.match(view.flattened, at)
    if word is None:
        return False
    if view.language == "en":
        return acts(view.flattened, at, "en") and not word.group().endswith("ing")
    present = PRESENT[view.language].search(word.group()) is not None and len(word.group()) > 5
    return (
        acts(view.flattened, at, view.language) or is_future(view.text[slice(*word.span())], view.language) or present
    )


def _aside(view: View, at: int) -> bool:
    """Does the verb only tell what something is for ("in order to plan and build schools")?"""
    return bool(
        re.search(r"\b(?:in order|so as|for|afin|pour|para|fin de|who|which|that|qui|que)\b", _before(view, at))
    )


def _before(view: View, at: int) -> str:
    return view.flattened[max(view.head_end, view.flattened.rfind(",", 0, at)) : at]


_AND = re.compile(r"\b(?:and|et|y|e)\b")
_PARTICIPLE = {
    "en": re.compile(r"(?:ed|made|given|held|built|kept|put|set|sent|paid|done|taken)$"),
    "fr": re.compile(r"(?:ees?|ies?|ises?|ues?|ites?)$"),
    "es": re.compile(r"(?:[ai]d[oa]s?|ch[oa]s?)$"),
}


def _participle_at(view: View, at: int) -> bool:
    word = WORD.match(view.flattened, at)
    return word is not None and bool(_PARTICIPLE[view.language].search(word.group()))


def _terms(view: View, part: Span) -> list[Term]:
    return [t for t in view.content if part[0] <= t.start < part[1] and t.start not in view.caveat_terms]


def _own(view: View, part: Span, parts: list[Span]) -> list[Term]:
    """The terms of one deed that no other has."""
    others = {term.key for other in parts if other != part for term in _terms(view, other)}
    return [term for term in _terms(view, part) if term.key not in others]


def _share(terms: list[Term], draft: View) -> float:
    return sum(term.key in draft.everywhere for term in terms) / len(terms) if terms else 1.0
