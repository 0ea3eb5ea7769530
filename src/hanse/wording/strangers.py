"""Is the same predicate laid upon another party, of a name that no lexicon knows?"""

from __future__ import annotations

from itertools import takewhile

from hanse.wording.changes import Change
from hanse.wording.clause import is_future
from hanse.wording.deeds import PRESENT
from hanse.wording.flat import WORD, flat
from hanse.wording.lexicon import lexicon
from hanse.wording.terms import Term
from hanse.wording.view import View

MOST_NAMED = 5
"""Words of substance that a party's name may have, for two parties to be told apart by them."""
SAME_PREDICATE = 0.75
"""Share of the ask's predicate that the draft's must have, for the bearer to be what changed."""
_WE = frozenset(["we", "us", "nous", "nosotros", "nosotras"])
_PASSIVE = frozenset(["be", "been", "etre", "ser"])
_ALL = frozenset(["all", "one", "tous", "toutes", "ensemble", "todos", "todas", "conjunto"])
"""Words of the everybody-list that only quantify where others stand with them: "all provinces"."""

Halves = tuple[list[Term], list[Term]]
"""The terms of the subject and those of the predicate."""


def other_bearer(ask: View, draft: View) -> list[Change]:
    """The one that is to act became another, or became everybody, while the predicate stayed."""
    asked = _halves(ask) if ask.force.modal else None
    drafted = _halves(draft) if draft.force.modal else None
    if not ask.force.modal and not draft.force.modal and ask.language != "en":
        asked, drafted = _in_the_present(ask, draft)
    if not asked or not drafted or not _same_predicate(asked[1], drafted[1]):
        return []
    old, new = {term.key for term in asked[0]}, {term.key for term in drafted[0]}
    if not old - new or not new - old or (old & new and _keys(asked[1]) != _keys(drafted[1])):
        return []
    if _one_name(asked[0], drafted[0]):
        return []
    if (old - new) & draft.everywhere or (new - old) & ask.everywhere or _everybody(asked[0], ask.language):
        return []
    spans = (asked[0][0].start, asked[0][-1].end), (drafted[0][0].start, drafted[0][-1].end)
    why = f"“{ask.text[slice(*spans[0])]}” became “{draft.text[slice(*spans[1])]}”"
    return [Change("weakened" if _everybody(drafted[0], draft.language) else "partly", "bearer", *spans, why)]


def _one_name(one: list[Term], other: list[Term]) -> bool:
    """A name and its longer form, its initials ("EU"), or its words written together ("shipowners")."""
    a, b = ([word for term in terms for word in term.word.split()] for terms in (one, other))
    initials = {"".join(word[0] for word in a), "".join(word[0] for word in b)}
    return set(a) <= set(b) or set(b) <= set(a) or "".join(a) == "".join(b) or bool(initials & {*a, *b})


def _keys(terms: list[Term]) -> set[str]:
    return {term.key for term in terms}


def _halves(view: View) -> Halves | None:
    """Subject and predicate about the directive word; None for a passive, for "we", and for what names nobody."""
    if not view.obliged or not view.directive or set(WORD.findall(flat(view.force.bearer))) & _WE:
        return None
    start, end = view.obliged
    own = view.directive[0] if is_future(view.force.modal, view.language) else view.head_end
    if {each.word for each in [term for term in view.every if term.start >= view.head_end][:3]} & _PASSIVE:
        return None
    subject = [t for t in view.every if start <= t.start < end and (not t.small or t.word in _ALL) and _named(t, view)]
    behind = [t for t in view.content if t.start >= max(own, end) and t.start not in view.caveat_terms]
    return (subject, behind) if 0 < len(subject) <= MOST_NAMED and len(behind) > 1 else None


def _named(term: Term, view: View) -> bool:
    return term.word not in lexicon(view.language, "terms")["nobody"]


def _in_the_present(ask: View, draft: View) -> tuple[Halves | None, Halves | None]:
    """Subjects before a predicate that both sides share to its end, its verb in the singular or in the plural."""
    a, d = ask.content, draft.content
    kept = len(list(takewhile(lambda pair: pair[0].key == pair[1].key, zip(reversed(a), reversed(d), strict=False))))
    i, j = len(a) - kept, len(d) - kept
    if i > 1 and j > 1 and _one_verb(a[i - 1], d[j - 1], ask.language):
        i, j = i - 1, j - 1
    if not 0 < i <= MOST_NAMED or not 0 < j <= MOST_NAMED or len(a) - i < 2:
        return None, None
    if not (_verbal(ask, a[i]) and _verbal(draft, d[j])) or not _plural(a[i], d[j], ask.language):
        return None, None
    return (list(a[:i]), list(a[i:])), (list(d[:j]), list(d[j:]))


def _one_verb(one: Term, other: Term, language: str) -> bool:
    return one.word[:3] == other.word[:3] and _plural(one, other, language)


def _plural(one: Term, other: Term, language: str) -> bool:
    return any(PRESENT[language].search(term.word) for term in (one, other))


def _verbal(view: View, term: Term) -> bool:
    """Does no article or preposition stand before the term?"""
    before = [each for each in view.every if each.end <= term.start][-1:]
    return bool(before) and (not before[0].small or before[0].word in ("se", "s", "y"))


def _same_predicate(asked: list[Term], drafted: list[Term]) -> bool:
    if asked[0].key != drafted[0].key and asked[0].word[:3] != drafted[0].word[:3]:
        return False
    old, new = _keys(asked[1:]), _keys(drafted[1:])
    return len(old & new) >= SAME_PREDICATE * len(old)


def _everybody(subject: list[Term], language: str) -> bool:
    """Do the words name everybody, and so nobody?"""
    known = frozenset(flat(word) for word in lexicon(language, "terms")["everybody"])
    words = {word for term in subject for word in term.word.split()}
    return {term.key for term in subject} <= {"all_actors"} or bool(words & known - _ALL) or words <= _ALL
