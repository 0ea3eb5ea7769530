"""Which words around a citation are judged, and in which language? Its sentence, with the next one where that says what
becomes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hanse.citing.linking import Marker
from hanse.citing.stance_passage import citing_passage
from hanse.text.document import Span
from hanse.text.spoken import spoken
from hanse.text.tokens import guess, tokens

_GOES_ON = re.compile(
    r"(?:However|But|Yet|Still|Nevertheless|Nonetheless|In contrast|By contrast|Conversely|On the contrary|Our|We"
    r"|In our|I|My|This (?:is|was|does|finding|result|contrasts|agrees)|These (?:findings|results)|Here|Not so"
    r"|Cependant|Toutefois|Mais|Pourtant|Nos|Nous|Notre|Sin embargo|Pero|No obstante|Nuestr[oa]s?|En cambio)\b"
)
"""How a sentence begins that says what becomes of a work that the one before has cited."""
_JUDGED = ("en", "fr", "es")
_ENOUGH_WORDS = 6
"""Words beside its citations from which a passage tells its own language."""


def context(passage: str, sentences: Sequence[Span], sentence: Span) -> Span:
    """The span that is judged of a passage, given its sentences and the one that cites: with the next one where that
    goes on and cites nothing itself."""
    start, end = sentence
    after = next((span for span in sentences if span[0] >= end), None)
    if after and _GOES_ON.match(following := passage[slice(*after)]) and citing_passage(following).target is None:
        end = after[1]
    return start, end


def judged_citation(words: str, sentence: str, marker: Marker) -> Span | None:
    """The whole citation in which a marker stands, bracket and all, in the words that are judged, which begin with the
    ``sentence`` that cites; None for a marker that stands in a note."""
    start, end = marker.span
    if not 0 <= start < end <= len(sentence) or not marker.text.endswith(sentence[start:end]):
        return None
    shown = citing_passage(words)
    whole = [each for each in (shown.target, *shown.others) if each and each[0] < end and start < each[1]]
    return min(whole, key=lambda each: each[1] - each[0]) if whole else (start, end)


def language_of(words: str, document: str) -> str | None:
    """The language in which the words that cite are judged: their own where they are plainly English, French or
    Spanish, else that of their ``document`` (BCP 47), None where that is "und". The names in citations tell nothing."""
    known = None if document in ("", "und") else document[:2].lower()
    bare = re.sub(r"[\ue000\ue001]+", " ", citing_passage(words).text)
    forms = [token.form for token in tokens(bare, "und")]
    if len(forms) < _ENOUGH_WORDS or guess(forms) == known:
        return known
    own = spoken(bare)
    return own if own in _JUDGED else known
