"""How do the ledger's pages say what a position is? Its state, why it does not count, who says what from where."""

from __future__ import annotations

from django import template

from hanse.reports.phrases import called
from hanse.workspace.impact.ledger import words
from hanse.workspace.impact.ledger.positions import Position

register = template.Library()
register.filter("says", words.says)
register.filter("stands", words.stands)
register.filter("outcome", called)


@register.filter
def state(value: str) -> str:
    """ "Counted"."""
    return str(words.STATES[value])


@register.filter
def reason(position: Position) -> str:
    """Why it does not count, in a sentence; "" where it does."""
    return str(words.REASONS[position.reason])
