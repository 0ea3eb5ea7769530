"""How is a record called in an address? By a short random key, so that numbers tell nobody what else there is."""

from __future__ import annotations

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"


def key() -> str:
    """Ten characters that are hard to confuse: fifty bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(10))
