"""Which words around a citation are judged? Its sentence, with the next one where that says what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hanse.citing.stance_passage import citing_passage
from hanse.text.document import Span

_GOES_ON = re.compile(
    r"(?:However|But|Yet|Still|Nevertheless|Nonetheless|In contrast|By contrast|Conversely|On the contrary|Our|We"
    r"|In our|I|My|This (?:is|was|does|finding|result|contrasts|agrees)|These (?:findings|results)|Here|Not so"
    r"|Cependant|Toutefois|Mais|Pourtant|Nos|Nous|Notre|Sin embargo|Pero|No obstante|Nuestr[oa]s?|En cambio)\b"
)
"""How a sentence begins that says what becomes of a work that the one before has cited."""


def context(passage: str, sentences: Sequence[Span], sentence: Span) -> Span:
    """The span that is judged of a passage, given its sentences and the one that cites: with the next one where that
    goes on and cites nothing itself."""
    start, end = sentence
    after = next((span for span in sentences if span[0] >= end), None)
    if after and _GOES_ON.match(following := passage[slice(*after)]) and citing_passage(following).target is None:
        end = after[1]
    return start, end
