"""Whom do we meet, and what do we ask for? Two pages before a meeting."""
