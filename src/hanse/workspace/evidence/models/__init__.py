"""What is kept of a claim's evidence? The passages that were found, and what people say of each."""

from hanse.workspace.evidence.models.evidence import Evidence, FoundBy, Stance, known_by, strictest
from hanse.workspace.evidence.models.found import Decided, Decision
from hanse.workspace.evidence.models.judgements import LONGEST_REASON, Judgement

__all__ = [
    "LONGEST_REASON",
    "Decided",
    "Decision",
    "Evidence",
    "FoundBy",
    "Judgement",
    "Stance",
    "known_by",
    "strictest",
]
