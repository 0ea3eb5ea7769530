"""Does an ask to delete or oppose hold the contested words, or does it only say what is to be done with them?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from hanse.tracing.asks.english import ENGLISH
from hanse.tracing.asks.french import FRENCH
from hanse.tracing.asks.phrases import Phrases
from hanse.tracing.asks.spanish import SPANISH
from hanse.tracing.board import Ask

REMARK = "the ask says what is to be done and holds no words of the text, so whether those stand is open"
"""What a finding says of such an ask."""
_LANGUAGES = (ENGLISH, FRENCH, SPANISH)
_STRUCK = re.compile(
    r"\b(?:be|is|are) (?:deleted|removed|struck(?: out)?|dropped|omitted|taken out|withdrawn)\b"
    r"|\b(?:soit|soient|être) (?:supprimé|retiré|biffé)e?s?\b"
    r"|\bsea[ns]? (?:suprimid|eliminad|retirad)[oa]s?\b|\bse (?:suprima|elimine|retire|tache)n?\b",
    re.IGNORECASE,
)
"""What is asked to be done with a part of a text, in the passive."""
_DELETE = re.compile(
    r"\b(?:delet(?:e|ing|ion of)|omit(?:ting)?|supprim(?:er|ez|ons)|suppression d|biff(?:er|ez)|suprim(?:ir|a|an)"
    r"|supresión de|tachar)\b",
    re.IGNORECASE,
)
"""Verbs that are only said of words, once somebody asks for it."""
_ORDER = re.compile(
    r"\W*(?:(?:please\s+)?(?:delete|omit)\b|que se (?:suprima|tache)n?\b|que soi(?:t|ent) supprimé)", re.IGNORECASE
)
_NAMELESS = re.compile(r"[^\W\d]{4}")
"""A word that says what is in a part of a text, and not only which part it is."""


def instructs(ask: Ask) -> bool:
    """Whether an ask to delete or oppose is an instruction ("paragraph 4 should be deleted", "we oppose any mention of
    quotas") or a bare reference ("paragraph 4"): then no contested words can be looked for. Never for other kinds."""
    return ask.kind in ("delete", "oppose") and any(_instructs(ask.text, phrases) for phrases in _LANGUAGES)


def instructions(asks: Iterable[Ask]) -> list[str]:
    """A sentence for every such ask."""
    return [
        f"{ask.id}: says what is to be done and holds no words of the text, so that met stays open; "
        "give the contested words as they stand in the draft."
        for ask in asks
        if instructs(ask)
    ]


@lru_cache(maxsize=1000)
def _instructs(text: str, phrases: Phrases) -> bool:
    if (part := phrases.textual.match(text)) and not _NAMELESS.search(text, part.end()):
        return True
    for struck in (_STRUCK.search(text), phrases.deleted.search(text)):
        if struck and (_names_a_part(text, phrases) or _asked(text[: struck.start()], phrases)):
            return True
    if any(phrases.textual.match(text, verb.end()) for verb in phrases.delete.finditer(text)):
        return True
    if _ORDER.match(text) or any(_asked(text[: verb.start()], phrases) for verb in _DELETE.finditer(text)):
        return True
    opposed = phrases.oppose.search(text)
    return bool(opposed and (opposed.start() < 2 or phrases.asker.search(text[: opposed.start() + 1])))


def _names_a_part(text: str, phrases: Phrases) -> bool:
    """Whether a paragraph, a clause, words or the like are spoken of."""
    return any(phrases.textual.match(text, word.start()) for word in re.finditer(r"\b\w", text))


def _asked(before: str, phrases: Phrases) -> bool:
    """Whether somebody who speaks of themselves asks for what follows: "we propose", "our city calls for"."""
    asker = phrases.asker.search(before)
    return bool(asker and phrases.request.search(before, asker.end() - 1))
