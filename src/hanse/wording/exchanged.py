"""Who is to act, and for whom? Parties exchanged, replaced, or diluted into everybody."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from hanse.text.document import Span
from hanse.wording.changes import DEFINITE, PARTIES, Change
from hanse.wording.clause import is_future
from hanse.wording.deeds import PRESENT
from hanse.wording.flat import WORD, flat
from hanse.wording.lexicon import lexicon
from hanse.wording.strangers import MOST_NAMED, other_bearer
from hanse.wording.terms import Term, terms
from hanse.wording.view import View

_MUTUAL = frozenset(
    ["cooperate", "coordinate", "partner", "discuss", "negotiation", "agreement", "seat", "vote", "opportunity"]
) | {"participate", "access", "right"}
"""With these verbs it is the same who stands first, or having them is what was asked."""


_FIRST_PERSON = frozenset(["we", "nous", "nos", "nosotros"])


def parties(ask: View, draft: View) -> list[Change]:
    """Who is to act: diluted, replaced, or exchanged with who is to receive."""
    if order := _ordered(ask) & {(b, a, how) for a, b, how in _ordered(draft)}:
        first, second, _ = min(order)
        return [_swap(_first(ask, first), _first(draft, second))]
    if _mirrored(ask, draft):
        return [_swap(ask.obliged or ask.directive, draft.obliged or draft.directive)]
    if not ask.force.modal and (found := other_bearer(ask, draft)):
        return found
    if _voice(ask, draft):
        return [_swap(ask.obliged or ask.directive, draft.obliged or draft.directive)]
    asked, drafted = _bearer(ask), _bearer(draft)
    if not asked:
        speaks = WORD.findall(flat(ask.force.bearer or ask.force.modal))[:1]
        if drafted == {"all_actors"} and set(speaks) & _FIRST_PERSON:
            return [Change("weakened", "bearer", ask.obliged, draft.obliged, f"those who speak became {_name(draft)}")]
        return other_bearer(ask, draft)
    where = draft.obliged or draft.directive
    if drafted and not drafted & asked:
        if _swapped(ask, draft, asked, drafted):
            return [_swap(ask.obliged, where)]
        if not asked & draft.everywhere:
            return _replaced(ask, draft, asked, drafted) or other_bearer(ask, draft)
    if not drafted and draft.force.bearer and not asked & draft.everywhere:
        return _unknown(ask, draft, asked)
    unnamed = draft.force.modal and not draft.force.bearer and not draft.force.negated
    if not drafted and unnamed and not asked & draft.everywhere and _is_passive(draft):
        return [Change("weakened", "bearer", ask.obliged, where, f"{_name(ask)} is no longer named as the one to act")]
    return []


_EITHER = frozenset(["meet", "join", "accompani", "trade", "marri", "equal", "border", "complement", "decide_jointly"])
"""Verbs that say the same of both, whoever stands first."""


def _mirrored(ask: View, draft: View) -> bool:
    """Parties that no lexicon knows, each in the other's place: "landlords shall notify tenants"."""
    verb = _verb_in_the_present(ask, draft)
    a, d = _sides(ask, verb), _sides(draft, verb)
    if a is None or d is None or a[1] != d[1] or a[1] in _MUTUAL | _EITHER:
        return False
    left, _, right = a
    other_left, _, other_right = d
    heads = left & other_left & right & other_right  # "countries of origin", "countries of destination"
    left, other_left = left - heads, other_left - heads
    if not left or not other_left or left & other_left or max(len(left), len(other_left)) > MOST_NAMED:
        return False
    return left <= other_right and other_left <= right


_SINGULAR = {"fr": re.compile(r"(?<!e)[etd]$"), "es": re.compile(r"[ae]$")}


def _verb_in_the_present(ask: View, draft: View) -> str:
    """The key of the verb that both sides have where no word directs, in the singular or the plural; or nothing."""
    if ask.language not in _SINGULAR or ask.force.modal or draft.force.modal:
        return ""
    forms = [{term.key: term.word for term in view.content[1:] if _behind_a_noun(view, term)} for view in (ask, draft)]
    for key, word in forms[0].items():
        given = forms[1].get(key, "")
        if given and all(PRESENT[ask.language].search(w) or _SINGULAR[ask.language].search(w) for w in (word, given)):
            return key
    return ""


def _behind_a_noun(view: View, term: Term) -> bool:
    before = next((each for each in reversed(view.every) if each.end <= term.start), term)
    return not before.small


_BY = frozenset(["by", "par", "por"])


def _sides(view: View, verb: str = "") -> tuple[frozenset[str], str, frozenset[str]] | None:
    """The subject's terms, the verb, and the terms behind it; None for a passive, or where no verb can be told.

    ``verb`` is the key of the verb where no word directs; empty where its ending is to tell it.
    """
    if _is_passive(view) or _by_a_party(view):
        return None
    content = [term for term in view.content if term.start not in view.caveat_terms]
    if view.force.modal and view.force.bearer_span:
        start, end = view.obliged or (0, 0)
        subject = [term for term in content if start <= term.start < end]
        own = (view.directive or (0, 0))[0] if is_future(view.force.modal, view.language) else view.head_end
        behind = [term for term in content if term.start >= max(own, end)]
    elif not view.force.modal and view.language != "en":
        present = (bool(PRESENT[view.language].search(t.word)) if not verb else t.key == verb for t in content)
        place = next((at for at, fits in enumerate(present) if fits), 0)
        subject, behind = content[:place], content[place:]
        if place and re.search(r",|\b(?:et|ou|y|o)\b", view.flattened[subject[0].start : behind[0].start]):
            return None
    else:
        return None
    if not behind:
        return None
    return frozenset(t.key for t in subject), behind[0].key, frozenset(t.key for t in behind[1:])


def _by_a_party(view: View) -> bool:
    """Does "by" name who acts, as in a passive? "Por la formación" names nobody."""
    for place, term in enumerate(view.every):
        if term.word in _BY:
            behind = next((each for each in view.every[place + 1 : place + 4] if not each.small), None)
            if view.language == "en" or (behind is not None and behind.key in PARTIES):
                return True
    return False


def _swap(asked: Span | None, drafted: Span | None) -> Change:
    return Change("reversed", "swapped", asked, drafted, "giver and receiver changed places")


def _first(view: View, key: str) -> Span:
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
    return found | _from_to(view)


def _from_to(view: View) -> set[tuple[str, str, str]]:
    """Nouns of any kind between which something passes: "from the province to the district"."""
    words = lexicon(view.language, "terms")
    opened, closed = set(words["from"]), set(words["to"])
    runs: list[list[Term]] = [[]]  # content terms that stand side by side, each run with the small words before it
    for term in view.every:
        if runs[-1] and term.small != runs[-1][-1].small:
            runs.append([])
        runs[-1].append(term)
    found = set()
    for small, one, between, other in zip(runs, runs[1:], runs[2:], runs[3:], strict=False):
        fits = small[-1].small and {t.word for t in small[-2:]} & opened and {t.word for t in between} & closed
        whole = "," not in view.flattened[one[0].start : other[0].end] and not one[0].word.isdigit()
        if fits and whole and len(between) <= 2:
            found |= {(a.key, b.key, "from to") for a in one for b in other}
    return found


def _voice(ask: View, draft: View) -> bool:
    """The one that was to receive is to give: "cities shall be consulted", "cities shall consult"."""
    if _is_passive(ask) == _is_passive(draft) or not (ask.force.modal and draft.force.modal):
        return False
    a, d = _verb(ask), _verb(draft)
    if a is None or d is None or a.key != d.key or a.key in _MUTUAL:
        return False
    passive, active = (ask, draft) if _is_passive(ask) else (draft, ask)
    return bool(_subject(passive) & _bearer(active) & DEFINITE)


def _subject(view: View) -> frozenset[str]:
    """The parties before the directive word, without those in a clause that only tells which are meant."""
    modal = view.directive
    stops = {flat(word) for word in lexicon(view.language, "directives")["bearers"]["cuts"]}
    before = list(takewhile(lambda term: modal and term.end <= modal[0] and term.word not in stops, view.every))
    return frozenset(term.key for term in before if term.key in PARTIES)


def _verb(view: View) -> Term | None:
    """The first term of the predicate that is no party."""
    behind = [term for term in view.content if term.start >= view.head_end and term.start not in view.caveat_terms]
    return behind[0] if behind and behind[0].key not in PARTIES else None


def _replaced(ask: View, draft: View, asked: frozenset[str], drafted: frozenset[str]) -> list[Change]:
    why = f"{_name(ask)} became {_name(draft)}"
    if drafted <= {"all_actors"} and asked & DEFINITE:
        return [Change("weakened", "bearer", ask.obliged, draft.obliged, why)]
    named = drafted - {"all_actors", "person"}
    if asked & DEFINITE and named and (not drafted & ask.everywhere or _same_verb(ask, draft)):
        return [Change("partly", "bearer", ask.obliged, draft.obliged, why)]
    return []


def _unknown(ask: View, draft: View, asked: frozenset[str]) -> list[Change]:
    """A bearer that no lexicon knows, who is to do the same deed."""
    words = flat(draft.force.bearer).split()
    if not asked & DEFINITE or not _same_verb(ask, draft) or len(words) > 5:
        return []
    if set(words) & set(lexicon(draft.language, "terms")["nobody"]):
        return []
    why = f"{_name(ask)} became {_name(draft)}"
    everybody = set(words) & set(lexicon(draft.language, "terms")["everybody"])
    return [Change("weakened" if everybody else "partly", "bearer", ask.obliged, draft.obliged, why)]


def _same_verb(ask: View, draft: View) -> bool:
    a, d = _verb(ask), _verb(draft)
    return a is not None and d is not None and a.key == d.key


def _swapped(ask: View, draft: View, asked: frozenset[str], drafted: frozenset[str]) -> bool:
    """Both parties on both sides, each in the other's place, with a verb that is not mutual."""
    receiver = {term.key for term in ask.content if term.start >= ask.head_end} & DEFINITE
    behind = {term.key for term in draft.content if term.start >= draft.head_end or _is_passive(draft)} & DEFINITE
    verb = next((term.key for term in ask.content if term.start >= ask.head_end), "")
    verbs = {term.key for term in draft.content if term.start >= draft.head_end}
    return bool(drafted & receiver and asked & behind and verb in verbs and verb not in _MUTUAL)


def _bearer(view: View) -> frozenset[str]:
    return frozenset(term.key for term in terms(view.force.bearer, view.language) if term.key in PARTIES)


def _is_passive(view: View) -> bool:
    start = view.head_end
    following = [term.word for term in view.every if term.start >= start and term.start not in view.caveat_terms][:3]
    return any(word in ("be", "been", "etre", "ser") for word in following)


def _name(view: View) -> str:
    return f"“{view.force.bearer}”"
