"""What papers cite, the sentences that do it, what people say of their stance, and who watches."""

from hanse.workspace.citations.models.papers import Paper, State
from hanse.workspace.citations.models.passages import CitingPassage, Correction, StanceKind
from hanse.workspace.citations.models.references import Held, Reference
from hanse.workspace.citations.models.watching import CitationNotice, CitationWatch

__all__ = [
    "CitationNotice",
    "CitationWatch",
    "CitingPassage",
    "Correction",
    "Held",
    "Paper",
    "Reference",
    "StanceKind",
    "State",
]
