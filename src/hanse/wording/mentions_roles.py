"""Which roles does a text name? Mayors, local authorities, governors, ministers: offices and bodies, not by name."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from hanse.text.document import Span
from hanse.wording.flat import flat
from hanse.wording.lexicon import LANGUAGES, shared
from hanse.wording.phrases import PhraseBook
from hanse.wording.stems import stems

LONGEST_ENDING = 6
"""Letters behind a stem of a role; a longer word is another."""
_LOCAL = ("mayors", "local authorities")


def roles_in(text: str, language: str) -> Iterator[Span]:
    """Spans of roles in a text of ``language``; where that is unknown, in English, French and Spanish."""
    if language in LANGUAGES:
        yield from ((hit.start, hit.end) for hit in _book(language).find(flat(text)))
    elif language in _listed():
        yield from (match.span(1) for match in _stems(language).finditer(text))
    else:
        for each in LANGUAGES:
            yield from ((hit.start, hit.end) for hit in _book(each).find(flat(text)))


@cache
def _listed() -> dict[str, list[str]]:
    return tomllib.loads((resources.files(__package__) / "mentions.roles.toml").read_text("utf-8"))


@cache
def _book(language: str) -> PhraseBook[str]:
    local = [(phrase, group) for group in _LOCAL for phrase in shared("named")[group][language]]
    return PhraseBook([*local, *((phrase, "others") for phrase in _listed()[language])])


@cache
def _stems(language: str) -> re.Pattern[str]:
    return stems(_listed()[language], language, LONGEST_ENDING)
