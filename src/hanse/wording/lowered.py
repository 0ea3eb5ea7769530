"""Does the draft bind less than was asked? Its directive word, and effort where a result was asked."""

from __future__ import annotations

import re
from functools import cache

from hanse.text.document import Span
from hanse.wording.caveats import EFFORT, find_hedges
from hanse.wording.changes import Change
from hanse.wording.clause import is_future
from hanse.wording.deeds import PRESENT, SUBORDINATE
from hanse.wording.flat import WORD, flat
from hanse.wording.lexicon import lexicon
from hanse.wording.phrases import Hit, PhraseBook
from hanse.wording.view import View


def modality(ask: View, draft: View) -> list[Change]:
    """The directive word fell or rose by a level; a preambular participle has none."""
    a, d = ask.force, draft.force
    asked = ask.directive
    if _only_quoted(ask, draft):
        return [Change("weakened", "modality", asked, None, "it is only quoted")]
    if draft.preambular and not ask.preambular and (a.level or not a.modal):
        return [Change("weakened", "preamble", asked, _opening(draft), "it stands in a preambular clause")]
    if not d.modal or ask.preambular:
        return []
    level = a.level if a.modal or a.level else 3
    drafted = draft.directive
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


def _opening(view: View) -> Span | None:
    return (view.every[0].start, view.every[0].end) if view.every else None


def _same_act(ask: View, draft: View) -> bool:
    """ "Recognize the role of cities" is met by "recognizes the role of cities": the verb is the act."""
    if ask.force.modal or draft.directive is None:
        return False
    deed = next((term.key for term in draft.content if term.start >= draft.directive[0]), "")
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
    modal = view.directive
    if modal is None:
        return behind or _effort_in_the_present(view)
    found = [hit for hit in behind if hit.start >= modal[1]]
    if is_future(view.force.modal, view.language):
        first = find_hedges(view.flattened, modal[0], view.region[1], view.language)[:1]
        found += [hit for hit in first if hit.start == modal[0]]
    return found


def _effort_in_the_present(view: View) -> list[Hit[str]]:
    """ "Les communes s'efforcent de": where French and Spanish bind without a directive word, behind any subject."""
    present = PRESENT.get(view.language)
    start = view.region[0]
    if present is None:
        return []
    for term in view.content[1:]:
        reflexive = view.flattened[start : term.start].endswith((" s'", " se "))
        if not (present.search(term.word) or reflexive) or SUBORDINATE.search(view.flattened[start : term.start]):
            continue
        at = term.start - 3 if reflexive else term.start
        return find_hedges(view.flattened, max(start, at), view.region[1], view.language)[:1]
    return []
