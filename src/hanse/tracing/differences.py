"""Where an ask and a passage are nearly word for word the same, what stands in one and not in the other?

In a paraphrase every word may differ, and single differences say nothing. In near-identical text they say everything:
another noun in the same place is another element, and a qualifier put behind a noun makes a narrower circle. What the
rules of wording explain already (force, caveats, opposites, measures) is left to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import JaroWinkler, LCSseq

from hanse.text.document import Span
from hanse.tracing.align import Alignment
from hanse.tracing.information import Coded
from hanse.tracing.restrictors import narrows, narrows_before, narrows_behind
from hanse.wording.deeds import PRESENT

NEARLY_SAME = 0.70
"""Share of the ask's information that must be aligned, to the letter or nearly, for single differences to speak."""
FEW = 2
"""Differing stretches above which two texts are a paraphrase."""
SPELLING = 0.84
"""Likeness of two words (Jaro & Winkler) from which they are one word in two spellings or derivations."""
FEW_WORDS = 4
"""Content words that a circumstance before or after the clause may have."""
_PAUSE = re.compile(r"[.;:,()\[\]]")
LONGEST_QUALIFIER = 7
"""Content words that an inserted qualifier may have; more is a provision of its own."""

FAR_BEHIND = 8
"""Tokens from the start within which French and Spanish have the verb that binds in the present tense."""
LEAST = 0.05
"""Share of the ask's information that a difference must weigh: a word in a long paragraph is an editor's."""


def _by_language(**words: str) -> dict[str, frozenset[str]]:
    return {language: frozenset(given.split()) for language, given in words.items()}


_VERB_OPENERS = _by_language(
    en="to shall should must will may can could would be been being are is was were not",
    fr="a doit doivent devrait devraient peut peuvent de d",
    es="a debe deben deberia deberian puede pueden debera deberan",
)
_NOUNS_WITH_TO = _by_language(en="right rights access entitled entitlement addition respect contribution approach")
_JOINS = _by_language(en="and or", fr="et ou", es="y e o u")
_MANNER = {"en": "ly", "fr": "ment", "es": "mente"}
_LIGHT = _by_language(
    en="due owing line accordance conformity keeping aim aims aiming order view "
    " purpose purposes regard respect basis light case cases means way ways relating related concerning regarding "
    "pertaining respective",
    fr="vue afin but fin fins egard cas cadre titre moyen sens matiere relatif "
    "relative relatifs relatives concernant portant afferent afferents afferentes",
    es="fin fines vista efecto efectos caso casos marco respecto medio modo materia "
    "relativo relativa relativos relativas referente referentes concerniente",
)
"""Nouns that only join: "with the aim of", "in order to"."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """Tokens between two aligned pairs that stand next to each other: in the ask, and in the passage."""

    mine: range
    theirs: range
    edge: Literal["", "before", "behind"] = ""
    """Before the first aligned pair or behind the last: other words may stand there for any reason."""


def differences(
    alignment: Alignment, clause: Span, explained: tuple[Span, ...], own: tuple[Span, ...]
) -> tuple[str, ...]:
    """Why the passage has less than the ask, as clauses of a sentence; empty where nothing is less.

    ``clause`` is the part of the passage that answers; ``explained`` holds spans of the passage, and ``own`` spans of
    the ask, that rules of wording have judged or that are directive words and bearers.
    """
    ask, passage = alignment.ask, alignment.passage
    if alignment.coverage * alignment.exact < NEARLY_SAME:
        return ()
    gaps = [gap for gap in _gaps(alignment, clause) if _content(ask, gap.mine) or _content(passage, gap.theirs)]
    if len(gaps) > FEW:
        return ()
    found = []
    for gap in gaps:
        if _touches(ask, gap.mine, own) or _touches(passage, gap.theirs, explained):
            continue
        weight = max(ask.weights[list(gap.mine)].sum(), passage.weights[list(gap.theirs)].sum())
        if weight < LEAST * ask.information:
            continue
        if reason := next(filter(None, (rule(ask, passage, gap) for rule in _RULES)), ""):
            found.append(reason)
    return tuple(found)


def _gaps(alignment: Alignment, clause: Span) -> Iterator[_Gap]:
    """The unaligned stretches between neighbours that keep their order."""
    mine, theirs, until = alignment.mine, alignment.theirs, alignment.until
    inside = [j for j, token in enumerate(alignment.passage.tokens) if clause[0] <= token.start < clause[1]]
    if not inside:
        return
    taken = {j for first, last in zip(theirs, until, strict=True) for j in range(first, last + 1)}
    edges = [(-1, inside[0] - 1), *zip(mine.tolist(), until.tolist(), strict=True)]
    starts = [*zip(mine.tolist(), theirs.tolist(), strict=True), (len(alignment.ask.tokens), inside[-1] + 1)]
    for (i, j), (next_i, next_j) in zip(edges, starts, strict=True):
        if next_j > j and not any(place in taken for place in range(j + 1, next_j)):
            behind = next_i == len(alignment.ask.tokens)
            yield _Gap(range(i + 1, next_i), range(j + 1, next_j), "before" if i < 0 else "behind" if behind else "")


def _content(text: Coded, places: range) -> list[str]:
    light = _LIGHT.get(text.language, frozenset())
    return [text.tokens[i].form for i in places if text.content[i] and text.tokens[i].form not in light]


def _touches(text: Coded, places: range, spans: tuple[Span, ...]) -> bool:
    return any(start < text.tokens[i].end and text.tokens[i].start < end for i in places for start, end in spans)


def _substituted(ask: Coded, passage: Coded, gap: _Gap) -> str:
    """Other words of substance in the same place. A verb may be a paraphrase, a name may be spelt out."""
    wanted, given = _content(ask, gap.mine), _content(passage, gap.theirs)
    if not wanted or not given or len(given) > LONGEST_QUALIFIER:
        return ""
    if _verb(ask, gap.mine) or _verb(passage, gap.theirs) or _same_name(ask, passage, gap):
        return ""
    if any(JaroWinkler.similarity(one, other) >= SPELLING for one in wanted for other in given):
        return ""
    return f"“{_words(ask, gap.mine)}” became “{_words(passage, gap.theirs)}”"


def _narrowed(ask: Coded, passage: Coded, gap: _Gap) -> str:
    """A qualifier that the ask does not have: behind a noun ("with a permanent contract"), before it ("child"), or a
    circumstance before or after the clause ("during elections")."""
    if _content(ask, gap.mine):
        return ""
    places = _circumstance(passage, gap) if gap.edge else gap.theirs
    given = _content(passage, places)
    if not 0 < len(given) <= (FEW_WORDS if gap.edge else LONGEST_QUALIFIER) or not _new(ask, given):
        return ""
    words = [passage.tokens[j].form for j in places]
    before = not gap.edge and not _verb(passage, places) and narrows_before(words, ask.language)
    behind = gap.edge != "before" and _stands_behind_a_noun(passage, places) and narrows_behind(words, ask.language)
    if before or behind or narrows(words, ask.language, around=bool(gap.edge)):
        return f"“{_words(passage, places)}” makes the circle narrower"
    return ""


def _stands_behind_a_noun(passage: Coded, places: range) -> bool:
    """Whether the word before is one of substance, and no verb in the present tense follows or is meant."""
    present = PRESENT.get(passage.language)
    if present is None or not places.start or not passage.content[places.start - 1]:
        return False
    return not present.search(passage.tokens[places.start].form)


def _circumstance(passage: Coded, gap: _Gap) -> range:
    """The words right behind the clause up to the next punctuation, or those before it up to a comma; maybe none."""
    tokens = passage.tokens
    if gap.edge == "behind":
        end = gap.theirs.start
        while end < gap.theirs.stop and not _PAUSE.search(passage.text[tokens[end - 1].end : tokens[end].start]):
            end += 1
        return range(gap.theirs.start, end)
    stop = gap.theirs.stop
    parted = stop < len(tokens) and stop and "," in passage.text[tokens[stop - 1].end : tokens[stop].start]
    return gap.theirs if parted else range(0)


def _new(ask: Coded, words: list[str]) -> bool:
    """Whether the words bring something that the ask does not name itself ("of the forum")."""
    known = {token.form for token in ask.tokens}
    return any(word not in known for word in words)


def _dropped(ask: Coded, passage: Coded, gap: _Gap) -> str:
    """A part left out, nothing in its stead: of an enumeration ("passports or pay" without "or pay"), or the manner of
    a deed ("directly to cities" without "directly")."""
    left = _content(ask, gap.mine)
    if not left or _content(passage, gap.theirs):
        return ""
    words = [ask.tokens[i].form for i in gap.mine]
    joins = _JOINS.get(ask.language, frozenset())
    manner = len(left) == 1 and left[0].endswith(_MANNER.get(ask.language, "\0"))
    return f"“{_words(ask, gap.mine)}” is left out" if words[0] in joins or words[-1] in joins or manner else ""


_RULES = (_substituted, _narrowed, _dropped)


def _verb(text: Coded, places: range) -> bool:
    """Whether a word stands where a verb does: behind "to", a modal or an auxiliary; not behind "access to"."""
    if not places.start:
        return False
    before = text.tokens[places.start - 1].form
    goal = places.start > 1 and text.tokens[places.start - 2].form in _NOUNS_WITH_TO.get(text.language, ())
    if text.language in PRESENT and text.content[places.start - 1] and places.start < FAR_BEHIND:
        return bool(PRESENT[text.language].search(text.tokens[places.start].form))
    return before in _VERB_OPENERS.get(text.language, ()) and not goal


def _same_name(ask: Coded, passage: Coded, gap: _Gap) -> bool:
    """Whether one is the other's acronym: capitals that are initials of the other's words, in their order."""
    for (short, few), (long, many) in _both_ways((ask, gap.mine), (passage, gap.theirs)):
        initials = "".join(long.tokens[i].form[0] for i in many)
        acronyms = (short.tokens[i] for i in few if short.text[slice(*short.span(i, i))].isupper())
        for token in acronyms if len(many) > 1 else ():
            if len(token.form) > 1 and LCSseq.similarity(token.form, initials) >= max(2, len(token.form) - 1):
                return True
    return False


_Side = tuple[Coded, range]


def _both_ways(one: _Side, other: _Side) -> tuple[tuple[_Side, _Side], tuple[_Side, _Side]]:
    return (one, other), (other, one)


def _words(text: Coded, places: range) -> str:
    start, end = text.span(places[0], places[-1])
    return text.text[start:end]
