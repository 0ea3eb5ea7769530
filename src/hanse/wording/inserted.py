"""Where the draft copies the ask, whom do the words put in between leave out?"""

from __future__ import annotations

from difflib import SequenceMatcher

from hanse.text.document import Span
from hanse.wording.changes import PARTIES, Change
from hanse.wording.lexicon import lexicon
from hanse.wording.terms import Term
from hanse.wording.view import View

_PEOPLE = PARTIES - {"all_actors", "state", "united_nations", "donor", "civil_society", "private_sector"}
_EVERYBODY = frozenset(["everyone", "everybody", "anyone", "chacun"])
COPIED = 0.6
"""Share of the ask's terms that the draft must have in order to count as a copy of it."""


def narrowings(ask: View, draft: View) -> list[Change]:
    """Words inserted at a party's name that narrow it: "migrant children" for migrants, "workers with a contract"."""
    if not ask.content or len(ask.keys & draft.keys) < COPIED * len(ask.keys):
        return []
    matcher = SequenceMatcher(None, [t.key for t in ask.every], [t.key for t in draft.every], autojunk=False)
    for tag, i, _, k, m in matcher.get_opcodes():
        span = _narrowed(ask, draft, k, m) if tag == "insert" and i and k else None
        if span:
            why = f"the circle is narrowed to “{draft.text[slice(*span)]}”"
            return [Change("partly", "circle", None, span, why)]
    return _everybody(ask, draft)


def _narrowed(ask: View, draft: View, first: int, stop: int) -> Span | None:
    """The inserted terms ``first`` to ``stop``, where they tell which of a party is meant."""
    before, run = draft.every[first - 1], draft.every[first:stop]
    if any(term.start in draft.caveat_terms for term in run) or all(term.small for term in run):
        return None
    if any(term.key in ask.everywhere for term in run if not term.small):
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
