"""Does the draft turn the ask round? Negations, opposite words, parties exchanged."""

from __future__ import annotations

import re
from functools import cache

from hanse.wording.actions import bare_action
from hanse.wording.changes import Change, Effect
from hanse.wording.chapeaus import denying, put_back, read_on
from hanse.wording.deeds import FORBIDDING, deeds, denied_alike, of_sides, same_side, turned
from hanse.wording.diluted import companions
from hanse.wording.flat import flat
from hanse.wording.lexicon import lexicon, shared
from hanse.wording.polarity import Signs, denied, is_noun, never_refused, polarities, unshared
from hanse.wording.shrunk import hits, unconditional
from hanse.wording.terms import Term
from hanse.wording.view import View, conditional


def negations(ask: View, draft: View) -> list[Change]:
    """What was asked is denied or forbidden, or the reverse, in the clause or in the chapeau above it."""
    if denying(ask) or denying(draft):
        return [put_back(each, ask, draft) for each in _negations(read_on(ask), read_on(draft))]
    return _negations(ask, draft)


def _negations(ask: View, draft: View) -> list[Change]:
    if never_refused(ask, draft) or never_refused(draft, ask):
        return []
    if found := turned(ask, draft):
        return found
    if _undecided(ask, draft) or (hits(ask, "regardless") and unconditional(draft)):
        return []
    if conditional(ask) != conditional(draft) or same_side(ask, draft) or _twice_turned(ask, draft):
        return []
    if denied_alike(ask, draft):
        return []
    a, d = polarities(ask, draft)
    before, after = denied(ask), denied(draft)
    found = []
    for key, (signs, term) in a.items():
        if key.isdigit() or (key in before and key in after and before[key][0] & after[key][0]):
            continue
        if key not in d or len(signs) > 1 or len(d[key][0]) > 1 or signs == d[key][0]:
            continue
        other = d[key][1]
        word = draft.text[other.start : other.end]
        how = "is denied" if -1 in d[key][0] else "is no longer denied"
        found.append(
            Change("reversed", "negation", (term.start, term.end), (other.start, other.end), f"“{word}” {how}")
        )
    return found[:1] if _outweighs(found, a, d) else []


_ALLOWS = re.compile(
    r"(?:may|can|could|might|peut|peuvent|pourra|pourront|pourrai\w+|puede|pueden|podra|podran|podria\w*)\b"
)
_TALK = frozenset(
    ["discuss", "consider", "monitor", "report", "hear", "inform", "consult", "observe", "recognize", "collect"]
) | {"raise_awareness", "publish", "share"}
"""Verbs that neither do away with their object nor keep it."""


def _undecided(ask: View, draft: View) -> bool:
    """Did a verb that does away with something give way to one that only speaks of it, or to one that is unknown?

    "End statelessness" is not turned round by "discuss statelessness", nor "end the backlog" by "clear the backlog".
    """
    asked, drafted = unshared(ask, draft)
    if drafted or not asked or any(each.verb is None for each in asked):
        return False
    if draft.preambular:
        return True
    done = [each.term for each in deeds(draft)]
    if not done and not draft.force.modal and bare_action(draft.flattened, draft.region, draft.language):
        done = list(draft.content[:1])
    plainly = not _ALLOWS.match(flat(draft.force.modal)) and not any(each.kind in FORBIDDING for each in asked)
    return bool(done) and all(each.key in _TALK or (plainly and _unknown(each, ask)) for each in done)


def _unknown(verb: Term, ask: View) -> bool:
    """A verb of no class, which the ask does not have either."""
    return not verb.classed and verb.key not in ask.keys


def _twice_turned(ask: View, draft: View) -> bool:
    """Denied, and with the opposite verb: "shall not be excluded", "shall be included"."""
    return any(
        a.sign != d.sign and frozenset((a.term.key, d.term.key)) in _pairs() for a in deeds(ask) for d in deeds(draft)
    )


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


@cache
def _paired(language: str) -> frozenset[str]:
    """Keys and words that have an opposite at all."""
    return frozenset(one for pair in (*_pairs(), *_word_pairs(language)) for one in pair)


def opposites(ask: View, draft: View) -> list[Change]:
    """A word gave way to its opposite, in the same company and with the same sign."""
    if never_refused(ask, draft) or never_refused(draft, ask):
        return []
    a, d = polarities(ask, draft)
    lost, new = _only_in(ask, draft), _only_in(draft, ask)
    found = []
    agreed = same_side(ask, draft)
    for before in lost:
        if not {before.key, before.word} & _paired(ask.language):
            continue
        for after in new:
            if agreed and of_sides(before, after):
                continue
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
                    effect, "opposite", (before.start, before.end), (after.start, after.end), f"“{old}” became “{word}”"
                )
            )
    return [*found, *_small_opposites(ask, draft), *_prefixed(ask, draft)]


def _only_in(view: View, other: View) -> list[Term]:
    """The terms that the other side has nowhere; "the end of 2027" ends nothing."""
    free = (term for term in view.content if term.start not in view.caveat_terms and not is_noun(view, term))
    return [term for term in free if term.key not in other.everywhere]


_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "de", "des")


def _prefixed(ask: View, draft: View) -> list[Change]:
    """Available became unavailable, or the reverse."""
    asked = {term.word: term for term in ask.every}
    drafted = {term.word: term for term in draft.every}
    found = []
    for word, term in asked.items():
        for prefix in _PREFIXES:
            other = word.removeprefix(prefix) if word.startswith(prefix) else prefix + word
            if other in drafted and word not in drafted and other not in asked and min(len(word), len(other)) > 5:
                spans = (term.start, term.end), (drafted[other].start, drafted[other].end)
                found.append(Change("reversed", "opposite", *spans, f"“{word}” became “{other}”"))
                break
    return found[:1]


def _small_opposites(ask: View, draft: View) -> list[Change]:
    """Before and after, with and without: small words that turn round the same term behind them."""
    found = []
    asked, drafted = ({term.word for term in view.every} for view in (ask, draft))
    lost = [term for term in ask.every if term.small and term.word not in drafted]
    new = [term for term in draft.every if term.small and term.word not in asked]
    for before in lost:
        for after in new:
            if frozenset((before.word, after.word)) in _word_pairs(ask.language):
                a, d = (
                    next((t.key for t in v.content if t.start >= w.end), "") for v, w in ((ask, before), (draft, after))
                )
                if a == d:
                    why = f"“{before.word}” became “{after.word}”"
                    spans = (before.start, before.end), (after.start, after.end)
                    found.append(Change("reversed", "opposite", *spans, why))
    return found
