"""What was set apart in a comparison, in sentences for whoever asked for it."""

from __future__ import annotations

from dataclasses import dataclass

from hanse.tracing.reuse.weights import COMMON


@dataclass(frozen=True)
class Apart:
    """``wordless`` passages, and ``common`` fingerprints, those that more than `COMMON` passages have."""

    wordless: int = 0
    common: int = 0

    def with_those_of(self, other: Apart) -> Apart:
        """Both, of two comparisons; fingerprints that are common in both are counted twice."""
        return Apart(self.wordless + other.wordless, self.common + other.common)

    @property
    def notes(self) -> tuple[str, ...]:
        said = []
        if self.wordless:
            passages = "passage" if self.wordless == 1 else "passages"
            said.append(f"{self.wordless:,} {passages} without a word could not be compared.")
        if self.common:
            prints = (
                "fingerprint (short run of words) is" if self.common == 1 else "fingerprints (short runs of words) are"
            )
            said.append(
                f"{self.common:,} {prints} boilerplate, in more than {COMMON} passages each; by these a passage was "
                "compared only with the first that has them."
            )
        return tuple(said)
