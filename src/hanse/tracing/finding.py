"""What does this passage do with the ask? One outcome, by the rules in their order, and the reasons in words.

Where two outcomes fit, the first of these wins: not reflected, pending, reversed, partly reflected, weakened,
reflected. (``deleted`` needs the earlier versions; `hanse.tracing.row` knows them.)
"""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from hanse.text.document import Span
from hanse.tracing.align import Alignment
from hanse.tracing.asked import Asked, Placed
from hanse.tracing.board import Outcome
from hanse.tracing.clause import clause
from hanse.tracing.differences import differences
from hanse.tracing.information import Coder
from hanse.tracing.insertions import with_insertions
from hanse.tracing.judgement import Judgement, Seen, absent
from hanse.tracing.negation import keeps_negation
from hanse.tracing.overlap import LEAST, Overlap, overlap
from hanse.tracing.standing import standing_of
from hanse.wording.shift import Shift, shifts
from hanse.wording.strength import Strength, strength

OPEN = 0.10
"""Share of the aligned substance in brackets from which the ask counts as pending."""
MOSTLY = 0.50
"""Share from which all of it is said to be only proposed."""
ANNOUNCED = 0.4
"""Share of the substance that a promise of words to come must name."""
DEED = 0.35
"""Share of the ask that must stand behind its directive word for that to count as what is to be done."""
LEAST_DEED = 0.25
"""Share of what is to be done that a passage must have."""
ONE_DEED = 0.5
"""Share of one of several deeds asked for that a passage must have, where it has little of the others."""
LONGEST_CLAUSE = 20_000
"""Characters above which a text is no clause, and rules of wording say nothing about it."""
_IN_PLACE = frozenset({"opposite", "verb", "measure", "deadline", "frequency"})
"""Kinds of shift in which a word stands where another stood."""
_DILUTED = frozenset({"say", "entitlement", "hedge"})
"""Kinds in which something of the ask gave way to less: it is not missing besides."""
_LOSSES_OF_ANY = frozenset({"caveat", "exception"})
"""Kinds of weakening that words without a verb can suffer too."""


def judge(asked: Asked, placed: Placed, alignment: Alignment, coder: Coder) -> Judgement:
    """The finding for one ask in one passage, given how their words align."""
    little = max(alignment.coverage, _of_one_deed(asked, alignment)) < LEAST
    if little and not placed.standing.has_insertions:
        return absent(asked, placed, alignment)
    found = _in_base_text(asked, placed, alignment)
    if placed.standing.has_insertions and found.outcome in ("not reflected", "partly reflected"):
        return with_insertions(asked, placed, found, coder) or found
    return found


def _in_base_text(asked: Asked, placed: Placed, alignment: Alignment) -> Judgement:
    answer = clause(asked, placed, alignment)
    force = strength(placed.passage.text[slice(*answer)], chapeau=placed.chapeau, language=placed.coded.language)
    shared = overlap(alignment, asked.substance, _frame(force, answer[0]))
    found = _shifts(asked, placed, answer) if shared.coverage >= LEAST else ()
    kinds = _IN_PLACE | _DILUTED if shared.has else _IN_PLACE
    if not (shared.has and shared.whole) and (changed := _changed(found, answer[0], kinds)):
        shared = overlap(alignment, asked.substance, _frame(force, answer[0]), changed)
    if not shared.has:
        shared = _by_one_deed(asked, alignment, shared)
    seen = Seen(asked, placed, alignment, answer, shared)
    if placed.standing.to_come and shared.recall >= ANNOUNCED:
        return seen.judged("pending", ("words on it are only announced",))
    if not shared.has or _only_the_opening(asked, alignment, found):
        return seen.judged("not reflected", ())
    if reason := pending(placed, _open_share(asked, placed, alignment), answer):
        return seen.judged("pending", (reason,))
    if keeps_negation(alignment, answer):
        found = tuple(shift for shift in found if shift.kind != "negation")
    less = differences(alignment, answer, _explained(found, force, answer[0]), _own(asked, found))
    return seen.judged(*_outcome(asked, placed, alignment, shared, found, less))


def _shifts(asked: Asked, placed: Placed, answer: Span) -> tuple[Shift, ...]:
    if answer[1] - answer[0] > LONGEST_CLAUSE:
        return ()
    return shifts(
        asked.text,
        placed.standing.stands[slice(*answer)],
        asked_chapeau=asked.chapeau,
        drafted_chapeau=placed.chapeau,
        language=asked.coded.language,
    )


def _outcome(
    asked: Asked, placed: Placed, alignment: Alignment, shared: Overlap, found: tuple[Shift, ...], less: tuple[str, ...]
) -> tuple[Outcome, tuple[str, ...]]:
    """The first rule that fits, and its reasons."""
    by_effect = {
        effect: tuple(s.why for s in found if s.effect == effect) for effect in ("reversed", "partly", "weakened")
    }
    if asked.forceless:
        by_effect["weakened"] = tuple(s.why for s in found if s.effect == "weakened" and s.kind in _LOSSES_OF_ANY)
    if by_effect["reversed"]:
        return "reversed", by_effect["reversed"]
    if not shared.whole:
        return "partly reflected", (*_missing(asked, alignment), *by_effect["partly"])
    if by_effect["partly"] or less:
        return "partly reflected", (*by_effect["partly"], *less)
    if placed.passage.part == "preamble" and asked.strength.level > 0:
        more = tuple(s.why for s in found if s.effect == "weakened" and s.kind != "preamble")
        return "weakened", ("it stands in the preamble, where nothing is decided", *more)
    if by_effect["weakened"]:
        return "weakened", by_effect["weakened"]
    return "reflected", tuple(s.why for s in found if s.effect == "stronger")


def _inside(place: int, spans: list[Span]) -> bool:
    return any(start <= place < end for start, end in spans)


_ASIDE = re.compile(
    r",\s*(?:in|en|de|through|conformément|junto)\s(?:\w+\s){0,2}?(?:cooperation|collaboration|partnership|coordination|"
    r"consultation|conjunction|accordance|line|conformity|coopération|partenariat|concertation|liaison|conformité|"
    r"cooperación|colaboración|asociación|coordinación|consulta|concertación|conformidad)\b[^,;]*,",
    re.IGNORECASE,
)
"""With whom and by which rules something is to be done, set off by commas: not what is to be done."""


def _by_one_deed(asked: Asked, alignment: Alignment, shared: Overlap) -> Overlap:
    """The overlap with who is to act and the one of several deeds asked for that the passage has most of."""
    return replace(shared, coverage=max(shared.coverage, _of_one_deed(asked, alignment)))


def _of_one_deed(asked: Asked, alignment: Alignment) -> float:
    """Share of the information of who is to act and of one of several deeds asked for, whichever has most."""
    weights = asked.coded.weights
    has = np.zeros(len(weights), dtype=np.float32)
    has[alignment.mine] = alignment.worth
    return max((float((weights * has)[deed].sum() / weights[deed].sum()) for deed in asked.deeds), default=0.0)


def _changed(found: tuple[Shift, ...], offset: int, kinds: frozenset[str]) -> tuple[tuple[Span, Span], ...]:
    """Words of the ask and those of the passage that took their place, as rules of wording know."""
    return tuple(
        (shift.asked, (shift.drafted[0] + offset, shift.drafted[1] + offset))
        for shift in found
        if shift.kind in kinds and shift.asked and shift.drafted
    )


def _only_the_opening(asked: Asked, alignment: Alignment, found: tuple[Shift, ...]) -> bool:
    """Whether the texts share who speaks and how, but next to nothing of what is to be done."""
    if not asked.strength.modal_span:
        return False
    start = asked.strength.modal_span[1]
    aside = [span.span() for span in _ASIDE.finditer(asked.text)]
    behind = np.array(
        [token.start >= start and not _inside(token.start, aside) for token in asked.coded.tokens], dtype=bool
    )
    deed = np.where(behind, asked.substance, 0)
    weight = float(deed.sum())
    apart = sum(w for w, t in zip(asked.coded.weights, asked.coded.tokens, strict=True) if _inside(t.start, aside))
    if any(shift.kind in _IN_PLACE and shift.asked and shift.drafted for shift in found):
        return False
    if weight < DEED * (asked.coded.information - float(apart)):
        return False
    had = np.zeros_like(deed)
    had[alignment.mine] = deed[alignment.mine]
    one = any(had[each].sum() >= ONE_DEED * deed[each].sum() > 0 for each in asked.deeds)
    return not one and float(had.sum()) < LEAST_DEED * weight


def _open_share(asked: Asked, placed: Placed, alignment: Alignment) -> float:
    """Share of the aligned substance that is only proposed."""
    if not len(alignment.mine):
        return 0.0
    weights = asked.substance[alignment.mine]
    waiting = placed.standing.open_tokens(placed.coded)[alignment.theirs]
    return float(weights[waiting].sum() / weights.sum()) if weights.sum() else 0.0


def pending(placed: Placed, open_share: float, clause: Span) -> str:
    """Why the ask's words are only proposed, as a clause; empty where they stand."""
    if placed.standing.wholly_pending:
        return placed.standing.wholly_pending
    if placed.chapeau and (reason := standing_of(placed.chapeau)):
        return f"in the words it hangs on, {reason}"
    names = ", ".join(placed.standing.authors())
    if open_share >= MOSTLY:
        return f"only as a proposal of {names}" if names else "only in square brackets"
    if reason := placed.standing.contests(*clause):
        return reason
    if open_share >= OPEN:
        return f"part of it only as a proposal of {names}" if names else "part of it only in square brackets"
    return ""


def _missing(asked: Asked, alignment: Alignment) -> tuple[str, ...]:
    """The longest stretch of the ask that the passage lacks, quoted."""
    lacks = np.ones(len(asked.coded.tokens), dtype=bool)
    lacks[alignment.mine] = False
    lacks &= asked.substance > 0
    best, start = (0.0, 0, 0), None
    for i in range(len(lacks) + 1):
        inside = i < len(lacks) and (lacks[i] or (start is not None and not asked.coded.content[i]))
        if inside and start is None:
            start = i
        elif not inside and start is not None:
            best = max(best, (float(asked.substance[start:i][lacks[start:i]].sum()), start, i - 1))
            start = None
    if not best[0]:
        return ()
    first, last = asked.coded.span(best[1], best[2])
    return (f"“{asked.text[first:last]}” is missing",)


def _explained(found: tuple[Shift, ...], force: Strength, offset: int) -> tuple[Span, ...]:
    """Spans of the passage that rules of wording account for."""
    spans = [shift.drafted for shift in found] + [force.modal_span, *force.caveats, *force.hedges]
    return tuple((span[0] + offset, span[1] + offset) for span in spans if span)


def _own(asked: Asked, found: tuple[Shift, ...]) -> tuple[Span, ...]:
    """Spans of the ask that rules of wording account for."""
    force = asked.strength
    spans = [shift.asked for shift in found] + [force.modal_span, *force.caveats, *force.hedges]
    return tuple(span for span in spans if span)


def _frame(force: Strength, offset: int) -> tuple[Span, ...]:
    spans = (force.modal_span, force.bearer_span)
    return tuple((span[0] + offset, span[1] + offset) for span in spans if span)
