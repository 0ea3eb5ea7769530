"""Which positions were influenced, by whose word, and who else claims them?"""

from hanse.workspace.impact.ledger.annexed import Annex, Item, annex
from hanse.workspace.impact.ledger.influence import in_brief, influenced
from hanse.workspace.impact.ledger.positions import Claimant, Ledger, Other, Passage, Position, Quote, Said, Text

__all__ = [
    "Annex",
    "Claimant",
    "Item",
    "Ledger",
    "Other",
    "Passage",
    "Position",
    "Quote",
    "Said",
    "Text",
    "annex",
    "in_brief",
    "influenced",
]
