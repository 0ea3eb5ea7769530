"""Does the draft bind less than was asked? Directive words, hedged effort, diluted verbs, lost qualities, caveats."""

from __future__ import annotations

import re
from functools import cache

from hanse.text.document import Span
from hanse.wording.caveats import EFFORT, find_hedges, implied
from hanse.wording.changes import PARTIES, Change, Effect
from hanse.wording.clause import is_future
from hanse.wording.deeds import PRESENT
from hanse.wording.flat import WORD, flat
from hanse.wording.lexicon import lexicon, shared
from hanse.wording.phrases import Hit, PhraseBook
from hanse.wording.terms import Term
from hanse.wording.view import View, conditional


def modality(ask: View, draft: View) -> list[Change]:
    """The directive word fell or rose by a level; a preambular participle has none."""
    a, d = ask.force, draft.force
    asked = _place(ask, a.modal_span)
    if _only_quoted(ask, draft):
        return [Change("weakened", "modality", asked, None, "it is only quoted")]
    if draft.preambular and not ask.preambular and (a.level or not a.modal):
        return [Change("weakened", "preamble", asked, _opening(draft), "it stands in a preambular clause")]
    if not d.modal or ask.preambular:
        return []
    level = a.level if a.modal or a.level else 3
    drafted = _place(draft, d.modal_span)
    if d.negated != a.negated or _same_act(ask, draft) or (d.level == 1 and _enabling(ask) and not _enabling(draft)):
        return []
    if d.level >= level and (within := _embedded(ask, draft)):
        return within
    if d.level < level:
        return [Change("weakened", "modality", asked, drafted, _became(a.modal, d.modal, ask, a.level))]
    if d.level > level:
        return [Change("stronger", "modality", asked, drafted, _became(a.modal, d.modal, ask, a.level))]
    return []


def _embedded(ask: View, draft: View) -> list[Change]:
    """ "Decides that it shall" became "decides that it may"."""
    a, d = ask.embedded, draft.embedded
    asked = a.level if a.modal else 2
    if not d.modal or a.negated != d.negated or d.level >= asked or (not a.modal and ask.that is None):
        return []
    return [
        Change(
            "weakened",
            "modality",
            None,
            None,
            f"“{a.modal}” became “{d.modal}”" if a.modal else f"what was asked now stands under “{d.modal}”",
        )
    ]


def _only_quoted(ask: View, draft: View) -> bool:
    """Do the words asked stand in the draft as a quotation, which commands nothing?"""
    words = " ".join(WORD.findall(ask.flattened))
    return words not in " ".join(WORD.findall(draft.flattened)) and words in " ".join(WORD.findall(flat(draft.text)))


def _became(before: str, after: str, ask: View, level: int) -> str:
    if before:
        return f"“{before}” became “{after}”"
    return f"what was asked without a directive word now stands under “{after}”"


def _place(view: View, span: Span | None) -> Span | None:
    return (view.region[0] + span[0], view.region[0] + span[1]) if span else None


def _opening(view: View) -> Span | None:
    return (view.every[0].start, view.every[0].end) if view.every else None


def _same_act(ask: View, draft: View) -> bool:
    """ "Recognize the role of cities" is met by "recognizes the role of cities": the verb is the act."""
    span = draft.force.modal_span
    if ask.force.modal or span is None:
        return False
    at = draft.region[0] + span[0]
    deed = next((term.key for term in draft.content if term.start >= at), "")
    first = next((term for term in ask.content), None)
    return first is not None and bool(deed) and deed == first.key


@cache
def _enabling_book(language: str) -> PhraseBook[str]:
    return PhraseBook((phrase, phrase) for phrase in lexicon(language, "terms")["enabling"])


def _enabling(ask: View) -> bool:
    """ "Cities should be able to issue permits" is met by "cities may issue permits"."""
    return any(hit.start < 4 for hit in _enabling_book(ask.language).find(ask.flattened[ask.head_end : ask.region[1]]))


def hedges(ask: View, draft: View) -> list[Change]:
    """Effort where a result was asked: "endeavour to", "consider"."""
    asked = {
        flat(ask.text[hit.start : hit.end])
        for hit in find_hedges(ask.flattened, ask.head_end, ask.region[1], ask.language)
    }
    if any(hit.label == EFFORT for hit in find_hedges(ask.flattened, ask.head_end, ask.region[1], ask.language)):
        return []
    found = _effort_as_subject(ask, draft)
    for hit in _efforts(draft):
        words = flat(draft.text[hit.start : hit.end])
        if hit.label != EFFORT or words in asked or words in ask.flattened:
            continue
        shown = draft.text[hit.start : hit.end]
        found.append(Change("weakened", "hedge", None, (hit.start, hit.end), f"the duty became an effort (“{shown}”)"))
    return found


_MADE = {
    "en": re.compile(
        r"\b(?:efforts?|attempts?|endeavou?rs) (?:shall|should|must|will|are to|is to|need to|may) (?:also )?be "
    ),
    "fr": re.compile(r"\bdes efforts (?:doivent|devraient|devront|seront|sont) "),
    "es": re.compile(
        r"\b(?:(?:deben|deberan|deberian) (?:hacerse|realizarse|desplegarse)|se (?:haran|realizaran|desplegaran))\b"
        r".{0,20}\besfuerzos\b"
    ),
}


def _effort_as_subject(ask: View, draft: View) -> list[Change]:
    """ "Efforts shall be made to"."""
    made = _MADE[draft.language].search(draft.flattened, *draft.region)
    if made is None or _MADE[ask.language].search(ask.flattened):
        return []
    shown = draft.text[slice(*made.span())].strip()
    return [Change("weakened", "hedge", None, made.span(), f"the duty became an effort (“{shown}”)")]


def _efforts(view: View) -> list[Hit[str]]:
    """Hedges behind the directive word, or a future that is one itself ("s'efforceront de")."""
    behind = find_hedges(view.flattened, view.head_end, view.region[1], view.language)
    modal = _place(view, view.force.modal_span)
    if modal is None:
        return behind or _effort_in_the_present(view)
    found = [hit for hit in behind if hit.start >= modal[1]]
    if is_future(view.force.modal, view.language):
        first = find_hedges(view.flattened, modal[0], view.region[1], view.language)[:1]
        found += [hit for hit in first if hit.start == modal[0]]
    return found


_SUBORDINATE = re.compile(r"[,;:]|\b(?:qui|que|qu|dont|si|quien|quienes|cuando|lorsque)\b")


def _effort_in_the_present(view: View) -> list[Hit[str]]:
    """ "Les communes s'efforcent de": where French and Spanish bind without a directive word, behind any subject."""
    present = PRESENT.get(view.language)
    start = view.region[0]
    if present is None:
        return []
    for term in view.content[1:]:
        reflexive = view.flattened[start : term.start].endswith((" s'", " se "))
        if not (present.search(term.word) or reflexive) or _SUBORDINATE.search(view.flattened[start : term.start]):
            continue
        at = term.start - 3 if reflexive else term.start
        return find_hedges(view.flattened, max(start, at), view.region[1], view.language)[:1]
    return []


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
    modal = _place(view, view.force.modal_span)
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
    return 1 < len(before) <= 8 and not before[-1].small and not _SUBORDINATE.search(opening)


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


_FAMILY = {"national circumstances": "national", "national law": "national"}


def caveats(ask: View, draft: View) -> list[Change]:
    """What lets the bearer do less, and the ask did not have, by type."""
    own = {_FAMILY.get(hit.label, hit.label) for hit in [*ask.caveats, *ask.chapeau_caveats]}
    own |= implied(ask.flattened, ask.language)
    if conditional(ask):
        own.add("unless")
    found = []
    for hit in draft.caveats:
        words = draft.text[hit.start : hit.end]
        if (
            _FAMILY.get(hit.label, hit.label) not in own
            and flat(words) not in ask.flattened
            and not _asked(ask, hit, draft)
        ):
            found.append(Change("weakened", "caveat", None, (hit.start, hit.end), f"the caveat “{words}” was added"))
    found += _uncovered(ask, draft)
    for hit in draft.chapeau_caveats:
        words = draft.chapeau[hit.start : hit.end]
        if _FAMILY.get(hit.label, hit.label) not in own and flat(words) not in ask.flattened:
            found.append(Change("weakened", "caveat", None, None, f"the chapeau adds the caveat “{words}”"))
    return found


def _asked(ask: View, hit: Hit[str], draft: View) -> bool:
    """Is the condition what was asked for: "no permit unless cities were heard", "hear cities before permits"?"""
    inside = [term.key in ask.keys for term in draft.content if hit.start < term.start < hit.end]
    return hit.label in ("unless", "condition") and len(inside) > 1 and 2 * sum(inside) >= len(inside)


def _uncovered(ask: View, draft: View) -> list[Change]:
    """The ask's own caveat that the draft does without."""
    kept = {_FAMILY.get(hit.label, hit.label) for hit in [*draft.caveats, *draft.chapeau_caveats]}
    return [
        Change("stronger", "caveat", (hit.start, hit.end), None, f"“{ask.text[hit.start : hit.end]}” is gone")
        for hit in ask.caveats
        if _FAMILY.get(hit.label, hit.label) not in kept
    ]
