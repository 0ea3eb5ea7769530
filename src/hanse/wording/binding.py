"""How binding is a text, paragraph by paragraph, and how did that move from draft to draft?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

from hanse.saying import comma, counted, gettext, ngettext
from hanse.text.document import Document, Passage
from hanse.text.given import Text, each_of, no_text
from hanse.wording.flat import flat
from hanse.wording.strength import Strength, strength

LEVELS = (5, 4, 3, 2, 1, 0)
ALIKE, SAME_NUMBER = 60.0, 40.0
"""Indel similarity (0 to 100) from which two passages are versions of one, and where they have the same number."""

Move = Literal["first", "new", "stronger", "weaker", "as strong", "dropped"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One passage with its force, and how that moved against the draft before; ``force`` is None for headings."""

    passage: str
    number: str
    page: int | None
    text: str
    force: Strength | None
    move: Move = "first"
    before: str | None = None
    """Id of the same passage in the draft before."""
    level_before: int | None = None
    why: str = ""
    """What moved: "5 to 3, caveat added"."""


@dataclass(frozen=True, slots=True)
class Binding:
    """How binding one draft is. Every number opens onto its ``paragraphs``."""

    document: str
    title: str
    language: str
    paragraphs: tuple[Paragraph, ...]
    levels: tuple[tuple[int, int], ...]
    """How many paragraphs of each level, 5 to 0, headings left out."""
    binding: float
    """Share of the paragraphs that direct (levels 1 to 5) that bind (4 and 5); 0.0 where none directs."""
    mean: float
    """Mean level of the paragraphs that direct."""
    caveated: float
    """Share of the paragraphs that direct which have a caveat or a hedge."""
    bearers: tuple[tuple[str, int], ...]
    """Who is to act, in lower case, and in how many paragraphs."""
    moves: tuple[tuple[str, int], ...] = ()
    """How many paragraphs are new, stronger, weaker, as strong, dropped; empty for a first draft."""
    dropped: tuple[Paragraph, ...] = ()
    """Those of the draft before that are not in this one."""


def binding(drafts: Text | Iterable[Text]) -> tuple[Binding, ...]:
    """How binding each draft is, in the order given, and how each paragraph moved against the draft before.

    A paragraph is stronger where its level is higher, or its level the same and its caveats and hedges fewer. Versions
    of a paragraph are told by their words, nearest first, each taken once. Raises HanseError for what is no text.
    """
    given = [drafts] if isinstance(drafts, str | Passage | Document) else each_of(drafts)
    found: list[Binding] = []
    for place, text in enumerate(given, 1):
        document = _document(text, f"draft{place}" if len(given) > 1 else "text")
        found.append(_told(document, found[-1].paragraphs if found else None))
    return tuple(found)


def _document(text: Text, id: str) -> Document:
    if isinstance(text, Document):
        return text
    if isinstance(text, Passage):
        return Document(id=id, content=(text,))
    if isinstance(text, str):
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        return Document(id=id, content=tuple(Passage.of(line, f"p{place}") for place, line in enumerate(lines, 1)))
    raise no_text(text)


def _told(document: Document, before: Sequence[Paragraph] | None) -> Binding:
    paragraphs = [_paragraph(document, passage) for passage in document.passages]
    dropped: list[Paragraph] = []
    if before is not None:
        paragraphs, dropped = _moved(before, paragraphs)
    forces = [each.force for each in paragraphs if each.force]
    directing = [force for force in forces if force.level]
    levels = Counter(force.level for force in forces)
    moves = Counter(each.move for each in [*paragraphs, *dropped] if each.force)
    bearers = Counter(" ".join(force.bearer.split()).casefold() for force in directing if force.bearer)
    return Binding(
        document=document.id,
        title=document.title or document.source or document.id,
        language=document.language,
        paragraphs=tuple(paragraphs),
        levels=tuple((level, levels[level]) for level in LEVELS),
        binding=_share(force.level >= 4 for force in directing),
        mean=sum(force.level for force in directing) / len(directing) if directing else 0.0,
        caveated=_share(bool(force.caveats or force.hedges) for force in directing),
        bearers=tuple(sorted(bearers.items(), key=lambda each: (-each[1], each[0]))),
        moves=() if before is None else tuple((move, moves[move]) for move in _MOVES),
        dropped=tuple(dropped),
    )


_MOVES: tuple[Move, ...] = ("new", "stronger", "weaker", "as strong", "dropped")


def _share(held: Iterable[bool]) -> float:
    each = list(held)
    return sum(each) / len(each) if each else 0.0


def _paragraph(document: Document, passage: Passage) -> Paragraph:
    chapeau = document.passage(passage.chapeau).text if passage.chapeau else None
    heading = passage.kind in ("title", "heading")
    language = document.language if document.language != "und" else None
    force = None if heading else strength(passage.text, chapeau=chapeau, language=language)
    return Paragraph(passage.id, passage.number, passage.page, passage.text, force)


def _moved(before: Sequence[Paragraph], after: list[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """The paragraphs of ``after`` with their moves, and those of ``before`` that are gone."""
    earlier = [each for each in before if each.force]
    later = [each for each in after if each.force]
    came_from = {id(b): a for a, b in _pairs(earlier, later)}
    moved = [each if each.force is None else _against(came_from.get(id(each)), each) for each in after]
    kept = {id(each) for each in came_from.values()}
    gone = [_gone(each) for each in earlier if id(each) not in kept]
    return moved, gone


def _pairs(before: list[Paragraph], after: list[Paragraph]) -> list[tuple[Paragraph, Paragraph]]:
    """Versions of the same paragraph, the most alike first, each paragraph once."""
    if not before or not after:
        return []
    alike = process.cdist(
        [flat(each.text) for each in before],
        [flat(each.text) for each in after],
        scorer=fuzz.ratio,
        score_cutoff=SAME_NUMBER,
    )
    ranked = sorted(
        (-float(alike[i, j]), abs(i - j), i, j)
        for i, j in zip(*alike.nonzero(), strict=True)
        if alike[i, j] >= (SAME_NUMBER if before[i].number and before[i].number == after[j].number else ALIKE)
    )
    taken_before: set[int] = set()
    taken_after: set[int] = set()
    found = []
    for _, _, i, j in ranked:
        if i not in taken_before and j not in taken_after:
            taken_before.add(i)
            taken_after.add(j)
            found.append((before[i], after[j]))
    return found


def _against(before: Paragraph | None, after: Paragraph) -> Paragraph:
    if before is None or before.force is None or after.force is None:
        return _with(after, "new", None, gettext("not in the draft before"))
    old, new = before.force, after.force
    held, holds = len(old.caveats) + len(old.hedges), len(new.caveats) + len(new.hedges)
    ranges = {"before": counted(old.level), "now": counted(new.level)}
    reasons = [gettext("%(before)s to %(now)s", **ranges)] if old.level != new.level else []
    reasons += [_loosened(holds - held)] if holds != held else []
    reasons += [gettext("negation changed")] if old.negated != new.negated else []
    ranks = (old.level, -held), (new.level, -holds)
    move: Move = "stronger" if ranks[1] > ranks[0] else "weaker" if ranks[1] < ranks[0] else "as strong"
    return _with(after, move, before, comma().join(reasons))


def _loosened(more: int) -> str:
    if more > 0:
        return ngettext("%(num)s more caveat or hedge", "%(num)s more caveats or hedges", more)
    return ngettext("%(num)s fewer caveat or hedge", "%(num)s fewer caveats or hedges", -more)


def _gone(before: Paragraph) -> Paragraph:
    return _with(before, "dropped", before, gettext("not in this draft"))


def _with(paragraph: Paragraph, move: Move, before: Paragraph | None, why: str) -> Paragraph:
    level = before.force.level if before and before.force else None
    earlier = before.passage if before else None
    return Paragraph(
        paragraph.passage,
        paragraph.number,
        paragraph.page,
        paragraph.text,
        paragraph.force,
        move,
        earlier,
        level,
        why,
    )
