"""Hanse: what cities asked of a negotiated text, what each draft took up, and the passages that prove it.

The library's face; names are loaded when they are first used, so that ``import hanse`` stays quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hanse.citing.citations import Citation as Citation
    from hanse.citing.citations import Citations as Citations
    from hanse.citing.citations import citations as citations
    from hanse.citing.reference import Reference as Reference
    from hanse.citing.reference_list import references as references
    from hanse.citing.references import reference as reference
    from hanse.citing.stance import Stance as Stance
    from hanse.citing.stance import stance as stance
    from hanse.errors import HanseError as HanseError
    from hanse.places.place import Candidate as Candidate
    from hanse.places.place import Place as Place
    from hanse.places.resolving import resolve as resolve
    from hanse.text.document import Document as Document
    from hanse.text.document import Passage as Passage
    from hanse.text.reading import read as read
    from hanse.tracing.board import Ask as Ask
    from hanse.tracing.board import Board as Board
    from hanse.tracing.board import Cell as Cell
    from hanse.tracing.board import Source as Source
    from hanse.tracing.board import Uptake as Uptake
    from hanse.tracing.board import Watch as Watch
    from hanse.tracing.likeness import Likeness as Likeness
    from hanse.tracing.likeness import likeness as likeness
    from hanse.tracing.lineage import Concordance as Concordance
    from hanse.tracing.lineage import Lineage as Lineage
    from hanse.tracing.lineage import lineage as lineage
    from hanse.tracing.lineage.value import Appearance as Appearance
    from hanse.tracing.reuse import reuse as reuse
    from hanse.tracing.reuse.library import Library as Library
    from hanse.tracing.reuse.match import Match as Match
    from hanse.tracing.reuse.match import Matches as Matches
    from hanse.tracing.trace import trace as trace
    from hanse.tracing.uptake import uptake as uptake
    from hanse.wording.asserted import Assertion as Assertion
    from hanse.wording.asserted import asserted as asserted
    from hanse.wording.audit import Audit as Audit
    from hanse.wording.audit import WordClaim as WordClaim
    from hanse.wording.audit import audit as audit
    from hanse.wording.binding import Binding as Binding
    from hanse.wording.binding import binding as binding
    from hanse.wording.direction import Direction as Direction
    from hanse.wording.direction import direction as direction
    from hanse.wording.mentions import Mention as Mention
    from hanse.wording.mentions import mentions as mentions
    from hanse.wording.named import Lexicon as Lexicon
    from hanse.wording.named import read_lexicon as read_lexicon
    from hanse.wording.strength import Strength as Strength
    from hanse.wording.strength import strength as strength
    from hanse.wording.trend import Trend as Trend
    from hanse.wording.trend import trend as trend
    from hanse.wording.visibility import Visibility as Visibility
    from hanse.wording.visibility import visibility as visibility

__version__ = "0.1.0"

_ROOMS = {
    "HanseError": "hanse.errors",
    "Place": "hanse.places.place",
    "Candidate": "hanse.places.place",
    "resolve": "hanse.places.resolving",
    "Document": "hanse.text.document",
    "Passage": "hanse.text.document",
    "Ask": "hanse.tracing.board",
    "Board": "hanse.tracing.board",
    "Cell": "hanse.tracing.board",
    "Source": "hanse.tracing.board",
    "Uptake": "hanse.tracing.board",
    "Watch": "hanse.tracing.board",
    "read": "hanse.text.reading",
    "Likeness": "hanse.tracing.likeness",
    "likeness": "hanse.tracing.likeness",
    "reuse": "hanse.tracing.reuse",
    "Match": "hanse.tracing.reuse.match",
    "Matches": "hanse.tracing.reuse.match",
    "Library": "hanse.tracing.reuse.library",
    "trace": "hanse.tracing.trace",
    "uptake": "hanse.tracing.uptake",
    "lineage": "hanse.tracing.lineage",
    "Lineage": "hanse.tracing.lineage",
    "Concordance": "hanse.tracing.lineage",
    "Appearance": "hanse.tracing.lineage.value",
    "Reference": "hanse.citing.reference",
    "reference": "hanse.citing.references",
    "references": "hanse.citing.reference_list",
    "Citation": "hanse.citing.citations",
    "Citations": "hanse.citing.citations",
    "citations": "hanse.citing.citations",
    "Stance": "hanse.citing.stance",
    "stance": "hanse.citing.stance",
    "Strength": "hanse.wording.strength",
    "strength": "hanse.wording.strength",
    "Direction": "hanse.wording.direction",
    "direction": "hanse.wording.direction",
    "Visibility": "hanse.wording.visibility",
    "visibility": "hanse.wording.visibility",
    "Assertion": "hanse.wording.asserted",
    "asserted": "hanse.wording.asserted",
    "Audit": "hanse.wording.audit",
    "WordClaim": "hanse.wording.audit",
    "audit": "hanse.wording.audit",
    "Binding": "hanse.wording.binding",
    "binding": "hanse.wording.binding",
    "Lexicon": "hanse.wording.named",
    "read_lexicon": "hanse.wording.named",
    "Trend": "hanse.wording.trend",
    "trend": "hanse.wording.trend",
    "Mention": "hanse.wording.mentions",
    "mentions": "hanse.wording.mentions",
}

__all__ = ["__version__", *_ROOMS]


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module 'hanse' has no attribute {name!r}")
    value = getattr(import_module(_ROOMS[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
