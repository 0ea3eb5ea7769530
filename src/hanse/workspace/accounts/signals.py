"""What is told to whoever keeps the log? That a link was made or used, and that sessions were ended."""

from __future__ import annotations

from django.dispatch import Signal

link_made = Signal()
"""``person``: a one-time link was made for them."""
link_used = Signal()
"""``person``: they came in by a one-time link."""
sessions_ended = Signal()
"""``person``, ``by``, ``count``: so many of somebody's sessions were ended by somebody."""
factor_reset = Signal()
"""``person``, ``by``: somebody took away a person's second factor."""
