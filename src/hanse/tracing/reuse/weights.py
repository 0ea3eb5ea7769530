"""How much does it say that two passages share a fingerprint? The fewer have it, the more."""

from __future__ import annotations

COMMON = 32
"""Holders above which a fingerprint is common: boilerplate, which does not bring each with each together."""
ENOUGH = 12
"""Weight at which a pair is compared: one run that is not common, or some wordings that are rare."""
OF_A_COMMON_RUN = 4
"""Weight of a common run, by which a passage meets only the first that has it."""
RAREST = 9
"""A fingerprint of ``n`` holders has the rarity ``RAREST - ceil(log2 n)``, at least 1."""


def rarity(holders: int) -> int:
    """`RAREST` less the number of times that the holders can be halved, at least 1."""
    return max(1, RAREST - (holders - 1).bit_length())
