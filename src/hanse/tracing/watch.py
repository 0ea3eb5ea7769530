"""Where did local governments gain or lose a mention since the draft before?"""

from __future__ import annotations

from hanse.text.document import Span
from hanse.tracing.align import Alignment, align
from hanse.tracing.asked import Placed
from hanse.tracing.board import Watch
from hanse.tracing.place import Version
from hanse.wording.localgov import mentions

COUNTERPART = 0.45
"""Share of a passage's information that another version's passage must have to be its counterpart."""
LEFT_OVER = 0.2
"""The same, where that passage in turn has its counterpart here: what was cut down, or grew."""


def watch(version: Version, before: Version) -> tuple[Watch, ...]:
    """One row per passage and change, in the order of this version, then of the version before.

    A mention is gained where its words have no counterpart in the version before, and lost where they have none in
    this one; paragraphs that moved, split or merged are followed by their words.
    """
    gained = [_row(version, each, before, "gained") for each in version.placed]
    lost = [_row(before, each, version, "lost") for each in before.placed]
    return tuple(row for row in [*gained, *lost] if row is not None)


def _row(here: Version, placed: Placed, there: Version, change: str) -> Watch | None:
    if placed.passage.text in there.wordings:
        return None
    named = mentions(placed.passage.text, placed.coded.language)
    if not named:
        return None
    counterpart = _counterpart(placed, there)
    fresh = tuple(span for span in named if not counterpart or not _kept(span, counterpart[1]))
    if not fresh:
        return None
    other = counterpart[0].passage if counterpart else None
    others = mentions(other.text, placed.coded.language) if other else ()
    if change == "gained":
        return Watch(here.document.id, "gained", placed.passage, fresh, other, others)
    return Watch(there.document.id, "lost", other or placed.passage, others if other else fresh, placed.passage, fresh)


def _counterpart(placed: Placed, there: Version) -> tuple[Placed, Alignment] | None:
    """The passage of the other version with most of this one's words, if it or this one has enough of the other's."""
    best: tuple[Placed, Alignment] | None = None
    for place, alignment in there.shelf.align(placed.coded, least=LEFT_OVER, most=4):
        other = there.placed[place]
        if best and alignment.coverage <= best[1].coverage:
            continue
        if alignment.coverage >= COUNTERPART or (
            alignment.coverage >= LEFT_OVER and align(other.coded, placed.coded).coverage >= COUNTERPART
        ):
            best = (other, alignment)
    return best


def _kept(span: Span, alignment: Alignment) -> bool:
    """Whether the head word of a mention is aligned."""
    inside = [i for i, token in enumerate(alignment.ask.tokens) if span[0] <= token.start < span[1]]
    aligned = set(alignment.mine.tolist())
    content = [i for i in inside if alignment.ask.content[i]] or inside
    return sum(i in aligned for i in content) * 2 >= len(content)
