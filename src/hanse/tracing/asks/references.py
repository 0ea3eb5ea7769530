"""Which words does "delete paragraph 14" contest? Those that stand in paragraph 14 of the draft it was written on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hanse.text.document import Document, strictest
from hanse.tracing.board import Ask

_NAMES = (
    (r"preambular paragraph|pp|alinéa du préambule|párrafo del preámbulo", ("PP{}",)),
    (r"operative paragraph|op", ("OP{}", "{}")),
    (r"paragraph|para\.?|par\.|paragraphe|párrafo|apartado",
     ("{}", "OP{}", "Paragraph {}", "Paragraphe {}", "Párrafo {}")),
    (r"article|art\.?|artículo", ("Article {}", "Artículo {}", "{}")),
    (r"objective|objectif|objetivo", ("Objective {}", "Objectif {}", "Objetivo {}", "{}")),
    (r"clause|section|sección", ("{}", "Section {}", "Clause {}")),
)  # fmt: skip
_NUMBER = r"(?P<number>\d+(?:\.\d+)*(?: (?:bis|ter|alt))?(?:\s?\([a-z]+\))*)"


def with_contested_words(asks: Iterable[Ask], drafts: Sequence[Document]) -> tuple[Ask, ...]:
    """Asks to delete, oppose or retain a part by its number alone, with that part's words as their text.

    The draft is the last one not later than the ask, else the first, of those that are no more protected than the ask
    itself: no ask carries words that its readers may not see. Where it has no such number, and for every other ask, the
    ask comes back as it was.
    """
    return tuple(_resolved(ask, drafts) if ask.kind in ("delete", "oppose", "retain") else ask for ask in asks)


def _resolved(ask: Ask, drafts: Sequence[Document]) -> Ask:
    numbers = _numbers(ask.text)
    drafts = [draft for draft in drafts if strictest(ask.handling, draft.handling) == ask.handling]
    if not numbers or not drafts:
        return ask
    earlier = [draft for draft in drafts if draft.date and ask.date and draft.date <= ask.date]
    draft = earlier[-1] if earlier else drafts[0]
    for number in numbers:
        for passage in draft.passages:
            if passage.kind != "heading" and _spelled(passage.number) == number:
                return replace(ask, text=passage.text)
    return ask


def _numbers(text: str) -> list[str]:
    """The numbers that a bare reference may have in a draft; empty for anything else."""
    for names, forms in _NAMES:
        match = re.fullmatch(rf"(?i)\W*(?:the |le |l[’']|la |el )?(?:{names})\s*{_NUMBER}\W*", text)
        if match:
            return [_spelled(form.format(match["number"])) for form in forms]
    return []


def _spelled(number: str) -> str:
    return re.sub(r"\s", "", number).casefold()
