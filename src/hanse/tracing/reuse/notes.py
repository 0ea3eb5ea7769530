"""What was set apart in a comparison, in sentences for whoever asked for it."""

from __future__ import annotations


def notes(wordless: int, common: int, most: int) -> list[str]:
    """``wordless`` passages, and ``common`` fingerprints that more than ``most`` passages have."""
    said = []
    if wordless:
        passages = "passage" if wordless == 1 else "passages"
        said.append(f"{wordless:,} {passages} without a word could not be compared.")
    if common:
        said.append(
            f"{common:,} {'fingerprint is' if common == 1 else 'fingerprints are'} boilerplate, in more than {most} "
            "passages each; by these a passage was compared only with the first that has them."
        )
    return said
