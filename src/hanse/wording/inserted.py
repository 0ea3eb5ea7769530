"""Where the draft copies the ask, whom do the words put in between leave out?"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from hanse.text.document import Span
from hanse.wording.changes import PARTIES, Change
from hanse.wording.deeds import PRESENT
from hanse.wording.lexicon import lexicon
from hanse.wording.terms import Term
from hanse.wording.view import View

_PEOPLE = PARTIES - {"all_actors", "state", "united_nations", "donor", "civil_society", "private_sector"}
_EVERYBODY = frozenset(["everyone", "everybody", "anyone", "chacun"])
MOST_ADJECTIVES = 2
"""Words of substance that tell which of a party are meant, in front of its name."""
_ADVERB = re.compile(r"(?<!elder)ly$|mente?$|ing$")
_PARTED = re.compile(r"[,;:()]|\b(?:and|or|et|ou|y|o|e|u|to|of|for|in|by|with)\b")
COPIED = 0.6
"""Share of the ask's terms that the draft must have in order to count as a copy of it."""


def narrowings(ask: View, draft: View) -> list[Change]:
    """Words inserted at a party's name that narrow it: "migrant children" for migrants, "workers with a contract"."""
    if not ask.content or len(ask.keys & draft.keys) < COPIED * len(ask.keys):
        return []
    matcher = SequenceMatcher(None, [t.key for t in ask.every], [t.key for t in draft.every], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        added = tag == "insert" or (tag == "replace" and all(term.small for term in ask.every[i:j]))
        span = _narrowed(ask, draft, k, m) if tag == "insert" and i and k else None
        span = span or (_told_apart(ask, draft, k, m) if added and m - k <= MOST_ADJECTIVES else None)
        if span:
            why = f"the circle is narrowed to “{draft.text[slice(*span)]}”"
            return [Change("partly", "circle", None, span, why)]
    return _everybody(ask, draft)


def _narrowed(ask: View, draft: View, first: int, stop: int) -> Span | None:
    """The inserted terms ``first`` to ``stop``, where they tell which of a party is meant."""
    before, run = draft.every[first - 1], draft.every[first:stop]
    if any(term.start in draft.caveat_terms for term in run) or all(term.small for term in run):
        return None
    if any(term.key in ask.everywhere | ask.inner for term in run if not term.small):
        return None
    gaps = draft.flattened[before.end : run[-1].end]
    if "," in gaps or len(run) > 6:
        return None
    words = lexicon(draft.language, "circle")
    if before.key in _PEOPLE and (run[0].word in words["which"] and run[1:] and run[1].word not in words["not_which"]):
        return run[0].start, run[-1].end
    if before.key in _PEOPLE and len(run) == 1 and run[0].key in _PEOPLE:
        return before.start, run[0].end
    return None


def _told_apart(ask: View, draft: View, first: int, stop: int) -> Span | None:
    """Adjectives put before a party's name in English, behind it in French and Spanish ("pregnant migrants")."""
    run = [term for term in draft.every[first:stop] if not term.small]
    known = ask.everywhere | ask.inner
    if len(run) != stop - first or any(term.key in known for term in run):
        return None
    words = lexicon(draft.language, "circle")
    if any(term.start in draft.caveat_terms or term.word in words["no_circle"] for term in run):
        return None
    if any(_ADVERB.search(term.word) or term.word.isdigit() for term in run):
        return None
    english = draft.language == "en"
    place = stop if english else first - 1
    noun = draft.every[place] if 0 <= place < len(draft.every) else None
    if noun is None or noun.key not in _PEOPLE or noun.key not in ask.keys:
        return None
    span = (run[0].start, noun.end) if english else (noun.start, run[-1].end)
    gap = draft.flattened[slice(*span)]
    if _PARTED.search(gap) or (
        not english and (PRESENT[draft.language].search(run[0].word) or draft.every[first].small)
    ):
        return None
    return span


def _everybody(ask: View, draft: View) -> list[Change]:
    """Everyone became every child."""
    whole = next((term for term in ask.every if term.word in _EVERYBODY), None)
    if whole is None or "person" in draft.keys:
        return []
    fewer: Term | None = next((t for t in draft.content if t.key in _PEOPLE and t.key not in ask.keys), None)
    if fewer is None:
        return []
    old, new = ask.text[whole.start : whole.end], draft.text[fewer.start : fewer.end]
    return [Change("partly", "circle", (whole.start, whole.end), (fewer.start, fewer.end), f"“{old}” became “{new}”")]
