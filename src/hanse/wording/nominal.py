"""Did the act asked for become the object of a lesser one: a dialogue on it, a study of it?"""

from __future__ import annotations

import re
from functools import cache

from hanse.wording.changes import Change
from hanse.wording.clause import is_future
from hanse.wording.diluted import diluted, graded, is_verb
from hanse.wording.lexicon import lexicon
from hanse.wording.phrases import PhraseBook
from hanse.wording.terms import Term
from hanse.wording.view import View


def nominal(ask: View, draft: View) -> list[Change]:
    """The act asked for became the object of a lesser one: to transfer, to discuss the transfer."""
    act = _act(ask)
    if act is None:
        return []
    return _talked_about(act, ask, draft) or _lesser_head(act, ask, draft)


def _lesser_head(act: Term, ask: View, draft: View) -> list[Change]:
    levels = next(levels for name, _, _, levels in graded() if name == "action")
    lesser = _head_verb(draft)
    if lesser is None or lesser.key in ask.keys or levels.get(lesser.key, 9.0) > 1.0:
        return []
    if levels.get(act.key, 2.5) - levels[lesser.key] < 1.0:
        return []
    passive = levels[lesser.key] == 0 and draft.flattened[: lesser.start].rstrip().endswith((" be", " etre", " ser"))
    others = [each for each in draft.content if each.start > lesser.start or (passive and each.start < lesser.start)]
    return [diluted("action", act, lesser, ask, draft)] if any(_same_act_as(act, each) for each in others) else []


def _talked_about(act: Term, ask: View, draft: View) -> list[Change]:
    """ "Calls for the abolition" became "calls for a dialogue on the abolition"."""
    start, end = draft.region
    for hit in _nominal_book(draft.language).find(draft.flattened[start:end]):
        at, stop = start + hit.start, start + hit.end
        if draft.flattened[at:stop].split()[0] in ask.flattened or at < draft.head_end - (stop - at):
            continue
        before = [term for term in draft.content if draft.head_end <= term.start < at]
        behind = [term for term in draft.content if term.start >= stop][:3]
        if len(before) < 2 and any(_same_act_as(act, each) for each in behind):
            why = f"the act became the object of a lesser one (“{draft.text[at:stop]}”)"
            return [Change("weakened", "hedge", (act.start, act.end), (at, stop), why)]
    return []


@cache
def _nominal_book(language: str) -> PhraseBook[str]:
    return PhraseBook((phrase, phrase) for phrase in lexicon(language, "caveats")["hedges"]["nominal"])


def _same_act_as(act: Term, other: Term) -> bool:
    root = act.word.split()[0][:5]
    return other.key == act.key or (len(root) > 4 and other.word.startswith(root))


def _act(view: View) -> Term | None:
    """The deed of the predicate: a verb, or the noun of a deed ("calls for the abolition")."""
    levels = next(levels for name, _, _, levels in graded() if name == "action")
    first = next((term for term in view.content if term.start >= _verb_at(view)), None)
    if first is None or not view.acts:
        return None
    noun = levels.get(first.key, 0.0) > 1.0 or (first.key not in levels and _OF_A_DEED.search(first.word))
    return first if is_verb(view, first) or (view.force.modal and noun) else None


_OF_A_DEED = re.compile(r"(?:tion|sion|cion|ment|miento|ance|ence|ing|al|ure|ura|aje)s?$")
"""Endings of nouns that name a deed: cancellation, refurbishment, withdrawal."""


def _head_verb(view: View) -> Term | None:
    """The first term of the predicate, where it stands as a verb."""
    first = next((term for term in view.content if term.start >= _verb_at(view)), None)
    return first if first is not None and is_verb(view, first) else None


def _verb_at(view: View) -> int:
    """Where the predicate's verb stands: behind the directive word, or in it where a future commands."""
    at = view.directive
    return at[0] if at and is_future(view.force.modal, view.language) else view.head_end
