"""Did a word give way to a lesser one? Verbs and rights of a scale, and qualities that are lost."""

from __future__ import annotations

import re
from functools import cache

from hanse.wording.changes import PARTIES, Change, Effect
from hanse.wording.clause import is_future
from hanse.wording.deeds import SUBORDINATE
from hanse.wording.flat import flat
from hanse.wording.lexicon import lexicon, shared
from hanse.wording.terms import Term
from hanse.wording.view import View


@cache
def graded() -> list[tuple[str, float, bool, dict[str, float]]]:
    return [(each["name"], each["step"], each.get("head", False), each["levels"]) for each in shared("scales")["scale"]]


_KIND = {"action": "verb", "say": "say", "entitlement": "entitlement", "partnership": "say"}


def scales(ask: View, draft: View) -> list[Change]:
    """A word gave way to a lesser one of its scale: ensure to promote, joint decision to hearing."""
    found = []
    for name, step, verbal, levels in graded():
        lost = [term for term in ask.content if term.key in levels and term.key not in draft.keys]
        new = [term for term in draft.content if term.key in levels and term.key not in ask.keys]
        if verbal:
            lost = [term for term in lost if is_verb(ask, term)]
            new = [term for term in new if is_verb(draft, term)]
        elif any(levels[term.key] >= max((levels[each.key] for each in lost), default=0) for term in new):
            continue
        for before in lost:
            for after in new:
                if levels[before.key] - levels[after.key] >= step and companions(ask, before, draft, after):
                    found.append(diluted(name, before, after, ask, draft))
                    break
    return found


def diluted(name: str, before: Term, after: Term, ask: View, draft: View) -> Change:
    kind = _KIND[name]
    what = "the verb " if kind == "verb" and is_verb(ask, before) else ""
    old, new = ask.text[before.start : before.end], draft.text[after.start : after.end]
    return Change(
        "weakened", kind, (before.start, before.end), (after.start, after.end), f"{what}“{old}” became “{new}”"
    )


def is_verb(view: View, term: Term) -> bool:
    """Does the term stand where a predicate's verb stands?"""
    if not view.acts:
        return False
    modal = view.directive
    if modal and modal[0] < term.start < modal[1]:
        return True
    if modal and modal[0] == term.start and is_future(view.force.modal, view.language):
        return True
    if modal is None and _binds_in_the_present(view, term):
        return True
    place = next((at for at, each in enumerate(view.every) if each.start == term.start), 0)
    opens = frozenset(flat(lexicon(view.language, "terms")["before_verb"]).split())
    while place > 0:
        before = view.every[place - 1]
        if before.end <= view.head_end <= term.start or before.word in opens:
            return True
        if before.word.endswith(("ly", "ment", "mente")):
            place -= 1
            continue
        return term.word.endswith("ing") and view.language == "en"
    return True


_PRESENT_FORM = {"fr": re.compile(r"(?<!e)(?:ent|e|t|d)$"), "es": re.compile(r"(?<!ad)(?<!id)[ae]n?$")}


def _binds_in_the_present(view: View, term: Term) -> bool:
    """Is the term the verb in the present tense that stands right behind the subject, near the beginning?"""
    if view.language not in _PRESENT_FORM or not _PRESENT_FORM[view.language].search(term.word):
        return False
    before = [each for each in view.every if each.end <= term.start]
    opening = view.flattened[view.region[0] : term.start]
    return 1 < len(before) <= 8 and not before[-1].small and not SUBORDINATE.search(opening)


def companions(ask: View, before: Term, draft: View, after: Term, radius: int = 4) -> bool:
    """Do two terms stand among the same others?"""
    near = _near(ask, before, radius)
    return bool(near & _near(draft, after, radius)) or (not near and len(ask.content) == 1)


def _near(view: View, term: Term, radius: int) -> set[str]:
    place = next(at for at, each in enumerate(view.content) if each.start == term.start)
    around = view.content[max(0, place - radius) : place] + view.content[place + 1 : place + 1 + radius]
    return {each.key for each in around if each.start not in view.caveat_terms} - {"state", "all_actors"}


_QUALITIES = ("meaningful", "direct", "free", "permanent", "dedicated", "multi_year", "mandatory")


def qualities(ask: View, draft: View) -> list[Change]:
    """ "Full" participation became participation, "direct" funding became funding."""
    found = []
    for place, term in enumerate(ask.content[:-1]):
        if term.key not in _QUALITIES or not term.classed or term.key in draft.everywhere | draft.inner:
            continue
        noun = next((each for each in ask.content[place + 1 : place + 3] if each.key not in _QUALITIES), None)
        if noun is None or noun.key not in draft.keys or not noun.classed or noun.key in PARTIES:
            continue
        if "," in ask.text[term.end : noun.start]:
            continue
        effect: Effect = "weakened" if term.key in ("meaningful", "mandatory") else "partly"
        word, of = ask.text[term.start : term.end], ask.text[noun.start : noun.end]
        found.append(Change(effect, "quality", (term.start, term.end), None, f"“{of}” is no longer “{word}”"))
    return found
