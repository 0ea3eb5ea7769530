"""What do cities ask for? Asks found in statements or given in a table, and edited by those who know better."""

from hanse.tracing.asks.editing import discarded, edited, merged, split
from hanse.tracing.asks.finding import commitments, find
from hanse.tracing.asks.places import placed
from hanse.tracing.asks.references import with_contested_words
from hanse.tracing.asks.table import AsksTable, asks_from_csv, asks_from_xlsx

__all__ = [
    "AsksTable",
    "asks_from_csv",
    "asks_from_xlsx",
    "commitments",
    "discarded",
    "edited",
    "find",
    "merged",
    "placed",
    "split",
    "with_contested_words",
]
