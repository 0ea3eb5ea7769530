"""Which deeds does a clause command, allow or forbid, whatever words it forbids them with?

"Shall not be sold", "the sale shall be prohibited", "no one may sell" and "States shall ban the sale" forbid one deed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from hanse.wording.bearers import bearer, passive
from hanse.wording.changes import PARTIES, Change
from hanse.wording.clause import Directive, directives, is_future, sentences
from hanse.wording.flat import WORD
from hanse.wording.negation import denied_subject, negates, negation
from hanse.wording.terms import Term
from hanse.wording.view import View, conditional

FORBIDDING = frozenset(["prohibit", "refrain"])
ALLOWING = frozenset(["permit"])
_ABLE = frozenset(["able", "pouvoir", "poder"])
"""Words that allow without being of a class that does: "must be able to", "doivent pouvoir"."""

_OBLIGED = frozenset(
    ("required", "obliged", "obligated", "bound", "compelled", "tenu", "tenus", "tenue", "tenues", "oblige", "obliges")
) | {"contraint", "contraints", "obligado", "obligados", "obligada", "obligadas"}
"""Words that only command the deed behind them: "shall be obliged to"."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed under one directive word."""

    term: Term
    sign: int
    """1 commanded or allowed, -1 forbidden or let off."""
    by_verb: bool
    """Forbidden or allowed by a verb that says so, which is then ``term``."""
    objects: frozenset[str]
    """Keys of what a verb forbids or allows; empty otherwise."""
    done: str = ""
    """Of these the first behind the verb: what is to be done, before when and where."""


@lru_cache(maxsize=4_096)
def deeds(view: View) -> tuple[Deed, ...]:
    """The deeds of the region's main clauses, in order."""
    start, end = view.region
    found = []
    for a, b in sentences(view.flattened[start:end]):
        sentence = (start + a, start + b)
        heads = _leading(view, directives(view.text, view.flattened, view.language, sentence))
        stops = [head.start for head in heads[1:]] + [sentence[1]]
        found += [each for head, stop in zip(heads, stops, strict=False) if (each := _deed(view, head, stop))]
        if not heads and view.language in PRESENT and (plain := _indicative(view, sentence)):
            found.append(plain)
    return tuple(found)


_BETWEEN = frozenset(["not", "never", "be", "also", "hereby", "pas", "jamais", "ser", "no"])


def _leading(view: View, heads: list[Directive]) -> list[Directive]:
    """Without those directive words that are the verb of the one before: "shall not allow"."""
    kept: list[Directive] = []
    last = -1
    for head in heads:
        between = WORD.findall(view.flattened, last, head.start) if last >= 0 else ["\0"]
        if not set(between) <= _BETWEEN:
            kept.append(head)
        last = head.end
    return kept


def _deed(view: View, head: Directive, stop: int) -> Deed | None:
    inside = _verb_in(view, head)
    if inside is None and is_future(view.flattened[head.start : head.end], view.language):
        own = next((term for term in view.content if term.start == head.start), None)
        return Deed(own, _sign(view, head), False, frozenset()) if own else None
    term = inside or _first(view, head, stop)
    if term is None:
        return None
    if not (term.classed and term.key in FORBIDDING | ALLOWING) and term.word not in _ABLE:
        return Deed(term, _sign(view, head), False, frozenset())
    denied = _denied(view, head)
    sign = -1 if (term.key in FORBIDDING) != denied else 1
    done = next(
        (t.key for t in view.content if _both_end(head, term) <= t.start < stop and _done(t, view.language)), ""
    )
    return Deed(term, sign, True, _objects(view, head, term, stop), done)


def _both_end(head: Directive, verb: Term) -> int:
    """Where the directive word and the verb that it governs have both ended."""
    return max(head.end, verb.end)


_INFINITIVE = {"fr": re.compile(r"(?:er|ir|re)$"), "es": re.compile(r"[aei]r(?:se)?$")}


def _done(term: Term, language: str) -> bool:
    """Does the term name a deed or a thing, rather than a party? "Trabajar" does, "los trabajadores" do not."""
    verbal = language in _INFINITIVE and _INFINITIVE[language].search(term.word)
    return term.key not in PARTIES or bool(verbal)


def _sign(view: View, head: Directive) -> int:
    return -1 if negates(view.flattened, head, view.language) else 1


def _indicative(view: View, sentence: tuple[int, int]) -> Deed | None:
    """French and Spanish texts bind in the present tense: the first word of substance that has its ending."""
    inside = [term for term in view.content if sentence[0] <= term.start < sentence[1]]
    verb = next((term for term in inside[1:] if PRESENT[view.language].search(term.word)), None)
    if verb is None:
        return None
    around = WORD.findall(view.flattened, max(sentence[0], verb.start - 8), min(verb.end + 8, sentence[1]))
    return Deed(verb, -1 if set(around) & _NOT[view.language] else 1, False, frozenset())


SUBORDINATE = re.compile(r"[,;:]|\b(?:qui|que|qu|dont|si|quien|quienes|cuando|lorsque)\b")
"""What opens a clause of its own: a verb behind it is not the sentence's."""
PRESENT = {"fr": re.compile(r"(?<![eiu]m)ent$"), "es": re.compile(r"[aeo]n$")}
"""Endings of the third person plural."""


_NOT = {
    "en": frozenset(["not", "never", "no"]),
    "fr": frozenset(["pas", "jamais", "n", "ne"]),
    "es": frozenset(["no", "nunca"]),
}


def _denied(view: View, head: Directive) -> bool:
    """Denied by a "not", and not by the prohibiting word itself, which the rules of negation count as one."""
    if denied_subject(view.flattened, head, view.language):
        return True
    inside = set(WORD.findall(view.flattened, head.start, head.end))
    if inside & _NOT[view.language]:
        return True
    return negates(view.flattened, head, view.language) and not inside & negation(view.language).plain


def _verb_in(view: View, head: Directive) -> Term | None:
    """A verb that forbids or allows within the directive word itself ("is prohibited", "il est interdit")."""
    inside = [term for term in view.every if head.start <= term.start and term.end <= head.end]
    return next((term for term in inside if term.classed and term.key in FORBIDDING | ALLOWING), None)


def _first(view: View, head: Directive, stop: int) -> Term | None:
    """The first word of substance behind the directive word and the party that it addresses."""
    at = head.end
    who = bearer(view.flattened, head, view.language) if head.role == "object" else None
    if who and who[0] >= head.end:
        at = who[1]
    skipped = negation(view.language).plain | _OBLIGED
    for term in view.content:
        if term.word in skipped:
            continue
        if at <= term.start < stop and term.start not in view.caveat_terms and not term.word.endswith(("ly", "mente")):
            return term
    return None


def _objects(view: View, head: Directive, verb: Term, stop: int) -> frozenset[str]:
    """What is forbidden or allowed: the subject of a passive, else what follows."""
    content = [t for t in view.content if _done(t, view.language) and t.word not in _ABLE]
    behind = {t.key for t in content if verb.end <= t.start < stop and t.start not in view.caveat_terms}
    before = {t.key for t in content if head.sentence[0] <= t.start < head.start}
    acted = passive(view.flattened, head, view.language) or verb.start < head.end
    return frozenset(before | behind if acted else behind)


_SIDES = FORBIDDING | ALLOWING | {"deny", "restrict", "discourage"}


def of_sides(one: Term, other: Term) -> bool:
    """Are these words whose opposition a negation undoes: prohibit and not allow?"""
    return one.key in _SIDES and other.key in _SIDES


def same_side(ask: View, draft: View) -> bool:
    """Do both forbid, in different ways? What each negative word governs then tells nothing."""
    one, other = _ruling(ask, draft), _ruling(draft, ask)
    if one is None or other is None or not one.sign == other.sign == -1:
        return False
    return one.by_verb != other.by_verb or (one.by_verb and one.term.key != other.term.key)


def _ruling(view: View, opposite: View) -> Deed | None:
    """The deed that the other side speaks of as well, or the only one."""
    found = deeds(view)
    both = (each for each in found if each.objects & opposite.keys or each.term.key in opposite.keys)
    return next(both, found[0] if len(found) == 1 else None)


_CONNECTORS = frozenset(["without", "unless", "sans", "sin"])


def _comparable(ask: View, draft: View) -> bool:
    """No, where one side alone sets a condition: "no mine without a hearing" commands the hearing."""
    if conditional(ask) == conditional(draft):
        return True
    plain = draft if conditional(ask) else ask
    return any(term.word in _CONNECTORS for term in plain.every)


def turned(ask: View, draft: View) -> list[Change]:
    """The same deed, forbidden instead of commanded or allowed, or the reverse."""
    if not _comparable(ask, draft):
        return []
    for a in deeds(ask):
        for d in deeds(draft):
            if a.sign != d.sign and _one(a, d, ask, draft):
                word = draft.text[d.term.start : d.term.end]
                how = "is denied" if d.sign < 0 else "is no longer denied"
                if a.by_verb and d.by_verb and a.term.key != d.term.key:
                    why = f"“{ask.text[a.term.start : a.term.end]}” became “{word}”"
                else:
                    why = f"“{word}” {how}"
                return [Change("reversed", "negation", (a.term.start, a.term.end), (d.term.start, d.term.end), why)]
    return []


def denied_alike(ask: View, draft: View) -> bool:
    """Do both deny one deed, the one by a negation and the other by a verb that forbids?"""
    return any(
        a.sign == d.sign == -1 and a.by_verb != d.by_verb and _one(a, d, ask, draft)
        for a in deeds(ask)
        for d in deeds(draft)
    )


OVERLAP = 0.5
"""Share of the objects that two deeds must have in common."""


def _one(a: Deed, d: Deed, ask: View, draft: View) -> bool:
    """Is it one deed?"""
    if a.by_verb and d.by_verb:
        return _shared(a.objects, d.objects) or (bool(a.done) and a.done == d.done)
    if not a.by_verb and not d.by_verb:
        return _same(a.term, d.term) and _alone(a, ask) and _alone(d, draft)
    verb, plain, view = (a, d, draft) if a.by_verb else (d, a, ask)
    return plain.term.key in verb.objects and _shared(verb.objects, view.keys)


def _same(one: Term, other: Term) -> bool:
    return one.key == other.key or (len(one.key) > 6 and len(other.key) > 6 and one.key[:7] == other.key[:7])


def _alone(deed: Deed, view: View) -> bool:
    """Does the clause name its deed once?"""
    return sum(term.key == deed.term.key for term in view.content) == 1


def _shared(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some) and len(some & others) >= OVERLAP * min(len(some), len(others))
