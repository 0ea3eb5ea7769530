"""Which territories belong to a state, so that its lists name their towns as its own? Réunion, Åland."""

from __future__ import annotations

from types import MappingProxyType

TERRITORIES = MappingProxyType(
    {
        "AUS": frozenset(("CCK", "CXR", "NFK")),
        "CHN": frozenset(("HKG", "MAC")),
        "DNK": frozenset(("FRO", "GRL")),
        "FIN": frozenset(("ALA",)),
        "FRA": frozenset(("BLM", "GLP", "GUF", "MAF", "MTQ", "MYT", "NCL", "PYF", "REU", "SPM", "WLF")),
        "GBR": frozenset(("AIA", "BMU", "CYM", "FLK", "GGY", "GIB", "IMN", "JEY", "MSR", "SHN", "TCA", "VGB")),
        "NLD": frozenset(("ABW", "BES", "CUW", "SXM")),
        "NOR": frozenset(("SJM",)),
        "NZL": frozenset(("COK", "NIU", "TKL")),
        "USA": frozenset(("ASM", "GUM", "MNP", "PRI", "VIR")),
    }
)
"""States and their inhabited territories that ISO 3166-1 lists apart, alpha-3; as the standard's remarks name them."""


def territories(country: str | None) -> frozenset[str]:
    """The territories of a state, by its alpha-3 code."""
    return TERRITORIES.get(country or "", frozenset())
