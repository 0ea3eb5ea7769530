"""Does the draft give less of what was asked? Quantities, deadlines, circles of people, exceptions."""

from __future__ import annotations

import re
from functools import cache

from hanse.wording.changes import PARTIES, Change
from hanse.wording.flat import flat
from hanse.wording.lexicon import lexicon
from hanse.wording.measures import Kind, Measure
from hanse.wording.measures import measures as find_measures
from hanse.wording.phrases import Hit, PhraseBook
from hanse.wording.terms import Term, terms
from hanse.wording.view import View

_SHOWN: dict[Kind, str] = {"deadline": "deadline", "term": "deadline", "haste": "deadline", "frequency": "frequency"}


def measures(ask: View, draft: View) -> list[Change]:
    """A smaller quantity, a later deadline, a rarer event, a pilot: less; the contrary: more."""
    asked = _measures(ask)
    drafted = _measures(draft)
    found = [*_pilot(ask, draft), *_partial(ask, draft), *_lessened(ask, draft, drafted)]
    for kind in ("per cent", "money", "count", "duration", "frequency", "multiple"):
        a, d = _odd(asked, drafted, kind), _odd(drafted, asked, kind)
        if len(a) == 1 and len(d) == 1 and _comparable(a[0], d[0]):
            found += _compared(ask, draft, a[0], d[0])
    found += _deadlines(ask, draft, asked, drafted)
    multiple = [each for each in asked if each.kind == "multiple"]
    if multiple and not any(each.kind == "multiple" for each in drafted) and {"increase", "reduce"} & draft.keys:
        span = multiple[0].start, multiple[0].end
        found.append(Change("partly", "measure", span, None, f"“{_quote(ask, multiple[0])}” is gone"))
    return found


_WHOLLY = frozenset(["end", "abolish", "prohibit"])


def _lessened(ask: View, draft: View, drafted: list[Measure]) -> list[Change]:
    """What was to end is only to be halved, or cut by a third."""
    whole = next((term for term in ask.content if term.key in _WHOLLY and term.key not in draft.keys), None)
    less = next((term for term in draft.content if term.key == "reduce" and "reduce" not in ask.keys), None)
    if whole is None or less is None or not any(each.kind in ("per cent", "multiple") for each in drafted):
        return []
    old, new = ask.text[whole.start : whole.end], draft.text[less.start : less.end]
    spans = (whole.start, whole.end), (less.start, less.end)
    return [Change("partly", "measure", *spans, f"“{old}” became “{new}”")]


def _measures(view: View) -> list[Measure]:
    start, end = view.region
    return [
        Measure(each.kind, each.value, start + each.start, start + each.end, each.bound, each.unit)
        for each in find_measures(view.flattened[start:end], view.language)
    ]


def _odd(these: list[Measure], those: list[Measure], kind: str) -> list[Measure]:
    """The measures of a kind that the other side does not have."""
    others = [each for each in those if each.kind == kind]
    return [each for each in these if each.kind == kind and not any(_same(each, other) for other in others)]


SPOKEN = 0.07
"""Share by which a time in one unit may differ from one in another and be the same: a fortnight, fifteen days."""


def _same(one: Measure, other: Measure) -> bool:
    if (one.bound == "most") != (other.bound == "most"):
        return False
    rounded = one.kind in ("term", "duration") and one.unit.rstrip("s") != other.unit.rstrip("s")
    return abs(one.value - other.value) <= (SPOKEN * max(one.value, other.value) if rounded else 0.0)


def _comparable(a: Measure, d: Measure) -> bool:
    return a.kind != "count" or a.unit.rstrip("s") == d.unit.rstrip("s") or (a.unit[:4] == d.unit[:4])


def _compared(ask: View, draft: View, a: Measure, d: Measure) -> list[Change]:
    if a.value == d.value:
        less = a.bound != "most" and d.bound == "most"
        more = False
    elif a.bound == "most" and d.bound != "least":
        less, more = d.value > a.value, d.value < a.value
    else:
        less, more = d.value < a.value, d.value > a.value
    if not (less or more):
        return []
    why = f"“{_quote(ask, a)}” became “{_quote(draft, d)}”"
    kind = _SHOWN.get(a.kind, "measure")
    return [Change("partly" if less else "stronger", kind, (a.start, a.end), (d.start, d.end), why)]


def _quote(view: View, measure: Measure) -> str:
    return view.text[measure.start : measure.end]


def _deadlines(ask: View, draft: View, asked: list[Measure], drafted: list[Measure]) -> list[Change]:
    """Dates among dates, terms among terms, and what is vague against both."""
    found: list[Change] = []
    for kind in ("deadline", "term"):
        a, d = _odd(asked, drafted, kind), _odd(drafted, asked, kind)
        if len(a) == 1 and len(d) == 1:
            later = d[0].value > a[0].value
            why = f"“{_quote(ask, a[0])}” became “{_quote(draft, d[0])}”"
            spans = (a[0].start, a[0].end), (d[0].start, d[0].end)
            found.append(Change("partly" if later else "stronger", "deadline", *spans, why))
    found += _urgency(ask, draft, asked, drafted)
    timed = [each for each in asked if each.kind in ("deadline", "term") or (each.kind == "haste" and each.value == 0)]
    kept = [each for each in drafted if each.kind in ("deadline", "term") or (each.kind == "haste" and each.value == 0)]
    vague = [each for each in drafted if each.kind == "haste" and each.value == 2]
    if timed and not kept and not any(each.kind == "haste" and each.value == 2 for each in asked):
        lost = timed[0]
        if vague:
            why = f"“{_quote(ask, lost)}” became “{_quote(draft, vague[0])}”"
            found.append(Change("partly", "deadline", (lost.start, lost.end), (vague[0].start, vague[0].end), why))
        elif not (lost.kind == "deadline" and flat(_quote(ask, lost)).startswith(("in ", "from ", "en ", "desde "))):
            found.append(
                Change(
                    "partly", "deadline", (lost.start, lost.end), None, f"the deadline “{_quote(ask, lost)}” is gone"
                )
            )
    elif vague and not timed and not any(each.kind == "haste" for each in asked):
        words = _quote(draft, vague[0])
        found.append(Change("partly", "deadline", None, (vague[0].start, vague[0].end), f"it is put off (“{words}”)"))
    return found


def _urgency(ask: View, draft: View, asked: list[Measure], drafted: list[Measure]) -> list[Change]:
    """ "Without delay" became "within two years"."""
    urgent = [each for each in asked if each.kind == "haste" and each.value == 0]
    dated = [each for each in drafted if each.kind in ("deadline", "term")]
    hasty = any(each.kind == "haste" and each.value == 0 for each in drafted)
    if not urgent or not dated or hasty or any(each.kind in ("deadline", "term") for each in asked):
        return []
    why = f"“{_quote(ask, urgent[0])}” became “{_quote(draft, dated[0])}”"
    spans = (urgent[0].start, urgent[0].end), (dated[0].start, dated[0].end)
    return [Change("partly", "deadline", *spans, why)]


@cache
def _book(language: str, name: str) -> PhraseBook[str]:
    return PhraseBook((phrase, name) for phrase in lexicon(language, "circle")[name])


def hits(view: View, name: str) -> list[Hit[str]]:
    """Phrases of one list of the circle lexicon in the region, offsets into the text."""
    start, end = view.region
    return [
        Hit(start + hit.start, start + hit.end, hit.label)
        for hit in _book(view.language, name).find(view.flattened[start:end])
    ]


def _pilot(ask: View, draft: View) -> list[Change]:
    new = hits(draft, "pilot")
    if not new or hits(ask, "pilot"):
        return []
    words = draft.text[new[0].start : new[0].end]
    return [Change("partly", "pilot", None, (new[0].start, new[0].end), f"it is only tried out (“{words}”)")]


def _partial(ask: View, draft: View) -> list[Change]:
    if hits(ask, "partial"):
        return []
    for hit in hits(draft, "partial"):
        words = draft.text[hit.start : hit.end]
        if words.lower() not in ask.flattened and not draft.flattened[hit.end :].startswith((" to ", " a ")):
            return [Change("partly", "measure", None, (hit.start, hit.end), f"only a part of it (“{words}”)")]
    return []


def circle(ask: View, draft: View) -> list[Change]:
    """A qualifier that the ask did not have narrows who is meant; or "regardless of status" is gone."""
    found: list[Change] = []
    own = {ask.flattened[hit.start : hit.end] for hit in [*hits(ask, "narrow"), *hits(ask, "narrow_after")]}
    stems = {term.key for term in terms(ask.text, ask.language)} | {term.word for term in terms(ask.text, ask.language)}
    for hit in hits(draft, "narrow"):
        words = draft.flattened[hit.start : hit.end]
        noun = _next(draft, hit.end)
        if words in own or words in stems or noun is None or _inside(draft, hit):
            continue
        if noun.key in ask.keys and (_people(noun) or (_universal(ask, noun) and not _universal(draft, noun))):
            found.append(_narrowed(draft, hit))
    for hit in hits(draft, "narrow_after"):
        words = draft.flattened[hit.start : hit.end]
        noun = _previous(draft, hit.start)
        if (
            words not in own
            and noun is not None
            and noun.key in ask.keys
            and _people(noun)
            and words not in ask.flattened
        ):
            found.append(_narrowed(draft, hit))
    wide = hits(ask, "regardless")
    if wide and not hits(draft, "regardless") and not unconditional(draft) and not found:
        lost = wide[0]
        words = ask.text[lost.start : lost.end]
        found.append(Change("partly", "circle", (lost.start, lost.end), None, f"“{words}” is gone"))
    return [*found, *_exceptions(ask, draft)]


_ON_NOTHING = {
    "en": re.compile(r"\bnot\b[^;.]{0,60}\b(?:depend\w*|conditional|contingent|conditioned|hinge)\b"),
    "fr": re.compile(r"\b(?:ne|n')[^;.]{0,40}\b(?:depend\w*|subordonn\w*|conditionn\w*)\b"),
    "es": re.compile(r"\bno\b[^;.]{0,40}\b(?:depend\w*|supedit\w*|condicion\w*|subordin\w*)\b"),
}


def unconditional(view: View) -> bool:
    """Does the text say that something is not to depend on something else?"""
    return bool(_ON_NOTHING[view.language].search(view.flattened, *view.region))


def _inside(view: View, hit: Hit[str]) -> bool:
    """Is the qualifier part of a caveat, or of a known name?"""
    return any(
        term.start <= hit.start < term.end and (term.start in view.caveat_terms or (term.classed and " " in term.word))
        for term in view.every
    )


def _people(noun: Term) -> bool:
    return noun.key in PARTIES and noun.key != "all_actors"


def _universal(view: View, noun: Term) -> bool:
    """Does the text speak of all of them?"""
    every = frozenset(lexicon(view.language, "circle")["all"])
    return any(
        each.word in every and any(term.key == noun.key for term in view.every[place + 1 : place + 4])
        for place, each in enumerate(view.every)
    )


def _narrowed(draft: View, hit: Hit[str]) -> Change:
    words = draft.text[hit.start : hit.end]
    return Change("partly", "circle", None, (hit.start, hit.end), f"the circle is narrowed to “{words}”")


def _next(view: View, at: int) -> Term | None:
    following = [term for term in view.content if term.start >= at][:2]
    if not following or following[0].start - at > 4 or view.flattened[at : following[0].start].strip(" -'"):
        return None
    return next((term for term in following if term.key in PARTIES), following[0])


def _previous(view: View, at: int) -> Term | None:
    before = [term for term in view.content if term.end <= at]
    near = before and at - before[-1].end < 14 and not _COPULA.search(view.flattened[before[-1].end : at])
    return before[-1] if near else None


_COPULA = re.compile(r"^ (?:is|are|est|sont|son|es|esta|estan)\b")
"""What says something of a party, and does not tell which one is meant: "the Parties are willing to"."""


def _exceptions(ask: View, draft: View) -> list[Change]:
    """Somebody or something is taken out."""
    new = [
        hit for hit in hits(draft, "except") if not any(c.start < hit.end and hit.start < c.end for c in draft.caveats)
    ]
    if not new or hits(ask, "except"):
        return []
    words = draft.text[new[0].start : min(draft.region[1], new[0].end + 40)].rsplit(" ", 1)[0]
    return [Change("partly", "exception", None, (new[0].start, new[0].end), f"an exception was made (“{words}”)")]
