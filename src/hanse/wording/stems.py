"""Where does a text name any of some words, in a language without a lexicon of forms? By stems and whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable


def stems(words: Iterable[str], language: str, longest: int | None = None) -> re.Pattern[str]:
    """A pattern of which group 1 is the word: the longest of ``words`` that stands there, with its ending.

    Chinese is read letter by letter; in Arabic a letter or two that mean "and", "with", "to" may stand before a whole
    word; elsewhere a word may go on behind a stem, by at most ``longest`` letters where that is given.
    """
    body = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    if language == "zh":
        return re.compile(f"({body})")
    if language == "ar":
        return re.compile(rf"(?<!\w)[وبلفك]{{0,2}}({body})(?!\w)")
    return re.compile(rf"(?<!\w)((?:{body})\w{{0,{'' if longest is None else longest}}})", re.IGNORECASE)
