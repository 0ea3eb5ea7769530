"""Does the draft turn the ask round? Negations, opposite words, parties exchanged."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from hanse.wording.changes import DEFINITE, PARTIES, Change, Effect
from hanse.wording.flat import flat
from hanse.wording.lexicon import lexicon, shared
from hanse.wording.lowered import companions
from hanse.wording.polarity import Signs, denied, polarities
from hanse.wording.terms import terms
from hanse.wording.view import View


def negations(ask: View, draft: View) -> list[Change]:
    """What was asked is denied or forbidden, or the reverse."""
    a, d = polarities(ask, draft)
    before, after = denied(ask), denied(draft)
    found = []
    for key, (signs, term) in a.items():
        if key in before and key in after and before[key][0] & after[key][0]:
            continue
        if key not in d or len(signs) > 1 or len(d[key][0]) > 1 or signs == d[key][0]:
            continue
        other = d[key][1]
        word = draft.text[other.start : other.end]
        how = "is denied" if -1 in d[key][0] else "is no longer denied"
        found.append(
            Change("reversed", "negation", (term.start, term.end), (other.start, other.end), f'"{word}" {how}')
        )
    return found[:1] if _outweighs(found, a, d) else []


def _outweighs(found: list[Change], a: Signs, d: Signs) -> bool:
    """Not where more terms under a negation agree than differ."""
    agreeing = sum(key in d and signs == d[key][0] == {-1} for key, (signs, _) in a.items())
    return len(found) > agreeing


@cache
def _pairs() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in shared("opposites")["pairs"])


@cache
def _effects() -> dict[frozenset[str], Effect]:
    """Pairs that differ by degree, and what the step from the first to the second does."""
    degrees: tuple[Effect, ...] = ("weakened", "partly")
    return {frozenset(pair): effect for effect in degrees for pair in shared("opposites")[effect]}


@cache
def _word_pairs(language: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(flat(word) for word in pair) for pair in lexicon(language, "terms")["opposites"])


def opposites(ask: View, draft: View) -> list[Change]:
    """A word gave way to its opposite, in the same company and with the same sign."""
    a, d = polarities(ask, draft)
    lost = [term for term in ask.content if term.key not in draft.everywhere and term.start not in ask.caveat_terms]
    new = [term for term in draft.content if term.key not in ask.everywhere and term.start not in draft.caveat_terms]
    found = []
    for before in lost:
        for after in new:
            pair = frozenset((before.key, after.key))
            words = frozenset((before.word, after.word))
            if pair not in _pairs() and words not in _word_pairs(ask.language):
                continue
            if a[before.key][0] != d[after.key][0] or not companions(ask, before, draft, after):
                continue
            old, word = ask.text[before.start : before.end], draft.text[after.start : after.end]
            effect = _effects().get(pair, "reversed")
            found.append(
                Change(
                    effect, "opposite", (before.start, before.end), (after.start, after.end), f'"{old}" became "{word}"'
                )
            )
    return [*found, *_small_opposites(ask, draft)]


def _small_opposites(ask: View, draft: View) -> list[Change]:
    """Before and after, with and without: small words that turn round the same term behind them."""
    found = []
    lost = [term for term in ask.every if term.small and term.word not in {each.word for each in draft.every}]
    new = [term for term in draft.every if term.small and term.word not in {each.word for each in ask.every}]
    for before in lost:
        for after in new:
            if frozenset((before.word, after.word)) in _word_pairs(ask.language):
                a, d = (
                    next((t.key for t in v.content if t.start >= w.end), "") for v, w in ((ask, before), (draft, after))
                )
                if a == d:
                    why = f'"{before.word}" became "{after.word}"'
                    spans = (before.start, before.end), (after.start, after.end)
                    found.append(Change("reversed", "opposite", *spans, why))
    return found


_MUTUAL = frozenset(["cooperate", "coordinate", "share", "partner", "discuss", "negotiation", "agreement"])
_RECEIVING = frozenset(
    [
        "participate",
        "access",
        "right",
        "seat",
        "vote",
        "hear",
        "consult",
        "include",
        "decide_jointly",
        "co_design",
        "inform",
        "partner",
        "opportunity",
    ]
)


def parties(ask: View, draft: View) -> list[Change]:
    """Who is to act: diluted, replaced, or exchanged with who is to receive."""
    if order := _ordered(ask) & {(b, a, how) for a, b, how in _ordered(draft)}:
        first, second, _ = min(order)
        spans = (_first(ask, first), _first(draft, second))
        return [Change("reversed", "swapped", *spans, "the two parties changed places")]
    asked, drafted = _bearer(ask), _bearer(draft)
    if not asked:
        return []
    where = _span(draft) or _modal(draft)
    if drafted and not drafted & asked:
        if _swapped(ask, draft, asked, drafted):
            return [Change("reversed", "swapped", _span(ask), where, "giver and receiver changed places")]
        if not asked & draft.everywhere:
            return _replaced(ask, draft, asked, drafted)
    if (
        not drafted
        and not draft.force.negated
        and draft.force.modal
        and not draft.force.bearer
        and not asked & draft.everywhere
        and _is_passive(draft)
    ):
        return [Change("weakened", "bearer", _span(ask), where, f"{_name(ask)} is no longer named as the one to act")]
    return []


def _first(view: View, key: str) -> tuple[int, int]:
    term = next(each for each in view.content if each.key == key)
    return term.start, term.end


def _ordered(view: View) -> set[tuple[str, str, str]]:
    """Pairs of parties with what sets one before the other: "cities over States", "from States to cities"."""
    words = lexicon(view.language, "terms")
    links = {flat(link) for link in words["before_others"]}
    named = [(place, term) for place, term in enumerate(view.every) if term.key in PARTIES]
    found = set()
    for (at, a), (next_at, b) in pairwise(named):
        link = " ".join(term.word for term in view.every[at + 1 : next_at])
        if link in links:
            found.add((a.key, b.key, link))
        if link == words["to"] and at and view.every[at - 1].word == words["from"]:
            found.add((a.key, b.key, "from to"))
    return found


def _replaced(ask: View, draft: View, asked: frozenset[str], drafted: frozenset[str]) -> list[Change]:
    if drafted <= {"all_actors"} and asked & DEFINITE:
        why = f"{_name(ask)} became {_name(draft)}"
        return [Change("weakened", "bearer", _span(ask), _span(draft), why)]
    if asked & DEFINITE and drafted & DEFINITE and not drafted & ask.everywhere:
        why = f"{_name(ask)} became {_name(draft)}"
        return [Change("partly", "bearer", _span(ask), _span(draft), why)]
    return []


def _swapped(ask: View, draft: View, asked: frozenset[str], drafted: frozenset[str]) -> bool:
    """Both parties on both sides, each in the other's place, with a verb that is not mutual."""
    receiver = {term.key for term in ask.content if term.start >= ask.head_end} & DEFINITE
    behind = {term.key for term in draft.content if term.start >= draft.head_end or _is_passive(draft)} & DEFINITE
    verb = next((term.key for term in ask.content if term.start >= ask.head_end), "")
    verbs = {term.key for term in draft.content if term.start >= draft.head_end}
    return bool(
        drafted & receiver and asked & behind and verb in verbs and verb not in _MUTUAL and verb not in _RECEIVING
    )


def _bearer(view: View) -> frozenset[str]:
    return frozenset(term.key for term in terms(view.force.bearer, view.language) if term.key in PARTIES)


def _is_passive(view: View) -> bool:
    head = view.every
    start = view.head_end
    following = [term.word for term in head if term.start >= start][:3]
    return any(word in ("be", "been", "etre", "ser") for word in following)


def _span(view: View) -> tuple[int, int] | None:
    span = view.force.bearer_span
    return (view.region[0] + span[0], view.region[0] + span[1]) if span else None


def _modal(view: View) -> tuple[int, int] | None:
    span = view.force.modal_span
    return (view.region[0] + span[0], view.region[0] + span[1]) if span else None


def _name(view: View) -> str:
    return f'"{view.force.bearer}"'
