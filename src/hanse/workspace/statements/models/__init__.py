"""Statements, their versions and paragraphs, what is said of drafts, who signs, and the PDF files of it."""

from hanse.workspace.statements.models.editions import Edition, Occasion
from hanse.workspace.statements.models.paragraphs import KIND_LABELS, Paragraph, ParagraphKind
from hanse.workspace.statements.models.signatures import Invitation, Mandate, Route, Signature, Timing
from hanse.workspace.statements.models.statements import Stage, Statement, Version
from hanse.workspace.statements.models.talk import Amendment, Change, Comment, Decision

__all__ = [
    "KIND_LABELS",
    "Amendment",
    "Change",
    "Comment",
    "Decision",
    "Edition",
    "Invitation",
    "Mandate",
    "Occasion",
    "Paragraph",
    "ParagraphKind",
    "Route",
    "Signature",
    "Stage",
    "Statement",
    "Timing",
    "Version",
]
