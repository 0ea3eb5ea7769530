"""What changed between the words asked and the words drafted?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hanse.text.document import Span
from hanse.wording import (
    conditioned,
    diluted,
    exchanged,
    inserted,
    listed,
    lowered,
    nominal,
    predicates,
    shrunk,
    turned,
)
from hanse.wording.changes import Change, Effect
from hanse.wording.lexicon import LANGUAGES
from hanse.wording.view import View, answering, whole


@dataclass(frozen=True, slots=True)
class Shift:
    """One difference that matters. Spans are half-open code-point offsets into ``asked`` and ``drafted`` as given.

    ``kind``: "modality", "preamble", "verb", "hedge", "caveat", "say", "entitlement", "quality", "negation",
    "opposite", "swapped", "bearer", "measure", "deadline", "frequency", "pilot", "circle", "exception", "element",
    "chapeau" (a negation that stands there).
    ``why`` is a clause for a sentence: 'the verb "ensure" became "promote"'.
    """

    effect: Effect
    kind: str
    asked: Span | None
    drafted: Span | None
    why: str


_READERS: tuple[Callable[[View, View], list[Change]], ...] = (
    turned.negations,
    turned.opposites,
    exchanged.parties,
    shrunk.measures,
    shrunk.circle,
    inserted.narrowings,
    listed.elements,
    predicates.undone,
    lowered.modality,
    lowered.hedges,
    diluted.scales,
    nominal.nominal,
    diluted.qualities,
    conditioned.caveats,
)
_ORDER = {"reversed": 0, "partly": 1, "weakened": 2, "stronger": 3}


def shifts(
    asked: str,
    drafted: str,
    *,
    asked_chapeau: str | None = None,
    drafted_chapeau: str | None = None,
    language: str = "en",
) -> tuple[Shift, ...]:
    """How ``drafted``, the clause that answers, differs in force and substance from ``asked``, the ask.

    Both are plain text in one ``language`` ("en", "fr" or "es"; for others nothing is reported). Where ``drafted``
    holds several clauses, the one that shares most with the ask counts. Synonyms, word order, spelling and
    punctuation are no shifts. Sorted by effect as the rules of judgement rank them. Never raises.
    """
    known = language[:2].lower()
    if known not in LANGUAGES or not asked.strip() or not drafted.strip():
        return ()
    ask = whole(asked, asked_chapeau, known)
    draft = answering(ask, drafted, drafted_chapeau, known)
    found = [change for reader in _READERS for change in reader(ask, draft)]
    distinct = {(each.effect, each.kind, each.asked, each.drafted): each for each in found}
    kept = _undoubled(list(distinct.values()))
    return tuple(
        Shift(each.effect, each.kind, each.asked, each.drafted, each.why)
        for each in sorted(kept, key=lambda each: (_ORDER[each.effect], each.drafted or (-1, -1), each.kind))
    )


def _undoubled(changes: list[Change]) -> list[Change]:
    """A word turned round is not diluted as well; a hedge that is also the diluted verb counts once."""
    turned = [each for each in changes if each.effect == "reversed"]
    again = [
        each
        for at, each in enumerate(turned)
        if (each.asked, each.drafted) in {(e.asked, e.drafted) for e in turned[:at]}
    ]
    changes = [each for each in changes if each not in again]
    taken = {span for each in changes if each.effect == "reversed" for span in (each.asked, each.drafted) if span}
    hedged = {each.drafted for each in changes if each.kind == "hedge" and each.drafted}
    return [
        each
        for each in changes
        if each.effect == "reversed"
        or (
            not ((each.asked in taken or each.drafted in taken) and each.kind in ("verb", "say", "hedge"))
            and not (each.kind == "verb" and each.drafted in hedged)
        )
    ]
