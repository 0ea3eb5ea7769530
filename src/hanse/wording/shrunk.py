"""Does the draft give less of what was asked? Quantities, deadlines, circles of people, items of a list."""

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
    found = [*_pilot(ask, draft), *_partial(ask, draft)]
    for kind in ("per cent", "money", "count", "duration", "frequency", "multiple"):
        a, d = _odd(asked, drafted, kind), _odd(drafted, asked, kind)
        if len(a) == 1 and len(d) == 1 and _comparable(a[0], d[0]):
            found += _compared(ask, draft, a[0], d[0])
    found += _deadlines(ask, draft, asked, drafted)
    multiple = [each for each in asked if each.kind == "multiple"]
    if multiple and not any(each.kind == "multiple" for each in drafted) and {"increase", "reduce"} & draft.keys:
        span = multiple[0].start, multiple[0].end
        found.append(Change("partly", "measure", span, None, f'"{_quote(ask, multiple[0])}" is gone'))
    return found


def _measures(view: View) -> list[Measure]:
    start, end = view.region
    return [
        Measure(each.kind, each.value, start + each.start, start + each.end, each.bound, each.unit)
        for each in find_measures(view.flattened[start:end], view.language)
    ]


def _odd(these: list[Measure], those: list[Measure], kind: str) -> list[Measure]:
    """The measures of a kind that the other side does not have."""
    other = [(each.value, each.bound == "most") for each in those if each.kind == kind]
    return [each for each in these if each.kind == kind and (each.value, each.bound == "most") not in other]


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
    why = f'"{_quote(ask, a)}" became "{_quote(draft, d)}"'
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
            why = f'"{_quote(ask, a[0])}" became "{_quote(draft, d[0])}"'
            spans = (a[0].start, a[0].end), (d[0].start, d[0].end)
            found.append(Change("partly" if later else "stronger", "deadline", *spans, why))
    found += _urgency(ask, draft, asked, drafted)
    timed = [each for each in asked if each.kind in ("deadline", "term") or (each.kind == "haste" and each.value == 0)]
    kept = [each for each in drafted if each.kind in ("deadline", "term") or (each.kind == "haste" and each.value == 0)]
    vague = [each for each in drafted if each.kind == "haste" and each.value == 2]
    if timed and not kept and not any(each.kind == "haste" and each.value == 2 for each in asked):
        lost = timed[0]
        if vague:
            why = f'"{_quote(ask, lost)}" became "{_quote(draft, vague[0])}"'
            found.append(Change("partly", "deadline", (lost.start, lost.end), (vague[0].start, vague[0].end), why))
        elif not (lost.kind == "deadline" and flat(_quote(ask, lost)).startswith(("in ", "from ", "en ", "desde "))):
            found.append(
                Change(
                    "partly", "deadline", (lost.start, lost.end), None, f'the deadline "{_quote(ask, lost)}" is gone'
                )
            )
    elif vague and not timed and not any(each.kind == "haste" for each in asked):
        words = _quote(draft, vague[0])
        found.append(Change("partly", "deadline", None, (vague[0].start, vague[0].end), f'it is put off ("{words}")'))
    return found


def _urgency(ask: View, draft: View, asked: list[Measure], drafted: list[Measure]) -> list[Change]:
    """ "Without delay" became "within two years"."""
    urgent = [each for each in asked if each.kind == "haste" and each.value == 0]
    dated = [each for each in drafted if each.kind in ("deadline", "term")]
    hasty = any(each.kind == "haste" and each.value == 0 for each in drafted)
    if not urgent or not dated or hasty or any(each.kind in ("deadline", "term") for each in asked):
        return []
    why = f'"{_quote(ask, urgent[0])}" became "{_quote(draft, dated[0])}"'
    spans = (urgent[0].start, urgent[0].end), (dated[0].start, dated[0].end)
    return [Change("partly", "deadline", *spans, why)]


@cache
def _book(language: str, name: str) -> PhraseBook[str]:
    return PhraseBook((phrase, name) for phrase in lexicon(language, "circle")[name])


def _hits(view: View, name: str) -> list[Hit[str]]:
    start, end = view.region
    return [
        Hit(start + hit.start, start + hit.end, hit.label)
        for hit in _book(view.language, name).find(view.flattened[start:end])
    ]


def _pilot(ask: View, draft: View) -> list[Change]:
    new = _hits(draft, "pilot")
    if not new or _hits(ask, "pilot"):
        return []
    words = draft.text[new[0].start : new[0].end]
    return [Change("partly", "pilot", None, (new[0].start, new[0].end), f'it is only tried out ("{words}")')]


def _partial(ask: View, draft: View) -> list[Change]:
    new = _hits(draft, "partial")
    if not new or _hits(ask, "partial") or draft.text[new[0].start : new[0].end].lower() in ask.flattened:
        return []
    words = draft.text[new[0].start : new[0].end]
    return [Change("partly", "measure", None, (new[0].start, new[0].end), f'only a part of it ("{words}")')]


def circle(ask: View, draft: View) -> list[Change]:
    """A qualifier that the ask did not have narrows who is meant; or "regardless of status" is gone."""
    found: list[Change] = []
    own = {ask.flattened[hit.start : hit.end] for hit in [*_hits(ask, "narrow"), *_hits(ask, "narrow_after")]}
    stems = {term.key for term in terms(ask.text, ask.language)} | {term.word for term in terms(ask.text, ask.language)}
    for hit in _hits(draft, "narrow"):
        words = draft.flattened[hit.start : hit.end]
        noun = _next(draft, hit.end)
        if words in own or words in stems or noun is None or _inside(draft, hit):
            continue
        if noun.key in ask.keys and (_people(noun) or (_universal(ask, noun) and not _universal(draft, noun))):
            found.append(_narrowed(draft, hit))
    for hit in _hits(draft, "narrow_after"):
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
    wide = _hits(ask, "regardless")
    if wide and not _hits(draft, "regardless") and not found:
        lost = wide[0]
        words = ask.text[lost.start : lost.end]
        found.append(Change("partly", "circle", (lost.start, lost.end), None, f'"{words}" is gone'))
    return [*found, *_exceptions(ask, draft)]


def _inside(view: View, hit: Hit[str]) -> bool:
    """Is the qualifier part of a caveat, or of a known name?"""
    return any(
        term.start <= hit.start < term.end and (term.start in view.caveat_terms or term.classed) for term in view.every
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
    return Change("partly", "circle", None, (hit.start, hit.end), f'the circle is narrowed to "{words}"')


def _next(view: View, at: int) -> Term | None:
    following = [term for term in view.content if term.start >= at][:2]
    if not following or following[0].start - at > 4:
        return None
    return next((term for term in following if term.key in PARTIES), following[0])


def _previous(view: View, at: int) -> Term | None:
    before = [term for term in view.content if term.end <= at]
    return before[-1] if before and at - before[-1].end < 14 else None


def _exceptions(ask: View, draft: View) -> list[Change]:
    """Somebody or something is taken out."""
    new = [
        hit for hit in _hits(draft, "except") if not any(c.start < hit.end and hit.start < c.end for c in draft.caveats)
    ]
    if not new or _hits(ask, "except"):
        return []
    words = draft.text[new[0].start : min(draft.region[1], new[0].end + 40)].rsplit(" ", 1)[0]
    return [Change("partly", "exception", None, (new[0].start, new[0].end), f'an exception was made ("{words}")')]


_AND = r"(?:and|or|et|ou|y|e|o|u|as well as|ainsi que|asi como)"
_SPLIT = re.compile(rf"\s*,\s*(?:{_AND}\s+)?|\s+{_AND}\s+|/")


def elements(ask: View, draft: View) -> list[Change]:
    """Items of the ask's list that the draft has not, where it has others of the same list."""
    found: list[Change] = []
    for items in _lists(ask):
        missing = [item for item in items if not _present(item, ask, draft)]
        if not missing or len(missing) == len(items) or _generalised(ask, draft):
            continue
        names = " and ".join(f'"{ask.text[item[0].start : item[-1].end]}"' for item in missing[:3])
        span = (missing[0][0].start, missing[0][-1].end)
        verb = "is" if len(missing) == 1 else "are"
        found.append(Change("partly", "element", span, None, f"{names} {verb} missing"))
    return found[:1]


def _lists(view: View) -> list[list[list[Term]]]:
    """Enumerations: for each the items, for each item its deciding terms."""
    found: list[list[list[Term]]] = []
    start, end = view.region
    for clause in re.finditer(r"[^;:.()]+", view.flattened[start:end]):
        base = start + clause.start()
        pieces, at = [], 0
        for gap in _SPLIT.finditer(clause.group()):
            pieces.append((base + at, base + gap.start()))
            at = gap.end()
        pieces.append((base + at, base + len(clause.group())))
        if len(pieces) > 1:
            found += _runs(view, pieces)
    return found


def _runs(view: View, pieces: list[tuple[int, int]]) -> list[list[list[Term]]]:
    inside = [[t for t in view.content if a <= t.start < b and t.start not in view.caveat_terms] for a, b in pieces]
    words = [len(view.flattened[a:b].split()) for a, b in pieces]
    runs: list[list[list[Term]]] = []
    place = 0
    while place < len(pieces) - 1:
        last = place + 1
        while last < len(pieces) - 1 and words[last] <= 4 and inside[last]:
            last += 1
        items = [inside[place][-1:], *(inside[at] for at in range(place + 1, last)), inside[last][:1]]
        items = [item for item in items if item and not _named(view, item[0])]
        if len(items) > 1 and (len(items) > 2 or _likes(items)):
            runs.append(items)
        place = last
    return runs


def _likes(items: list[list[Term]]) -> bool:
    """Two items are a list where both are known words of the field, of different classes."""
    return all(item[0].classed for item in items) and items[0][0].key != items[1][0].key


def _present(item: list[Term], ask: View, draft: View) -> bool:
    keys = draft.everywhere
    return any(
        term.key in keys or _kin(term.word, keys, draft.flattened) or _compound(ask, term) in _joined(draft.flattened)
        for term in item
    ) or _abbreviated(item, draft)


def _joined(flattened: str) -> str:
    return flattened.replace("-", "")


def _compound(view: View, term: Term) -> str:
    """The whole hyphenated word of which the term is a part, written together."""
    start, end = term.start, term.end
    while start > 0 and (view.flattened[start - 1].isalnum() or view.flattened[start - 1] == "-"):
        start -= 1
    while end < len(view.flattened) and (view.flattened[end].isalnum() or view.flattened[end] == "-"):
        end += 1
    word = view.flattened[start:end]
    return _joined(word) if "-" in word else "\0"


def _abbreviated(item: list[Term], draft: View) -> bool:
    """Does an acronym of the draft stand for the item ("HR" for human rights)?"""
    initials = "".join(word[0] for term in item for word in term.word.split())
    return len(initials) > 1 and initials.upper() in re.findall(r"\b[A-Z]{2,}\b", draft.text)


def _kin(word: str, keys: frozenset[str], flattened: str) -> bool:
    """Words of one root (account, accountability), and words written together (multi-lingual, multilingual)."""
    if len(word) < 5:
        return False
    return any(each[:5] == word[:5] for each in keys if len(each) > 4) or word in flattened.replace("-", "")


def _named(view: View, term: Term) -> bool:
    """A proper name, which the draft may abbreviate or spell out."""
    return not term.classed and view.text[term.start].isupper() and term.start > view.region[0] + 3


def _generalised(ask: View, draft: View) -> bool:
    """ "... and other services" stands for what was listed."""
    return bool(_hits(draft, "other")) and not _hits(ask, "other")
