"""Which passage in another language answers an ask, and what does it do with it?

Likeness in meaning finds the passage; rules judge it, each language's on its own text. What cannot be judged is said:
every such finding names the two languages and how it was found, and wants a reader.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from hanse.text.document import Span
from hanse.text.given import has_words
from hanse.text.sentences import sentences
from hanse.text.spoken import called, spoken
from hanse.tracing.across.meaning import LONG, Floats, Meaning, Scale, Unit, Units
from hanse.tracing.across.rules import Side, less, reversed_, weaker
from hanse.tracing.across.semantic import SentenceEncoder
from hanse.tracing.align import align
from hanse.tracing.asked import Asked, Placed
from hanse.tracing.board import Outcome
from hanse.tracing.finding import pending
from hanse.tracing.information import Coder
from hanse.tracing.judgement import Judgement, absent
from hanse.tracing.overlap import Overlap
from hanse.tracing.place import Version

SAME = 0.8
"""Share of the ask's words that a passage has from which they are of one language, whatever seems."""
STRONG = 0.60
"""Likeness below which no passage is said to turn an ask round: it may speak of something else."""
LEAST_PART = 25
"""Characters from which a sentence of an ask is looked for by itself."""
WITHIN = 0.35
"""Cosine from which a passage in the ask's own language is named as the nearest by meaning."""


def answer(asked: Asked, version: Version, coder: Coder, meaning: Meaning) -> Judgement | None:
    """The judgement of the passage that answers the ask in ``version``; None for an empty version.

    Passages in the ask's own language are compared word by word, as `Version.answer` does. Only where none of them has
    the ask, those in other languages are compared by meaning. An ask
    without words has no answer.
    """
    if not has_words(asked.text):
        return None
    found = version.answer(asked, coder)
    mine = spoken(asked.text)
    has = found is not None and found.outcome != "not reflected"
    if not mine or (found and has and (_to_the_letter(found) or spoken(found.passage.text) in ("", mine))):
        return found
    foreign = meaning.foreign(version, mine)
    if not foreign:
        return _nearest_within(asked, version, found, mine, meaning) if meaning.within else found
    compared = frozenset(code for code in foreign if meaning.scale(mine, code))
    if not compared:
        return _with_remark(asked, version, found, _incomparable(mine, foreign, meaning))
    return _Search(asked, version, coder, meaning, mine, compared).judgement(found)


@dataclass(frozen=True, eq=False)
class _Search:
    """One ask looked for in the passages of other languages."""

    asked: Asked
    version: Version
    coder: Coder
    meaning: Meaning
    mine: str
    theirs: frozenset[str]

    def judgement(self, found: Judgement | None) -> Judgement | None:
        units = self.meaning.units(self.version)
        parts = _parts(self.asked.text, self.mine)
        texts = [self.asked.text, *(self.asked.text[slice(*part)] for part in parts)]
        alike = self.meaning.likeness(texts, self.mine, units)
        allowed = [k for k, unit in enumerate(units.units) if unit.language in self.theirs]
        if not allowed:
            return found
        best_part = alike.max(axis=0)
        margins = {k: float(best_part[k]) - self._scale(units.units[k]).least(len(units.units)) for k in allowed}
        standing = {k: margin for k, margin in margins.items() if not units.units[k].amended}
        enough = any(margin >= 0 for margin in standing.values())
        best = max(standing if enough else margins, key=lambda k: (margins[k], -k))
        unit, likeness = units.units[best], _rounded(best_part[best])
        scale = self._scale(unit)
        if margins[best] >= 0:
            return self._has(unit, best, parts, units, alike)
        if found and found.outcome != "not reflected":
            return self._by_words(found, parts, units, alike) or found
        near = likeness >= scale.near
        placed = self.version.placed[unit.place]
        return replace(
            absent(self.asked, placed, align(self.asked.coded, placed.coded)),
            coverage=likeness if near else 0.0,
            near=near,
            found_by=f"the ask is in {called(self.mine)} and was compared by {scale.by}",
        )

    def _by_words(self, found: Judgement, parts: tuple[Span, ...], units: Units, alike: Floats) -> Judgement | None:
        """A passage found by words that are alike in both languages, judged as one in another language."""
        here = [k for k, unit in enumerate(units.units) if self.version.placed[unit.place].passage is found.passage]
        if not here:
            return None
        best = max(here, key=lambda k: (float(alike[0, k]), -k))
        judged = self._has(units.units[best], best, parts, units, alike)
        return replace(judged, coverage=found.coverage)

    def _scale(self, unit: Unit) -> Scale:
        scale = self.meaning.scale(self.mine, unit.language)
        assert scale is not None
        return scale

    def _has(self, unit: Unit, best: int, parts: tuple[Span, ...], units: Units, alike: Floats) -> Judgement:
        """The judgement of a passage that has the ask or part of it."""
        placed, scale = self.version.placed[unit.place], self._scale(unit)
        pairs, missing, likeness = self._pairs(best, parts, units, alike, scale)
        clause = (min(span[0] for _, span in pairs), max(span[1] for _, span in pairs))
        alignment = align(self.coder.code(placed.passage.text[slice(*clause)], unit.language), placed.coded)
        ask = Side(self.asked.text, self.mine, self.asked.chapeau)
        text = placed.standing.stands if not placed.standing.wholly_pending else placed.passage.text
        side = Side(text[slice(*clause)], unit.language, placed.chapeau)
        caveats = side.force.caveats if side.force else ()
        outcome, reasons = self._outcome(placed, unit, clause, likeness, (ask, side), missing)
        return Judgement(
            outcome=outcome,
            passage=placed.passage,
            coverage=likeness,
            how="paraphrase",
            ask_spans=() if unit.amended else tuple(mine for mine, _ in pairs),
            spans=() if unit.amended else tuple(span for _, span in pairs),
            ask_strength=ask.level,
            strength=side.level,
            caveats=() if ask.may_have_caveat else tuple((clause[0] + a, clause[0] + b) for a, b in caveats),
            reasons=reasons,
            alignment=alignment,
            overlap=Overlap(likeness, likeness, 1.0, 0.0),
            found_by=f"found by {scale.by}, {called(self.mine)} to {called(unit.language)}: "
            "the words cannot be compared one by one, so read both",
            chance=scale.chance(float(alike[:, best].max()), len(units.units)),
        )

    def _pairs(
        self, best: int, parts: tuple[Span, ...], units: Units, alike: Floats, scale: Scale
    ) -> tuple[list[tuple[Span, Span]], tuple[str, ...], float]:
        """Which sentences of the ask stand in which of the passage, those that do not stand there at all, and the
        likeness of the ask: of each sentence that stands there, by its length."""
        unit = units.units[best]
        inside = [k for k, each in enumerate(units.units) if (each.place, each.amended) == (unit.place, unit.amended)]
        least = scale.least(len(units.units))
        pairs, missing, shared = [], [], 0.0
        for row, (start, end) in enumerate(parts, 1):
            like = max(inside, key=lambda k: (float(alike[row, k]), -k))
            if alike[row, like] >= least:
                pairs.append(((start, end), units.units[like].span))
                shared += (end - start) * float(alike[row, like])
            elif alike[row, like] < scale.near:
                missing.append(f"“{self.asked.text[start:end]}” is missing")
        if alike[0, best] >= least and not (pairs and missing):
            pairs = pairs if pairs and len(pairs) == len(parts) else [((0, len(self.asked.text)), unit.span)]
            return pairs, (), _rounded(alike[0, best])
        if not pairs:
            return [((0, len(self.asked.text)), unit.span)], (), _rounded(alike[0, best])
        return pairs, tuple(missing), _rounded(shared / sum(end - start for start, end in parts))

    def _outcome(
        self,
        placed: Placed,
        unit: Unit,
        clause: Span,
        likeness: float,
        sides: tuple[Side, Side],
        missing: tuple[str, ...],
    ) -> tuple[Outcome, tuple[str, ...]]:
        """The first rule that fits, and its reasons."""
        ask, side = sides
        if unit.amended:
            names = ", ".join(placed.standing.authors()) or "somebody unnamed"
            return "pending", (f"only in a tracked insertion by {names}",)
        if reason := pending(placed, _open_share(placed, clause), clause):
            return "pending", (reason,)
        if likeness >= STRONG and (reason := reversed_(ask, side)):
            return "reversed", (reason,)
        if partly := (*missing, *less(ask, side)):
            return "partly reflected", partly
        if placed.passage.part == "preamble" and ask.level != 0:
            return "weakened", ("it stands in the preamble, where nothing is decided",)
        if self.asked.forceless:
            return "reflected", ()
        weak = weaker(ask, side, side.force.caveats if side.force else ())
        return ("weakened", weak) if weak else ("reflected", ())


def _to_the_letter(found: Judgement) -> bool:
    return found.coverage * found.alignment.exact >= SAME


def _parts(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of an ask that say enough to be looked for one by one."""
    return tuple(span for span in sentences(text, language) if len(text[slice(*span)]) >= LEAST_PART)


def _rounded(likeness: float | np.floating[Any]) -> float:
    return round(min(1.0, float(likeness)), 4)


def _open_share(placed: Placed, clause: Span) -> float:
    """Share of the clause's information that is only proposed."""
    tokens = placed.coded.tokens
    inside = np.array([clause[0] <= token.start < clause[1] for token in tokens], dtype=bool)
    weights = placed.coded.weights[inside]
    waiting = placed.standing.open_tokens(placed.coded)[inside]
    return float(weights[waiting].sum() / weights.sum()) if weights.sum() else 0.0


def _nearest_within(
    asked: Asked, version: Version, found: Judgement | None, mine: str, meaning: Meaning
) -> Judgement | None:
    """What does not have the ask by its words, with the passage that is nearest to it in meaning, if one is near."""
    units = meaning.units(version)
    if not meaning.vectors or mine not in meaning.vectors.languages or not 0 < len(units.units) <= LONG:
        return found
    alike = meaning.cosines([asked.text], units)[0]
    alike[[unit.language != mine for unit in units.units]] = 0
    best = int(np.argmax(alike))
    if alike[best] < WITHIN:
        return found
    placed = version.placed[units.units[best].place]
    nearest = absent(asked, placed, align(asked.coded, placed.coded))
    return replace(nearest, near=True, found_by="it is the nearest by meaning, found by sentence vectors")


def _with_remark(asked: Asked, version: Version, found: Judgement | None, remark: str) -> Judgement | None:
    """What words alone say, with why no more can be said."""
    if found is None and version.placed:
        placed = version.placed[0]
        found = absent(asked, placed, align(asked.coded, placed.coded))
    return replace(found, found_by=remark) if found else None


def _incomparable(mine: str, theirs: frozenset[str], meaning: Meaning) -> str:
    """Why texts of two languages cannot be compared, and what may help."""
    names = " and ".join(called(code) for code in sorted(theirs))
    remark = f"the ask is in {called(mine)} and the draft in {names}, between which Hanse compares only equal words"
    helps = meaning.vectors is None and {mine, *theirs} <= SentenceEncoder.languages
    return f"{remark}; sentence vectors (hanse[semantic]) can" if helps else remark
