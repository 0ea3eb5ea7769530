"""How strongly does a sentence bind, and whom?"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from hanse.text.document import Document, Passage, Span
from hanse.text.given import wording
from hanse.wording.actions import bare_action
from hanse.wording.bearers import bearer
from hanse.wording.caveats import caveats, hedges
from hanse.wording.clause import Directive, directives, is_future, preambular, read, sentences
from hanse.wording.flat import WORD, flat
from hanse.wording.grammar import grammar
from hanse.wording.lexicon import LANGUAGES
from hanse.wording.negation import denial, denied_subject, negates, negation
from hanse.wording.tongue import tongue

IMPERATIVE = 3
"""Level of a bare action without a chapeau ("Establish a fund"). Statements of cities ask in this form, so it counts
as a request does; a chapeau, where there is one, decides instead."""


@dataclass(frozen=True, slots=True)
class Strength:
    """The force of a passage's main clause. Spans are half-open code-point offsets into the text given.

    ``level``: 5 decides, shall, must, rights and prohibitions; 4 will, commit, undertake; 3 should, requests, urges,
    calls upon; 2 encourages, invites, recommends; 1 may, consider, takes note; 0 none (preambular participles,
    descriptions).
    """

    level: int
    modal: str = ""
    """The directive word as it stands in the text (or in the chapeau, then without span); empty where there is none."""
    modal_span: Span | None = None
    negated: bool = False
    bearer: str = ""
    """Who is obliged, as it stands in the text or chapeau; empty where nobody is named."""
    bearer_span: Span | None = None
    caveats: tuple[Span, ...] = ()
    """What lets the bearer do less: "as appropriate", "in accordance with national law"."""
    hedges: tuple[Span, ...] = ()
    """Effort instead of result ("endeavour to", "seek to") and diluted verbs."""
    language: str = "en"
    negation_span: Span | None = None
    """Where the word stands that denies; None where nothing is denied, or the chapeau denies it."""


def strength(
    text: str | Passage | Document, agent: str | None = None, *, chapeau: str | None = None, language: str | None = None
) -> Strength:
    """The strength of ``text``, by the directive word of its main clause; of several sentences the first that directs.

    ``agent`` asks for the force as it concerns one party: only clauses whose bearer names it count. ``chapeau`` is the
    lead-in of an item: a bare action takes its force, bearer and negation, and never more. A bare action without
    chapeau counts as a request, 3. ``language`` is "en", "fr" or "es", told from the text where not given; any other
    is read as if it were not given. Raises HanseError for what is no text, and for nothing else.
    """
    text, agent = wording(text), wording(agent) if agent is not None else None
    known = wording(language)[:2].lower() if language else ""
    language = known if known in LANGUAGES else tongue(text if len(text) > 60 or not chapeau else f"{text} {chapeau}")
    own = _own(text, agent, language, bare=bool(chapeau))
    return _under(own, chapeau, agent) if chapeau else own


_THAT = re.compile(r"\b(?:that|que|qu')\s*[:,\-–—]*\s*$", re.IGNORECASE)


def _under(own: Strength, chapeau: str, agent: str | None) -> Strength:
    """An item's strength below its chapeau."""
    above = _own(chapeau, agent, own.language, bare=False)
    opens_preamble = preambular_text(chapeau, own.language)
    if not above.modal and not opens_preamble:
        return replace(own, level=0) if not own.modal and _describes(chapeau) else own
    if own.modal:
        governed = opens_preamble or bool(_THAT.search(chapeau))
        return replace(own, level=min(own.level, above.level)) if governed else own
    return replace(
        own,
        level=above.level,
        modal=above.modal,
        negated=own.negated != above.negated,
        bearer=own.bearer or above.bearer,
    )


_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|include|includes|est|sont|ont|es|son|han|incluyen?)\b")


def _describes(chapeau: str) -> bool:
    return bool(_FINITE.search(chapeau.lower()))


def preambular_text(text: str, language: str) -> bool:
    """Does the text open as a paragraph of a preamble does, and nothing operative follow in it?"""
    flattened = read(text)
    sentence = (0, len(flattened))
    return preambular(flattened, sentence, language) and not _operative(
        flattened, directives(text, flattened, language, sentence), language
    )


@lru_cache(maxsize=10_000)
def _own(text: str, agent: str | None, language: str, *, bare: bool) -> Strength:
    """Strength without a look at the chapeau; ``bare`` says that one stands above."""
    flattened = read(text)
    best: Strength | None = None
    for sentence in sentences(flattened):
        found = _sentence(text, flattened, sentence, agent, language, bare)
        if found.modal or found.level:
            return found
        best = best or found
    return best or Strength(0, language=language)


def _sentence(text: str, flattened: str, sentence: Span, agent: str | None, language: str, bare: bool) -> Strength:
    heads = directives(text, flattened, language, sentence)
    if preambular(flattened, sentence, language):
        heads = _operative(flattened, heads, language)
        if not heads:
            return Strength(0, language=language)
    elif agent is None and (verb := bare_action(flattened, sentence, language)):
        head = next((each for each in heads if each.start == verb[0]), None)
        subject = language == "en" and not bare and flattened[slice(*verb)].endswith("ing")
        if not (subject and heads) and (
            bare or head is None or flattened[slice(*verb)] not in grammar(language).performative
        ):
            return _bare(text, flattened, sentence, verb, language)
    for head in heads:
        found = _directed(text, flattened, head, language)
        if agent is None or _names(found.bearer, agent):
            return found
    return Strength(0, caveats=caveats(flattened, sentence, language), language=language)


def _operative(flattened: str, heads: list[Directive], language: str) -> list[Directive]:
    """Those directive words that have a subject of their own behind the participle: "Recalling ..., States shall"."""
    kept = []
    for head in heads:
        comma = flattened.rfind(",", head.sentence[0], head.start)
        between = WORD.findall(flattened, comma, head.start) if comma >= 0 else []
        if 0 < len(between) <= 6 and between[0] in grammar(language).own_subject:
            kept.append(head)
    return kept


def _bare(text: str, flattened: str, sentence: Span, verb: Span, language: str) -> Strength:
    """A bare action: the request it makes when nothing stands above it."""
    before = list(WORD.finditer(flattened, sentence[0], verb[0]))
    denying = [word.span() for word in before if word.group() in negation(language).plain]
    return Strength(
        IMPERATIVE,
        negated=bool(denying),
        caveats=caveats(flattened, sentence, language),
        hedges=hedges(flattened, verb[0], sentence[1], language),
        language=language,
        negation_span=denying[-1] if denying else None,
    )


_PERMISSIONS = {
    "may",
    "can",
    "could",
    "might",
    "may not",
    "might not",
    "peut",
    "peuvent",
    "puede",
    "pueden",
    "podra",
    "podran",
}


_HELPLESS = re.compile(
    r"\b(?:alone|afford|cope|succeed|wait|without|by themselves|on their own|overstate\w*|solved?|achieved?|overcome)\b"
)
"""What tells of an inability rather than of a prohibition: "cities cannot cope alone"."""


def _directed(text: str, flattened: str, head: Directive, language: str) -> Strength:
    phrase = flattened[head.start : head.end]
    negated = negates(flattened, head, language)
    level = 5 if negated and is_future(text[head.start : head.end], language) else head.level
    if phrase == "cannot" and _HELPLESS.search(flattened, head.end, head.sentence[1]):
        level = 1
    if phrase in _PERMISSIONS:
        level = (
            5
            if negated and ((phrase != "can" and phrase != "could") or denied_subject(flattened, head, language))
            else 1
        )
    who = bearer(flattened, head, language)
    start = who[1] if who and head.role == "object" and who[1] > head.end else head.end
    return Strength(
        level,
        modal=text[head.start : head.end],
        modal_span=(head.start, head.end),
        negated=negated,
        bearer=text[who[0] : who[1]] if who else "",
        bearer_span=who,
        caveats=caveats(flattened, head.sentence, language),
        hedges=_hedged(flattened, head, start, language),
        language=language,
        negation_span=denial(flattened, head, language) if negated else None,
    )


def _hedged(flattened: str, head: Directive, start: int, language: str) -> tuple[Span, ...]:
    return hedges(flattened, start, head.sentence[1], language)


def _names(bearer: str, agent: str) -> bool:
    """Is the agent among those named? Compared as folded words, singular and plural alike."""
    named = {word.rstrip("s") for word in WORD.findall(flat(bearer))}
    wanted = {word.rstrip("s") for word in WORD.findall(flat(agent))}
    return bool(wanted) and wanted <= named
